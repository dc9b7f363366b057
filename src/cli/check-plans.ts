/** Reads a scenario's plans and plays each: a plan that goes otherwise than it says is its author's error, at the step (SPEC SC31). */
import type { Diagnostic } from '#language/diagnostic.ts';
import type { Law } from '#law/pack.ts';
import { type PlanRun, runPlan } from '#rehearsal/run-plan.ts';
import { type Plan, planPaths, planWentOtherwise, readPlanFor } from '#scenario/plan.ts';
import type { Playbook } from '#scenario/playbook.ts';

/** Every problem of every plan of the scenario; without a playbook plans are read and not played. `law` is asked what they expect of it; `played` grows by every run. */
export function checkPlans(
  playbook: Playbook | null,
  files: ReadonlyMap<string, string>,
  id: string,
  law: Law | null = null,
  played: PlanRun[] = [],
): Diagnostic[] {
  return planPaths(files, id).flatMap((path) => {
    const { plan, problems } = readPlanFor(playbook, files, path);
    if (plan === null || playbook === null) return problems;
    const failed = waysThrough(plan).flatMap((ref) => {
      // biome-ignore lint/suspicious/noThenProperty: a word of the language; nothing here is awaited.
      const run = runPlan(playbook, plan, ref === null ? { law } : { law, then: ref });
      played.push(run);
      return run.failures.map((failure) => ({ ...failure, ref }));
    });
    // What fails before the paths part fails on each of them, and is told once.
    const told = new Map(failed.map((one) => [`${one.step} ${one.message}`, one]));
    return [...problems, ...[...told.values()].map((one) => planWentOtherwise(files, path, one))];
  });
}

/** The plan by itself, or with each of its further paths. */
function waysThrough(plan: Plan): readonly (string | null)[] {
  const refs = Object.keys(plan.then);
  return refs.length === 0 ? [null] : refs;
}
