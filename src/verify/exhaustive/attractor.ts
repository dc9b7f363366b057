/** From where a seat can come to what it wants, whatever the truth turns out to be: backward over an explored graph (SPEC RH34). */
import type { BeliefGraph } from './belief-graph.ts';

/**
 * Beliefs (1) from which some play surely comes to a goal: those that are one, and those with a move all of whose outcomes are among
 * them. `lost` are never among them. Linear in the graph. Beliefs not followed are taken as goals where `hope`, else as lost.
 */
export function attractor(
  beliefs: BeliefGraph,
  isGoal: (n: number) => boolean,
  isLost: (n: number) => boolean,
  hope: boolean,
): Uint8Array {
  const { count, ways } = beliefs;
  const won = new Uint8Array(count);
  /** By way: how many of its outcomes are not yet won. */
  const left: number[] = [];
  const owner: number[] = [];
  const into: number[][] = Array.from({ length: count }, () => []);
  const open: number[] = [];
  const win = (n: number) => {
    if (won[n] === 1 || isLost(n)) return;
    won[n] = 1;
    open.push(n);
  };
  for (let n = 0; n < count; n++) {
    const here = ways[n];
    if (isGoal(n) || (hope && here === null)) win(n);
    for (const { to } of here ?? []) {
      const way = left.push(to.length) - 1;
      owner.push(n);
      for (const one of to) into[one]?.push(way);
    }
  }
  for (let n = open.pop(); n !== undefined; n = open.pop()) {
    for (const way of into[n] ?? []) {
      left[way] = (left[way] ?? 0) - 1;
      if (left[way] === 0) win(owner[way] ?? -1);
    }
  }
  return won;
}
