/**
 * The packed state of one run: one list of 32-bit integers with a view for each part, so that keeping a state is one copy.
 *
 * What is fixed in size comes first, open observations and due events last. Due events stand last first: the next is taken off the end.
 * Moments are milliseconds below 2^30 (twelve days).
 */
import { invariant } from '#exercise/invariant.ts';
import { isTrue } from './condition-code.ts';
import { int } from './conditions.ts';
import { noneAsked, type PossibleActions } from './possible-tables.ts';
import type { Tables } from './tables.ts';
import { TOUCHES } from './touches.ts';

/** Places in the head; `played` has a bit for each seat that people play now. */
export const HEAD = {
  at: 0,
  seq: 1,
  n: 2,
  acts: 3,
  air: 4,
  ended: 5,
  open: 6,
  seeing: 7,
  due: 8,
  played: 9,
} as const;
const HEAD_SIZE = 10;
/** Integers for each seat: `missed` counts the lines that follow it; `factor` is the extended-time factor in percent. */
export const SEAT = {
  free: 0,
  act: 1,
  kind: 2,
  sends: 3,
  captions: 4,
  waits: 5,
  missed: 6,
  factor: 15,
} as const;
export const SEAT_SIZE = 16;
/** Integers for each open decision. */
export const OPEN = { decision: 0, visit: 1, opened: 2, lapses: 3, state: 4 } as const;
export const OPEN_SIZE = 5;
/** Integers for each due event; `a` to `d` are what its kind needs. */
export const DUE = { at: 0, rank: 1, n: 2, kind: 3, a: 4, b: 5, c: 6, d: 7 } as const;
export const DUE_SIZE = 8;
/** Kinds of due events, with their operands. */
export const FALLS = {
  /** seat, act, list, action */
  complete: 0,
  /** list, state */
  run: 1,
  /** decision, condition, state */
  ask: 2,
  /** automation */
  automate: 3,
  /** decision, visit */
  lapse: 4,
} as const;

const FIRST_DUE = 64;
const LAST_MOMENT = 2 ** 30;

/** A run in the making: its packed state, what passes between two commands, and the coded trace so far. */
export class Run {
  readonly tables: Tables;
  s = new Int32Array(0);
  place = this.s;
  slots = this.s;
  sources = this.s;
  visits = this.s;
  seats = this.s;
  open = this.s;
  automations = this.s;
  seeing = this.s;
  due = this.s;
  #dueFrom = 0;
  /** The coded trace, `t[0]` to `t[tn]` (events.ts), and the words of what was said. */
  t = new Int32Array(4096);
  tn = 0;
  readonly words: string[] = [];
  /** What is on offer: pairs of source and visit, in the order of the exercise. */
  offers: Int32Array;
  offersN = 0;
  nextOffers: Int32Array;
  /** Where in them the options of open decisions begin, after the standing actions. */
  optionsFrom = 0;
  readonly standing: PossibleActions;
  /** Whether a run in which nothing can happen any more ends by itself, as in the exercise (EX31). */
  readonly endsStill: boolean;
  /** Signals raised, so many; those before `followed` were followed. */
  signals = new Int32Array(64);
  raised = 0;
  followed = 0;
  /** What an `end` asked for, as in the exercise; NONE while none did. */
  ending: number = NONE;
  cascade = 0;
  /** What may have changed since offers, automations and guards were last looked at: bits of TOUCHES. */
  touched: number = TOUCHES.all;
  /** Lists that ever ran and states that were ever entered, over every run: never forgotten. `news` counts the marks. */
  readonly ran: Uint8Array;
  readonly stood: Uint8Array;
  news = 0;
  #kept = new Int32Array(0);
  #keptTrace = 0;
  #keptWords = 0;

  constructor(tables: Tables, endsStill = true) {
    this.tables = tables;
    this.endsStill = endsStill;
    const offers = tables.sources.length * 2;
    this.offers = new Int32Array(offers);
    this.nextOffers = new Int32Array(offers);
    this.standing = noneAsked(tables.possible);
    this.ran = new Uint8Array(tables.playbook.lists.length);
    this.stood = new Uint8Array(tables.playbook.states.length);
    this.#layOut(FIRST_DUE);
  }

  /** Everything as it is before STARTEX. */
  blank(): void {
    const { playbook } = this.tables;
    this.s.fill(0);
    this.s[HEAD.ended] = -1;
    playbook.regions.forEach((region, n) => {
      this.place[n] = region.first;
    });
    playbook.slots.forEach((slot, n) => {
      this.slots[n] = slot.start;
    });
    this.sources.fill(-1);
    const { played, bitOf, factors } = this.tables;
    for (let seat = 0; seat < playbook.seats.length; seat++) {
      this.seats[seat * SEAT_SIZE + SEAT.sends] = -1;
      this.seats[seat * SEAT_SIZE + SEAT.factor] = int(factors, seat);
      if (int(played, seat) === 1) this.s[HEAD.played] = int(this.s, HEAD.played) | int(bitOf, seat);
    }
    this.tn = 0;
    this.words.length = 0;
    this.offersN = 0;
    this.optionsFrom = 0;
    this.standing.told.fill(0);
    this.#fresh();
  }

