/** Properties over the fixture and over generated playbooks. Seeded; each counts what happened and fails if that was nothing. */
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { digest } from '#exercise/digest.ts';
import { makeEngine } from '#exercise/engine.ts';
import type { Opening } from '#exercise/entries.ts';
import type { Engine, Exercise } from '#exercise/exercise.ts';
import { nextDue } from '#exercise/next-due.ts';
import { openExercise } from '#exercise/open.ts';
import { replay } from '#exercise/replay.ts';
import { seatView } from '#exercise/seat-view.ts';
import { step } from '#exercise/step.ts';
import { canonicalJson } from '#language/canonical.ts';
import type { TraceEvent } from '#law/trace.ts';
import type { Playbook } from '#scenario/playbook.ts';
import { CANARY, playbook as fixture, opening } from './fixture.ts';
import { playbooks } from './generate.ts';
import { opens } from './opens.ts';
import { walk, withoutSeq } from './walk.ts';

// A loaded machine may take many times what a quiet one does.
vi.setConfig({ testTimeout: 120_000 });

const TONGUE = { lang: 'en', words: 'codes' } as const;
// Shrinking these playbooks takes minutes and helps little: a failure is shown as it came.
const RUNS = { seed: 207, numRuns: 60, endOnFailure: true };
/** How many games the counts below were written for: of fewer, as much less is asked. */
const WRITTEN_FOR = 170;
/** The chart is slow: each of its games takes as long as five others. */
const FEW = { ...RUNS, numRuns: 25 };
const MOVES = 30;

/** A playbook to play, the seats people play and a seed to walk with. One in four is the fixture. */
const games = fc.record({
  playbook: fc.oneof({ weight: 1, arbitrary: fc.constant(fixture) }, { weight: 3, arbitrary: playbooks }),
  both: fc.boolean(),
  seed: fc.integer({ min: 0, max: 0xffffffff }),
});
type Game = typeof games extends fc.Arbitrary<infer G> ? G : never;

function engineOf(game: Game, more: Partial<Opening> = {}, mover: 'chart' | 'grid' = 'grid'): Engine {
  const seats = game.playbook.seats.slice(0, game.both ? 2 : 1).map((seat) => seat.id);
  return makeEngine(game.playbook, opening({ seed: game.seed, seats, ...more }), mover);
}

/** Runs a property over games that open; answers how many of each thing were counted. */
function overGames(
  count: (game: Game, seen: Record<string, number>) => void,
  runs = RUNS,
): Record<string, number> {
  const seen: Record<string, number> = { played: 0 };
  fc.assert(
    fc.property(games, (game) => {
      if (!opens(engineOf(game))) return;
      seen.played = (seen.played ?? 0) + 1;
      count(game, seen);
    }),
    runs,
  );
  expect(seen.played).toBeGreaterThan(runs.numRuns / 2);
  return seen;
}

/** A floor under a count. */
function atLeast(written: number, { numRuns } = RUNS): number {
  return (written * numRuns) / WRITTEN_FOR;
}

function tally(seen: Record<string, number>, what: string, n = 1): void {
  seen[what] = (seen[what] ?? 0) + n;
}

test('[EX3] replay equals live', () => {
  const seen = overGames((game, count) => {
    const live = walk(engineOf(game), game.seed, MOVES);
    const again = replay(engineOf(game), live.entries);
    expect(again.differsAt).toBe(null);
    expect(again.equal).toBe(true);
    expect(again.exercise).toEqual(live.exercise);
    expect(again.trace).toEqual(live.trace);
    expect(live.entries.map((entry) => entry.seq)).toEqual(live.entries.map((_, n) => n + 1));
    tally(count, 'entries', live.entries.length);
    for (const event of live.trace) tally(count, event.kind);
  });
  expect(seen.entries).toBeGreaterThan(atLeast(1000));
  for (const kind of [
    'act',
    'cut',
    'done',
    'observed',
    'closed',
    'told',
    'learnt',
    'offered',
    'withdrawn',
    'asked',
    'said',
    'lapsed',
    'moved',
    'revealed',
    'arrived',
    'world',
    'objective',
    'ended',
  ]) {
    expect(seen[kind], kind).toBeGreaterThan(atLeast(4));
  }
});

