/**
 * Breadth first through every state that can be reached, each kept once as a few packed integers: an open-addressed table of the states
 * themselves, no objects (SPEC RH6). A state's number is the order in which it was found, so a shortest way to it is its chain of parents.
 *
 * Nearly all the time goes into waiting for memory: whether a state was seen is one look at a place that is never near the last. So what
 * was found is looked up in batches, all places of a batch being asked for before the first is needed.
 */

/** What can be explored: states as lists of `words` integers, the first of them never -1. */
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

/** Where to stop (soon after so many states), and whether to remember how each state was first reached (8 bytes a state more). */
export interface SearchWish {
  readonly states: number;
  readonly parents: boolean;
  /** How many states to have room for from the start: where it is known, nothing has to be moved. */
  readonly room?: number;
}

const FIRST = 1 << 16;
/** Ways that are looked up together. */
const BATCH = 256;
const EMPTY = -1;
const MOST_STUCK = 8;
/** Finding every state its place again costs as much as finding it first: the table grows seldom. */
const GROWTH = 4;

/** Explores until nothing new is found or the limit of states is reached; then what is left is the frontier. */
export function search(space: Space, wish: SearchWish): Explored {
  const { words, out } = space;
  const here = new Int32Array(words);
  let room = Math.max(FIRST, wish.room ?? 0);
  let states = new Int32Array(room * words);
  let parents = new Int32Array(wish.parents ? room * 2 : 0);
  let table = new Int32Array(slotsFor(room) * words).fill(EMPTY);
  let bits = table.length / words - 1;
  let [count, edges, from, stuck, over] = [0, 0, 0, 0, 0];
  const firstStuck: number[] = [];
  const batch = new Int32Array(BATCH * words);
  const places = new Int32Array(BATCH);
  const looks = new Int32Array(BATCH);
  const ways = new Int32Array(BATCH * 2);
  let waiting = 0;

  function hash(of: Int32Array, at: number): number {
    let h = 0x9e3779b9;
    for (let i = 0; i < words; i++) h = Math.imul((h ^ (of[at + i] as number)) + (h >>> 15), 0x85ebca6b);
    h = Math.imul(h ^ (h >>> 15), 0xc2b2ae35);
    return h ^ (h >>> 13);
  }

  function found(event: number): void {
    const at = waiting * words;
    for (let i = 0; i < words; i++) batch[at + i] = out[i] as number;
    ways[waiting * 2] = from;
    ways[waiting * 2 + 1] = event;
    edges += 1;
    waiting += 1;
    if (waiting === BATCH) keepNew();
  }

  /** Keeps what of the batch was not seen before, in order. */
  function keepNew(): void {
    if (count + waiting > room) grow();
    for (let n = 0; n < waiting; n++) places[n] = (hash(batch, n * words) & bits) * words;
    // Asked for one right after the other, these looks wait for memory together.
    for (let n = 0; n < waiting; n++) looks[n] = table[places[n] as number] as number;
    for (let n = 0; n < waiting; n++) {
      const at = n * words;
      const place = placeOf(batch, at, places[n] as number);
      if (place < 0) continue;
      const to = count * words;
      for (let i = 0; i < words; i++) {
        const word = batch[at + i] as number;
        table[place + i] = word;
        states[to + i] = word;
      }
      if (wish.parents) {
        parents[count * 2] = ways[n * 2] as number;
        parents[count * 2 + 1] = ways[n * 2 + 1] as number;
      }
      count += 1;
    }
    waiting = 0;
  }

  /** Where in the table the state goes, looked for from a place on; -1 where it is there already. */
  function placeOf(of: Int32Array, at: number, first: number): number {
    let place = first;
    for (;;) {
      const word = table[place] as number;
      if (word === EMPTY) return place;
      if (word === of[at]) {
        let i = 1;
        while (i < words && table[place + i] === of[at + i]) i += 1;
        if (i === words) return -1;
      }
      place += words;
      if (place === table.length) place = 0;
    }
  }

  function grow(): void {
    room *= GROWTH;
    states = longer(states);
    if (wish.parents) parents = longer(parents);
    table = new Int32Array(slotsFor(room) * words).fill(EMPTY);
    bits = table.length / words - 1;
    for (let n = 0; n < count; n++) {
      const place = placeOf(states, n * words, (hash(states, n * words) & bits) * words);
      for (let i = 0; i < words; i++) table[place + i] = states[n * words + i] as number;
    }
  }

  out.set(space.start);
  found(-1);
  keepNew();
  edges = 0;
  while (count < wish.states) {
    if (from === count) keepNew();
    if (from === count) break;
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
  keepNew();
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

/** A power of two, so that a place is a mask of the hash, and never more than three quarters full. */
function slotsFor(states: number): number {
  return 2 ** Math.ceil(Math.log2((states * 4) / 3));
}

function longer(ints: Int32Array): Int32Array<ArrayBuffer> {
  const more = new Int32Array(ints.length * GROWTH);
  more.set(ints);
  return more;
}
