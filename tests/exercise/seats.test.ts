/** Who plays: people sit down and leave while the exercise goes on. */
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { advanceTo } from '#exercise/clock.ts';
import type { Command } from '#exercise/commands.ts';
import { makeEngine } from '#exercise/engine.ts';
import type { Engine, Exercise } from '#exercise/exercise.ts';
import { openExercise } from '#exercise/open.ts';
import { replay } from '#exercise/replay.ts';
import { step } from '#exercise/step.ts';
import { playbook as fixture, LIST, opening, SLOT } from './fixture.ts';
import { playbooks } from './generate.ts';
import { opens } from './opens.ts';
import { Play } from './play.ts';
import { commandFor, dice } from './walk.ts';

vi.setConfig({ testTimeout: 120_000 });

const BOTH = { seats: ['patrol', 'dispatch'] };
const fill = (play: Play, at: number, seat: string, more: object = {}) =>
  play.send({ kind: 'fill', at, seat, ...more });
const leave = (play: Play, at: number, seat: string) => play.send({ kind: 'leave', at, seat });

describe('sitting down', () => {
  test('[EX40] whoever sits down is asked what comes from then on, in their own time, and nothing that was asked before', () => {
    const play = new Play({ seats: ['dispatch'] });
    expect(play.act(1_000, 'note')).toBe('not-open');
    expect(fill(play, 10_000, 'patrol', { extended: 200, level: 'uncued', language: 'es' })).toBe(null);
    expect(play.view().decisions).toEqual([]);
    expect(play.view().actions.map(({ id }) => id)).toEqual(['note']);
    expect(play.act(10_000, 'note')).toBe(null);
    // The silence of what was put to nobody comes; then the officer is asked, with twice the time, and Control is not given more.
    play.advance(48_000);
    const [asked] = play.all('asked').filter(({ seat }) => seat === 'patrol');
    expect(asked).toMatchObject({ decision: 'contact', at: 48_000, lapses: 48_000 + 60_000 });
    expect(play.all('asked').find(({ seat }) => seat === 'dispatch')).toMatchObject({
      decision: 'relay',
      lapses: expect.toSatisfy((lapses: number) => lapses >= 45_000 && lapses < 55_000),
    });
  });

  test('[EX40] a seat that is not there or is played is refused alike, and nothing has changed', () => {
    const play = new Play(BOTH);
    const before = JSON.stringify(play.exercise);
    expect(fill(play, 1_000, 'patrol')).toBe('not-open');
    expect(fill(play, 1_000, 'nobody')).toBe('not-open');
    expect(leave(play, 1_000, 'sergeant')).toBe('not-open');
    expect(leave(play, 1_000, 'nobody')).toBe('not-open');
    expect(JSON.stringify(play.exercise)).toBe(before);
  });

  test('[EX40] what played the seat stands back, and takes over again where it stood back', () => {
    const notes = (play: Play) =>
      play
        .all('act')
        .filter(({ source }) => 'automation' in source && source.automation === 'dispatch-notes')
        .map(({ at }) => at);
    const alone = Play.arrived();
    alone.advance(60_000);
    expect(notes(alone)).toEqual([36_000]);
    const joined = Play.arrived();
    expect(fill(joined, 35_000, 'dispatch')).toBe(null);
    joined.advance(50_000);
    expect(notes(joined)).toEqual([]);
    expect(leave(joined, 50_000, 'dispatch')).toBe(null);
    joined.advance(60_000);
    expect(notes(joined)).toEqual([52_000]);
  });

  test('[EX40] the state says who plays only while it is not as the opening says', () => {
    const play = new Play(BOTH);
    expect(play.exercise).not.toHaveProperty('filled');
    leave(play, 1_000, 'dispatch');
    expect(play.exercise.filled).toEqual([0]);
    fill(play, 2_000, 'sergeant');
    expect(play.exercise.filled).toEqual([0, 3]);
    leave(play, 3_000, 'sergeant');
    fill(play, 4_000, 'dispatch', { extended: 150 });
    expect(play.exercise).not.toHaveProperty('filled');
    expect(play.exercise.extended).toEqual([100, 150, 100, 100]);
    leave(play, 5_000, 'dispatch');
    fill(play, 6_000, 'dispatch');
    expect(play.exercise).not.toHaveProperty('extended');
  });

  test('[EX40] language, level and time belong to the seat from STARTEX on', () => {
    const settings = { dispatch: { extended: 200, language: 'es', level: 'uncued' } } as const;
    const [same, more] = [new Play(BOTH), new Play({ ...BOTH, settings })];
    for (const play of [same, more]) play.advance(5_000);
    const lapse = (play: Play, decision: string) =>
      play.all('asked').find((event) => event.decision === decision)?.lapses ?? 0;
    expect(lapse(more, 'approach')).toBe(lapse(same, 'approach'));
    expect(lapse(more, 'relay')).toBe(lapse(same, 'relay') + 40_000);
    expect(more.exercise).not.toHaveProperty('extended');
  });
});

