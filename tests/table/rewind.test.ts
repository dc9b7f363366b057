/** The tape of an ended run: wherever one jumps, it shows what was on the desk there while the run was played. */
import { expect, test, vi } from 'vitest';
import { shippedPlaybook } from '#cli/disk/shipped.ts';
import { readSources } from '#cli/disk/sources.ts';
import { rewind } from '#debrief/rewind.ts';
import { makeEngine } from '#exercise/engine.ts';
import type { SeatView } from '#exercise/view.ts';
import type { RenderLocale } from '#exercise/words.ts';
import { exerciseCore } from '#host/exercise-core.ts';
import { runPlan } from '#plans/run-plan.ts';
import { readPlanFor } from '#scenario/plan.ts';

vi.setConfig({ testTimeout: 60_000 });

/** `npm run prove` jumps two hundred times. */
const JUMPS = process.env.PROVE_RUNS === undefined ? 60 : 200;
const playbook = shippedPlaybook('residence-207');
const files = readSources();

/** A shipped plan, played to its end. */
function played(name: string) {
  const { plan, problems } = readPlanFor(playbook, files, `residence-207/plans/${name}.plan.yaml`);
  if (plan === null) throw new Error(JSON.stringify(problems, null, 1));
  const { opening, entries } = runPlan(playbook, plan, { toEnd: true });
  return { playbook, opening, entries };
}

/** What the desk showed at each of these moments, ascending: the run played from STARTEX through the core that the page plays by. */
function onTheDesk(
  run: ReturnType<typeof played>,
  moments: readonly number[],
  locale: RenderLocale,
): ReadonlyMap<number, SeatView> {
  const core = exerciseCore(makeEngine(playbook, run.opening));
  let { state, trace } = core.start();
  const left = run.entries.map((entry) => entry.command);
  const shown = new Map<number, SeatView>();
  const take = (command: Parameters<typeof core.step>[1]) => {
    const next = core.step(state, command);
    if (!next.ok) throw new Error(next.why);
    return { state: next.state, trace: [...trace, ...next.trace] };
  };
  for (const at of moments) {
    for (let next = left[0]; next !== undefined && next.at <= at; next = left[0]) {
      ({ state, trace } = take(next));
      left.shift();
    }
    // The page's clock comes by between two inputs and leaves nothing of its own in the journal.
    const now = core.ended(state) ? { state, trace } : take({ kind: 'advance', at });
    const desk = core.watch(run.opening.seats[0] ?? '', locale);
    desk.feed(now.trace);
    shown.set(at, desk.view(now.state));
  }
  return shown;
}

/** A row of numbers from 0 to 1, the same on every machine. */
function drawn(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

test.each([
  ['reckless-federal', 'en', 5],
  ['careful-impostors', 'es', 11],
] as const)('[TB65] %s in %s: jumps, forwards and back, each show what was there', (name, lang, seed) => {
  const run = played(name);
  const locale: RenderLocale = { lang, words: 'codes' };
  const tape = rewind(run, run.opening.seats[0] ?? '', locale);
  const draw = drawn(seed);
  // Half of them land on a moment at which something happened, where one off is soonest wrong.
  const jumps = Array.from({ length: JUMPS }, (_, i) =>
    i % 2 === 0
      ? Math.floor(draw() * (tape.endedAt + 1))
      : (tape.moments[Math.floor(draw() * tape.moments.length)] ?? 0),
  );
  const there = onTheDesk(
    run,
    jumps.toSorted((a, b) => a - b),
    locale,
  );
  for (const at of jumps) expect(tape.viewAt(at)).toEqual(there.get(at));
  for (const at of jumps.toReversed()) expect(tape.viewAt(at)).toEqual(there.get(at));
  expect(new Set([...there.values()].map(({ log }) => log.length)).size).toBeGreaterThan(JUMPS / 4);
});

test('[TB65] the tape is held to its ends, tells moments in order, and says no more than was known', () => {
  const run = played('careful-federal');
  const tape = rewind(run, 'patrol', { lang: 'en', words: 'codes' });
  expect(tape.viewAt(-1)).toEqual(tape.viewAt(0));
  expect(tape.viewAt(tape.endedAt + 60_000)).toEqual(tape.viewAt(tape.endedAt));
  expect(tape.viewAt(1_000.9).at).toBe(1_000);
  expect(tape.viewAt(tape.endedAt).ended).not.toBeNull();
  expect(tape.viewAt(tape.endedAt - 1).ended).toBeNull();
  expect(tape.viewAt(0).known).toEqual([]);
  expect(tape.moments).toEqual([...new Set(tape.moments)].sort((a, b) => a - b));
  expect([tape.moments[0], tape.moments.at(-1)]).toEqual([0, tape.endedAt]);
  for (const at of tape.moments) {
    const { log } = tape.viewAt(at);
    expect(log.every((item) => item.at <= at)).toBe(true);
  }
});

test('[TB65] a jump asks for no second play of the run', () => {
  const run = played('reckless-federal');
  const tape = rewind(run, 'patrol', { lang: 'en', words: 'codes' });
  const draw = drawn(3);
  const began = performance.now();
  for (let i = 0; i < 1_000; i += 1) tape.viewAt(Math.floor(draw() * tape.endedAt));
  // A frame of a screen has 16 ms.
  expect((performance.now() - began) / 1_000).toBeLessThan(8);
});
