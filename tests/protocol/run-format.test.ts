/** Run files of format 2, and that what needs none of it is written as it always was. */
import { describe, expect, test } from 'vitest';
import type { Command } from '#exercise/commands.ts';
import { makeEngine } from '#exercise/engine.ts';
import type { RunFile } from '#exercise/entries.ts';
import { replay } from '#exercise/replay.ts';
import { formatOf } from '#exercise/run-format.ts';
import { canonicalJson } from '#language/canonical.ts';
import { readRunFile } from '#protocol/run-file.ts';
import { readRunsFile } from '#protocol/runs-file.ts';
import { runFileText } from '#table/runs/export-run.ts';
import { playbook as fixture, opening } from '../exercise/fixture.ts';
import { Play } from '../exercise/play.ts';
import { digestOf, meta } from '../journal/sample-run.ts';

const PLAYBOOK = { playbook: digestOf(9) };
const BOTH = {
  ...PLAYBOOK,
  seats: ['patrol', 'dispatch'],
  order: 8_012_345_678,
  settings: { dispatch: { extended: 200, language: 'es', level: 'uncued' } },
} as const;

/** A run that people joined and left. */
function joint(): Play {
  const play = new Play(BOTH);
  const commands: readonly Command[] = [
    { kind: 'leave', at: 2_000, seat: 'dispatch' },
    { kind: 'fill', at: 9_000, seat: 'sergeant', extended: 150, language: 'es', level: 'say-first' },
    { kind: 'choose', at: 10_000, seat: 'patrol', decision: 'approach', visit: 1, option: 'quiet' },
    { kind: 'stop', at: 12_000, seat: 'sergeant' },
    { kind: 'end', at: 30_000 },
  ];
  for (const command of commands) expect(play.send(command)).toBe(null);
  return play;
}
const textOf = ({ engine, entries }: Play) =>
  runFileText({ id: 'r', opening: engine.opening, meta, entries, sealed: null, reasons: [], bodies: null });

describe('which format a run is written in', () => {
  test('[JN19] solo is written as format 1, to the letter as before there was a second', () => {
    const play = new Play(PLAYBOOK);
    play.choose(1_000, 'approach', 'quiet');
    play.send({ kind: 'stop', at: 30_000, seat: 'patrol' });
    const { engine, entries } = play;
    const before = { format: 1, kind: 'run', opening: engine.opening, entries, sealed: null };
    expect(textOf(play)).toBe(canonicalJson(before));
    expect(Object.keys(engine.opening)).not.toContain('order');
  });

  test('[JN19] a run is of format 2 for the sake of any one of its parts, and of no other', () => {
    const entries = joint().entries;
    const of = (more: object, some: RunFile['entries'] = []) =>
      formatOf({ opening: opening({ ...PLAYBOOK, ...more }), entries: some });
    expect(of({})).toBe(1);
    expect(of({ seats: ['patrol', 'dispatch'] })).toBe(1);
    expect(of({ order: 0 })).toBe(2);
    expect(of({ settings: {} })).toBe(2);
    for (const entry of entries)
      expect(of({}, [entry]), entry.command.kind).toBe(
        ['leave', 'fill', 'end'].includes(entry.command.kind) ? 2 : 1,
      );
  });

  test('[JN19] what is written is read, and plays again to the same digests', () => {
    const play = joint();
    const read = readRunFile(textOf(play));
    if (!read.ok) throw new Error(read.why);
    expect(read.run).toMatchObject({ format: 2, opening: play.engine.opening, entries: play.entries });
    const again = replay(makeEngine(fixture, read.run.opening, 'chart'), read.run.entries);
    expect(again).toMatchObject({ equal: true, differsAt: null });
    expect(again.exercise).toEqual(play.exercise);
  });
});

