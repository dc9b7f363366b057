/** Every decision of a scenario where it is first put: what can be answered there, and what its answers are worth by then. */
import { watchDuties } from '#law/duties.ts';
import { judgeActs } from '#law/judge-acts.ts';
import { BLANK, perceive } from '#law/perception.ts';
import { stackOf, type Under } from '#law/stack.ts';
import { AXES, type TraceEvent } from '#law/trace.ts';
import type { Decision, Option, Playbook } from '#scenario/playbook.ts';

/** A decision as it was first put in some run: what was on offer, and the run until then. */
export interface Put {
  readonly decision: Decision;
  readonly offered: readonly Option[];
  readonly until: readonly TraceEvent[];
}

/** By decision, where the first of the runs that leads there puts it, in the order in which they are met. */
export function firstPuts(playbook: Playbook, traces: Iterable<readonly TraceEvent[]>): readonly Put[] {
  const found = new Map<string, Put>();
  for (const trace of traces) {
    trace.forEach((event, n) => {
      if (event.kind !== 'asked' || found.has(event.decision)) return;
      const decision = playbook.decisions.find((one) => one.id === event.decision);
      if (decision === undefined) return;
      const ids = trace.flatMap((one) =>
        one.kind === 'offered' &&
        one.at === event.at &&
        'option' in one.source &&
        one.source.decision === decision.id
          ? [one.source.option]
          : [],
      );
      const offered = decision.options.filter((option) => ids.includes(option.id));
      found.set(decision.id, { decision, offered, until: trace.slice(0, n) });
    });
    if (found.size === playbook.decisions.length) break;
  }
  return [...found.values()];
}

/** The answers with no minus on any axis and the most plus, by what the seat knows and perceives there. */
export function bestOf(
  playbook: Playbook,
  { offered, until, decision }: Put,
  under: Under,
): readonly Option[] {
  const seat = playbook.seats[decision.seat]?.id ?? '';
  const { knowing, seeing } = until.reduce((seen, event) => perceive(seen, event, seat), BLANK);
  const openDuties = watchDuties(until, seat, stackOf(under), new Set()).open;
  const ruled = offered.map((option) => {
    const { signs } = judgeActs(under, { acts: option.acts, knowing, seeing, openDuties });
    const all = AXES.map((axis) => signs[axis]);
    return { option, merits: all.includes('-') ? -1 : all.filter((sign) => sign === '+').length };
  });
  const most = Math.max(0, ...ruled.map(({ merits }) => merits));
  return ruled.filter(({ merits }) => merits === most).map(({ option }) => option);
}
