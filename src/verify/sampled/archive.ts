/**
 * Situations of a scenario too large to be followed whole: kept by where the story stands and what the seat knows, each with a way to it,
 * and gone on from at random, the least tried first (SPEC RH41). Chance is keyed, so that the same search finds the same.
 */
import { roll } from '#exercise/chance.ts';
import { int } from '#kernel/conditions.ts';
import { HEAD, OPEN, OPEN_SIZE } from '#kernel/state.ts';
import type { Truths } from '../basis/truths.ts';
import type { Move } from '../exhaustive/belief-graph.ts';
import type { Exploration } from '../exhaustive/exploration.ts';
import type { KnownWay } from './known-ways.ts';

/** A situation that was kept: the truths it came under, and the moves that led to it from the one before. */
export interface Kept {
  readonly truths: Truths;
  readonly before: number;
  readonly moves: readonly Move[];
  readonly state: Int32Array;
  readonly isGrave: boolean;
}

/** More than this is not kept: a state of a large scenario is some ten thousand bytes. */
const MOST = 6000;
/** How far one try goes on. */
const STRIDE = 25;

/** The situations kept so far. */
export class Archive {
  readonly kept: Kept[] = [];
  /** Moves made. */
  moves = 0;
  readonly #exploration: Exploration;
  readonly #cells = new Set<string>();
  readonly #tries: number[] = [];
  #rolls = 0;

  constructor(exploration: Exploration) {
    this.#exploration = exploration;
  }

