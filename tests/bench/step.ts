/**
 * Bench: our step with chart and with grid against a raw XState actor, on the reference story, in one run.
 *
 * `node tests/bench/step.ts [--json]`. All must first agree, step by step, on 300 seeds; a disagreement throws. Our step does more
 * than the actor: it keeps the old exercise, writes the trace with what was on offer, and (where it says so) a digest for each entry.
 */

import type { Command } from '#exercise/commands.ts';
import { makeEngine } from '#exercise/engine.ts';
import type { Opening } from '#exercise/entries.ts';
import type { Engine, Exercise } from '#exercise/exercise.ts';
import { openExercise } from '#exercise/open.ts';
import { play, step } from '#exercise/step.ts';
import { CHOICES, REGIONS, toPlaybook } from './reference-story.ts';
import { type Playing, playActor } from './step-peer.ts';

export interface Row {
  readonly engine: string;
  readonly playthroughsPerSecond: number;
  /** Replaying the same steps without asking what is possible. */
  readonly microsecondsPerStep: number;
  /** Against the raw XState actor in this run: above 1 is faster. */
  readonly ratio: number;
}

const SEEDS = 300;
const MOST_STEPS = 60;
const ROUNDS = 5;

const opening: Opening = {
  engine: '1',
  scenario: 'reference-story',
  playbook: 'sha256:00',
  pack: { id: 'none', hash: 'sha256:00', asOf: '2026-06-30' },
  switches: {},
  seed: 1,
  extended: 100,
  language: 'en',
  seats: ['player'],
  level: 'guided',
  clock: 'live',
  parent: null,
};

/** One step of a playthrough: a choice, or milliseconds that pass. */
type Move = { readonly choose: number } | { readonly pass: number };

/** Checks agreement, then times; the median of five rounds over the same 300 playthroughs, all in one process. */
export function benchStep(): readonly Row[] {
  const playbook = toPlaybook();
  const chart = makeEngine(playbook, opening, 'chart');
  const grid = makeEngine(playbook, opening, 'grid');
  const contenders: readonly (readonly [string, () => Playing])[] = [
    ['XState actor, own clock (peer)', playActor],
    ['step, chart', () => playOurs(chart, true)],
    ['step, grid', () => playOurs(grid, true)],
    ['step without digests, chart', () => playOurs(chart, false)],
    ['step without digests, grid', () => playOurs(grid, false)],
  ];
  const logs = agree(contenders);
  const steps = logs.reduce((sum, log) => sum + log.length, 0);
  const whole = medians(
    contenders.map(([, start]) => () => {
      for (let seed = 0; seed < SEEDS; seed++) playthrough(start(), seed, () => {});
    }),
  );
  const replayed = medians(
    contenders.map(([, start]) => () => {
      for (const log of logs) {
        const playing = start();
        for (const move of log) make(playing, move);
      }
    }),
  );
  return contenders.map(([engine], n) => ({
    engine,
    playthroughsPerSecond: (SEEDS / (whole[n] ?? 0)) * 1_000,
    microsecondsPerStep: ((replayed[n] ?? 0) / steps) * 1_000,
    ratio: (whole[0] ?? 0) / (whole[n] ?? 0),
  }));
}

/** Every contender plays every seed; what is possible and where things stand must agree after each step. */
export function agree(
  contenders: readonly (readonly [string, () => Playing])[],
): readonly (readonly Move[])[] {
  const logs: Move[][] = [];
  for (let seed = 0; seed < SEEDS; seed++) {
    let expected: string[] | null = null;
    for (const [engine, start] of contenders) {
      const playing = start();
      const states: string[] = [];
      const log = playthrough(playing, seed, (enabled) =>
        states.push(`${enabled.join()} ${playing.state()}`),
      );
      states.push(playing.state());
      if (expected === null) logs.push(log);
      expected ??= states;
      const differs = states.findIndex((state, n) => state !== expected?.[n]);
      if (differs >= 0 || states.length !== expected.length) {
        throw new Error(
          `${engine} differs on seed ${seed} at step ${differs}: ${states[differs]} instead of ${expected[differs]}`,
        );
      }
    }
  }
  return logs;
}

export function playthrough(
  playing: Playing,
  seed: number,
  look: (enabled: readonly number[]) => void,
): Move[] {
  const roll = mulberry(seed);
  const log: Move[] = [];
  while (log.length < MOST_STEPS && !playing.isOver()) {
    const enabled = playing.enabled();
    look(enabled);
    const choice = enabled[Math.floor(roll() * enabled.length)];
    const move: Move =
      choice !== undefined && roll() < 0.6
        ? { choose: choice }
        : { pass: (1 + Math.floor(roll() * 12)) * 10_000 };
    log.push(move);
    make(playing, move);
  }
  return log;
}

function make(playing: Playing, move: Move): void {
  if ('choose' in move) playing.choose(move.choose);
  else playing.advance(move.pass);
}

function playOurs(engine: Engine, digests: boolean): Playing {
  const { playbook, conditions } = engine;
  let { exercise } = openExercise(engine);
  const go = (command: Command) => {
    const answer: { ok: boolean; exercise?: Exercise } = digests
      ? step(engine, exercise, command)
      : play(engine, exercise, command);
    if (answer.exercise === undefined) throw new Error(`refused: ${JSON.stringify(command)}`);
    exercise = answer.exercise;
  };
  const stateName = (region: number) => playbook.states[exercise.place[region] ?? -1]?.id ?? '';
  return {
    enabled() {
      const { slots, place } = exercise;
      return playbook.actions.flatMap((action, n) =>
        conditions[action.when ?? -1]?.(slots, place) === 1 ? [n] : [],
      );
    },
    choose: (n) => go({ kind: 'act', at: exercise.at, seat: 'player', action: CHOICES[n]?.id ?? '' }),
    advance: (ms) => go({ kind: 'advance', at: exercise.at + ms }),
    isOver: () => stateName(0).startsWith('debrief'),
    state: () =>
      JSON.stringify([
        exercise.at,
        Object.keys(REGIONS).map((_, region) => stateName(region)),
        exercise.slots,
      ]),
  };
}

/** Milliseconds of each contender's median round, after one to warm up. Contenders take turns, so that a busy machine slows all alike. */
function medians(rounds: readonly (() => void)[]): readonly number[] {
  for (const round of rounds) round();
  const times = Array.from({ length: ROUNDS }, () =>
    rounds.map((round) => {
      const before = performance.now();
      round();
      return performance.now() - before;
    }),
  );
  return rounds.map(
    (_, n) => times.map((turn) => turn[n] ?? 0).sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0,
  );
}

export function mulberry(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

if (import.meta.main) {
  const rows = benchStep();
  if (process.argv.includes('--json')) {
    process.stdout.write(`${JSON.stringify(rows)}\n`);
  } else {
    process.stdout.write(
      `Reference story, ${SEEDS} seeds, all agree step by step; median of ${ROUNDS} rounds.\n`,
    );
    for (const row of rows) {
      const [a, b, c] = [
        row.playthroughsPerSecond.toFixed(0),
        row.microsecondsPerStep.toFixed(1),
        row.ratio.toFixed(2),
      ];
      process.stdout.write(
        `${row.engine.padEnd(34)}${a.padStart(8)} playthroughs/s${b.padStart(8)} µs/step${c.padStart(7)}×\n`,
      );
    }
  }
}
