/**
 * What a seat can take the situation to be, and where each of its moves can lead: a graph explored breadth first (SPEC RH33).
 *
 * A belief is the set of situations that one and the same play may have come to, under every truth the seat has not told apart. A belief
 * of one situation is the play of somebody who knows the truth. Each move is tried now, and at the last moment before something is due.
 */
import { int } from '#kernel/conditions.ts';
import { Store } from '../basis/integer-lists.ts';
import { PASS, REFUSED, RUNAWAY, type TransitionSystem } from './transition-system.ts';

/** What is done: a source, or letting time pass; and the milliseconds that pass with it. */
export interface Move {
  readonly move: number;
  readonly ms: number;
}
/** A move of a belief: after `ms` (0 for what is taken at once) it leads to one of `to`, by what the seat then perceives. */
export interface Way extends Move {
  readonly to: readonly number[];
}
/** Where to stop: situations and milliseconds, whichever comes first. */
export interface Limits {
  readonly states: number;
  readonly ms: number;
}
/** A clock for the limit, and somebody to tell how far it is. */
export interface Progress {
  now(): number;
  tell(states: number, frontier: number): void;
}

/** Beliefs by number, in the order in which they were found: the way to each is the shortest in moves. */
export class BeliefGraph {
  readonly system: TransitionSystem;
  readonly members: (readonly number[])[] = [];
  /** Ways on, by belief; null where it was found and not followed. */
  readonly ways: (readonly Way[] | null)[] = [];
  /** Beliefs from which time ran away: effects that never settle. */
  readonly runaways = new Set<number>();
  edges = 0;
  readonly #numbers = new Store();
  readonly #parents: { readonly from: number; readonly move: number; readonly ms: number }[] = [];
  readonly #key = new Int32Array(4096);
  #followed = 0;
  /** The move that is being tried: what is met for the first time was met by it. */
  trying: { readonly from: number; readonly move: Move } = { from: -1, move: { move: PASS, ms: 0 } };

  constructor(system: TransitionSystem) {
    this.system = system;
  }

  get count(): number {
    return this.members.length;
  }

  /** Found and not followed. */
  get frontier(): number {
    return this.members.length - this.#followed;
  }

  /** Keeps a belief as a beginning; its number. */
  begin(members: readonly number[]): number {
    return this.#add(members, { from: -1, move: PASS, ms: 0 });
  }

  /** Follows what was found until nothing is left or a limit is reached. */
  explore(limits: Limits, progress: Progress): void {
    const until = progress.now() + limits.ms;
    while (this.#followed < this.count) {
      if (this.system.situations.length > limits.states || this.count > limits.states) break;
      if ((this.#followed & 255) === 0) {
        progress.tell(this.count, this.frontier);
        if (progress.now() > until) break;
      }
      const n = this.#followed;
      this.#followed += 1;
      this.ways[n] = this.#follow(n);
    }
  }

  /** The belief from which a belief was first reached; -1 for a beginning. */
  parentOf(n: number): number {
    return this.#parents[n]?.from ?? -1;
  }

  /** The beliefs on a shortest way to one, from its beginning on, and the move that led to each after the first. */
  wayTo(n: number): { readonly nodes: readonly number[]; readonly moves: readonly Move[] } {
    const nodes = [n];
    const moves: Move[] = [];
    for (;;) {
      const parent = this.#parents[nodes[0] ?? -1];
      if (parent === undefined || parent.from < 0) return { nodes, moves };
      moves.unshift({ move: parent.move, ms: parent.ms });
      nodes.unshift(parent.from);
    }
  }

  /** Whether the run is over in a belief. */
  isOver(n: number): boolean {
    return this.system.situations[this.members[n]?.[0] ?? -1]?.ended !== -1;
  }

  #add(members: readonly number[], parent: { from: number; move: number; ms: number }): number {
    const sorted = [...new Set(members)].sort((a, b) => a - b);
    sorted.forEach((one, i) => {
      this.#key[i] = one;
    });
    const n = this.#numbers.add(this.#key, sorted.length);
    if (n === this.members.length) {
      this.members.push(sorted);
      this.ways.push(null);
      this.#parents.push(parent);
    }
    return n;
  }

  #follow(n: number): readonly Way[] {
    if (this.isOver(n)) return [];
    const { situations } = this.system;
    const members = this.members[n] ?? [];
    const first = situations[members[0] ?? -1];
    if (first === undefined) return [];
    const ways: Way[] = [];
    for (let i = 0; i < first.offers.length; i += 2) this.#try(n, int(first.offers, i), 0, ways);
    const dues = members.map((one) => situations[one]?.due ?? -1).filter((due) => due >= 0);
    if (dues.length === 0) return ways;
    const due = Math.min(...dues);
    if (due > 1 && first.free) this.#try(n, PASS, due - 1, ways);
    this.#try(n, PASS, due, ways);
    return ways;
  }

  /** Makes the move from every member and parts what the seat can tell apart. */
  #try(n: number, move: number, ms: number, ways: Way[]): void {
    this.trying = { from: n, move: { move, ms } };
    const parts = new Map<number, number[]>();
    const members = this.members[n] ?? [];
    for (const member of members) {
      const { to, signature } = this.system.step(member, move, ms);
      if (to === RUNAWAY) this.runaways.add(n);
      if (to === RUNAWAY || to === REFUSED) return;
      const part = parts.get(signature) ?? [];
      part.push(to);
      parts.set(signature, part);
      // What the move does to somebody who knows the truth is asked too: only then is it said what knowing would change.
      if (members.length > 1) this.#add([to], { from: this.begin([member]), move, ms });
    }
    const to = [...parts.values()].map((part) => this.#add(part, { from: n, move, ms }));
    if (to.length === 1 && to[0] === n) return;
    this.edges += to.length;
    ways.push({ move, ms, to });
  }
}
