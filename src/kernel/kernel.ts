/**
 * The kernel: one run over packed integers, equal step by step to the exercise (SPEC RH4). It changes in place and leaves next to no
 * garbage, so that a second holds thousands of runs. Names are those of the playbook's lists, as numbers.
 */
import { draw } from '#exercise/chance.ts';
import { type Command, LONGEST_WORDS } from '#exercise/commands.ts';
import { STOPPED } from '#exercise/endex.ts';
import { invariant } from '#exercise/invariant.ts';
import { lookupOf } from '#exercise/lookup.ts';
import type { Refusal } from '#exercise/refusals.ts';
import type { Playbook } from '#scenario/playbook.ts';
import { act, choose, isOpenFor, runsOutBy } from './acting.ts';
import { int } from './conditions.ts';
import { nextDueAt, RANKS, schedule } from './due.ts';
import { EVENT, emit3 } from './events.ts';
import { fireUntil } from './fire.ts';
import { type Grid, gridOf } from './grid.ts';
import { lookAtOffers } from './offers.ts';
import { fill, leave } from './seating.ts';
import { endex, enter, settle } from './settle.ts';
import { count, FALLS, HEAD, holds, isPlayed, Run, Runaway, SEAT, SEAT_SIZE } from './state.ts';
import { type Players, type Tables, tablesOf } from './tables.ts';

/** How a kernel is made: the seats people play and may join, the time factor in percent and those of seats that have another. */
export interface KernelWish extends Players {
  /**
   * False for drivers that let time pass by `advance` alone and ask only what is on offer: nothing is then remembered for a refusal
   * that comes after something happened, and such a refusal is an invariant (RH4).
   */
  readonly careful?: boolean;
  /** False for who looks for places where nothing can happen any more: there the run then stands, and does not end by itself (EX31). */
  readonly endsStill?: boolean;
}

/** One run at a time: `open` begins a new one. Commands answer null or why not; after a refusal nothing has changed (EX5). */
export class Kernel {
  readonly run: Run;
  readonly tables: Tables;
  readonly grid: Grid;
  readonly #moves: Int32Array;
  readonly #careful: boolean;

  constructor(playbook: Playbook, wish: KernelWish) {
    this.tables = tablesOf(playbook, wish);
    this.run = new Run(this.tables, wish.endsStill ?? true);
    this.grid = gridOf(playbook);
    this.#moves = new Int32Array(playbook.regions.length * 3);
    this.#careful = wish.careful ?? true;
  }

  /** STARTEX: truths are drawn, first states entered, things settle. Throws an invariant (EX12) where the opening does not settle. */
  open(seed: number): void {
    const { slots } = this.tables.playbook;
    this.#begin((_, slot, row) => draw(seed, slots[slot]?.id ?? '', 0, row));
  }

  /** As `open`, with the truths given by value, in the order in which the playbook draws them. */
  openWith(truths: readonly number[]): void {
    this.#begin((n) => truths[n] ?? invariant(false, 'RH4', `truth ${n} is not given`));
  }

