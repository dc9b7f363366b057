/** `deconflict plan run.json`: writes a run that was played, or that failed, down as a plan to be kept and changed (SPEC CL46). */
import { existsSync } from 'node:fs';
import { hashOf } from '#language/canonical.ts';
import { endedIn, planOfRun, withSteps } from '#plans/plan-of-run.ts';
import { runPlan } from '#plans/run-plan.ts';
import { readPlanFor } from '#scenario/plan.ts';
import { writeOrSay } from './disk/on-disk.ts';
import { readRun, scenarioOfRun } from './disk/run-on-disk.ts';
import { print } from './terminal/print.ts';
import { CannotDo, readArguments } from './terminal/wrong-use.ts';

/** Prints the plan, or writes it to `--out` where there is no file yet; 0 either way. A run of another version of its scenario is written down too. */
export function run(args: readonly string[]): number {
  const { at, given } = readArguments(args, ['run.json'], {
    json: { type: 'boolean' },
    out: { type: 'string' },
    scenario: { type: 'string' },
  });
  const [path = ''] = at;
  if (typeof given.out === 'string' && existsSync(given.out))
    throw new CannotDo(`There is already something at ${given.out}. Nothing was written.`);
  const run = readRun(path);
  const { opening, entries } = run;
  const { playbook } = scenarioOfRun(run, path, given);
  const isSame = hashOf(playbook) === opening.playbook;
  const why = isSame
    ? `Plan made from ${path}, a session of ${opening.scenario}.`
    : `Plan made from ${path}, a session of another version of ${opening.scenario}. It may no longer play as written.`;
  const written = planOfRun(opening, entries, why);
  const name = `${opening.scenario}/plans/run.plan.yaml`;
  const { plan } = readPlanFor(playbook, new Map([[name, written]]), name);
  const played = plan === null ? null : runPlan(playbook, plan, { toEnd: true });
  const holds = played !== null && played.failures.length === 0;
  const text = holds ? withSteps(written, endedIn(played.trace)) : written;
  if (typeof given.out === 'string') writeOrSay(given.out, text, 'The plan');
  const said = `${given.out}: ${holds ? 'the plan plays to its end as written.' : 'the plan does not play to its end in the scenario as it is now.'}`;
  print(given, { plan: text, holds }, () =>
    typeof given.out === 'string' ? [said] : text.trimEnd().split('\n'),
  );
  return 0;
}
