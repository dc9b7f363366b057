/**
 * Plays a run again with standing actions done that it did not do, or without some that it did, and reads what a seat then learns (SPEC
 * DB6, DB16). On the kernel, since a debrief tries some hundred ways (decisions/0018).
 */
import type { Command } from '#exercise/commands.ts';
import type { Engine } from '#exercise/exercise.ts';
import { at } from '#exercise/invariant.ts';
import { lookupOf } from '#exercise/lookup.ts';
import type { Refusal } from '#exercise/refusals.ts';
import { int } from '#kernel/conditions.ts';
import { codeAt, EVENT, STAMP } from '#kernel/events.ts';
import { Kernel } from '#kernel/kernel.ts';
import { SEAT_SIZE } from '#kernel/state.ts';
import { BASES, type Basis } from '#law/facts.ts';
import type { Playbook } from '#scenario/playbook.ts';

/** A standing action, and from when on it is to be begun: as soon as the seat is free. */
export interface Chance {
  readonly action: string;
  readonly at: number;
}
/** A value that a seat learned. */
export interface Learned {
  readonly at: number;
  readonly fact: string;
  readonly value: string;
  readonly basis: Basis;
}
/** What came of a way. */
export interface Outcome {
  /** When each of its acts was begun. */
  readonly begun: readonly number[];
  /** What the seat learned in the order of learning; of a way, from shortly before its first chance on: before that all is as it was. */
  readonly learned: readonly Learned[];
}

/** A way in the making: its number, and what is still to be done of it. */
interface Pending {
  readonly n: number;
  readonly rest: readonly Chance[];
}

/** The last that the kernel counts, after twelve days: what a file says came later comes then. */
const LAST_MOMENT = 2 ** 30 - 1;

/** One run of one seat, and how it goes otherwise. Inputs that are not open are passed over. */
export class PlayedOtherwise {
  readonly #kernel: Kernel;
  readonly #seat: string;
  readonly #commands: readonly Command[];
  /** The run before each of its inputs, and after the last. */
  readonly #stops: readonly Int32Array[];
  /** What the seat learns in the run as it is. */
  readonly learned: readonly Learned[];
  /** How far the coded trace was read. */
  #read = 0;

