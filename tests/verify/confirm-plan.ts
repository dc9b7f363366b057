/** Whether a plan that a proof gave really leads into what was found: it is played by the exercise and ruled by the law's own judge. */

import { NOTHING_LEFT } from '#exercise/endex.ts';
import { replay } from '#exercise/replay.ts';
import { canonicalJson } from '#language/canonical.ts';
import { judge } from '#law/judge.ts';
import { readLaw } from '#law/read.ts';
import { AXES } from '#law/trace.ts';
import { type PlanRun, runPlan } from '#plans/run-plan.ts';
import { type Plan, readPlanFor } from '#scenario/plan.ts';
import type { Playbook } from '#scenario/playbook.ts';
import { readScenario } from '#scenario/read.ts';
import type { Finding } from '#verify/exhaustive/exploration.ts';

/** The longest a seat may wait, as the rule says it. */
const LONGEST_MS = 240_000;

/** What speaks against the plan of a finding; empty where it leads there. */
export function doubtsAbout(
  { problem, plan: text }: Finding,
  files: ReadonlyMap<string, string>,
  id: string,
): readonly string[] {
  const { playbook } = readScenario(files, id);
  const { law } = readLaw(files);
  if (playbook === null || law === null) return ['the scenario or its law does not read'];
  if (text === null) return ['there is no plan'];
  const path = `${id}/plans/shown.plan.yaml`;
  const { plan, problems } = readPlanFor(playbook, new Map([[path, text]]), path);
  if (plan === null) return problems.map(({ message }) => message);
  const run = runPlan(playbook, plan);
  if (run.failures.length > 0) return run.failures.map(({ message }) => message);
  const again = replay(run.engine, run.entries);
  if (!again.equal || canonicalJson(again.trace) !== canonicalJson(run.trace)) return ['it does not replay'];
  const pack = /under `([a-z-]+)`/.exec(problem.message)?.[1] ?? Object.keys(law.packs)[0] ?? '';
  const seat = playbook.seats.find(({ solo }) => solo)?.id ?? '';
  const ruled = (of: PlanRun) => judge(of.trace, { law, pack, asOf: playbook.asOf, seat, switches: {} });
  switch (problem.code) {
    case 'SC0801':
      if (/without end/.test(problem.message)) return runsAway(playbook, plan) ? [] : ['time passes there'];
      return waysOn(playbook, plan, run).flatMap((way) =>
        [-1, NOTHING_LEFT].includes(way.exercise.ended) ? [] : ['a way from there comes to an end'],
      );
    case 'SC0802': {
      const acted = run.trace.findLast(({ kind }) => kind === 'act')?.at ?? 0;
      const since = run.trace.findLast(({ kind, at }) => WAKES.has(kind) && at < run.exercise.at)?.at ?? 0;
      return run.exercise.at - Math.max(acted, since) > LONGEST_MS
        ? []
        : ['the wait is no longer than allowed'];
    }
    case 'SC0804':
    case 'SC0805':
      return ruled(run).findings.some(({ grave }) => grave) ? [] : ['nothing grave is found'];
    case 'SC0806': {
      const axis = AXES.find((one) => problem.message.includes(`\`${one}\``));
      const isSound = (of: PlanRun) => axis !== undefined && ruled(of).axes[axis].standing === 'sound';
      if (run.exercise.ended === -1) return ['the run is not over'];
      // Sound must be what is done whatever the truth: the same play is not so under every one.
      const seeds = [plan.seed ?? 1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
      const same = seeds.map((seed) => runPlan(playbook, { ...plan, truth: {}, seed }));
      return same.every(isSound) ? ['the standing is sound'] : [];
    }
    case 'SC0807': {
      const duty = /duty `([a-z/-]+)`/.exec(problem.message)?.[1];
      const outcomes = ruled(run).findings.flatMap(({ on }) =>
        'duty' in on && on.duty === duty ? [on.outcome] : [],
      );
      return outcomes.includes('missed') ? [] : ['the duty is not missed'];
    }
    default:
      return [`no plan is known to show ${problem.code}`];
  }
}

/** What gives a seat something to do. */
const WAKES = new Set(['opened', 'offered']);

/** From the end of a plan: nothing done at all, and each choice or act that is possible done at once; each played to its end. */
function waysOn(playbook: Playbook, plan: Plan, run: PlanRun): PlanRun[] {
  const choices = run.exercise.open.flatMap(({ decision }) => {
    const { id, options } = playbook.decisions[decision] ?? { id: '', options: [] };
    return options.map(
      (option) => ({ kind: 'choose', decision: id, option: option.id, afterMs: 0 }) as const,
    );
  });
  const acts = playbook.actions.map(({ id }) => ({ kind: 'act', action: id, afterMs: 0 }) as const);
  const further = [...choices, ...acts].map((one) => [...plan.steps, one]);
  return [plan.steps, ...further].map((steps) => runPlan(playbook, { ...plan, steps }, { toEnd: true }));
}

/** Whether, after the plan, time cannot pass because effects follow each other for ever. */
function runsAway(playbook: Playbook, plan: Plan): boolean {
  const later = { kind: 'at', atMs: 3_600_000 } as const;
  const { failures } = runPlan(playbook, { ...plan, steps: [...plan.steps, later] });
  return failures.some(({ message }) => /runaway/.test(message));
}