  /** A copy of the state that `load` takes; the trace is not part of it. */
  keep(): Int32Array {
    return this.s.slice(0, this.size());
  }

  /** How many integers of the state are in use. */
  size(): number {
    return this.#dueFrom + int(this.s, HEAD.due) * DUE_SIZE;
  }

  /** Goes on from a kept state of the same tables, with an empty trace. What is on offer there has to be looked at anew. */
  load(kept: Int32Array): void {
    while (kept.length > this.s.length) this.#layOut((this.due.length / DUE_SIZE) * 2);
    this.s.set(kept);
    this.tn = 0;
    this.words.length = 0;
    this.#fresh();
  }

  /** Remembers the state and the length of the trace, for `undo`. */
  remember(): void {
    if (this.#kept.length !== this.s.length) this.#kept = new Int32Array(this.s.length);
    this.#kept.set(this.s);
    this.#keptTrace = this.tn;
    this.#keptWords = this.words.length;
  }

  /** Back to what was remembered last. */
  undo(): void {
    this.s.set(this.#kept);
    this.tn = this.#keptTrace;
    this.words.length = this.#keptWords;
    this.#fresh();
  }

  /** Room for one more due event. */
  makeRoom(): void {
    const count = int(this.s, HEAD.due);
    if ((count + 1) * DUE_SIZE > this.due.length) this.#layOut(count * 2);
  }

  /** Room for an event of that many integers; answers where it begins. */
  more(length: number): number {
    const from = this.tn;
    if (from + length > this.t.length) {
      const longer = new Int32Array(this.t.length * 2 + length);
      longer.set(this.t);
      this.t = longer;
    }
    this.tn = from + length;
    return from;
  }

  #fresh(): void {
    this.raised = 0;
    this.followed = 0;
    this.ending = NONE;
    this.touched = TOUCHES.all;
  }

  /** Gives the state room for so many due events; what it holds stays. */
  #layOut(due: number): void {
    const { playbook, sourceAt } = this.tables;
    const before = this.s;
    const known = sourceAt.reduce((sum, at) => sum + (at < 0 ? 0 : 3), 0);
    const sizes = [
      HEAD_SIZE,
      playbook.regions.length,
      playbook.slots.length,
      known,
      playbook.decisions.length,
      playbook.seats.length * SEAT_SIZE,
      playbook.decisions.length * OPEN_SIZE,
      playbook.automations.length,
      playbook.seats.length * playbook.observations.length * 2,
      due * DUE_SIZE,
    ];
    const ends: number[] = [];
    for (const size of sizes) ends.push((ends.at(-1) ?? 0) + size);
    this.s = new Int32Array(ends.at(-1) ?? 0);
    this.s.set(before);
    const view = (part: number) => this.s.subarray(ends[part - 1], ends[part]);
    this.place = view(1);
    this.slots = view(2);
    this.sources = view(3);
    this.visits = view(4);
    this.seats = view(5);
    this.open = view(6);
    this.automations = view(7);
    this.seeing = view(8);
    this.due = view(9);
    this.#dueFrom = ends[8] ?? 0;
  }
}

/** Whether a person plays this seat now. */
export function isPlayed(run: Run, seat: number): boolean {
  return (int(run.s, HEAD.played) & int(run.tables.bitOf, seat)) !== 0;
}

/** No ending was asked for yet. */
export const NONE = -9;

/** Writes a slot; what reads it is looked at again. */
export function write(run: Run, slot: number, value: number): void {
  run.slots[slot] = value;
  run.touched |= int(run.tables.slotReads, slot);
}

/** Raises a signal, to be followed when all effects that stand before it are done. */
export function raise(run: Run, signal: number): void {
  if (run.raised === run.signals.length) {
    const longer = new Int32Array(run.raised * 2);
    longer.set(run.signals);
    run.signals = longer;
  }
  run.signals[run.raised] = signal;
  run.raised += 1;
}

/** Marks a list as run, or a state as entered. */
export function note(run: Run, marks: Uint8Array, n: number): void {
  if (marks[n] !== 0) return;
  marks[n] = 1;
  run.news += 1;
}

/** Whether condition `n` holds now; -1 holds always. */
export function holds(run: Run, n: number): boolean {
  return n < 0 || isTrue(run.tables.conditions, n, run.slots, run.place);
}

/** A cascade of effects that does not settle: caught by whoever runs the command. */
export class Runaway extends Error {}

const CASCADE = 1000;

/** Counts one step of a cascade (EX12). */
export function count(run: Run): void {
  run.cascade += 1;
  if (run.cascade > CASCADE) throw new Runaway();
}

/** Moves the clock; a cascade is counted anew once time moves. */
export function tick(run: Run, at: number): void {
  if (at <= int(run.s, HEAD.at)) return;
  if (at >= LAST_MOMENT) invariant(false, 'RH4', `a moment beyond twelve days: ${at}`);
  run.s[HEAD.at] = at;
  run.cascade = 0;
}
