/** The exercise while one entry is being worked out: the same fields, free to change, and the trace so far. Never leaves this room. */
import type { Seen } from '#law/observations.ts';
import type { TraceEvent } from '#law/trace.ts';
import type { Due, Engine, Exercise, OpenDecision, SeatState } from './exercise.ts';
import { invariant } from './invariant.ts';
import { type Lookup, lookupOf, type Offer } from './lookup.ts';

type Loose<T> = { -readonly [K in keyof T]: T[K] };

export interface Draft {
  readonly engine: Engine;
  readonly lookup: Lookup;
  /** The entry being worked out; stamps its events. */
  seq: number;
  at: number;
  n: number;
  acts: number;
  air: number;
  place: readonly number[];
  readonly slots: number[];
  readonly sources: number[];
  readonly visits: number[];
  readonly seats: Loose<SeatState>[];
  open: Loose<OpenDecision>[];
  seeing: (readonly [number, number])[];
  due: Due[];
  readonly automations: number[];
  ended: number;
  /** As in the engine, and the very same lists, while nobody joined or left. */
  filled: readonly number[];
  extended: readonly number[];
  readonly trace: TraceEvent[];
  /** Signals raised by effects and not yet followed, first in first out. */
  readonly signals: number[];
  /** What an `end` effect asked for: an ending, -1 for the first that fits, -2 for stopped; null while none did. */
  ending: number | null;
  /** Lists run, moves made and due events fired since time last moved on. */
  cascade: number;
  /** What was on offer when last looked. */
  offers: readonly Offer[];
}

/** A cascade of effects that does not settle: caught by whoever runs the entry, never seen outside the room. */
export class Runaway extends Error {}

const CASCADE = 1000;

/** Copies an exercise into a draft for the next entry. */
export function thaw(engine: Engine, exercise: Exercise): Draft {
  return {
    engine,
    lookup: lookupOf(engine.playbook),
    seq: exercise.seq,
    at: exercise.at,
    n: exercise.n,
    acts: exercise.acts,
    air: exercise.air,
    place: exercise.place,
    slots: exercise.slots.slice(),
    sources: exercise.sources.slice(),
    visits: exercise.visits.slice(),
    seats: exercise.seats.map((seat) => ({ ...seat })),
    open: exercise.open.map((decision) => ({ ...decision })),
    seeing: exercise.seeing.slice(),
    due: exercise.due.slice(),
    automations: exercise.automations.slice(),
    ended: exercise.ended,
    filled: exercise.filled ?? engine.filled,
    extended: exercise.extended ?? engine.extended,
    trace: [],
    signals: [],
    ending: null,
    cascade: 0,
    offers: [],
  };
}

/** The exercise a draft has come to. */
export function freeze(draft: Draft): Exercise {
  return {
    at: draft.at,
    seq: draft.seq,
    n: draft.n,
    acts: draft.acts,
    air: draft.air,
    place: draft.place,
    slots: draft.slots.slice(),
    sources: draft.sources.slice(),
    visits: draft.visits.slice(),
    seats: draft.seats.map((seat) => ({ ...seat })),
    open: draft.open.map((decision) => ({ ...decision })),
    seeing: draft.seeing.slice(),
    due: draft.due.slice(),
    automations: draft.automations.slice(),
    ended: draft.ended,
    ...(draft.filled === draft.engine.filled ? {} : { filled: draft.filled }),
    ...(draft.extended === draft.engine.extended ? {} : { extended: draft.extended }),
  };
}

type Unstamped<E> = E extends TraceEvent ? Omit<E, 'at' | 'seq'> : never;

/** Adds an event to the trace, stamped with the draft's moment and entry. */
export function emit(draft: Draft, event: Unstamped<TraceEvent>): void {
  draft.trace.push({ at: draft.at, seq: draft.seq, ...event });
}

/** Whether condition `n` holds now; null holds always. */
export function holds(draft: Draft, n: number | null): boolean {
  if (n === null) return true;
  const condition = draft.engine.conditions[n];
  invariant(condition !== undefined, 'EX2', `no condition ${n}`);
  return condition(draft.slots, draft.place) !== 0;
}

/** Counts one step of a cascade; throws Runaway at the thousandth without time moving on (EX12). */
export function count(draft: Draft): void {
  draft.cascade += 1;
  if (draft.cascade > CASCADE) throw new Runaway();
}

/** Moves the draft's clock; a cascade is counted anew once time moves. */
export function tick(draft: Draft, at: number): void {
  if (at > draft.at) {
    draft.at = at;
    draft.cascade = 0;
  }
}

/** Whether a person plays this seat. */
export function isPlayed({ filled }: Draft, seat: number): boolean {
  return filled.includes(seat);
}

/** What a seat knows now: every fact it can know, by the name of its value. */
export function knowing(draft: Draft, seat: number): Readonly<Record<string, string>> {
  const known: Record<string, string> = {};
  for (const { slot, fact } of draft.lookup.known[seat] ?? []) known[fact] = valueName(draft, slot);
  return known;
}

/** The observations open for a seat, oldest first. */
export function seeing(draft: Draft, seat: number): readonly Seen[] {
  const seen: Seen[] = [];
  for (const [who, n] of draft.seeing) {
    const observation = draft.engine.playbook.observations[n];
    if (who === seat && observation !== undefined) seen.push(observation);
  }
  return seen;
}

/** The name of a slot's value now; a number without names as digits. */
export function valueName(draft: Draft, slot: number): string {
  const value = draft.slots[slot] ?? 0;
  return draft.engine.playbook.slots[slot]?.values?.[value] ?? String(value);
}
