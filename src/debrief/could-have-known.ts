/**
 * What a seat could have known, or known sooner, had it done one thing that was open to it, or two that find things out: computed by
 * playing it (SPEC DB6).
 *
 * For each standing action the run is branched where the action first came on offer; the action is done as soon as the seat is free,
 * the rest of the same inputs follow where they are still open, and what the seat learns there is held against what it learnt. The same
 * for each two actions of the group `verify`, one after the other: some answers need a question before the question.
 */
import type { Entry } from '#exercise/entries.ts';
import type { Engine, Exercise } from '#exercise/exercise.ts';
import { openExercise } from '#exercise/open.ts';
import { play } from '#exercise/step.ts';
import type { TraceEvent } from '#law/trace.ts';
import { follow } from './branch.ts';
import type { CouldHaveKnown } from './report.ts';
import type { Wording } from './wording.ts';

/** A gain of less than this is not worth a sentence. */
const WORTH_MS = 15_000;

interface First {
  readonly at: number;
  readonly fact: string;
  readonly value: string;
}
interface Gain {
  readonly rank: number;
  /** How many actions it takes. */
  readonly acts: number;
  readonly told: CouldHaveKnown;
}
interface Chance {
  readonly action: string;
  readonly at: number;
}

/**
 * What one more act would have told the seat: for each fact the surest value gained, by the action that brings it soonest.
 *
 * Ordered by when it would have been known. One branch for each standing action ever on offer, so bounded by the playbook.
 */
export function couldHaveKnown(
  engine: Engine,
  entries: readonly Entry[],
  trace: readonly TraceEvent[],
  seat: string,
  words: Wording,
): readonly CouldHaveKnown[] {
  const had = firstsOf(trace, seat);
  const best = new Map<string, Gain>();
  const chances = chancesOf(trace, seat);
  const stops = stopsOf(engine, entries);
  for (const way of [...chances.map((one) => [one]), ...pairsOf(engine, chances)]) {
    const branched = branchWith(engine, entries, stops, seat, way);
    if (branched === null) continue;
    for (const first of firstsOf(branched, seat).values()) {
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
function chancesOf(trace: readonly TraceEvent[], seat: string): readonly Chance[] {
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

/** The trace of the run with the actions done at their chances, one after the other; null where the seat never could begin them all. */
function branchWith(
  engine: Engine,
  entries: readonly Entry[],
  stops: readonly Stop[],
  seat: string,
  way: readonly Chance[],
): readonly TraceEvent[] | null {
  const [chance, ...later] = way;
  if (chance === undefined) return null;
  // Before the chance every branch is the run itself.
  const from = entries.findIndex(({ command }) => command.at >= chance.at);
  const stop = stops[from < 0 ? entries.length : from];
  if (stop === undefined) return null;
  let { exercise } = stop;
  const trace: TraceEvent[] = [...stop.trace];
  let next: Chance | undefined = chance;
  for (let i = stop.before; i <= entries.length; i += 1) {
    const command = entries[i]?.command;
    const moment = begins(engine, exercise, seat, next, command?.at ?? exercise.at);
    const played =
      moment === null ? null : play(engine, exercise, { kind: 'act', at: moment, seat, action: next.action });
    if (played?.ok) {
      exercise = played.exercise;
      for (const event of played.trace) trace.push(event);
      next = later.shift();
      if (next === undefined) {
        const rest = follow(
          engine,
          exercise,
          entries.slice(i).map((entry) => entry.command),
        );
        return [...trace, ...rest.trace];
      }
      // The next may be begun before the same input.
      i -= 1;
      continue;
    }
    if (command === undefined) return null;
    // Once one action is done, an input of the old run may be open no longer.
    const { exercise: after, trace: came, refused } = follow(engine, exercise, [command]);
    if (refused.length > 0 && next === chance) return null;
    exercise = after;
    for (const event of came) trace.push(event);
  }
  return null;
}

/** The run before each of its entries, and after the last; what happened up to there. Shorter where an entry no longer plays. */
interface Stop {
  readonly before: number;
  readonly exercise: Exercise;
  readonly trace: readonly TraceEvent[];
}
function stopsOf(engine: Engine, entries: readonly Entry[]): readonly Stop[] {
  const opened = openExercise(engine);
  const stops: Stop[] = [{ before: 0, exercise: opened.exercise, trace: opened.trace }];
  let { exercise, trace } = opened;
  for (const [n, { command }] of entries.entries()) {
    const next = play(engine, exercise, command);
    if (!next.ok) break;
    exercise = next.exercise;
    trace = [...trace, ...next.trace];
    stops.push({ before: n + 1, exercise, trace });
  }
  return stops;
}

/** When, before the next input, the seat is free to begin: not before the chance, not after `until`. */
function begins(
  engine: Engine,
  exercise: Exercise,
  seat: string,
  chance: Chance,
  until: number,
): number | null {
  const index = engine.playbook.seats.findIndex((one) => one.id === seat);
  const free = exercise.seats[index]?.free ?? 0;
  const moment = Math.max(chance.at, exercise.at, free);
  return moment <= until ? moment : null;
}

/** The first time the seat learnt each value of each fact, in the order of learning. */
function firstsOf(trace: readonly TraceEvent[], seat: string): ReadonlyMap<string, First> {
  const firsts = new Map<string, First>();
  for (const event of trace) {
    if (event.kind !== 'learnt' || event.seat !== seat) continue;
    const key = `${event.fact}=${event.value}`;
    if (!firsts.has(key)) firsts.set(key, { at: event.at, fact: event.fact, value: event.value });
  }
  return firsts;
}

function gainOf(
  engine: Engine,
  had: ReadonlyMap<string, First>,
  first: First,
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
