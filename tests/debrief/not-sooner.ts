/**
 * Holds what a report says of an answer that came or would have come sooner (SPEC DB15, DB16) against the run, played in the exercise
 * itself with the very acts that the report names.
 */

import { follow } from '#debrief/branch.ts';
import type { ActThen, DebriefReport } from '#debrief/report.ts';
import { answerIn } from '#debrief/sooner-answered.ts';
import type { Command } from '#exercise/commands.ts';
import type { Entry } from '#exercise/entries.ts';
import type { Engine } from '#exercise/exercise.ts';
import { openExercise } from '#exercise/open.ts';
import type { TraceEvent } from '#law/trace.ts';

/** Each sentence that says another moment than comes out. */
export function notSooner(
  report: DebriefReport,
  engine: Engine,
  entries: readonly Entry[],
  trace: readonly TraceEvent[],
): readonly string[] {
  const { sooner, seat } = report;
  if (sooner === undefined) return [];
  const commands = entries.map(({ command }) => command);
  const when = (of: readonly TraceEvent[]) =>
    answerIn(of.filter((one) => isLearned(one, seat.id)))?.at ?? null;
  const found: string[] = [];
  if (when(trace) !== sooner.was) found.push(`${sooner.asked}: answered at ${sooner.was}`);
  const isAct = (command: Command, { action, at }: Pick<ActThen, 'action' | 'at'>) =>
    command.kind === 'act' && command.seat === seat.id && command.action === action && command.at === at;
  for (const { action, did, at, without } of sooner.did) {
    const others = commands.filter(
      (one) => !(one.kind === 'act' && one.seat === seat.id && one.action === action),
    );
    const isDone = commands.some((one) => isAct(one, { action, at }));
    const later = without === null || (sooner.was !== null && without > sooner.was);
    if (!isDone || !later || when(played(engine, others, [], seat.id) ?? []) !== without)
      found.push(`${did} without it at ${without}`);
  }
  for (const { acts, instead, wouldBe } of sooner.could) {
    const asked = acts.at(-1)?.action ?? '';
    const rest = instead ? commands.filter((one) => !isAct(one, { action: asked, at: sooner.at })) : commands;
    const then = played(engine, rest, acts, seat.id);
    if (then === null || when(then) !== wouldBe || (sooner.was !== null && wouldBe >= sooner.was))
      found.push(`${acts.map(({ did }) => did).join(' ')} by ${wouldBe}`);
  }
  return found;
}

function isLearned(
  event: TraceEvent,
  seat: string,
): event is Extract<TraceEvent, { readonly kind: 'learnt' }> {
  return event.kind === 'learnt' && event.seat === seat;
}

/** The trace with these acts at their moments, what is no longer open passed over; null where one of the acts is not open then. */
function played(
  engine: Engine,
  commands: readonly Command[],
  acts: readonly ActThen[],
  seat: string,
): readonly TraceEvent[] | null {
  const opened = openExercise(engine);
  let { exercise } = opened;
  const trace: TraceEvent[] = [...opened.trace];
  const give = (command: Command) => {
    const { exercise: now, trace: came, refused } = follow(engine, exercise, [command]);
    exercise = now;
    for (const event of came) trace.push(event);
    return refused.length === 0;
  };
  const left = [...acts];
  for (let i = 0; i < commands.length || left.length > 0; ) {
    const [next] = left;
    const command = commands[i];
    const isNow = next !== undefined && next.at <= (command?.at ?? next.at);
    if (isNow && give({ kind: 'act', at: next.at, seat, action: next.action })) left.shift();
    else if (command === undefined || (isNow && next.at < command.at)) return null;
    else {
      give(command);
      i += 1;
    }
  }
  return trace;
}
