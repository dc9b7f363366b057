import { expect, test } from 'vitest';
import { shippedPlaybook } from '#cli/disk/shipped.ts';
import { readSources } from '#cli/disk/sources.ts';
import { checkPlans } from '#cli/proof/check-plans.ts';
import { planOfRun } from '#plans/plan-of-run.ts';
import { runPlan } from '#plans/run-plan.ts';
import { planPaths, readPlanFor } from '#scenario/plan.ts';

const files = readSources();
const playbook = shippedPlaybook('residence-207');

test('[RH21] a run written down as a plan plays to the same choices, the same moments and the same last state', () => {
  const paths = planPaths(files, 'residence-207').filter((path) => path.includes('/ends-'));
  expect(paths.length).toBeGreaterThan(10);
  for (const path of paths) {
    const { plan } = readPlanFor(playbook, files, path);
    if (plan === null) throw new Error(`${path} does not read.`);
    const run = runPlan(playbook, plan, { toEnd: true });
    const text = planOfRun(run.opening, run.entries, `As ${path}.`);
    const again = readPlanFor(
      playbook,
      new Map([['residence-207/plans/again.plan.yaml', text]]),
      'residence-207/plans/again.plan.yaml',
    );
    expect(again.problems, text).toEqual([]);
    if (again.plan === null) throw new Error('It does not read.');
    const second = runPlan(playbook, again.plan, { toEnd: true });
    expect(second.failures, text).toEqual([]);
    // How many entries it took to get there is no part of the state (EX3).
    expect({ ...second.exercise, seq: 0 }, path).toEqual({ ...run.exercise, seq: 0 });
    const acts = (entries: typeof run.entries) =>
      entries
        .map((entry) => entry.command)
        .filter((command) => ['choose', 'act', 'stop'].includes(command.kind));
    expect(acts(second.entries)).toEqual(acts(run.entries));
  }
}, 60_000);

test('[RH21] a run with extended time is written down with it, and plays in it again', () => {
  const path = 'residence-207/plans/slow.plan.yaml';
  const slow = (head: string) =>
    `scenario: residence-207\nseed: 3\n${head}steps:\n  - until: anything-else\n`;
  const played = (text: string) => {
    const { plan, problems } = readPlanFor(playbook, new Map([[path, text]]), path);
    if (plan === null) throw new Error(JSON.stringify(problems));
    return runPlan(playbook, plan, { toEnd: true });
  };
  const [plain, extended] = [played(slow('')), played(slow('extended: 150\n'))];
  expect(extended.opening.extended).toBe(150);
  const lapsed = ({ trace }: typeof plain) => trace.find((event) => event.kind === 'lapsed')?.at ?? 0;
  expect(lapsed(extended)).toBeGreaterThan(lapsed(plain));
  const again = played(planOfRun(extended.opening, extended.entries, 'Slow.'));
  expect({ ...again.exercise, seq: 0 }).toEqual({ ...extended.exercise, seq: 0 });
});

test('[SC31] a plan that goes otherwise is an error at its step, also on a further path, and is told once', () => {
  const path = 'residence-207/plans/a.plan.yaml';
  const text = [
    'scenario: residence-207',
    'truth: { team: federal }',
    'steps:',
    '  - choose: anything-else/supervisor-only',
    '  - expect: { known: { identity: confirmed } }',
    'then:',
    '  F04a:',
    '    - expect: { offered: [bring-ambulance] }',
    '  F04b:',
    '    - expect: { known: { identity: unknown } }',
    '',
  ].join('\n');
  const found = checkPlans(playbook, new Map([[path, text]]), 'residence-207');
  expect(found.map(({ code, line, column }) => [code, line, column])).toEqual([
    ['SC0602', 5, 34],
    ['SC0602', 8, 27],
  ]);
  expect(found[0]?.message).toBe('identity is unknown, not confirmed.');
});
