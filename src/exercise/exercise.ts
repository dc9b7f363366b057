/**
 * The core state of one run: everything that decides what happens next, as bounded integers. Equal to its own JSON round trip.
 *
 * What people have read and learnt is not here: it is a fold over the trace (seat-view.ts). Names are those of the playbook's lists.
 */
import type { Playbook } from '#scenario/playbook.ts';
import type { Opening } from './entries.ts';

export interface Exercise {
  /** Milliseconds since STARTEX. */
  readonly at: number;
  /** The sequence number of the last entry. */
  readonly seq: number;
  /** Counts due events ever scheduled: the tie-breaker of their order. */
  readonly n: number;
  /** Acts begun so far: the last act id given out. */
  readonly acts: number;
  /** When the local radio channel is free: whoever speaks on it waits until then. */
  readonly air: number;
  /** The state of each region. */
  readonly place: readonly number[];
  readonly slots: readonly number[];
  /** For known slots, by slot index: when, from which speaker, on which basis (index into BASES); -1 where unknown. Three integers each. */
  readonly sources: readonly number[];
  /** How often each decision was opened. */
  readonly visits: readonly number[];
  readonly seats: readonly SeatState[];
  readonly open: readonly OpenDecision[];
  /** Open observations: pairs of seat and index into the playbook's observations. */
  readonly seeing: readonly (readonly [number, number])[];
  /** Sorted by at, rank, n. */
  readonly due: readonly Due[];
  /** Per automation: 0 waiting for its condition, 1 condition holds and it was scheduled. */
  readonly automations: readonly number[];
  /** Index of the ending; -1 while running; -2 stopped by the trainee. */
  readonly ended: number;
  /** Seats that people play, ascending. Absent while they are those of the opening. */
  readonly filled?: readonly number[];
  /** By seat, the extended-time factor in percent. Absent while it is as the opening says. */
  readonly extended?: readonly number[];
}

export interface SeatState {
  /** When the seat is free again. */
  readonly free: number;
  /** What occupies it: the act id, 0 for nothing. */
  readonly act: number;
  /** 0 nothing, 1 a standing action (can be cut), 2 a decision's option (cannot). */
  readonly kind: number;
  /** What it is doing goes over the radio: when it begins to send (later than now while it waits for the channel); else -1. */
  readonly sends: number;
  /** Radio lines it missed and has not heard since, oldest first, each by its list and its index there; at most eight. */
  readonly missed: readonly (readonly [number, number])[];
  /** When the last line told to the seat has been heard or read. */
  readonly captions: number;
  /** 1 while the seat is content to let time pass (discussion clock). */
  readonly waits: number;
}
export interface OpenDecision {
  readonly decision: number;
  readonly visit: number;
  readonly opened: number;
  readonly lapses: number;
  /** The state it belongs to: it is withdrawn when the story leaves that state. */
  readonly state: number;
}
export interface Due {
  readonly at: number;
  /** 0 completions, 1 story, 2 injects, 3 lapses. */
  readonly rank: number;
  readonly n: number;
  readonly what:
    | {
        readonly kind: 'complete';
        readonly seat: number;
        readonly act: number;
        readonly list: number;
        readonly action: number;
      }
    | {
        readonly kind: 'run';
        readonly list: number /** the state it dies with, or -1 */;
        readonly state: number;
      }
    | { readonly kind: 'ask'; readonly decision: number; readonly when: number; readonly state: number }
    | { readonly kind: 'automate'; readonly automation: number }
    | { readonly kind: 'lapse'; readonly decision: number; readonly visit: number };
}

/** A playbook made ready to run: closures for its conditions and a mover for its story. Not JSON; rebuilt at will. */
export interface Engine {
  readonly playbook: Playbook;
  readonly opening: Opening;
  /** Of the opening, by their places in the playbook: the seats people play, ascending, and by seat the extended-time factor in percent. */
  readonly filled: readonly number[];
  readonly extended: readonly number[];
  readonly conditions: readonly ((slots: readonly number[], place: readonly number[]) => number)[];
  readonly mover: Mover;
}

/** What moves the story: the chart (XState) or the grid (flat tables). Both give the same answers (SPEC EX8). */
export interface Mover {
  /** The opening places and the ordered moves that lead there. */
  start(): Moved;
  /** `signal` ≥ 0: a signal of the playbook; -1: settle. `holds(n)`: whether condition n holds. No move: the same place and no steps. */
  move(place: readonly number[], signal: number, holds: (condition: number) => boolean): Moved;
}
export interface Moved {
  readonly place: readonly number[];
  /** In order: leaving a state, running a list in between, entering a state. */
  readonly steps: readonly Step[];
}
export interface Step {
  readonly kind: 'leave' | 'run' | 'enter';
  /** A state, or for `run` an effect list. */
  readonly n: number;
}
