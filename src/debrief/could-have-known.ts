/**
 * What a seat could have known, or known sooner, had it done one thing that was open to it, or two that find things out: computed by
 * playing it (SPEC DB6).
 *
 * For each standing action the run is branched where the action first came on offer; the action is done as soon as the seat is free,
 * the rest of the same inputs follow where they are still open, and what the seat learns there is held against what it learnt. The same
 * for each two actions of the group `verify`, one after the other: some answers need a question before the question.
 */
import type { Command } from '#exercise/commands.ts';
import type { Engine } from '#exercise/exercise.ts';
import type { TraceEvent } from '#law/trace.ts';
import { type Chance, type Learned, PlayedOtherwise } from './played-otherwise.ts';
import type { CouldHaveKnown } from './report.ts';
import type { Wording } from './wording.ts';

/** A gain of less than this is not worth a sentence. */
export const WORTH_MS = 15_000;

interface Gain {
  readonly rank: number;
  /** How many actions it takes. */
  readonly acts: number;
  readonly told: CouldHaveKnown;
}

/**
 * What one more act would have told the seat: for each fact the surest value gained, by the action that brings it soonest.
 *
 * Ordered by when it would have been known. One branch for each standing action ever on offer, so bounded by the playbook.
 */
export function couldHaveKnown(
  engine: Engine,
  commands: readonly Command[],
  trace: readonly TraceEvent[],
  seat: string,
  words: Wording,
): readonly CouldHaveKnown[] {
  const run = new PlayedOtherwise(engine, commands, seat);
  const had = firstsOf(run.learned);
  const best = new Map<string, Gain>();
  const chances = chancesOf(trace, seat);
  const ways = [...chances.map((one) => [one]), ...pairsOf(engine, chances)];
  for (const [n, outcome] of run.each(ways).entries()) {
    const way = ways[n] ?? [];
    for (const first of firstsOf(outcome?.learned ?? []).values()) {
      const gain = gainOf(engine, had, first, way, words);
      if (gain === null) continue;
      const known = best.get(first.fact);
      if (known === undefined || isBetter(gain, known)) best.set(first.fact, gain);
    }
  }
  return [...best.values()]
    .map((gain) => gain.told)
    .sort((a, b) => a.wouldBe - b.wouldBe || (a.fact < b.fact ? -1 : 1));
}

/** Each standing action with the moment it first came on offer to the seat, unless it was begun at that very moment. */
export function chancesOf(trace: readonly TraceEvent[], seat: string): readonly Chance[] {
  const chances = new Map<string, Chance>();
  const begun = new Set<string>();
  for (const event of trace) {
    if (event.kind === 'act' && event.seat === seat && 'action' in event.source) {
      const chance = chances.get(event.source.action);
      if (chance?.at === event.at) begun.add(event.source.action);
    }
    if (event.kind !== 'offered' || event.seat !== seat || !('action' in event.source)) continue;
    const { action } = event.source;
    if (!chances.has(action)) chances.set(action, { action, at: event.at });
  }
  return [...chances.values()].filter((chance) => !begun.has(chance.action));
}

/** Every two actions that find things out, in either order; the second from when the first could be done. */
function pairsOf(engine: Engine, chances: readonly Chance[]): readonly (readonly Chance[])[] {
  const finds = new Set(
    engine.playbook.actions.filter(({ group }) => group === 'verify').map(({ id }) => id),
  );
  const of = chances.filter(({ action }) => finds.has(action));
  return of.flatMap((one) =>
    of.flatMap((other) =>
      one.action === other.action ? [] : [[one, { ...other, at: Math.max(one.at, other.at) }]],
    ),
  );
}

/** The first time each value of each fact was learned, in the order of learning. */
function firstsOf(learned: readonly Learned[]): ReadonlyMap<string, Learned> {
  const firsts = new Map<string, Learned>();
  for (const one of learned) {
    const key = `${one.fact}=${one.value}`;
    if (!firsts.has(key)) firsts.set(key, one);
  }
  return firsts;
}

function gainOf(
  engine: Engine,
  had: ReadonlyMap<string, Learned>,
  first: Learned,
  way: readonly Chance[],
  words: Wording,
): Gain | null {
  const [chance, second] = way;
  if (chance === undefined) return null;
  const was = had.get(`${first.fact}=${first.value}`)?.at ?? null;
  if (was !== null && was - first.at < WORTH_MS) return null;
  // Who already knew something surer of the same fact gains nothing by the weaker value.
  const rank = rankOf(engine, first.fact, first.value);
  for (const one of had.values()) {
    if (one.fact !== first.fact || one.at > first.at) continue;
    if (rankOf(engine, one.fact, one.value) >= rank) return null;
  }
  const told = {
    fact: first.fact,
    label: words.fact(first.fact),
    value: words.value(first.fact, first.value),
    by: words.did({ action: chance.action }),
    ...(second === undefined ? {} : { andThen: words.did({ action: second.action }) }),
    openSince: chance.at,
    wouldBe: first.at,
    was,
  };
  return { rank, acts: way.length, told };
}

/** The surer value wins; of the same value that which one action brings, then the sooner; of the same moment the action open longer. */
function isBetter(a: Gain, b: Gain): boolean {
  if (a.rank !== b.rank) return a.rank > b.rank;
  if (a.acts !== b.acts) return a.acts < b.acts;
  if (a.told.wouldBe !== b.told.wouldBe) return a.told.wouldBe < b.told.wouldBe;
  return a.told.openSince < b.told.openSince;
}

/** Where a value stands in its fact's order of growing certainty. */
function rankOf(engine: Engine, fact: string, value: string): number {
  const slot = engine.playbook.slots.find((one) => one.known?.fact === fact);
  return slot?.values?.indexOf(value) ?? 0;
}
