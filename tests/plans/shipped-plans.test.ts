/** Every shipped plan, played; a run that fails is printed as a plan that plays it again. */
import { expect, test, vi } from 'vitest';
import { shippedLaw, shippedPlaybook } from '#cli/disk/shipped.ts';
import { readSources } from '#cli/disk/sources.ts';
import { planOfRun } from '#plans/plan-of-run.ts';
import { type PlanRun, runPlan } from '#plans/run-plan.ts';
import { planPaths, readPlanFor } from '#scenario/plan.ts';
import { scenarioIds } from '#scenario/read.ts';

// A plan of twenty minutes is played twice; two cores may be busy with other tests.
vi.setConfig({ testTimeout: 60_000 });

const LONG = process.env.PROVE_RUNS !== undefined;
const files = readSources();
const law = shippedLaw();
const plans = scenarioIds(files).flatMap((id) => planPaths(files, id));

test('[RH3] there are plans to play', () => {
  expect(plans.length).toBeGreaterThan(10);
});

test.each(plans)('[RH3] %s plays without a failure, by grid and by chart alike', (path) => {
  const playbook = shippedPlaybook(path.split('/')[0] ?? '');
  const { plan, problems } = readPlanFor(playbook, files, path);
  if (plan === null) throw new Error(JSON.stringify(problems, null, 1));
  for (const branch of [null, ...Object.keys(plan.then)]) {
    const wish = { law, branch };
    const byGrid = runPlan(playbook, plan, { ...wish, toEnd: true, mover: 'grid' });
    if (byGrid.failures.length > 0) throw new Error(asPlan(path, byGrid, branch));
    const byChart = runPlan(playbook, plan, { ...wish, toEnd: true, mover: 'chart' });
    // Digests of each entry, a third of the time, are compared in `npm run prove`; all they are made of is the same here too.
    const said = ({ entries, trace, exercise }: PlanRun) =>
      JSON.stringify([entries.map(({ seq, command }) => [seq, command]), trace, exercise]);
    if (said(byChart) !== said(byGrid) || LONG) expect(byChart.entries).toEqual(byGrid.entries);
    expect(said(byChart) === said(byGrid)).toBe(true);
    expect(byGrid.exercise.ended, 'the run comes to an end').not.toBe(-1);
  }
});

/** What went wrong, and the run so far as a plan with its seed: ready to be saved and played. */
function asPlan(path: string, run: PlanRun, branch: string | null): string {
  const why = [
    `${path}${branch === null ? '' : ` then ${branch}`}`,
    ...run.failures.map((failure) => `step ${failure.step + 1}: ${failure.message}`),
  ];
  return planOfRun(run.opening, run.entries, why.join('\n'));
}