test('[EX3] a damaged digest is named by its seq', () => {
  const engine = makeEngine(fixture, opening());
  const { entries } = walk(engine, 3, 12);
  expect(entries.length).toBeGreaterThan(4);
  const damaged = entries.map((entry) =>
    entry.seq === 3 ? { ...entry, digest: `sha256:${'0'.repeat(64)}` } : entry,
  );
  expect(replay(engine, damaged)).toMatchObject({ equal: false, differsAt: 3 });
  expect(
    replay(
      engine,
      entries.filter((entry) => entry.seq !== 2),
    ),
  ).toMatchObject({ equal: false, differsAt: 3 });
});

/** Advances to a moment in one go or by the given stride; stops where the run ended. */
function letPass(
  engine: Engine,
  from: Exercise,
  until: number,
  stride: number,
): { exercise: Exercise; trace: TraceEvent[]; ok: boolean } {
  let exercise = from;
  const trace: TraceEvent[] = [];
  while (exercise.at < until && exercise.ended === -1) {
    const stepped = step(engine, exercise, { kind: 'advance', at: Math.min(until, exercise.at + stride) });
    if (!stepped.ok) return { exercise, trace, ok: false };
    exercise = stepped.exercise;
    trace.push(...stepped.trace);
  }
  return { exercise, trace, ok: true };
}

test('[EX4] one big advance equals many small ones', () => {
  const seen = overGames((game, count) => {
    const engine = engineOf(game);
    const from = walk(engine, game.seed, game.seed % 9).exercise;
    if (from.ended !== -1) return;
    const until = from.at + 120_000;
    const big = letPass(engine, from, until, 120_000);
    if (!big.ok) return tally(count, 'runaway');
    const small = letPass(engine, from, until, 700 + (game.seed % 3_000));
    expect(digest(small.exercise)).toBe(digest(big.exercise));
    expect(withoutSeq(small.trace)).toEqual(withoutSeq(big.trace));
    tally(count, 'events', big.trace.length);
    if (big.exercise.ended !== -1) tally(count, 'ended');
  });
  expect(seen.events).toBeGreaterThan(atLeast(500));
  expect(seen.ended).toBeGreaterThan(atLeast(5));
});

test('[EX5] a refused command changes nothing', () => {
  const seen = overGames(
    (game, count) => {
      const engine = engineOf(game);
      let kept = '';
      walk(engine, game.seed, MOVES, ({ before, command, why, exercise }) => {
        if (why === null) return;
        tally(count, why);
        expect(exercise).toBe(before);
        kept = canonicalJson(before);
        step(engine, before, command);
        expect(canonicalJson(before)).toBe(kept);
      });
    },
    { ...RUNS, numRuns: WRITTEN_FOR },
  );
  for (const why of ['not-open', 'too-late', 'busy', 'in-the-past', 'bad-words', 'ended']) {
    expect(seen[why], why).toBeGreaterThan(0);
  }
});

test('[EX5] an accepted command leaves the exercise it came from as it was', () => {
  const seen = overGames((game, count) => {
    const engine = engineOf(game);
    walk(engine, game.seed, 12, ({ before, command, why }) => {
      const kept = canonicalJson(before);
      step(engine, before, command);
      expect(canonicalJson(before)).toBe(kept);
      if (why === null) tally(count, 'accepted');
    });
  });
  expect(seen.accepted).toBeGreaterThan(atLeast(300));
});

test('[EX8] chart and grid give the same places and steps in the same order', () => {
  const seen = overGames((game, count) => {
    const chart = engineOf(game, {}, 'chart');
    const grid = engineOf(game, {}, 'grid');
    expect(chart.mover.start()).toEqual(grid.mover.start());
    const byChart = walk(chart, game.seed, MOVES, ({ exercise }) => {
      for (let signal = -1; signal < game.playbook.signals.length; signal++) {
        const holds = (n: number) => (grid.conditions[n]?.(exercise.slots, exercise.place) ?? 0) !== 0;
        const often = (n: number) => (n + exercise.at) % 3 !== 0;
        const moved = grid.mover.move(exercise.place, signal, holds);
        expect(chart.mover.move(exercise.place, signal, holds)).toEqual(moved);
        const stirred = grid.mover.move(exercise.place, signal, often);
        expect(chart.mover.move(exercise.place, signal, often)).toEqual(stirred);
        tally(count, 'moves', moved.steps.length > 0 ? 1 : 0);
        const left = stirred.steps.filter((one) => one.kind === 'leave').length;
        if (left > 1) tally(count, 'several regions at once');
        if (stirred.steps.some((one) => one.kind === 'run')) tally(count, 'lists in between');
      }
    });
    const byGrid = walk(grid, game.seed, MOVES);
    expect(byChart.entries).toEqual(byGrid.entries);
    expect(byChart.trace).toEqual(byGrid.trace);
  }, FEW);
  expect(seen.moves).toBeGreaterThan(atLeast(1000, FEW));
  expect(seen['several regions at once']).toBeGreaterThan(atLeast(80, FEW));
  expect(seen['lists in between']).toBeGreaterThan(atLeast(100, FEW));
});

