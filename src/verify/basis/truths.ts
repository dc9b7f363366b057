/** The ground truths of a scenario: every one that can be drawn, those that change more than words, and a seed that draws each. */
import { draw } from '#exercise/chance.ts';
import type { Playbook } from '#scenario/playbook.ts';
import { wordyTruths } from './slices.ts';

/** Values by place in the playbook's list of truths. */
export type Truths = readonly number[];

/** Every truth that can be drawn, in code order. */
export function allTruths(playbook: Playbook): readonly Truths[] {
  return playbook.truths.reduce<readonly Truths[]>(
    (all, { given, weights }) =>
      all.flatMap((one) => {
        const row = weights[given === null ? 0 : drawnAt(playbook, one, given)] ?? [];
        return row.flatMap((weight, value) => (weight > 0 ? [[...one, value]] : []));
      }),
    [[]],
  );
}

/** One of all that differ in words only: those truths at the first value they can have. */
export function weightyTruths(playbook: Playbook): readonly Truths[] {
  const wordy = wordyTruths(playbook);
  const kept = new Map<string, Truths>();
  for (const one of allTruths(playbook)) {
    const key = one.filter((_, n) => !wordy.includes(n)).join();
    if (!kept.has(key)) kept.set(key, one);
  }
  return [...kept.values()];
}

/** What a proof calls a truth: the value of the first truth that is drawn, which is the one scenarios turn on; null where none is. */
export function nameOf(playbook: Playbook, truths: Truths): string | null {
  const slot = playbook.slots[playbook.truths[0]?.slot ?? -1];
  if (slot === undefined) return null;
  const value = truths[0] ?? 0;
  return `${slot.id.replace('truth.', '')}=${slot.values?.[value] ?? value}`;
}

/** Beyond this a truth is too unlikely to be met in a class. */
const MOST_SEEDS = 200_000;

/** The first seed that draws exactly this; null where none of the first 200,000 does. */
export function seedOf(playbook: Playbook, truths: Truths): number | null {
  for (let seed = 1; seed <= MOST_SEEDS; seed++) if (drawsAs(playbook, seed, truths)) return seed;
  return null;
}

function drawsAs(playbook: Playbook, seed: number, truths: Truths): boolean {
  return playbook.truths.every(({ slot, given, weights }, n) => {
    const row = weights[given === null ? 0 : drawnAt(playbook, truths, given)] ?? [];
    return draw(seed, playbook.slots[slot]?.id ?? '', 0, row) === truths[n];
  });
}

function drawnAt(playbook: Playbook, truths: Truths, slot: number): number {
  return truths[playbook.truths.findIndex((one) => one.slot === slot)] ?? 0;
}
