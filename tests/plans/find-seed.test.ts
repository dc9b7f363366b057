/** Seeds by the truth they draw. */
import { expect, test } from 'vitest';
import { makeEngine } from '#exercise/engine.ts';
import { openExercise } from '#exercise/open.ts';
import { findSeeds, misnamed } from '#plans/find-seed.ts';
import { planOpening } from '#plans/plan-opening.ts';
import { STREET } from '../debrief/street.ts';

const opening = planOpening(STREET);
const drawn = (seed: number) => {
  const { exercise } = openExercise(makeEngine(STREET, { ...opening, seed }, 'grid'));
  const slot = STREET.slots.findIndex((one) => one.id === 'truth.team');
  return STREET.slots[slot]?.values?.[exercise.slots[slot] ?? -1];
};

test('[RH2] the seeds found are the first that draw the truth, none left out', () => {
  const seeds = findSeeds(STREET, opening, { team: 'impostors' }, 10);
  expect(seeds).toHaveLength(10);
  const last = seeds.at(-1) ?? 0;
  const all = Array.from({ length: last }, (_, i) => i + 1).filter((seed) => drawn(seed) === 'impostors');
  expect(seeds).toEqual(all);
});

test('[RH2] a truth nobody draws has no seed, and a wrong name is told with the right ones', () => {
  expect(misnamed(STREET, { team: 'martians' })).toBe(
    '"team" is never "martians"; it is one of federal, impostors.',
  );
  expect(misnamed(STREET, { crew: 'federal' })).toBe('The scenario draws no truth "crew"; it draws team.');
  expect(misnamed(STREET, { team: 'federal' })).toBeNull();
});
