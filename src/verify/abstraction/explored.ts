/** Everything an abstraction can come to, and from where its run may not come to an end though nobody does anything (SPEC RH64). */
import { Store } from '../basis/integer-lists.ts';
import { type Abstraction, HOW } from './abstraction.ts';

export interface Explored {
  readonly states: number;
  readonly edges: number;
  readonly bytes: number;
  /** States that are not over and in which nothing is under way. */
  readonly stuck: readonly number[];
  /** Circles: states among which a run can go on for ever by itself, by circle. */
  readonly circles: readonly (readonly number[])[];
  /** The state of that number; a copy. */
  state(n: number): Int32Array;
  /** The state from which it was first come to; -1 for those of STARTEX. */
  before(n: number): number;
}

/** Follows everything; null where there are more states than that. Throws Runaway. */
export function explored(abstraction: Abstraction, most: number): Explored | null {
  const store = new Store();
  const parents: number[] = [];
  /** By state: where it can go by itself. */
  const alone: number[][] = [];
  const stuck: number[] = [];
  let edges = 0;
  let at = -1;
  const add = (state: Int32Array) => {
    const n = store.add(state, abstraction.words);
    if (n === parents.length) parents.push(at);
    return n;
  };
  abstraction.open(add);
  for (at = 0; at < store.count; at++) {
    if (store.count > most) return null;
    const next = new Set<number>();
    alone.push([]);
    const state = store.get(at).slice();
    if (state[0] === -1) continue;
    if (!abstraction.isUnderWay(state)) stuck.push(at);
    abstraction.expand(state, (to, how) => {
      const n = add(to);
      edges += 1;
      // What may come and changes nothing is no step; what has to come and changes nothing is a circle.
      if (how === HOW.sure || (how === HOW.maybe && n !== at)) next.add(n);
    });
    alone[at] = [...next];
  }
  return {
    states: store.count,
    edges,
    bytes: store.bytes,
    stuck,
    circles: circlesOf(alone),
    state: (n) => store.get(n).slice(),
    before: (n) => parents[n] ?? -1,
  };
}

/** The strongly connected parts of a graph in which a step leads back (Tarjan's algorithm, without recursion). */
export function circlesOf(next: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const order = new Int32Array(next.length).fill(-1);
  const low = new Int32Array(next.length);
  const isOpen = new Uint8Array(next.length);
  const path: number[] = [];
  const circles: number[][] = [];
  let count = 0;
  for (let root = 0; root < next.length; root++) {
    if (order[root] !== -1) continue;
    const stack: { readonly node: number; child: number }[] = [];
    const enter = (node: number) => {
      order[node] = count;
      low[node] = count;
      count += 1;
      path.push(node);
      isOpen[node] = 1;
      stack.push({ node, child: 0 });
    };
    enter(root);
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const { node } = top;
      const child = next[node]?.[top.child];
      if (child !== undefined) {
        top.child += 1;
        if (order[child] === -1) enter(child);
        else if (isOpen[child] === 1) low[node] = Math.min(low[node] ?? 0, order[child] ?? 0);
        continue;
      }
      stack.pop();
      const above = stack.at(-1)?.node;
      if (above !== undefined) low[above] = Math.min(low[above] ?? 0, low[node] ?? 0);
      if (low[node] !== order[node]) continue;
      const part = path.splice(path.lastIndexOf(node));
      for (const one of part) isOpen[one] = 0;
      if (part.length > 1 || next[node]?.includes(node)) circles.push(part);
    }
  }
  return circles;
}