  #begin(truth: (n: number, slot: number, weights: readonly number[]) => number): void {
    const { run, tables } = this;
    const { truths, regions, endsBy } = tables.playbook;
    run.blank();
    run.cascade = 0;
    truths.forEach(({ slot, given, weights }, n) => {
      run.slots[slot] = truth(n, slot, weights[given === null ? 0 : int(run.slots, given)] ?? []);
      emit3(run, EVENT.world, slot, int(run.slots, slot), 1);
    });
    try {
      count(run);
      for (const { first } of regions) enter(run, this.grid, first);
      if (endsBy !== undefined) schedule(run, endsBy.ms, RANKS.story, FALLS.run, endsBy.list, -1, -1, -1);
      settle(run, this.grid, this.#moves);
      fireUntil(run, 0, this.grid, this.#moves);
    } catch (error) {
      if (error instanceof Runaway) invariant(false, 'EX12', 'the opening does not settle');
      throw error;
    }
  }

  /** Goes on from a kept state (`run.keep()`), with an empty trace. */
  load(kept: Int32Array): void {
    this.run.load(kept);
    lookAtOffers(this.run);
  }

  /** Milliseconds since STARTEX. */
  get at(): number {
    return int(this.run.s, HEAD.at);
  }

  /** As in the exercise: index of the ending, -1 while running, -2 stopped, -3 for want of anything to happen. */
  get ended(): number {
    return int(this.run.s, HEAD.ended);
  }

  /** When something next falls due; -1 if nothing does or the run is over. */
  get nextDue(): number {
    return this.ended === -1 ? nextDueAt(this.run) : -1;
  }

  /** Lets everything due at or before `at` happen. */
  advance(at: number): Refusal | null {
    return this.#give(at, ASKS.advance, -1, -1, -1, -1);
  }

  /** Answers an open decision, by place of decision and option; -1 for one there is not. */
  choose(at: number, seat: number, decision: number, visit: number, option: number): Refusal | null {
    return this.#give(at, ASKS.choose, seat, decision, visit, option);
  }

  /** Begins a standing action by its place, -1 for one there is not; `words` are how it was said. */
  act(at: number, seat: number, action: number, words: string | null = null): Refusal | null {
    const { sources, standing } = this.tables;
    let n = 0;
    while (n < standing && (sources[n]?.action !== action || sources[n]?.seat !== seat)) n += 1;
    return this.#give(at, ASKS.act, seat, n < standing ? n : -1, -1, -1, words);
  }

  /** Takes what is on offer, by source and visit as `run.offers` names them. */
  take(at: number, n: number, visit: number): Refusal | null {
    const source = this.tables.sources[n];
    if (source === undefined) return this.#give(at, ASKS.act, -1, -1, -1, -1);
    const { seat, decision, option } = source;
    return decision < 0
      ? this.#give(at, ASKS.act, seat, n, -1, -1)
      : this.#give(at, ASKS.choose, seat, decision, visit, option);
  }

  /** Keeps the trainee's own words on an open decision. */
  say(at: number, seat: number, decision: number, visit: number, words: string): Refusal | null {
    return this.#give(at, ASKS.say, seat, decision, visit, -1, words);
  }

  /** The seat is content to let time pass. */
  wait(at: number, seat: number): Refusal | null {
    return this.#give(at, ASKS.wait, seat, -1, -1, -1);
  }

  /** Somebody sits down, with their time factor; null for the one the kernel was made with. Throws (RH4) for a seat that it was not made for. */
  fill(at: number, seat: number, factor: number | null = null): Refusal | null {
    if (seat >= 0 && int(this.tables.bitOf, seat) === 0)
      invariant(false, 'RH4', `nobody may sit down in seat ${seat}`);
    return this.#give(at, ASKS.fill, seat, factor ?? int(this.tables.factors, Math.max(0, seat)), -1, -1);
  }

  /** The person in the seat is gone. */
  leave(at: number, seat: number): Refusal | null {
    return this.#give(at, ASKS.leave, seat, -1, -1, -1);
  }

  /** Whoever directs ends it. */
  end(at: number): Refusal | null {
    return this.#give(at, ASKS.end, -1, -1, -1, -1);
  }

  /** The person stops; the last one's stop is the end. */
  stop(at: number, seat: number): Refusal | null {
    return this.#give(at, ASKS.stop, seat, -1, -1, -1);
  }

  /** The same as a command of the exercise, by names. */
  give(command: Command): Refusal | null {
    const { at } = command;
    const { seats, decisions, actions } = lookupOf(this.tables.playbook);
    const seat = 'seat' in command ? (seats.get(command.seat) ?? -1) : -1;
    switch (command.kind) {
      case 'advance':
        return this.advance(at);
      case 'wait':
        return this.wait(at, seat);
      case 'stop':
        return this.stop(at, seat);
      case 'fill':
        return this.fill(at, seat, command.extended ?? null);
      case 'leave':
        return this.leave(at, seat);
      case 'end':
        return this.end(at);
      case 'inject':
      case 'speak':
        // As in the exercise: there is nothing yet that could be released or passed on.
        return this.#give(at, ASKS.nothing, seat, -1, -1, -1);
      case 'act':
        return this.act(at, seat, actions.get(command.action) ?? -1, command.words ?? null);
      case 'say':
        return this.say(at, seat, decisions.get(command.decision) ?? -1, command.visit, command.words);
      case 'choose': {
        const decision = decisions.get(command.decision) ?? -1;
        const options = this.tables.playbook.decisions[decision]?.options ?? [];
        const option = options.findIndex((one) => one.id === command.option);
        return this.choose(at, seat, decision, command.visit, option);
      }
      default:
        return command satisfies never;
    }
  }

  /** What is due first happens, as an entry of its own; then what was asked. Where that is refused, all is as before. */
  #give(
    at: number,
    asks: number,
    seat: number,
    a: number,
    b: number,
    c: number,
    words: string | null = null,
  ): Refusal | null {
    const { run } = this;
    if (this.ended !== -1) return 'ended';
    const before = this.at;
    if (at < before) return 'in-the-past';
    const due = nextDueAt(run);
    const falls = due >= 0 && due <= at;
    if (this.#careful) run.remember();
    run.cascade = 0;
    try {
      if (falls || asks === ASKS.advance) {
        run.s[HEAD.seq] = int(run.s, HEAD.seq) + 1;
        fireUntil(run, at, this.grid, this.#moves);
      }
      if (asks === ASKS.advance) return null;
      const why = this.ended === -1 ? this.#obey(at, asks, seat, a, b, c, words) : 'ended';
      if (why === null) {
        fireUntil(run, at, this.grid, this.#moves);
        return null;
      }
      this.#undo(falls, before);
      const answers = asks === ASKS.choose || asks === ASKS.say;
      const isLate = why === 'not-open' && answers && this.#isPlayed(seat) && runsOutBy(run, seat, a, b, at);
      return isLate ? 'too-late' : why;
    } catch (error) {
      if (!(error instanceof Runaway)) throw error;
      this.#undo(true, before);
      return 'runaway';
    }
  }

  /** Does what a seat asks, or says why not; then only moment and entry have moved. */
  #obey(
    at: number,
    asks: number,
    seat: number,
    a: number,
    b: number,
    c: number,
    words: string | null,
  ): Refusal | null {
    const { run, tables } = this;
    run.s[HEAD.seq] = int(run.s, HEAD.seq) + 1;
    run.s[HEAD.at] = at;
    run.cascade = 0;
    if (asks === ASKS.end) {
      endex(run, -1);
      return null;
    }
    if (asks === ASKS.fill) {
      if (seat < 0 || this.#isPlayed(seat)) return 'not-open';
      fill(run, seat, a);
      settle(run, this.grid, this.#moves);
      return null;
    }
    if (!this.#isPlayed(seat)) return 'not-open';
    switch (asks) {
      case ASKS.choose: {
        if (c < 0 || !isOpenFor(run, seat, a, b)) return 'not-open';
        const n = int(tables.optionsAt, a) + c;
        const source = tables.sources[n];
        if (source === undefined || source.decision !== a || !holds(run, source.when)) return 'not-open';
        return choose(run, n, source, b, this.grid, this.#moves);
      }
      case ASKS.act: {
        const source = tables.sources[a];
        if (source === undefined || !holds(run, source.when)) return 'not-open';
        return act(run, a, source, words, this.grid, this.#moves);
      }
      case ASKS.say:
        if (!isOpenFor(run, seat, a, b)) return 'not-open';
        if (words === null || words.trim() === '' || words.length > LONGEST_WORDS) return 'bad-words';
        emit3(run, EVENT.said, seat, a, run.words.push(words) - 1);
        return null;
      case ASKS.wait:
        run.seats[seat * SEAT_SIZE + SEAT.waits] = 1;
        return null;
      case ASKS.nothing:
        return 'not-open';
      default:
        if (asks === ASKS.stop && int(run.s, HEAD.played) === int(tables.bitOf, seat)) {
          endex(run, STOPPED);
          return null;
        }
        leave(run, seat);
        settle(run, this.grid, this.#moves);
        return null;
    }
  }

  #isPlayed(seat: number): boolean {
    return seat >= 0 && isPlayed(this.run, seat);
  }

  /** Back to before the command: all of it where something happened, else only moment and entry. */
  #undo(happened: boolean, at: number): void {
    const { run } = this;
    if (!happened) {
      run.s[HEAD.at] = at;
      run.s[HEAD.seq] = int(run.s, HEAD.seq) - 1;
      return;
    }
    invariant(this.#careful, 'RH4', 'a kernel that remembers nothing was asked for what it had to refuse');
    run.undo();
    lookAtOffers(run);
  }
}

const ASKS = {
  ...{ advance: 0, choose: 1, act: 2, say: 3, wait: 4, stop: 5 },
  ...{ fill: 6, leave: 7, end: 8, nothing: 9 },
} as const;
