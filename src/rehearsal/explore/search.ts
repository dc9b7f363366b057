/**
 * Breadth first through every state that can be reached, each kept once as a few packed integers: an open-addressed table of numbers of
 * states, no objects (SPEC RH6). A state's number is the order in which it was found, so a shortest way to it is its chain of parents.
 */

/** What can be explored: states as lists of `words` integers. */
export interface Space {
  readonly words: number;
  /** Where it begins. */
  readonly start: Int32Array;
  /** Where `expand` leaves each state that one event leads to. */
  readonly out: Int32Array;
  /** Writes each such state into `out`, calling `found` with the number of the event each time. */
  expand(state: Int32Array, found: (event: number) => void): void;
  /** Whether the story is over there: such a state leads nowhere by right. */
  isOver(state: Int32Array): boolean;
}

/** What was found. `frontier` counts states that were found and not followed: 0 where the exploration is complete. */
export interface Explored {
  readonly states: number;
  readonly edges: number;
  readonly frontier: number;
  /** States from which nothing leads on though the story is not over. */
  readonly stuck: number;
  readonly over: number;
  readonly bytesPerState: number;
  /** The packed state of that number. */
  state(n: number): Int32Array;
  /** The events of a shortest way there from the start; only where parents were kept. */
  wayTo(n: number): readonly number[];
  /** Numbers of the first stuck states, at most eight. */
  readonly firstStuck: readonly number[];
}

/** Where to stop, and whether to remember how each state was first reached (8 bytes a state more). */
export interface SearchWish {
  readonly states: number;
  readonly parents: boolean;
}

const FIRST = 1 << 16;
const MOST_STUCK = 8;
/** Finding every state its place again costs as much as finding it first: the table grows seldom. */
const GROWTH = 4;

/** Explores until nothing new is found or the limit of states is reached; then what is left is the frontier. */
export function search(space: Space, wish: SearchWish): Explored {
  const { words, out } = space;
  const here = new Int32Array(words);
  let states = new Int32Array(FIRST * words);
  let table = new Int32Array(FIRST * 2).fill(-1);
  let bits = table.length - 1;
  let parents = new Int32Array(wish.parents ? FIRST * 2 : 0);
  let [count, edges, from, stuck, over] = [0, 0, 0, 0, 0];
  const firstStuck: number[] = [];

  function hash(of: Int32Array, at: number): number {
    let h = 0x9e3779b9;
    for (let i = 0; i < words; i++) {
      h = Math.imul(h ^ (of[at + i] as number), 0x85ebca6b);
      h ^= h >>> 15;
    }
    h = Math.imul(h, 0xc2b2ae35);
    return h ^ (h >>> 13);
  }

  function found(event: number): void {
    edges += 1;
    let place = hash(out, 0) & bits;
    for (;;) {
      const n = table[place] as number;
      if (n < 0) break;
      let i = 0;
      while (i < words && states[n * words + i] === out[i]) i += 1;
      if (i === words) return;
      place = (place + 1) & bits;
    }
    table[place] = count;
    for (let i = 0; i < words; i++) states[count * words + i] = out[i] as number;
    if (wish.parents) {
      parents[count * 2] = from;
      parents[count * 2 + 1] = event;
    }
    count += 1;
    if (count * words === states.length) grow();
  }

  function grow(): void {
    states = longer(states);
    if (wish.parents) parents = longer(parents);
    table = new Int32Array(table.length * GROWTH).fill(-1);
    bits = table.length - 1;
    for (let n = 0; n < count; n++) {
      let place = hash(states, n * words) & bits;
      while ((table[place] as number) >= 0) place = (place + 1) & bits;
      table[place] = n;
    }
  }

  out.set(space.start);
  found(-1);
  edges = 0;
  while (from < count && count < wish.states) {
    for (let i = 0; i < words; i++) here[i] = states[from * words + i] as number;
    const before = edges;
    if (space.isOver(here)) over += 1;
    else {
      space.expand(here, found);
      if (edges === before) {
        stuck += 1;
        if (firstStuck.length < MOST_STUCK) firstStuck.push(from);
      }
    }
    from += 1;
  }
  return {
    states: count,
    edges,
    frontier: count - from,
    stuck,
    over,
    bytesPerState: (states.byteLength + table.byteLength + parents.byteLength) / count,
    state: (n) => states.slice(n * words, (n + 1) * words),
    wayTo(n) {
      const way: number[] = [];
      for (let at = n; at > 0; at = parents[at * 2] as number) way.push(parents[at * 2 + 1] as number);
      return way.reverse();
    },
    firstStuck,
  };
}

function longer(ints: Int32Array): Int32Array<ArrayBuffer> {
  const more = new Int32Array(ints.length * GROWTH);
  more.set(ints);
  return more;
}
