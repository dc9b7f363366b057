/** A run taken over into a scenario that was changed while it was played. */

import { expect, test } from 'vitest';
import { shippedPlaybook } from '#cli/disk/shipped.ts';
import { readSources, SCENARIOS } from '#cli/disk/sources.ts';
import { makeEngine } from '#exercise/engine.ts';
import { replay } from '#exercise/replay.ts';
import { carryOn } from '#plans/carry-on.ts';
import { planOpening } from '#plans/plan-opening.ts';
import { runPlan } from '#plans/run-plan.ts';
import { planPaths, readPlanFor } from '#scenario/plan.ts';
import type { Playbook } from '#scenario/playbook.ts';
import { readScenario } from '#scenario/read.ts';

const STARTER = readSources(`${SCENARIOS}/../src/cli/starter`);

/** The starter with some of its text replaced; throws where there is nothing to replace or it does not compile. */
function starter(...changes: readonly (readonly [from: string, to: string])[]): Playbook {
  let text = STARTER.get('scenario.yaml') ?? '';
  for (const [from, to] of changes) {
    if (!text.includes(from)) throw new Error(`There is no ${from}.`);
    text = text.replaceAll(from, to);
  }
  const files = new Map([
    ['starter/scenario.yaml', text],
    ['starter/map.tmj', STARTER.get('map.tmj') ?? ''],
  ]);
  const { playbook, problems } = readScenario(files, 'starter');
  if (playbook === null) throw new Error(JSON.stringify(problems));
  return playbook;
}
const AS_IT_WAS = starter();

function careful() {
  const path = 'starter/plans/long.plan.yaml';
  const text = `scenario: starter
truth: { team: federal }
steps:
  - choose: walk-up/say-police
  - until: his-word
  - act: make-room
  - choose: his-word/have-it-checked
    after: 20s
  - until-known: { identity: confirmed }
`;
  const { plan } = readPlanFor(AS_IT_WAS, new Map([[path, text]]), path);
  if (plan === null) throw new Error('The plan does not read.');
  return runPlan(AS_IT_WAS, plan);
}
const PLAYED = careful();
const AT = PLAYED.exercise.at;
const into = (playbook: Playbook, at = AT) => carryOn(engineOf(playbook), PLAYED.entries, at);
const engineOf = (playbook: Playbook) =>
  makeEngine(playbook, planOpening(playbook, { seed: PLAYED.opening.seed }), 'grid');
const asked = (run: Pick<typeof PLAYED, 'entries'>) =>
  run.entries.map(({ command }) => command).filter(({ kind }) => kind !== 'advance');

test('[RH60] where only words change, the same inputs at the same moments lead to the same state, and the run replays', () => {
  const changed = starter(['Ask his name and have Control', 'Ask for a badge and have Control']);
  const carried = into(changed);
  expect(carried.stopped).toBeNull();
  expect(asked(carried)).toEqual(asked(PLAYED));
  expect({ ...carried.exercise, seq: 0 }).toEqual({ ...PLAYED.exercise, seq: 0 });
  expect(replay(engineOf(changed), carried.entries)).toMatchObject({ equal: true });
});

test('[RH60] what the change brings about by the same moment has happened, and nothing after it', () => {
  const sooner = starter(['          20s:\n', '          5s:\n']);
  const carried = into(sooner);
  expect(carried.stopped).toBeNull();
  expect(carried.exercise.at).toBeLessThanOrEqual(AT);
  const known = (trace: typeof carried.trace) =>
    trace.find((event) => event.kind === 'learnt' && event.value === 'confirmed');
  expect((known(PLAYED.trace)?.at ?? 0) - (known(carried.trace)?.at ?? 0)).toBe(15_000);
  expect(replay(engineOf(sooner), carried.entries)).toMatchObject({ equal: true });
});

test.each([
  ['an option that is gone', [['- id: say-police', '- id: call-out']], 'gone', 0],
  [
    'an action that is gone',
    [
      ['  make-room:', '  make-way:'],
      ["done['make-room']", "done['make-way']"],
    ],
    'gone',
    15_000,
  ],
  ['a decision that comes later', [['            at: 5s\n', '            at: 40s\n']], 'not-open', 45_000],
  ['a time that has run out', [['            within: 45s', '            within: 15s']], 'too-late', 45_000],
  ['an act that takes longer', [['takes: 10s\n    then: [{ set', 'takes: 60s\n    then: [{ set']], null, 0],
  [
    'a run that ends before',
    [
      [
        'takes: 10s\n                then: [{ go: face-to-face }]',
        'takes: 10s\n                then: [{ end: gone }]',
      ],
    ],
    'ended',
    15_000,
  ],
] as const)('[RH60] %s: it stops at that moment with what held before, or holds', (_, changes, why, at) => {
  const carried = into(starter(...changes));
  if (why === null) {
    // A decision cuts a standing action, however long that takes.
    expect(carried.stopped).toBeNull();
    return;
  }
  expect(carried.stopped).toMatchObject({ why, command: { at } });
  expect(carried.exercise.at).toBeLessThanOrEqual(at);
  expect(asked(carried)).toEqual(asked(PLAYED).filter((command) => command.at < at));
});

test('[RH60] every shipped run that is carried into the same scenario comes out the same', () => {
  const files = readSources();
  const playbook = shippedPlaybook('residence-207');
  const paths = planPaths(files, 'residence-207')
    .filter((path) => path.includes('/ends-'))
    .slice(0, 4);
  for (const path of paths) {
    const { plan } = readPlanFor(playbook, files, path);
    if (plan === null) throw new Error(path);
    const run = runPlan(playbook, plan, { toEnd: true });
    const carried = carryOn(makeEngine(playbook, run.opening, 'grid'), run.entries, run.exercise.at);
    expect({ ...carried.exercise, seq: 0 }, path).toEqual({ ...run.exercise, seq: 0 });
  }
  expect(paths.length).toBe(4);
}, 60_000);