  /** Walks a way from STARTEX, keeping what is new on it. A way that is refused somewhere is walked so far. */
  walk({ truths, moves }: KnownWay): void {
    this.#begin(truths);
    let before = this.#keep(truths, -1, []);
    let since: Move[] = [];
    for (const move of moves) {
      if (!this.#move(move)) return;
      since.push(move);
      const n = this.#keep(truths, before, since);
      if (n < 0) continue;
      before = n;
      since = [];
    }
  }

  /** Walks ways again with one thing left out, put in or done at another time: what an author's plans come near to. */
  vary(ways: readonly KnownWay[], times: number): void {
    const takes = ways.flatMap(({ moves }) => moves.filter(({ move }) => move >= 0));
    for (let time = 0; time < times && takes.length > 0; time++) {
      const way = ways[this.#next(ways.length)];
      if (way === undefined) return;
      const changed = timed(way.moves);
      for (let change = this.#next(3); change >= 0; change--) {
        const how = this.#next(3);
        const [gone] = how === 1 ? [] : changed.splice(this.#next(changed.length), 1);
        const added = how === 0 ? undefined : (gone?.move ?? takes[this.#next(takes.length)]?.move);
        const at = changed[this.#next(changed.length)]?.at ?? 0;
        if (added !== undefined) changed.push({ move: added, at: at + this.#next(60) * 1000 });
      }
      this.#play(
        way.truths,
        changed.sort((a, b) => a.at - b.at),
      );
    }
  }

  /** Goes on at random from the least tried situations, so many times. */
  wander(times: number): void {
    const { system } = this.#exploration;
    for (let time = 0; time < times && this.kept.length > 0; time++) {
      let from = this.#next(this.kept.length);
      for (let i = 0; i < 3; i++) {
        const other = this.#next(this.kept.length);
        if ((this.#tries[other] ?? 0) < (this.#tries[from] ?? 0)) from = other;
      }
      this.#tries[from] = (this.#tries[from] ?? 0) + 1;
      const start = this.kept[from];
      if (start === undefined) return;
      this.load(start);
      let before = from;
      let since: Move[] = [];
      // Every other try lets time pass far more than it acts, so that what comes late is come to.
      const [stride, eager] = time % 2 === 0 ? [STRIDE, 4] : [STRIDE * 8, 1];
      for (let step = 0; step < stride && system.kernel.ended === -1; step++) {
        const move = this.#anyMove(eager);
        if (move === null || !this.#move(move)) break;
        since.push(move);
        const n = this.#keep(start.truths, before, since);
        if (n < 0) continue;
        before = n;
        since = [];
      }
    }
  }

  /** Puts kernel and monitor into a kept situation. */
  load({ state }: Kept): void {
    this.#exploration.system.put(state);
  }

  /** The moves from STARTEX to a kept situation. */
  wayTo(n: number): readonly Move[] {
    const parts: (readonly Move[])[] = [];
    for (let at = n; at >= 0; at = this.kept[at]?.before ?? -1) parts.unshift(this.kept[at]?.moves ?? []);
    return parts.flat();
  }

  /** Bytes of a kept situation, on average. */
  get bytesPerSituation(): number {
    const bytes = this.kept.reduce((sum, { state }) => sum + state.byteLength, 0);
    return this.kept.length === 0 ? 0 : bytes / this.kept.length;
  }

  /** Plays takes at their moments, leaving out what is refused, and lets time pass to the end. */
  #play(truths: Truths, takes: readonly { readonly move: number; readonly at: number }[]): void {
    const { kernel } = this.#exploration.system;
    this.#begin(truths);
    let before = -1;
    let since: Move[] = [];
    const go = (move: Move) => {
      if (!this.#move(move)) return false;
      since.push(move);
      const n = this.#keep(truths, before, since);
      if (n >= 0) [before, since] = [n, []];
      return true;
    };
    for (const { move, at } of [...takes, { move: -1, at: Number.POSITIVE_INFINITY }]) {
      while (kernel.ended === -1 && kernel.at < at) {
        const next = Math.min(at, kernel.nextDue < 0 ? at : kernel.nextDue);
        if (!Number.isFinite(next) || !go({ move: -1, ms: next - kernel.at })) return;
      }
      if (kernel.ended !== -1) return;
      if (move >= 0) go({ move, ms: 0 });
    }
  }

  #begin(truths: Truths): void {
    const { kernel, monitor } = this.#exploration.system;
    kernel.openWith(truths);
    monitor.blank();
    monitor.follow(0);
    this.#look(0);
  }

  #move({ move, ms }: Move): boolean {
    const { kernel, monitor } = this.#exploration.system;
    const { run } = kernel;
    const from = run.tn;
    this.moves += 1;
    if (move < 0) {
      if (kernel.advance(kernel.at + ms) !== null) return false;
    } else {
      let visit = 0;
      for (let i = 0; i < run.offersN; i += 2)
        if (int(run.offers, i) === move) visit = int(run.offers, i + 1);
      if (kernel.take(kernel.at, move, visit) !== null) return false;
    }
    monitor.follow(from);
    this.#look(from);
    return true;
  }

  #look(from: number): void {
    this.#exploration.targets.look(this.#exploration.system.kernel.run, from);
  }

  /** A source on offer, or time: to the next due moment or to the last before it. */
  #anyMove(eager: number): Move | null {
    const { kernel } = this.#exploration.system;
    const { run, nextDue, at } = kernel;
    const how = this.#next(10);
    if (how < eager && run.offersN > 0)
      return { move: int(run.offers, this.#next(run.offersN / 2) * 2), ms: 0 };
    if (nextDue < 0) return null;
    return { move: -1, ms: how === 4 && nextDue - at > 1 ? nextDue - at - 1 : nextDue - at };
  }

  #keep(truths: Truths, before: number, moves: readonly Move[]): number {
    const { system, matter } = this.#exploration;
    const { kernel, monitor } = system;
    const { run, tables } = kernel;
    if (kernel.ended !== -1 || this.kept.length >= MOST) return -1;
    const isGrave = monitor.grave;
    const known = [...(tables.knownOf[matter.seat] ?? [])].map((slot) => int(run.slots, slot));
    const open = Array.from({ length: int(run.s, HEAD.open) }, (_, n) =>
      int(run.open, n * OPEN_SIZE + OPEN.decision),
    );
    const cell = [...run.place, ...known, ...open, isGrave ? 1 : 0].join();
    if (this.#cells.has(cell)) return -1;
    this.#cells.add(cell);
    return this.kept.push({ truths, before, moves: [...moves], state: system.keep(), isGrave }) - 1;
  }

  #next(below: number): number {
    this.#rolls += 1;
    // Each pack searches its own way: what one comes to counts for all.
    return roll(207, this.#exploration.matter.under.pack, this.#rolls) % below;
  }
}

/** The takes of a way, each with its moment. */
function timed(moves: readonly Move[]): { readonly move: number; readonly at: number }[] {
  let at = 0;
  return moves.flatMap(({ move, ms }) => {
    at += ms;
    return move < 0 ? [] : [{ move, at }];
  });
}
