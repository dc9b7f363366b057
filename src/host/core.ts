/**
 * What a host needs of an exercise, and nothing else: made from the real engine by exercise-core.ts, from a toy by tests.
 *
 * Everything here is a plain function of its arguments; `S` is the core state.
 */
import type { Command } from '#exercise/commands.ts';
import type { Entry } from '#exercise/entries.ts';
import type { Refusal } from '#exercise/refusals.ts';
import type { Stepped } from '#exercise/step.ts';
import type { SeatView } from '#exercise/view.ts';
import type { RenderLocale } from '#exercise/words.ts';

/** What happened, in order. */
export type Trace = Extract<Stepped, { readonly ok: true }>['trace'];

export interface Core<S> {
  readonly clock: 'live' | 'discussion';
  /** STARTEX: the first state and what came about with it. */
  start(): { readonly state: S; readonly trace: Trace };
  step(state: S, command: Command): CoreStep<S>;
  /** Follows a seat, told in its reader's language, from before anything happened. */
  watch(seat: string, locale: RenderLocale): CoreWatch<S>;
  /** Whether somebody plays the seat. */
  isFilled(state: S, seat: string): boolean;
  at(state: S): number;
  ended(state: S): boolean;
  /** When the next thing falls due, milliseconds since STARTEX; null if nothing is. */
  nextDue(state: S): number | null;
  /** Discussion clock: the moment to which time now goes by itself; null while somebody is to act. */
  jump(state: S): number | null;
}

/** One seat followed through an exercise. */
export interface CoreWatch<S> {
  /** What happened since; everything once, in order, from STARTEX on. */
  feed(events: Trace): void;
  /** The seat's view as of `at`, a moment before anything else is due; by default the state's own. */
  view(state: S, at?: number): SeatView;
}

export type CoreStep<S> =
  | {
      readonly ok: true;
      /** What fell due before the command is an entry of its own, so there can be two. */
      readonly entries: readonly Entry[];
      readonly state: S;
      readonly trace: Trace;
    }
  | { readonly ok: false; readonly why: Refusal };

/** A state with the trace that led to it and the entries it is a function of. */
export interface Played<S> {
  readonly state: S;
  readonly trace: Trace;
  readonly entries: readonly Entry[];
}

export type Replayed<S> =
  | { readonly ok: true; readonly played: Played<S> }
  /** The entry that could not be repeated: it was refused, or led to another state. */
  | { readonly ok: false; readonly seq: number };

/**
 * Plays kept entries again and compares every digest (TB5), in time linear in their number. Stops at the first that differs; never throws
 * for damaged entries.
 *
 * @param told Called after each entry with how many are played.
 */
export function replay<S>(
  core: Core<S>,
  entries: readonly Entry[],
  told: (played: number) => void = () => {},
): Replayed<S> {
  const start = core.start();
  let { state } = start;
  const trace = [...start.trace];
  for (const [n, entry] of entries.entries()) {
    const next = core.step(state, entry.command);
    const made = next.ok && next.entries.length === 1 ? next.entries[0] : undefined;
    if (!next.ok || made?.digest !== entry.digest || made.seq !== entry.seq) {
      return { ok: false, seq: entry.seq };
    }
    state = next.state;
    for (const event of next.trace) trace.push(event);
    told(n + 1);
  }
  return { ok: true, played: { state, trace, entries } };
}
