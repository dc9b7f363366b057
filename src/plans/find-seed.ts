/** Finds seeds that draw a wanted truth, so that a test, a plan or an instructor can choose it (SPEC RH2). */
import { makeEngine } from '#exercise/engine.ts';
import type { Opening } from '#exercise/entries.ts';
import { openExercise } from '#exercise/open.ts';
import type { Playbook } from '#scenario/playbook.ts';

/** Beyond this a truth is too unlikely to be met in a class. */
const MOST_SEEDS = 100_000;

/** Names of truths with the value each should draw, such as `{ team: 'federal' }`. */
export type WantedTruth = Readonly<Record<string, string>>;

/**
 * The first `count` seeds from `from` on that draw the truth, ascending; fewer where not so many are found within 100,000.
 *
 * An empty wish fits every seed. Unknown names or values are for `misnamed` to tell; here they fit none.
 */
export function findSeeds(
  playbook: Playbook,
  opening: Opening,
  truth: WantedTruth,
  count = 1,
  from = 1,
): readonly number[] {
  const found: number[] = [];
  const wanted = Object.entries(truth).map(([name, value]) => {
    const slot = playbook.slots.findIndex((one) => one.id === `truth.${name}`);
    return [slot, playbook.slots[slot]?.values?.indexOf(value) ?? -1] as const;
  });
  const engine = makeEngine(playbook, opening, 'grid');
  for (let seed = from; seed < from + MOST_SEEDS && found.length < count; seed += 1) {
    const { exercise } = openExercise({ ...engine, opening: { ...opening, seed } });
    if (wanted.every(([slot, value]) => value >= 0 && exercise.slots[slot] === value)) found.push(seed);
  }
  return found;
}

/** The first name or value of the wish that the scenario does not know, as a sentence; null if it knows them all. */
export function misnamed(playbook: Playbook, truth: WantedTruth): string | null {
  const truths = playbook.truths.flatMap(({ slot }) => playbook.slots[slot] ?? []);
  for (const [name, value] of Object.entries(truth)) {
    const slot = truths.find((one) => one.id === `truth.${name}`);
    if (!slot) {
      const known = truths.map((one) => one.id.replace('truth.', '')).join(', ');
      return `The scenario draws no truth "${name}"; it draws ${known || 'none'}.`;
    }
    if (!slot.values?.includes(value)) {
      return `"${name}" is never "${value}"; it is one of ${slot.values?.join(', ') ?? 'its numbers'}.`;
    }
  }
  return null;
}