describe('what is refused', () => {
  const good = () => JSON.parse(textOf(joint())) as Record<string, unknown>;
  const why = (value: unknown) => {
    const read = readRunFile(typeof value === 'string' ? value : JSON.stringify(value));
    return read.ok ? null : read.why;
  };

  test('[JN19] a file of format 1 has no part of format 2: each is refused with a sentence that says where', () => {
    const { opening: whole, entries } = good();
    const { order, settings, ...plain } = whole as Record<string, unknown>;
    const file = (more: object, some: unknown = []) => ({
      ...{ format: 1, kind: 'run', opening: { ...plain, ...more }, entries: some, sealed: null },
    });
    expect(why(file({}))).toBe(null);
    expect(why(file({ order }))).toMatch(/^The session is damaged at opening: .*order/);
    expect(why(file({ settings }))).toMatch(/^The session is damaged at opening: .*settings/);
    const asks: readonly object[] = [
      { kind: 'fill', at: 0, seat: 'patrol' },
      { kind: 'leave', at: 0, seat: 'patrol' },
      { kind: 'speak', at: 0, seat: 'patrol', over: 'radio', words: 'Here.' },
      { kind: 'inject', at: 0, inject: 'one' },
      { kind: 'end', at: 0 },
    ];
    for (const command of asks) {
      const entry = { seq: 1, command, digest: digestOf(1) };
      expect(why(file({}, [entry])), JSON.stringify(command)).toMatch(
        /^The session is damaged at entries\.0\.command/,
      );
      expect(why({ ...file({}, [entry]), format: 2 })).toBe(null);
    }
    expect(why({ ...file({}), entries })).toMatch(/damaged at entries/);
  });

  test('[JN19] hostile and cut-off files of format 2 get a sentence and nothing of them is used', () => {
    const text = textOf(joint());
    for (let cut = 0; cut < text.length; cut += 37)
      expect(why(text.slice(0, cut)), String(cut)).toMatch(/^The /);
    const value = good();
    const settings = (one: unknown) => ({ ...value, opening: { ...BOTH_OPENING, settings: one } });
    const bad: readonly unknown[] = [
      { ...value, format: 3 },
      { ...value, format: '2' },
      ...[-1, 1.5, 2 ** 53, '8', null].map((order) => ({ ...value, opening: { ...BOTH_OPENING, order } })),
      ...[[], 'es', { patrol: null }, { patrol: { extended: 120 } }, { patrol: { level: 'hard' } }].map(
        settings,
      ),
      settings({ '': {} }),
      settings({ patrol: { language: '' } }),
      settings({ patrol: { seat: 'dispatch' } }),
      ...[
        { kind: 'fill', at: 0 },
        { kind: 'fill', at: 0, seat: 'patrol', extended: 300 },
        { kind: 'leave', at: -1, seat: 'patrol' },
        { kind: 'speak', at: 0, seat: 'patrol', over: 'shout' },
        { kind: 'speak', at: 0, seat: 'patrol', over: 'radio', words: 'x'.repeat(2_001) },
        { kind: 'inject', at: 0, line: { from: 'a', to: [], over: 'radio', words: 'b' } },
        { kind: 'end', at: 0, seat: 'patrol' },
      ].map((command) => ({ ...value, entries: [{ seq: 1, command, digest: digestOf(1) }] })),
    ];
    for (const one of bad) expect(why(one), JSON.stringify(one).slice(0, 300)).toMatch(/^The session .*\.$/);
    expect(why({ ...value, format: 3 })).toBe(
      'The session has format 3; this version reads formats 1 and 2. A newer version made it.',
    );
  });

  test('[JN19] all runs of a device are read in both formats, each with the parts of its own', () => {
    const { engine, entries } = joint();
    const run = {
      ...{ id: 'r', title: 'Together', touched: 1, at: 30_000, state: 'ended', declined: false },
      ...{ parent: null, attempt: null, opening: engine.opening, entries, sealed: null },
      ...{ reasons: [], bodies: null, reports: [] },
    };
    const file = (format: unknown) =>
      readRunsFile(JSON.stringify({ format, kind: 'runs', bodies: [], runs: [run], nextTime: [] }));
    expect(file(2)).toMatchObject({ ok: true, file: { runs: [{ ok: true }] } });
    expect(file(1)).toMatchObject({ ok: true, file: { runs: [{ ok: false, title: 'Together' }] } });
    expect(file(3)).toMatchObject({ ok: false, why: expect.stringContaining('format 3') });
    expect(file(undefined)).toMatchObject({ ok: false, why: expect.stringContaining('does not say') });
  });
});

const BOTH_OPENING = opening(BOTH);
