/** What a plan expects of sight, offers and law is held against the run, and what does not hold is told where it is written. */
import { expect, test } from 'vitest';
import { shippedLaw } from '#cli/disk/shipped.ts';
import { readSources, SCENARIOS } from '#cli/disk/sources.ts';
import { checkPlans } from '#cli/proof/check-plans.ts';
import { runPlan } from '#plans/run-plan.ts';
import { readPlanFor } from '#scenario/plan.ts';
import { readScenario } from '#scenario/read.ts';

const STARTER = readSources(`${SCENARIOS}/../src/cli/starter`);
const { playbook } = readScenario(
  new Map([...STARTER].map(([path, text]) => [`starter/${path}`, text])),
  'starter',
);
const law = shippedLaw();
const PATH = 'starter/plans/x.plan.yaml';

/** The beginning of the small scenario up to the second card, then these expectations, one a line. */
function textOf(...expectations: readonly string[]): string {
  return `scenario: starter
seed: 1
steps:
  - choose: walk-up/say-police
  - until: his-word
${expectations.map((one) => `  - expect: ${one}\n`).join('')}`;
}
/** Each problem as line, column and message. */
function problemsOf(text: string, ruledBy: typeof law | null = law) {
  return checkPlans(playbook, new Map([[PATH, text]]), 'starter', ruledBy).map(
    ({ code, line, column, message }) => `${code} ${line}:${column} ${message}`,
  );
}

test('[RH61] what the seat has before it can be expected, in codes or plain words, and what it has not', () => {
  const holds = textOf(
    '{ sees: ["two men are holding a woman", "2-Foot-11, two men", "Unit 11, two men"] }',
    '{ sees: ["Cross behind the parked cars", "Tell him you have no more questions", "Ask for a supervisor."] }',
    '{ sees: ["Man in a gray coat", "At the curb"], unseen: ["impostors", "men who posed"] }',
    '{ choices: [his-word/pull-her-away], open: [his-word], offered: [make-room], withheld: [] }',
  );
  expect(problemsOf(holds)).toEqual([]);
  const fails = textOf(
    '{ sees: ["a supervisor is ten minutes out"] }',
    '{ unseen: ["Federal officers. She is coming with us."] }',
    '{ choices: [walk-up/say-police] }',
    '{ withheld: [make-room, ask-supervisor] }',
  );
  expect(problemsOf(fails)).toEqual([
    'SC0602 6:22 “a supervisor is ten minutes out” is not on the screen of this seat.',
    'SC0602 7:24 “Federal officers. She is coming with us.” is on the screen of this seat.',
    'SC0602 8:25 "walk-up/say-police" is not open.',
    'SC0602 9:26 "make-room" is possible.',
    'SC0602 9:37 "ask-supervisor" is possible.',
  ]);
});

test('[RH61] an act that must be refused is tried at once, and the reason must be the one written', () => {
  const refused = (why: string) =>
    textOf().concat(`  - act: make-room\n  - act: ask-supervisor\n  - expect: { refused: ${why} }\n`);
  expect(problemsOf(refused('busy'))).toEqual([]);
  expect(problemsOf(refused('not-open'))).toEqual([
    'SC0602 8:24 The last step was busy, not refused as not-open.',
  ]);
  expect(problemsOf(refused('lazy'))[0]).toMatch(/^LG\d{4} 8:24 /);
});

test('[RH62] findings and standings under a pack can be expected at any step, and what was found instead is told', () => {
  if (playbook === null) throw new Error('The starter compiles.');
  const steps = `  - choose: his-word/pull-her-away\n`;
  const path = textOf().concat(steps, '  - at: 4m\n');
  const { plan } = readPlanFor(playbook, new Map([[PATH, path]]), PATH);
  if (plan === null) throw new Error('The plan reads.');
  expect(runPlan(playbook, plan, { law }).exercise.ended).toBeGreaterThanOrEqual(0);
  const found = problemsOf(
    path.concat('  - expect: { findings: [{ pack: neutral, verdict: required, rule: federal/none }] }\n'),
  );
  expect(found).toHaveLength(1);
  const against = /There are: .*?(\S+) (forbidden|discouraged)(?: \(grave\))? by (\S+?)[;.,]/;
  const [, axis, verdict, rule] = against.exec(found[0] ?? '') ?? [];
  expect(rule, found[0]).toBeDefined();
  const holds = path.concat(
    `  - expect:\n      findings: [{ pack: neutral, axis: ${axis}, verdict: ${verdict}, rule: ${rule} }]\n`,
    `      no-findings: [{ pack: neutral, verdict: required, rule: federal/none }]\n`,
  );
  expect(problemsOf(holds)).toEqual([]);
  const fails = path.concat(
    `  - expect:\n      no-findings: [{ pack: neutral, rule: ${rule} }]\n`,
    `      standings: [{ pack: neutral, ${axis}: sound }, { pack: netural, ${axis}: sound }]\n`,
  );
  const told = problemsOf(fails);
  expect(told[0]).toMatch(/^SC0602 9:21 Under neutral there is one: /);
  expect(told[1]).toMatch(
    new RegExp(
      `^SC0602 10:\\d+ Under neutral the standing on ${axis} is (sound, with gaps|unsound|grave|gaps), not sound`,
    ),
  );
  expect(told[2]).toMatch(/^SC0602 10:\d+ There is no pack "netural"\. Did you mean `neutral`\?/);
  expect(problemsOf(holds, null)[0]).toContain('There is no law here to judge by.');
});

test('[SC63] names in what is expected are checked where they stand; a verdict, a standing and a refusal are words of a closed list', () => {
  const text = textOf(
    '{ offered: [make-rom] }',
    '{ choices: [his-word/pul-her-away] }',
    '{ findings: [{ pack: neutral, axis: crowd-saftey }] }',
    '{ standings: [{ pack: neutral, jurisdiction: good }] }',
    '{ findings: [{ pack: neutral, rule: no-layer }] }',
    '{ smells: [smoke] }',
  );
  const one = (n: number) =>
    problemsOf(textOf(text.split('\n').slice(5)[n]?.replace('  - expect: ', '') ?? ''))[0];
  expect(one(0)).toBe('SC0601 6:25 There is no action `make-rom`.');
  expect(one(1)).toBe('SC0601 6:25 There is no option of his-word `pul-her-away`.');
  for (const n of [2, 3, 4, 5]) expect(one(n), String(n)).toMatch(/^LG\d{4} 6:\d+ /);
});
