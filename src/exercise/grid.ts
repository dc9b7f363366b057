/** The grid: the story's moves as flat integer tables, for rehearsal. Gives the chart's answers (SPEC EX8). */
import type { Playbook } from '#scenario/playbook.ts';
import type { Moved, Mover, Step } from './exercise.ts';
import { at } from './invariant.ts';

const STAY: readonly Step[] = [];

/**
 * A mover over flat tables. A signal moves its region; a settle asks the regions in document order, each against the places and
 * guards as they were before any moved, and each moves at most once. Steps of one region: leave, run, enter.
 */
export function makeGrid(playbook: Playbook): Mover {
  const { regions, states, signals } = playbook;
  /** `ways[first[s]] … ways[first[s + 1]]`, in triples: condition, list or -1, state to. */
  const first: number[] = [0];
  const ways: number[] = [];
  for (const state of states) {
    for (const way of state.settle) ways.push(way.when, way.list ?? -1, way.to);
    first.push(ways.length);
  }
  const towards: number[] = signals.flatMap((signal) => [signal.region, signal.state]);

  function settle(place: readonly number[], holds: (condition: number) => boolean): Moved {
    let next: number[] | null = null;
    let steps: Step[] | null = null;
    for (let region = 0; region < place.length; region++) {
      const from = at(place, region);
      const end = at(first, from + 1);
      for (let way = at(first, from); way < end; way += 3) {
        if (!holds(at(ways, way))) continue;
        next ??= [...place];
        steps ??= [];
        step(next, steps, region, from, at(ways, way + 1), at(ways, way + 2));
        break;
      }
    }
    return next === null || steps === null ? { place, steps: STAY } : { place: next, steps };
  }

  return {
    start: () => ({
      place: regions.map((region) => region.first),
      steps: regions.map((region) => ({ kind: 'enter', n: region.first })),
    }),
    move(place, signal, holds) {
      if (signal < 0) return settle(place, holds);
      const region = at(towards, signal * 2);
      const next = [...place];
      const steps: Step[] = [];
      step(next, steps, region, at(place, region), -1, at(towards, signal * 2 + 1));
      return { place: next, steps };
    },
  };
}

function step(next: number[], steps: Step[], region: number, from: number, list: number, to: number): void {
  next[region] = to;
  steps.push({ kind: 'leave', n: from });
  if (list >= 0) steps.push({ kind: 'run', n: list });
  steps.push({ kind: 'enter', n: to });
}
