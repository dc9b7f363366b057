/** Reads a scenario's plans and plays each: a plan that goes otherwise than it says is its author's error, at the step (SPEC SC31). */
import type { Diagnostic } from '#language/diagnostic.ts';
import type { Law } from '#law/pack.ts';
import { branchesOf, type PlanRun, runPlan } from '#plans/run-plan.ts';
import { settled } from '#plans/unsettled-opening.ts';
import { planPaths, planWentOtherwise, readPlanFor } from '#scenario/plan.ts';
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
    const failed = branchesOf(plan).flatMap((ref) => {
      const run = settled(() => runPlan(playbook, plan, { law, branch: ref }));
      // No plan is at fault for an opening that does not settle: the proof tells it, once.
      if (run === null) return [];
      played.push(run);
      return run.failures.map((failure) => ({ ...failure, ref }));
    });
    // What fails before the paths part fails on each of them, and is told once.
    const told = new Map(failed.map((one) => [`${one.step} ${one.message}`, one]));
    return [...problems, ...[...told.values()].map((one) => planWentOtherwise(files, path, one))];
  });
}
