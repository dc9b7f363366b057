/** The same properties on what is shipped: whatever scenarios there are, played at random in every solo seat. */

import { expect, test, vi } from 'vitest';
import { shippedPlaybook } from '#cli/disk/shipped.ts';
import { readSources } from '#cli/disk/sources.ts';
import { digest } from '#exercise/digest.ts';
import { makeEngine } from '#exercise/engine.ts';
import { replay } from '#exercise/replay.ts';
import { seatView } from '#exercise/seat-view.ts';
import { step } from '#exercise/step.ts';
import { scenarioIds } from '#scenario/read.ts';
import { opening } from './fixture.ts';
import { walk, withoutSeq } from './walk.ts';

vi.setConfig({ testTimeout: 120_000 });

const files = readSources();
/** A difference in one run of three is met in five with 87 percent; `npm run prove` plays twelve. */
const RUNS = process.env.PROVE_RUNS === undefined ? 5 : 12;
const MOVES = 60;

test.each(scenarioIds(files))('[EX3] [EX8] %s: chart = grid, replay = live, views round-trip', (id) => {
  const playbook = shippedPlaybook(id);
  const seats = playbook.seats.filter((seat) => seat.solo).map((seat) => seat.id);
  const seen = { acts: 0, steps: 0, views: 0, ended: 0, regions: new Set<string>() };
  for (let seed = 1; seed <= RUNS; seed++) {
    const run = opening({ seed, seats: seats.slice(0, 1), scenario: id });
    const chart = makeEngine(playbook, run, 'chart');
    const grid = makeEngine(playbook, run, 'grid');
    expect(chart.mover.start()).toEqual(grid.mover.start());
    const byChart = walk(chart, seed, MOVES, ({ exercise, trace }) => {
      const holds = (n: number) => (grid.conditions[n]?.(exercise.slots, exercise.place) ?? 0) !== 0;
      for (let signal = -1; signal < playbook.signals.length; signal++) {
        expect(chart.mover.move(exercise.place, signal, holds)).toEqual(
          grid.mover.move(exercise.place, signal, holds),
        );
      }
      const view = seatView(chart, exercise, trace, seats[0] ?? '', { lang: 'en', words: 'codes' });
      expect(JSON.parse(JSON.stringify(view))).toStrictEqual(view);
      expect(JSON.parse(JSON.stringify(exercise))).toStrictEqual(exercise);
      seen.views += 1;
    });
    const byGrid = walk(grid, seed, MOVES);
    expect(byGrid.entries).toEqual(byChart.entries);
    expect(byGrid.trace).toEqual(byChart.trace);
    const again = replay(grid, byChart.entries);
    expect(again.differsAt).toBe(null);
    expect(withoutSeq(again.trace)).toEqual(withoutSeq(byChart.trace));
    seen.acts += byChart.trace.filter((event) => event.kind === 'act').length;
    seen.steps += byChart.entries.length;
    seen.ended += byChart.exercise.ended === -1 ? 0 : 1;
    for (const state of byChart.exercise.place) seen.regions.add(playbook.states[state]?.id ?? '');
  }
  expect(seen.acts).toBeGreaterThan(RUNS);
  expect(seen.steps).toBeGreaterThan(RUNS * 5);
  expect(seen.regions.size).toBeGreaterThan(2);
});

test.each(scenarioIds(files))('[EX4] %s: one big advance equals many small ones', (id) => {
  const playbook = shippedPlaybook(id);
  const solo = playbook.seats.filter((seat) => seat.solo).map((seat) => seat.id);
  let events = 0;
  for (let seed = 1; seed <= RUNS; seed++) {
    const engine = makeEngine(playbook, opening({ seed, seats: solo.slice(0, 1) }), 'grid');
    const from = walk(engine, seed, seed * 2).exercise;
    if (from.ended !== -1) continue;
    const big = step(engine, from, { kind: 'advance', at: from.at + 600_000 });
    if (!big.ok) throw new Error(big.why);
    const trace = [];
    let small = from;
    while (small.ended === -1 && small.at < from.at + 600_000) {
      const one = step(engine, small, { kind: 'advance', at: Math.min(from.at + 600_000, small.at + 7_300) });
      if (!one.ok) throw new Error(one.why);
      small = one.exercise;
      trace.push(...one.trace);
    }
    expect(digest(small)).toBe(digest(big.exercise));
    expect(withoutSeq(trace)).toEqual(withoutSeq(big.trace));
    events += trace.length;
  }
  expect(events).toBeGreaterThan(RUNS * 5);
});
