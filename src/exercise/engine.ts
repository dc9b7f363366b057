import type { Playbook } from '#scenario/playbook.ts';
import { makeChart } from './chart.ts';
import { closureOf } from './conditions.ts';
import type { Opening } from './entries.ts';
import type { Engine } from './exercise.ts';
import { makeGrid } from './grid.ts';

/** A playbook made ready to run. `chart` (XState) serves the table, `grid` rehearsal; both run alike (SPEC EX8). */
export function makeEngine(playbook: Playbook, opening: Opening, mover: 'chart' | 'grid' = 'chart'): Engine {
  return {
    playbook,
    opening,
    filled: playbook.seats.flatMap(({ id }, n) => (opening.seats.includes(id) ? [n] : [])),
    extended: playbook.seats.map(({ id }) => opening.settings?.[id]?.extended ?? opening.extended),
    conditions: playbook.conditions.map(closureOf),
    mover: mover === 'chart' ? makeChart(playbook) : makeGrid(playbook),
  };
}
