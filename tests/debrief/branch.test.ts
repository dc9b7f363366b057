/** Branches share a beginning and choose nothing by themselves. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { branch, follow, runDigest } from '#debrief/branch.ts';
import { makeEngine } from '#exercise/engine.ts';
import { openExercise } from '#exercise/open.ts';
import { replay } from '#exercise/replay.ts';
import { played, STREET } from './street.ts';

const run = played([
  { at: 2_000, choose: 'approach/marked' },
  { at: 30_000, act: 'ask-dispatch' },
  { at: 62_000, choose: 'request/no' },
  { at: 300_000 },
]);

test('[DB5] a branch shares the entries up to its place, replays to their digests, and names its parent', () => {
  let checked = 0;
  fc.assert(
    fc.property(fc.integer({ min: 0, max: run.entries.length }), (seq) => {
      const made = branch(run.opening, run.entries, seq);
      expect(made.opening.parent).toEqual({ run: runDigest(run.opening, run.entries), seq });
      const replayed = replay(makeEngine(STREET, made.opening, 'grid'), made.entries);
      expect(replayed.equal).toBe(true);
      expect(made.entries).toEqual(run.entries.slice(0, seq));
      checked += 1;
    }),
    { numRuns: 20, seed: 7 },
  );
  expect(checked).toBeGreaterThan(10);
});

test('[DB5] later choices are listed by seat, decision and time, and none of them is made', () => {
  const made = branch(run.opening, run.entries, 1);
  expect(made.later).toEqual([
    { seat: 'patrol', at: 30_000, what: { action: 'ask-dispatch' } },
    { seat: 'patrol', at: 62_000, what: { decision: 'request', option: 'no' } },
  ]);
  const { trace } = replay(makeEngine(STREET, made.opening, 'grid'), made.entries);
  expect(trace.filter((event) => event.kind === 'act')).toHaveLength(1);
});

test('[DB5] what is no longer open in a branch is listed, never filled in', () => {
  const made = branch(run.opening, run.entries, 0);
  const engine = makeEngine(STREET, made.opening, 'grid');
  const later = run.entries.slice(1).map((entry) => entry.command);
  const followed = follow(engine, openExercise(engine).exercise, later);
  expect(followed.refused.map(({ command, why }) => [command.kind, why])).toEqual([
    ['act', 'not-open'],
    ['choose', 'not-open'],
  ]);
  expect(followed.trace.filter((event) => event.kind === 'act')).toHaveLength(0);
  const without = run.entries.map((entry) => entry.command).filter((command) => command.kind !== 'act');
  const quiet = follow(engine, openExercise(engine).exercise, without);
  expect(quiet.refused).toEqual([]);
  expect(quiet.trace.filter((event) => event.kind === 'act')).toHaveLength(2);
});

test('[DB5] a place the run does not have is refused', () => {
  expect(() => branch(run.opening, run.entries, -1)).toThrow(RangeError);
  expect(() => branch(run.opening, run.entries, run.entries.length + 1)).toThrow(/DB5/);
});
