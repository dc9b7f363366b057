/** A way through an exploration written down as a plan that plays by itself: what a proof found can be seen, changed and kept (SPEC RH36). */

import type { Command } from '#exercise/commands.ts';
import { makeEngine } from '#exercise/engine.ts';
import type { Entry } from '#exercise/entries.ts';
import { openExercise } from '#exercise/open.ts';
import { step } from '#exercise/step.ts';
import type { Tables } from '#kernel/tables.ts';
import { moment, planOfRun, withSteps } from '#plans/plan-of-run.ts';
import { planOpening } from '#plans/plan-opening.ts';
import type { Playbook } from '#scenario/playbook.ts';
import { seedOf, type Truths } from '../basis/truths.ts';

/** What a way is: who plays, under which truths, and each move with the milliseconds that pass before or by it. */
export interface Way {
  readonly seat: number;
  readonly extended: number;
  readonly truths: Truths;
  readonly moves: readonly { readonly move: number; readonly ms: number }[];
}

/**
 * The plan of a way; `why` becomes its first lines. It lets time pass to the last moment of the way. Null where no seed draws its truths,
 * or where the exercise would not go that way, which would be a fault of the exploration.
 */
export function planOfWay(tables: Tables, way: Way, why: string): string | null {
  const { playbook } = tables;
  const seed = seedOf(playbook, way.truths);
  if (seed === null) return null;
  const id = playbook.seats[way.seat]?.id ?? '';
  const opening = planOpening(playbook, { seed, seats: [id], extended: way.extended });
  const engine = makeEngine(playbook, opening, 'grid');
  let { exercise } = openExercise(engine);
  const entries: Entry[] = [];
  let at = 0;
  for (const { move, ms } of way.moves) {
    at += ms;
    const command = commandOf(playbook, tables, exercise.open, id, at, move);
    if (command === null) return null;
    const stepped = step(engine, exercise, command);
    if (!stepped.ok)
      return stepped.why === 'runaway' ? ending(planOfRun(opening, entries, why), entries, at) : null;
    exercise = stepped.exercise;
    entries.push(...stepped.entries);
  }
  return ending(planOfRun(opening, entries, why), entries, at);
}

function commandOf(
  playbook: Playbook,
  { sources }: Tables,
  open: readonly { readonly decision: number; readonly visit: number }[],
  seat: string,
  at: number,
  move: number,
): Command | null {
  if (move < 0) return { kind: 'advance', at };
  const source = sources[move];
  if (source === undefined) return null;
  if (source.decision < 0) {
    return { kind: 'act', at, seat, action: playbook.actions[source.action]?.id ?? '' };
  }
  const decision = playbook.decisions[source.decision];
  const visit = open.find((one) => one.decision === source.decision)?.visit;
  if (decision === undefined || visit === undefined) return null;
  const option = decision.options[source.option]?.id ?? '';
  return { kind: 'choose', at, seat, decision: decision.id, visit, option };
}

/** A plan's steps are choices and acts; a way that ends by waiting says so. */
function ending(plan: string, entries: readonly Entry[], at: number): string {
  const last = entries.findLast(({ command }) => command.kind !== 'advance')?.command.at ?? 0;
  return at <= last ? plan : withSteps(plan, `  - at: ${moment(at)}\n`);
}