test('[EX1] everything equals its own JSON round trip at every step', () => {
  const twice = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown;
  const seen = overGames((game, count) => {
    const engine = engineOf(game);
    expect(twice(game.playbook)).toEqual(game.playbook);
    expect(twice(engine.opening)).toEqual(engine.opening);
    const live = walk(engine, game.seed, 15, ({ exercise, trace }) => {
      expect(twice(exercise)).toStrictEqual(exercise);
      for (const seat of engine.opening.seats) {
        const view = seatView(engine, exercise, trace, seat, TONGUE);
        expect(twice(view)).toStrictEqual(view);
        tally(count, 'views');
        tally(count, 'cards', view.decisions.length);
      }
    });
    expect(twice(live.entries)).toStrictEqual(live.entries);
    expect(twice(live.trace)).toStrictEqual(live.trace);
  });
  expect(seen.views).toBeGreaterThan(atLeast(1000));
  expect(seen.cards).toBeGreaterThan(atLeast(300));
});

/** Strings that one seat may not see: truths, refs and texts for others carry the canary, values another seat holds carry its name. */
function canariesIn(view: object, playbook: Playbook, seat: string): string[] {
  const text = JSON.stringify(view);
  const others = playbook.seats.filter((one) => one.id !== seat).map((one) => `"${one.id}-`);
  return [CANARY, ...(playbook === fixture ? [] : others)].filter((canary) => text.includes(canary));
}

test('[EX9] no canary of truth or of another seat is in a view', () => {
  const seen = overGames((game, count) => {
    const engine = engineOf(game);
    walk(engine, game.seed, MOVES, ({ exercise, trace }) => {
      const view = seatView(
        engine,
        exercise,
        trace,
        'one' in { [engine.opening.seats[0] ?? '']: 1 } ? 'one' : 'patrol',
        TONGUE,
      );
      expect(canariesIn(view, game.playbook, view.seat)).toEqual([]);
      const whole = JSON.stringify(trace);
      if (whole.includes(CANARY)) tally(count, 'canaries in the trace');
      if (/line\.(secret|canary)/.test(whole)) tally(count, 'lines for others');
      if (/"seat":"(two|auto)","fact"/.test(whole)) tally(count, 'facts of others');
      tally(count, 'log items', view.log.length);
    });
  });
  for (const what of ['canaries in the trace', 'lines for others', 'facts of others', 'log items']) {
    expect(seen[what], what).toBeGreaterThan(atLeast(100));
  }
});

test('[EX15] the extended-time factor changes deadlines and nothing else', () => {
  const seen = overGames((game, count) => {
    const usual = engineOf(game, { extended: 100 });
    const longer = engineOf(game, { extended: 200 });
    const first = openExercise(usual);
    const second = openExercise(longer);
    let [a, b] = [first.exercise, second.exercise];
    expect(timeless(second.trace)).toEqual(timeless(first.trace));
    // The same commands, as long as nothing has lapsed under the usual time: but for deadlines the runs are the same.
    for (const { command } of walk(usual, game.seed, MOVES).entries) {
      const one = step(usual, a, command);
      if (!one.ok) throw new Error(`refused: ${one.why}`);
      if (one.trace.some((event) => event.kind === 'lapsed' && event.why === 'time')) return;
      const two = step(longer, b, command);
      if (!two.ok) throw new Error(`refused under extended time: ${two.why}`);
      expect(timeless(two.trace)).toEqual(timeless(one.trace));
      expect(undated(two.exercise)).toEqual(undated(one.exercise));
      for (const open of two.exercise.open) {
        const same = one.exercise.open.find((other) => other.decision === open.decision);
        if (same === undefined) throw new Error('open in one run only');
        const within = game.playbook.decisions[open.decision]?.withinMs ?? 0;
        expect(open).toEqual({ ...same, lapses: same.lapses + within });
        tally(count, 'deadlines');
      }
      a = one.exercise;
      b = two.exercise;
      tally(count, 'steps');
    }
  });
  expect(seen.steps).toBeGreaterThan(atLeast(200));
  expect(seen.deadlines).toBeGreaterThan(atLeast(100));
});

