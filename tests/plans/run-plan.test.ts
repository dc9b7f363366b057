/** Plans are played as the language says. */
import { expect, test } from 'vitest';
import { makeEngine } from '#exercise/engine.ts';
import { replay } from '#exercise/replay.ts';
import { runPlan } from '#plans/run-plan.ts';
import { readPlanFor } from '#scenario/plan.ts';
import { readScenario } from '#scenario/read.ts';
import { STREET } from '../debrief/street.ts';
import { filesOf } from '../scenario/pages.ts';

function plan(steps: string, head = 'truth: { team: federal }') {
  const path = 'street/plans/x.plan.yaml';
  const text = `scenario: street\n${head}\nsteps:\n${steps}`;
  const read = readPlanFor(STREET, new Map([[path, text]]), path);
  if (read.plan === null) throw new Error(JSON.stringify(read.problems, null, 1));
  return read.plan;
}
const run = (steps: string, head?: string) => runPlan(STREET, plan(steps, head), { toEnd: true });
const did = (played: ReturnType<typeof run>) =>
  played.trace.flatMap((event) =>
    event.kind === 'act' ? [[event.at, 'action' in event.source ? event.source.action : event.source]] : [],
  );

test('[RH1] a choice is made as soon as its decision is open and the seat free, an act as soon as it is possible', () => {
  const played = run(`
  - choose: approach/marked
  - act: ask-dispatch
  - choose: request/no
    after: 5s
  - expect: { known: { identity: confirmed } }
`);
  expect(played.failures).toEqual([]);
  expect(did(played).map(([at]) => at)).toEqual([0, 20_000, 65_000]);
  expect(played.trace.at(-1)).toMatchObject({ kind: 'ended', ending: 'known' });
});

test('[RH1] between steps nothing is chosen: decisions lapse, and time passes to the moment, decision or knowledge named', () => {
  const played = run(`
  - until: request
  - expect: { open: [request], offered: [ask-dispatch] }
  - act: ask-dispatch
  - until-known: { identity: confirmed }
  - at: 3m
  - expect: { known: { identity: confirmed } }
`);
  expect(played.failures).toEqual([]);
  expect(played.trace.filter((event) => event.kind === 'lapsed')).toHaveLength(2);
  expect(did(played)).toHaveLength(1);
});

test('[RH1] a refusal can be expected; then the step is tried at once', () => {
  const played = run(`
  - act: ask-dispatch
  - expect: { refused: not-open }
  - choose: approach/marked
  - act: look
  - expect: { refused: busy }
`);
  expect(played.failures).toEqual([]);
  expect(did(played)).toHaveLength(1);
});

test('[RH1] what goes otherwise is told with its step, and the run is there as far as it went', () => {
  const unmet = run(`
  - choose: approach/marked
  - expect: { known: { identity: confirmed }, ended: known, open: [request], offered: [ask-dispatch], refused: busy }
`);
  expect(unmet.failures.map((failure) => [failure.step, failure.message])).toEqual([
    [1, 'identity is unknown, not confirmed.'],
    [1, 'The session has not ended here, so the ending is not `known` yet.'],
    [1, '"request" is not open.'],
    [1, '"ask-dispatch" is not possible.'],
    [1, 'The last step was accepted, not refused as busy.'],
  ]);
  const stuck = run(`
  - choose: approach/marked
  - choose: approach/dark
  - act: look
`);
  expect(stuck.failures).toEqual([
    { step: 1, message: '"approach" never came up; the session ended at 3m20s.' },
  ]);
  expect(did(stuck)).toHaveLength(1);
});

test('[RH1] a plan leaves a journal that replays to the same digests, by chart and by grid', () => {
  const steps = `
  - choose: approach/dark
  - act: look
  - choose: request/hold
`;
  const played = run(steps);
  for (const mover of ['chart', 'grid'] as const) {
    expect(replay(makeEngine(STREET, played.opening, mover), played.entries)).toMatchObject({ equal: true });
  }
  expect(runPlan(STREET, plan(steps), { toEnd: true, mover: 'chart' }).entries).toEqual(played.entries);
  expect(played.entries.length).toBeGreaterThan(5);
});

test('[RH1] a plan runs on the first seed of its truth, or on its own', () => {
  expect(run('  - stop: true', 'truth: { team: impostors }').opening.seed).toBe(2);
  expect(run('  - stop: true', 'seed: 7').opening.seed).toBe(7);
});

test('[RH1] a plan stops where effects follow each other without end', () => {
  const text = `story:
  contact:
    start: rolling
    states:
      rolling:
        after: { 1m: [{ go: near }] }
        decide: [{ id: look, seat: patrol, ask: What now?, at: 90s, within: 20s, options: [{ id: wait, say: Wait., acts: [], takes: 0 }, { id: walk, say: Walk., acts: [{ announce: {} }], takes: 0 }] }]
      near: { on: [{ when: "!world.taped", go: far }] }
      far: { on: [{ when: "!world.taped", go: near }] }
`;
  const { files } = filesOf([{ kind: 'given', line: 1, column: 1, file: null, text }]);
  const { playbook } = readScenario(files, 'base');
  const failuresOf = (steps: string) => {
    const path = 'base/plans/x.plan.yaml';
    const { plan } = readPlanFor(playbook, new Map([[path, `scenario: base\nsteps:\n${steps}`]]), path);
    if (playbook === null || plan === null) throw new Error('both read');
    return runPlan(playbook, plan, { toEnd: true }).failures;
  };
  expect(failuresOf('  - at: 59s\n')).toEqual([]);
  expect(failuresOf('  - at: 2m\n  - stop: true\n')).toEqual([
    { step: 0, message: 'advance was refused at 2m: runaway.' },
  ]);
  expect(failuresOf('  - choose: look/wait\n')).toEqual([
    { step: 0, message: '"look" never came up; effects triggered each other without end at 0s.' },
  ]);
});
