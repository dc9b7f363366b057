import { describe, expect, test } from 'vitest';
import { makeEngine } from '#exercise/engine.ts';
import { openExercise } from '#exercise/open.ts';
import { play } from '#exercise/step.ts';
import { Kernel } from '#kernel/kernel.ts';
import type { TraceEvent } from '#law/trace.ts';
import type { Playbook } from '#scenario/playbook.ts';
import { readScenario } from '#scenario/read.ts';
import { decodeTrace } from '../kernel/decode.ts';
import { filesOf } from '../scenario/pages.ts';
import { opening } from './fixture.ts';

const CARD = `          - id: send-one
            seat: dispatch
            ask: Who is sent?
            within: 30s
`;
const OPTIONS = `            options:
              - { id: near, say: Send the near car., acts: [], takes: 5s, then: [{ go: over }] }
              - { id: far, say: Send the far car., acts: [], takes: 9s, then: [{ go: over }] }
`;

/** A story of one state, with a card of Control, and what else is given. */
function story(state: string, more = ''): Playbook {
  const text = `story:
  contact:
    start: rolling
    states:
      rolling:
${state}      over: { after: { 10s: [{ end: true }] } }
${more}`;
  const { files } = filesOf([{ kind: 'broken', line: 1, column: 1, file: null, text }]);
  const { playbook, problems } = readScenario(files, 'base');
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  if (playbook === null) throw new Error('it does not read');
  return playbook;
}

/** What happens if only time passes, by chart, by grid and in the kernel: all three the same. */
function passed(playbook: Playbook, seats: readonly string[] = ['patrol'], extended: 100 | 200 = 100) {
  const begun = opening({ seats: [...seats], extended, seed: 3 });
  const traces = (['chart', 'grid'] as const).map((mover) => {
    const engine = makeEngine(playbook, begun, mover);
    const { exercise, trace } = openExercise(engine);
    const played = play(engine, exercise, { kind: 'advance', at: 3_600_000 });
    return played.ok ? [...trace, ...played.trace] : [...trace];
  });
  const kernel = new Kernel(playbook, { seats, extended });
  kernel.open(3);
  kernel.advance(3_600_000);
  const [chart = []] = traces;
  for (const other of [...traces, decodeTrace(kernel.run, 0)]) expect(told(other)).toEqual(told(chart));
  const ended = chart.findLast((event) => event.kind === 'ended');
  return { ending: ended?.kind === 'ended' ? ended.ending : null, at: ended?.at ?? -1, trace: chart };
}

const told = (trace: readonly TraceEvent[]) => trace.map((event) => JSON.stringify(event));

describe('a decision of a seat that nobody plays', () => {
  const silent = `        decide:\n${CARD}            silence: [{ go: over }]\n${OPTIONS}`;

  test('[EX18] its silence runs when its time is over, and the story goes on; nobody is asked', () => {
    const run = passed(story(silent));
    expect([run.ending, run.at]).toEqual(['over', 40_000]);
    expect(run.trace.some(({ kind }) => kind === 'asked' || kind === 'lapsed')).toBe(false);
    expect(passed(story(silent), ['patrol'], 200).at).toBe(40_000);
  });

  test('[EX18] played by a person, it is put to them as any other', () => {
    const run = passed(story(silent), ['dispatch', 'patrol']);
    expect(run.trace.filter(({ kind }) => kind === 'asked' || kind === 'lapsed')).toHaveLength(2);
  });

  test('[EX18] its silence does not come where the story moved on before', () => {
    const left = passed(story(`        after: { 10s: [{ go: over }] }\n${silent}`));
    expect([left.ending, left.at]).toEqual(['over', 20_000]);
  });
});

describe('a story in which nothing more can happen', () => {
  test('[EX31] ends there, and says so', () => {
    const run = passed(story(`        decide:\n${CARD}${OPTIONS}`));
    expect([run.ending, run.at]).toEqual(['nothing-left', 0]);
    const late = passed(story(`        after: { 20s: [{ arrives: patrol }] }\n`));
    expect([late.ending, late.at]).toEqual(['nothing-left', 20_000]);
  });

  test('[EX31] goes on as long as anybody has anything to do', () => {
    const action = `actions:
  wait-on: { seat: [patrol], group: note, say: Look again., acts: [], takes: 5s }
`;
    expect(passed(story(`        after: { 20s: [{ arrives: patrol }] }\n`, action)).ending).toBe(null);
  });

  test('[EX32] `ends-by` ends it, and `minutes` does not', () => {
    const action = `actions:
  wait-on: { seat: [patrol], group: note, say: Look again., acts: [], takes: 5s }
ends-by: 12m
`;
    const run = passed(story(`        after: { 20s: [{ arrives: patrol }] }\n`, action));
    expect([run.ending, run.at]).toEqual(['over', 720_000]);
  });
});
