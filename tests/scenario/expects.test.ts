/** What states say is known in them, held against every shipped plan: in steps as small as the run has. */
import { expect, test, vi } from 'vitest';
import { shippedPlaybook } from '#cli/disk/shipped.ts';
import { readSources } from '#cli/disk/sources.ts';
import type { Command } from '#exercise/commands.ts';
import { makeEngine } from '#exercise/engine.ts';
import type { Exercise } from '#exercise/exercise.ts';
import { nextDue } from '#exercise/next-due.ts';
import { openExercise } from '#exercise/open.ts';
import { play } from '#exercise/step.ts';
import { runPlan } from '#plans/run-plan.ts';
import { planPaths, readPlanFor } from '#scenario/plan.ts';
import type { Playbook } from '#scenario/playbook.ts';
import { scenarioIds } from '#scenario/read.ts';

vi.setConfig({ testTimeout: 120_000 });

const files = readSources();

/** What is not as expected in the states that were entered between two moments of a run. */
function broken(playbook: Playbook, before: Exercise | null, after: Exercise): string[] {
  return after.place.flatMap((n, region) => {
    const state = playbook.states[n];
    if (state?.expects === undefined || before?.place[region] === n) return [];
    return state.expects.flatMap(({ slot, values }) => {
      const value = after.slots[slot] ?? -1;
      const { id, values: names } = playbook.slots[slot] ?? { id: '', values: null };
      return values.includes(value)
        ? []
        : [`${state.id} at ${after.at / 1000}s: ${id} is ${names?.[value] ?? value}`];
    });
  });
}

test.each(scenarioIds(files))('[SC13] %s: whenever a plan enters a state, what it expects is known', (id) => {
  const playbook = shippedPlaybook(id);
  const expecting = playbook.states.flatMap((state, n) => (state.expects === undefined ? [] : [n]));
  const entered = new Set<number>();
  const wrong: string[] = [];
  for (const path of planPaths(files, id)) {
    const { plan, problems } = readPlanFor(playbook, files, path);
    if (plan === null) throw new Error(JSON.stringify(problems));
    for (const then of [undefined, ...Object.keys(plan.then)]) {
      const run = runPlan(playbook, plan, {
        ...(then === undefined ? {} : { then }),
        toEnd: true,
        mover: 'grid',
      });
      const engine = makeEngine(playbook, run.opening, 'grid');
      let exercise = openExercise(engine).exercise;
      wrong.push(...broken(playbook, null, exercise).map((one) => `${path}: ${one}`));
      const go = (command: Command) => {
        const played = play(engine, exercise, command);
        if (!played.ok) throw new Error(`${path}: ${played.why}`);
        wrong.push(...broken(playbook, exercise, played.exercise).map((one) => `${path}: ${one}`));
        exercise = played.exercise;
        for (const n of exercise.place) entered.add(n);
      };
      for (const { command } of run.entries) {
        // One due moment at a time: what is entered in between is seen too.
        for (let due = nextDue(exercise); due !== null && due <= command.at; due = nextDue(exercise))
          go({ kind: 'advance', at: due });
        if (exercise.ended === -1 && (command.kind !== 'advance' || command.at > exercise.at)) go(command);
      }
    }
  }
  expect([...new Set(wrong)]).toEqual([]);
  expect(expecting.filter((n) => entered.has(n)).length).toBe(expecting.length);
});

test('[SC13] a state that is entered without what it expects is named', () => {
  const playbook = shippedPlaybook(scenarioIds(files)[0] ?? '');
  const { exercise } = openExercise(
    makeEngine(playbook, { ...OPENING, seats: [playbook.seats.find(({ solo }) => solo)?.id ?? ''] }, 'grid'),
  );
  const slot = playbook.slots.findIndex(({ known }) => known !== null);
  const first = exercise.place[0] ?? 0;
  const states = playbook.states.map((state, n) =>
    n === first ? { ...state, expects: [{ slot, values: [99] }] } : state,
  );
  expect(broken({ ...playbook, states }, null, exercise)).toHaveLength(1);
});

const OPENING = {
  engine: '2',
  scenario: 'any',
  playbook: 'sha256:00',
  pack: { id: 'neutral', hash: 'sha256:00', asOf: '2026-06-30' },
  switches: {},
  seed: 7,
  extended: 100,
  language: 'en',
  level: 'guided',
  clock: 'live',
  parent: null,
} as const;