describe('leaving', () => {
  test('[EX41] of what was asked the silence comes when its time is over; what was begun goes on to its end', () => {
    const play = new Play(BOTH);
    play.advance(5_000);
    expect(play.choose(6_000, 'relay', 'send', 'dispatch')).toBe(null);
    expect(leave(play, 7_000, 'dispatch')).toBe(null);
    const lapses = play.exercise.open[0]?.lapses ?? 0;
    expect(leave(play, 8_000, 'patrol')).toBe(null);
    expect(play.exercise.open).toEqual([]);
    expect(play.all('lapsed')).toMatchObject([{ decision: 'approach', why: 'moved-on', at: 8_000 }]);
    expect(play.all('offered').length).toBe(play.all('withdrawn').length);
    play.advance(lapses - 1);
    expect(play.all('arrived').map(({ seat }) => seat)).toEqual(['sergeant']);
    play.advance(lapses);
    expect(play.all('arrived').map(({ seat }) => seat)).toEqual(['sergeant', 'patrol']);
    expect(play.view().actions).toEqual([]);
  });

  test('[EX41] what a seat missed nobody lacks any more once it is left: what waited for it comes', () => {
    const [call] = fixture.lists[LIST.rollingEnter] ?? [];
    if (call?.do !== 'line') throw new Error('the first list begins with a line');
    const heard = { text: 'line.who', captionMs: 500 };
    // biome-ignore lint/suspicious/noThenProperty: the playbook format names it so.
    const lists = fixture.lists.map((list, n) => (n === 0 ? [{ ...call, heard, then: LIST.gather }] : list));
    const play = new Play(BOTH, { lists });
    expect(play.exercise.seats.map(({ missed }) => missed.length)).toEqual([1, 1, 0, 0]);
    leave(play, 1_000, 'patrol');
    expect([play.slot(SLOT.crowd), play.exercise.seats[0]?.missed]).toEqual([2, []]);
    leave(play, 2_000, 'dispatch');
    expect(play.slot(SLOT.crowd)).toBe(5);
  });

  test('[EX41] a stop is one person leaving; the last one is ENDEX', () => {
    const [stopped, left] = [new Play(BOTH), new Play(BOTH)];
    expect(stopped.send({ kind: 'stop', at: 3_000, seat: 'dispatch' })).toBe(null);
    expect(leave(left, 3_000, 'dispatch')).toBe(null);
    expect(stopped.exercise).toEqual(left.exercise);
    expect(stopped.send({ kind: 'stop', at: 3_000, seat: 'dispatch' })).toBe('not-open');
    expect(stopped.send({ kind: 'stop', at: 4_000, seat: 'patrol' })).toBe(null);
    expect(stopped.all('ended')).toMatchObject([{ ending: 'stopped' }]);
  });

  test('[EX41] with everybody gone the story goes on by itself, and waits where nothing is due until somebody comes back', () => {
    const states = fixture.states.map((state) => ({ ...state, after: [], decide: [] }));
    const play = new Play(BOTH, { states });
    for (const seat of ['patrol', 'dispatch']) expect(leave(play, 1_000, seat)).toBe(null);
    play.advance(600_000);
    expect([play.exercise.ended, play.exercise.due]).toEqual([-1, []]);
    expect(advanceTo(play.engine, play.exercise)).toBe(null);
    expect(fill(play, 600_000, 'patrol')).toBe(null);
    expect(play.act(600_000, 'note')).toBe(null);
  });
});