/** An exercise without its deadlines and the counter that they share with other due events. */
function undated(exercise: Exercise): object {
  const due = exercise.due.filter((one) => one.what.kind !== 'lapse').map(({ n: _, ...one }) => one);
  return { ...exercise, open: [], due, n: 0 };
}

/** A trace without deadlines. */
function timeless(trace: readonly TraceEvent[]): readonly object[] {
  return trace.map((event) => (event.kind === 'asked' ? { ...event, lapses: 0 } : event));
}

test('[EX24] [EX25] one voice at a time; what was missed is counted, never told, and heard when said again', () => {
  const seen = overGames((game, count) => {
    const engine = engineOf(game);
    const airs = new Set([
      ...game.playbook.actions.filter(({ air }) => air).map(({ id }) => id),
      ...game.playbook.decisions.flatMap(({ id, options }) =>
        options.filter(({ air }) => air).map((option) => `${id} ${option.id}`),
      ),
    ]);
    // Five walks through each game, or too little is sent.
    for (let again = 0; again < 5; again++) {
      const { trace } = walk(engine, game.seed + again, MOVES, ({ exercise, command, why }) => {
        for (const [n, { missed, sends, free }] of exercise.seats.entries()) {
          const id = game.playbook.seats[n]?.id ?? '';
          const slot = game.playbook.slots.findIndex((one) => one.id === `missed.${id}`);
          if (slot >= 0) expect(exercise.slots[slot]).toBe(missed.length);
          expect(missed.length).toBeLessThanOrEqual(8);
          expect(new Set(missed.map(String)).size).toBe(missed.length);
          if (!engine.opening.seats.includes(id)) expect(missed).toEqual([]);
          if (missed.length === 8) tally(count, 'full queues');
          if (sends >= 0) expect(exercise.air).toBeGreaterThanOrEqual(free);
        }
        if (command.kind === 'act' && why === null && /^a[45]$/.test(command.action))
          tally(count, 'asked again');
      });
      // From when each act is on the air, and until when.
      const sent: { from: number; until: number }[] = [];
      for (const event of trace) {
        if (event.kind === 'told' && event.missed) {
          expect(['', 'line.part']).toContain(event.text);
          expect(event.sound).toBe(null);
          tally(count, event.text === '' ? 'walked on' : 'broken');
        }
        if (event.kind !== 'act' || !event.human || event.takes === 0) continue;
        const { source } = event;
        const name =
          'action' in source
            ? source.action
            : 'decision' in source
              ? `${source.decision} ${source.option}`
              : '';
        if (!airs.has(name)) {
          expect(event).not.toHaveProperty('waits');
          continue;
        }
        if (event.waits !== undefined) tally(count, 'waits');
        const over = trace.find(
          (other) => (other.kind === 'done' || other.kind === 'cut') && other.act === event.id,
        );
        const from = event.at + (event.waits ?? 0);
        if (over !== undefined && over.at > from) sent.push({ from, until: over.at });
        if (over?.kind === 'done') expect(over.at).toBe(from + event.takes);
      }
      sent.sort((a, b) => a.from - b.from);
      for (const [n, one] of sent.entries()) {
        if (n > 0) expect(one.from).toBeGreaterThanOrEqual(sent[n - 1]?.until ?? 0);
      }
      tally(count, 'sent', sent.length);
    }
  });
  for (const what of ['waits', 'walked on', 'broken', 'asked again', 'sent']) {
    expect(seen[what], what).toBeGreaterThan(atLeast(10));
  }
});

test('[EX12] no generated run hangs: each settles or is refused as runaway', () => {
  let runaway = 0;
  let settled = 0;
  fc.assert(
    fc.property(playbooks, fc.nat(), (playbook, seed) => {
      const engine = makeEngine(playbook, opening({ seed, seats: ['one'] }), 'grid');
      if (!opens(engine)) {
        runaway += 1;
        return;
      }
      const exercise = openExercise(engine).exercise;
      const due = nextDue(exercise);
      if (due !== null) step(engine, exercise, { kind: 'advance', at: due });
      settled += 1;
    }),
    RUNS,
  );
  expect(settled).toBeGreaterThan(atLeast(30));
  expect(runaway).toBeGreaterThan(atLeast(3));
});
