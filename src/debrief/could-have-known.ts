/**
 * What a seat could have known, or known sooner, had it done one thing that was open to it: computed by playing it (SPEC DB6).
 *
 * For each standing action the run is branched where the action first came on offer; the action is done as soon as the seat is free,
 * the rest of the same inputs follow where they are still open, and what the seat learns there is held against what it learnt.
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
  for (const chance of chancesOf(trace, seat)) {
    const branched = branchWith(engine, entries, seat, chance);
    if (branched === null) continue;
    for (const first of firstsOf(branched, seat).values()) {
      const gain = gainOf(engine, had, first, chance, words);
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

/** The trace of the run with the action done at its chance; null where the seat never could begin it. */
function branchWith(
  engine: Engine,
  entries: readonly Entry[],
  seat: string,
  chance: Chance,
): readonly TraceEvent[] | null {
  const opened = openExercise(engine);
  const trace: TraceEvent[] = [...opened.trace];
  let { exercise } = opened;
  for (let i = 0; i <= entries.length; i += 1) {
    const command = entries[i]?.command;
    const moment = begins(engine, exercise, seat, chance, command?.at ?? exercise.at);
    const played =
      moment === null
        ? null
        : play(engine, exercise, { kind: 'act', at: moment, seat, action: chance.action });
    if (played?.ok) {
      const rest = follow(
        engine,
        played.exercise,
        entries.slice(i).map((entry) => entry.command),
      );
      return [...trace, ...played.trace, ...rest.trace];
    }
    if (command === undefined) return null;
    const next = play(engine, exercise, command);
    if (!next.ok) return null;
    exercise = next.exercise;
    for (const event of next.trace) trace.push(event);
  }
  return null;
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
  chance: Chance,
  words: Wording,
): Gain | null {
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
    openSince: chance.at,
    wouldBe: first.at,
    was,
  };
  return { rank, told };
}

/** The surer value wins; of the same value the sooner; of the same moment the action open longer. */
function isBetter(a: Gain, b: Gain): boolean {
  if (a.rank !== b.rank) return a.rank > b.rank;
  if (a.told.wouldBe !== b.told.wouldBe) return a.told.wouldBe < b.told.wouldBe;
  return a.told.openSince < b.told.openSince;
}

/** Where a value stands in its fact's order of growing certainty. */
function rankOf(engine: Engine, fact: string, value: string): number {
  const slot = engine.playbook.slots.find((one) => one.known?.fact === fact);
  return slot?.values?.indexOf(value) ?? 0;
}
