/** The grid over packed places: the same moves as `exercise/grid.ts`, read from flat tables without making new ones (SPEC EX8). */
import type { Playbook } from '#scenario/playbook.ts';
import { int } from './conditions.ts';
import { holds, type Run } from './state.ts';

/** The story's moves: ways in triples of condition, list (-1 for none) and state; states with what happens there. */
export interface Grid {
  readonly wayAt: Int32Array;
  readonly ways: Int32Array;
  /** Region and state of each signal. */
  readonly towards: Int32Array;
  readonly enter: Int32Array;
  readonly leave: Int32Array;
  /** Deadlines of each state in pairs of milliseconds and list. */
  readonly after: readonly Int32Array[];
  /** Decisions of each state in triples of decision, milliseconds and condition. */
  readonly decide: readonly Int32Array[];
}

/** The grid of a playbook. */
export function gridOf({ states, signals }: Playbook): Grid {
  const wayAt = [0];
  const ways: number[] = [];
  for (const state of states) {
    for (const way of state.settle) ways.push(way.when, way.list ?? -1, way.to);
    wayAt.push(ways.length);
  }
  return {
    wayAt: Int32Array.from(wayAt),
    ways: Int32Array.from(ways),
    towards: Int32Array.from(signals.flatMap((signal) => [signal.region, signal.state])),
    enter: Int32Array.from(states, (state) => state.enter ?? -1),
    leave: Int32Array.from(states, (state) => state.leave ?? -1),
    after: states.map((state) => Int32Array.from(state.after.flatMap(({ ms, list }) => [ms, list]))),
    decide: states.map((state) =>
      Int32Array.from(state.decide.flatMap(({ decision, ms, when }) => [decision, ms, when ?? -1])),
    ),
  };
}

/**
 * Asks each region for a way on, against places and guards as they are; writes from, list and to of each that moves into `moves` (from
 * is -1 where the region stays). Answers whether any does.
 */
export function waysOn(run: Run, grid: Grid, moves: Int32Array): boolean {
  const { place } = run;
  let any = false;
  for (let region = 0; region < place.length; region++) {
    const from = int(place, region);
    const end = int(grid.wayAt, from + 1);
    moves[region * 3] = -1;
    for (let way = int(grid.wayAt, from); way < end; way += 3) {
      if (!holds(run, int(grid.ways, way))) continue;
      moves[region * 3] = from;
      moves[region * 3 + 1] = int(grid.ways, way + 1);
      moves[region * 3 + 2] = int(grid.ways, way + 2);
      any = true;
      break;
    }
  }
  return any;
}
