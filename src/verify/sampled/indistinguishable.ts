/** What the seat can take a situation to be: the states that the same moves come to under every truth it has not told apart (SPEC RH43). */
import { int } from '#kernel/conditions.ts';
import type { Truths } from '../basis/truths.ts';
import type { Move } from '../exhaustive/belief-graph.ts';
import type { Exploration } from '../exhaustive/exploration.ts';
import { ObservationSignature } from '../exhaustive/observation-signature.ts';
import type { Archive } from './archive.ts';

/** A state that some moves come to, and the truths under which they do. */
export interface Member {
  readonly truths: Truths;
  readonly state: Int32Array;
}
/** All that the seat can suppose after some moves; the first is under the truths they were made under. */
export interface Supposed {
  readonly moves: readonly Move[];
  readonly members: readonly Member[];
}

/** How it begins under some truths, and what the seat perceives of that. */
interface Opened extends Member {
  readonly signature: Int32Array;
}

/** Follows the situations of an archive to which nothing is added any more, each from the one before it. */
export class CouldBe {
  readonly #exploration: Exploration;
  readonly #archive: Archive;
  readonly #signature: ObservationSignature;
  /** What situations can be, by number, as long as one that comes straight after is to be asked. */
  readonly #members = new Map<number, readonly Member[]>();
  /** By situation, how many that come straight after it are to be asked. */
  readonly #toCome = new Map<number, number>();
  /** By truths, made when first asked for. */
  #opened: readonly Opened[] | null = null;

  constructor(exploration: Exploration, archive: Archive) {
    this.#exploration = exploration;
    this.#archive = archive;
    this.#signature = new ObservationSignature(exploration.system.kernel.run, exploration.matter.seat);
    for (const { before, isGrave } of archive.kept) {
      if (!isGrave) this.#toCome.set(before, (this.#toCome.get(before) ?? 0) + 1);
    }
  }

  /**
   * What a kept situation without a grave finding can be: what the one before it could, as far as the seat then perceived the same. Each is
   * asked once, in their order.
   */
  of(n: number): Supposed {
    const { truths, before, moves } = this.#archive.kept[n] ?? NOBODY;
    const way = this.#archive.wayTo(n);
    const known = this.#members.get(before);
    const members = known === undefined ? this.after(truths, way) : this.#alike(known, moves);
    if (this.#toCome.has(n)) this.#members.set(n, members);
    const left = (this.#toCome.get(before) ?? 0) - 1;
    this.#toCome.set(before, left);
    if (left <= 0) this.#members.delete(before);
    return { moves: way, members };
  }

  /** What moves from STARTEX come to under some truths, and under all others that the seat does not tell from them. */
  after(truths: Truths, moves: readonly Move[]): readonly Member[] {
    this.#opened ??= this.#exploration.truths.map((one) => this.#open(one));
    const name = truths.join();
    const own = this.#opened.find((one) => one.truths.join() === name) ?? this.#open(truths);
    const others = this.#opened.filter((one) => one !== own && isSame(one.signature, own.signature));
    return this.#alike([own, ...others], moves);
  }

  /** Puts kernel and monitor into a state. */
  load(state: Int32Array): void {
    this.#exploration.system.put(state);
  }

  /** Makes a move; whether it was not refused. */
  move({ move, ms }: Move): boolean {
    const { kernel, monitor } = this.#exploration.system;
    const { offers, offersN, tn } = kernel.run;
    const since = kernel.at;
    let visit = 0;
    for (let i = 0; i < offersN; i += 2) if (int(offers, i) === move) visit = int(offers, i + 1);
    const why = move < 0 ? kernel.advance(since + ms) : kernel.take(since, move, visit);
    if (why !== null) return false;
    monitor.follow(tn);
    this.#signature.read(tn, since);
    return true;
  }

  #open(truths: Truths): Opened {
    const { kernel, monitor } = this.#exploration.system;
    kernel.openWith(truths);
    monitor.blank();
    monitor.follow(0);
    this.#signature.read(0, 0);
    return { truths, state: this.#state(), signature: this.#perceived().slice() };
  }

  /** What moves make of the members of a belief, as far as the seat perceives of each what it does of the first. */
  #alike(members: readonly Member[], moves: readonly Move[]): readonly Member[] {
    const own: Int32Array[] = [];
    return members.flatMap(({ truths, state }, at): readonly Member[] => {
      this.load(state);
      for (const [n, move] of moves.entries()) {
        if (!this.move(move)) return [];
        if (at === 0) own.push(this.#perceived().slice());
        else if (!isSame(this.#perceived(), own[n] ?? NOTHING)) return [];
      }
      return [{ truths, state: this.#state() }];
    });
  }

  /** What the seat perceived of the last move, until the next. */
  #perceived(): Int32Array {
    return this.#signature.ints.subarray(0, this.#signature.length);
  }

  /** Where kernel and monitor stand, to be loaded again. */
  #state(): Int32Array {
    return this.#exploration.system.keep();
  }
}

const NOTHING = new Int32Array(0);
const NOBODY = { truths: [], before: -1, moves: [] };

function isSame(a: Int32Array, b: Int32Array): boolean {
  return a.length === b.length && a.every((one, i) => one === b[i]);
}