test('[EX42] whoever directs ends it at any moment, with the first ending that fits and every objective stated', () => {
  const play = Play.arrived(BOTH);
  expect(play.send({ kind: 'end', at: 25_000 })).toBe(null);
  expect(play.all('objective').length).toBe(fixture.objectives.length);
  expect(play.all('ended')).toMatchObject([{ ending: 'calm', at: 25_000 }]);
  expect(fill(play, 25_000, 'sergeant')).toBe('ended');
});

test('[EX5] what no playbook has yet, words that hand on a fact and injects, is refused as what there is not', () => {
  const play = new Play(BOTH);
  const before = JSON.stringify(play.exercise);
  expect(play.send({ kind: 'speak', at: 1_000, seat: 'patrol', over: 'radio', words: 'Here.' })).toBe(
    'not-open',
  );
  expect(play.send({ kind: 'inject', at: 1_000, inject: 'none' })).toBe('not-open');
  expect(JSON.stringify(play.exercise)).toBe(before);
});

test('[EX43] what is shuffled for eyes is shuffled by the order that the opening gives, else by the seed', () => {
  const shown = (more: object) => {
    const play = Play.arrived(more);
    play.advance(22_000);
    return play
      .view()
      .decisions.flatMap(({ options }) => options.map(({ id }) => id))
      .join();
  };
  const orders = (key: 'seed' | 'order', rest: object) =>
    new Set(Array.from({ length: 40 }, (_, n) => shown({ ...rest, [key]: n + 1 })));
  expect(orders('seed', {}).size).toBeGreaterThan(10);
  expect(orders('seed', { order: 5 }).size).toBe(1);
  expect(orders('order', { seed: 7 }).size).toBeGreaterThan(10);
});

test('[EX3] [EX5] [EX40] [EX41] people who come and go in any story: replay equals live, chart equals grid, only people are asked', () => {
  const seen = { games: 0, filled: 0, left: 0, refused: 0, deserted: 0, cards: 0 };
  for (const [playbook, seed] of fc.sample(fc.tuple(playbooks, fc.nat()), { seed: 41, numRuns: 50 })) {
    const run = opening({ seed, seats: ['one', 'two'] });
    const engine = makeEngine(playbook, run, 'grid');
    if (!opens(engine)) continue;
    seen.games += 1;
    const roll = dice(seed);
    let { exercise } = openExercise(engine);
    const entries = [];
    for (let n = 0; n < 40 && exercise.ended === -1; n++) {
      const command = seated(commandFor(engine, exercise, roll), roll);
      const text = JSON.stringify(exercise);
      const stepped = step(engine, exercise, command);
      expect(JSON.stringify(exercise)).toBe(text);
      if (!stepped.ok) {
        seen.refused += 1;
        continue;
      }
      if (command.kind === 'fill') seen.filled += 1;
      if (command.kind === 'leave') seen.left += 1;
      entries.push(...stepped.entries);
      exercise = stepped.exercise;
      onlyPeople(engine, exercise);
      seen.cards += exercise.open.length;
      if (exercise.filled?.length === 0) seen.deserted += 1;
      expect(JSON.parse(JSON.stringify(exercise))).toStrictEqual(exercise);
    }
    const again = replay(makeEngine(playbook, run, 'chart'), entries);
    expect(again.differsAt).toBe(null);
    expect(again.exercise).toEqual(exercise);
  }
  for (const [what, count] of Object.entries(seen)) expect(count, what).toBeGreaterThan(10);
});

/** In place of some asks, people come and go. */
function seated(command: Command, roll: (n: number) => number): Command {
  if (roll(4) > 0) return command;
  const seat = ['one', 'two', 'auto'][roll(3)] ?? '';
  const { at } = command;
  return roll(2) === 0 ? { kind: 'leave', at, seat } : { kind: 'fill', at, seat, extended: 150 };
}

/** Nothing is asked of, missed by or waited for by a seat that nobody plays. */
function onlyPeople(engine: Engine, { filled = engine.filled, open, seats }: Exercise): void {
  for (const { decision } of open) expect(filled).toContain(engine.playbook.decisions[decision]?.seat);
  for (const [n, { missed, waits }] of seats.entries())
    if (!filled.includes(n)) expect([missed, waits]).toEqual([[], 0]);
}