  constructor(engine: Engine, commands: readonly Command[], seat: string) {
    const { opening } = engine;
    this.#kernel = kernelOf(engine, commands);
    this.#seat = seat;
    this.#commands = commands.map((one) => (one.at > LAST_MOMENT ? { ...one, at: LAST_MOMENT } : one));
    this.#kernel.open(opening.seed);
    const learned = this.#news();
    const stops = [this.#kernel.run.keep()];
    for (const command of this.#commands) {
      this.#give(command);
      learned.push(...this.#news());
      stops.push(this.#kernel.run.keep());
    }
    this.#stops = stops;
    this.learned = learned;
  }

  /**
   * For each way, its acts done one after the other and the rest of the inputs as they were, where they are still open; null where the seat
   * never could begin them all. Ways that begin alike are played once up to where they part.
   */
  each(ways: readonly (readonly Chance[])[]): readonly (Outcome | null)[] {
    const outcomes: (Outcome | null)[] = ways.map(() => null);
    for (const [first, pending] of byNext(ways.map((rest, n) => ({ n, rest })))) {
      // Before the chance every way is the run itself.
      const found = this.#commands.findIndex((command) => command.at >= first.at);
      const from = found < 0 ? this.#commands.length : found;
      this.#load(at(this.#stops, from));
      this.#explore(from, { begun: [], learned: [] }, pending, outcomes);
    }
    return outcomes;
  }

  /** From before input `from` on: finishes the ways that are done, and begins the next act of the others as soon as that can be. */
  #explore(from: number, sofar: Outcome, ways: readonly Pending[], outcomes: (Outcome | null)[]): void {
    const over = ways.filter(({ rest }) => rest.length === 0);
    let open = byNext(ways.filter(({ rest }) => rest.length > 0));
    if (over.length > 0) {
      const kept = open.length > 0 ? this.#kernel.run.keep() : null;
      for (const command of this.#commands.slice(from)) this.#give(command);
      const outcome = { begun: sofar.begun, learned: [...sofar.learned, ...this.#news()] };
      for (const { n } of over) outcomes[n] = outcome;
      if (kept !== null) this.#load(kept);
    }
    const learned = [...sofar.learned];
    for (let i = from; open.length > 0; i += 1) {
      const command = this.#commands[i];
      open = open.filter(([next, pending]) => {
        const moment = this.#begins(next, command?.at ?? this.#kernel.at);
        if (moment === null) return true;
        const before = this.#kernel.run.keep();
        if (this.#give({ kind: 'act', at: moment, seat: this.#seat, action: next.action }) !== null)
          return true;
        const now = { begun: [...sofar.begun, moment], learned: [...learned, ...this.#news()] };
        this.#explore(
          i,
          now,
          pending.map(({ n, rest }) => ({ n, rest: rest.slice(1) })),
          outcomes,
        );
        this.#load(before);
        return false;
      });
      if (command === undefined) return;
      this.#give(command);
      learned.push(...this.#news());
    }
  }

  /** When, before the next input at `until`, the seat is free to begin; null where it is not. */
  #begins(chance: Chance, until: number): number | null {
    const seat = lookupOf(this.#kernel.tables.playbook).seats.get(this.#seat) ?? -1;
    const free = this.#kernel.run.seats[seat * SEAT_SIZE] ?? 0;
    const moment = Math.max(chance.at, this.#kernel.at, free);
    return moment <= until ? moment : null;
  }

  /** A choice or a say-first is given to the present opening of its decision: the same card may have been put more or less often. */
  #give(command: Command): Refusal | null {
    if (command.kind !== 'choose' && command.kind !== 'say') return this.#kernel.give(command);
    const decision = lookupOf(this.#kernel.tables.playbook).decisions.get(command.decision) ?? -1;
    const visit = this.#kernel.run.visits[decision] ?? command.visit;
    return this.#kernel.give({ ...command, visit });
  }

  #load(kept: Int32Array): void {
    this.#kernel.load(kept);
    this.#read = 0;
  }

  /** What the seat learned since last asked. */
  #news(): Learned[] {
    const { run } = this.#kernel;
    const { playbook } = run.tables;
    const learned: Learned[] = [];
    for (; this.#read < run.tn; this.#read += int(run.t, this.#read + 1)) {
      if (codeAt(run, this.#read) !== EVENT.learnt) continue;
      const from = this.#read + STAMP;
      const slot = at(playbook.slots, int(run.t, from));
      if (slot.known === null || at(playbook.seats, slot.known.seat).id !== this.#seat) continue;
      const value = int(run.t, from + 1);
      learned.push({
        at: int(run.t, this.#read + 2),
        fact: slot.known.fact,
        value: slot.values?.[value] ?? String(value),
        basis: at(BASES, int(run.t, from + 4)),
      });
    }
    return learned;
  }
}

/** Ways by the act that each does next. */
function byNext(ways: readonly Pending[]): readonly (readonly [Chance, readonly Pending[]])[] {
  const groups = new Map<string, [Chance, Pending[]]>();
  for (const way of ways) {
    const next = at(way.rest, 0);
    const key = `${next.at} ${next.action}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [next, [way]]);
    else group[1].push(way);
  }
  return [...groups.values()];
}

const KERNELS = new WeakMap<Playbook, Kernel>();

/** A kernel for the people of a run: the one that was made last for the playbook, where it fits. It holds nothing between two questions. */
function kernelOf({ playbook, opening, extended }: Engine, commands: readonly Command[]): Kernel {
  const wish = {
    seats: opening.seats,
    joins: [...new Set(commands.flatMap((one) => (one.kind === 'fill' ? [one.seat] : [])))],
    extended: opening.extended,
    factors: Object.fromEntries(playbook.seats.map(({ id }, n) => [id, at(extended, n)])),
  };
  const had = KERNELS.get(playbook);
  const isFit =
    had?.tables.extended === wish.extended &&
    had.tables.seats.join() === wish.seats.join() &&
    had.tables.joins.join() === wish.joins.join() &&
    had.tables.factors.join() === extended.join();
  if (had !== undefined && isFit) return had;
  const made = new Kernel(playbook, wish);
  KERNELS.set(playbook, made);
  return made;
}
