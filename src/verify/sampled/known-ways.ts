/** The author's own plans as ways through a scenario: where a search begins that cannot look everywhere (SPEC RH41). */

import { lookupOf } from '#exercise/lookup.ts';
import { int } from '#kernel/conditions.ts';
import { Kernel } from '#kernel/kernel.ts';
import type { Tables } from '#kernel/tables.ts';
import { branchesOf, runPlan } from '#plans/run-plan.ts';
import { planPaths, readPlanFor } from '#scenario/plan.ts';
import type { Playbook } from '#scenario/playbook.ts';
import type { Truths } from '../basis/truths.ts';
import type { Move } from '../exhaustive/belief-graph.ts';
import { EXTENDED } from '../exhaustive/exploration.ts';

/** A way from STARTEX: the truths it was played under, and its moves. */
export interface KnownWay {
  readonly truths: Truths;
  readonly moves: readonly Move[];
}

const found = new WeakMap<Playbook, Map<number, readonly KnownWay[]>>();

/** Every plan of the scenario as played from this seat, with each of its further paths, in order. Found once for a playbook and seat. */
export function knownWays(
  playbook: Playbook,
  files: ReadonlyMap<string, string>,
  seat: number,
  tables: Tables,
): readonly KnownWay[] {
  const bySeat = found.get(playbook) ?? new Map<number, readonly KnownWay[]>();
  const ways = bySeat.get(seat) ?? play(playbook, files, seat, tables);
  found.set(playbook, bySeat.set(seat, ways));
  return ways;
}

function play(
  playbook: Playbook,
  files: ReadonlyMap<string, string>,
  seat: number,
  tables: Tables,
): readonly KnownWay[] {
  const id = playbook.seats[seat]?.id ?? '';
  const kernel = new Kernel(playbook, { seats: [id], extended: EXTENDED });
  return planPaths(files, playbook.id).flatMap((path) => {
    const { plan } = readPlanFor(playbook, files, path);
    if (plan === null) return [];
    return branchesOf(plan).map((branch): KnownWay => {
      const opening = { seats: [id], extended: EXTENDED };
      const run = runPlan(playbook, plan, { opening, branch });
      kernel.open(run.opening.seed);
      const truths = playbook.truths.map(({ slot }) => int(kernel.run.slots, slot));
      let at = 0;
      const moves = run.entries.flatMap(({ command }): Move[] => {
        const ms = command.at - at;
        at = command.at;
        const move = sourceOf(playbook, tables, seat, command);
        const passed = ms > 0 ? [{ move: -1, ms }] : [];
        return move < 0 ? passed : [...passed, { move, ms: 0 }];
      });
      return { truths, moves };
    });
  });
}

type Command = ReturnType<typeof runPlan>['entries'][number]['command'];

/** The source that a command begins; -1 for one that begins none. */
function sourceOf(
  playbook: Playbook,
  { sources, optionsAt }: Tables,
  seat: number,
  command: Command,
): number {
  const { decisions, actions } = lookupOf(playbook);
  if (command.kind === 'act') {
    const action = actions.get(command.action);
    return sources.findIndex((one) => one.action === action && one.seat === seat);
  }
  if (command.kind !== 'choose') return -1;
  const decision = decisions.get(command.decision) ?? -1;
  const option = playbook.decisions[decision]?.options.findIndex(({ id }) => id === command.option) ?? -1;
  return int(optionsAt, decision) + option;
}
