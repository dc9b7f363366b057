/** The busy radio: waiting for the channel, being walked on, calls that break up, saying again. */
// biome-ignore-all lint/suspicious/noThenProperty: the playbook format names it so.
import { expect, test } from 'vitest';
import type { Action, Effect, Playbook, Slot } from '#scenario/playbook.ts';
import { playbook as fixture, SLOT } from './fixture.ts';
import { Play } from './play.ts';

const BOTH = { seats: ['patrol', 'dispatch'] } as const;
/** The fixture calls at 0 s for 4 s to both: the channel is free from then on. */
const CALL_ENDS = 4_000;
const FIRST = fixture.lists.length;
const MISSED = fixture.slots.length;

type Line = Extract<Effect, { do: 'line' }>;
const line = (text: string, more: Partial<Line> = {}): Line => ({
  do: 'line',
  channel: 'radio',
  from: 1,
  to: [0, 1],
  text,
  captionMs: 2_000,
  sound: 'voice',
  ...more,
});
const learn = (seat: 0 | 1, value: number): Effect => ({
  do: 'learn',
  slot: seat === 0 ? SLOT.patrolIdentity : SLOT.dispatchIdentity,
  value: { value },
  from: 1,
  basis: 'confirmed',
});
const action = (
  id: string,
  seats: readonly number[],
  takesMs: number,
  more: Partial<Action> = {},
): Action => ({
  id,
  ref: null,
  seats,
  group: 'radio',
  say: `action.${id}`,
  when: null,
  acts: [],
  takesMs,
  then: null,
  air: true,
  ...more,
});
const counter = (seat: string): Slot => ({
  id: `missed.${seat}`,
  values: null,
  min: 0,
  max: 8,
  start: 0,
  known: null,
});

/** The fixture with a radio that can be busy: at `at` milliseconds after the start the given effects happen. */
function radio(at: number, effects: readonly Effect[], then: readonly Effect[] = []): Partial<Playbook> {
  const [rolling, ...states] = fixture.states;
  if (rolling === undefined) throw new Error('the fixture has no state');
  return {
    slots: [...fixture.slots, counter('patrol'), counter('dispatch')],
    conditions: [
      ...fixture.conditions,
      { op: 'ge', left: { op: 'slot', slot: MISSED }, right: { op: 'const', value: 1 } },
    ],
    lists: [...fixture.lists, effects, then, [{ do: 'repeat', seat: 0 }], [{ do: 'repeat', seat: 1 }]],
    states: [{ ...rolling, after: [...rolling.after, { ms: at, list: FIRST }] }, ...states],
    actions: [
      ...fixture.actions,
      action('ask', [0], 5_000),
      action('hail', [1], 3_000),
      action('team-talk', [2], 3_000),
      action('look', [0], 5_000, { group: 'note' }),
      action('say-again', [0], 4_000, { when: fixture.conditions.length, then: FIRST + 2 }),
      action('again-two', [1], 4_000, { then: FIRST + 3 }),
    ].map(({ air, ...one }) => (one.id === 'look' ? one : { ...one, ...(air ? { air } : {}) })),
  };
}
const offered = (play: Play) => play.view().actions.map(({ id }) => id);

test('[EX24] what is sent waits until the channel is free, holds it, and keeps the seat busy all along', () => {
  const play = new Play(BOTH, radio(400_000, []));
  expect(play.act(1_000, 'ask')).toBe(null);
  expect(play.view().busy).toEqual({
    since: 1_000,
    from: CALL_ENDS,
    until: 9_000,
    what: 'action.ask',
    cuttable: true,
  });
  expect(play.all('act').at(-1)).toMatchObject({ at: 1_000, takes: 5_000, waits: 3_000 });
  expect(play.act(2_000, 'hail', 'dispatch')).toBe(null);
  expect(play.view('dispatch').busy).toMatchObject({ since: 2_000, from: 9_000, until: 12_000 });
  play.advance(8_999);
  expect(play.all('done')).toEqual([]);
  play.advance(20_000);
  expect(play.all('done').map(({ at, seat }) => [at, seat])).toEqual([
    [9_000, 'patrol'],
    [12_000, 'dispatch'],
  ]);
  play.act(20_000, 'ask');
  expect(play.all('act').at(-1)).not.toHaveProperty('waits');
});

test('[EX24] what is not sent, and who is not local, neither waits nor holds', () => {
  const play = new Play({ seats: ['patrol', 'lead'] }, radio(400_000, []));
  play.act(1_000, 'look');
  play.act(1_000, 'team-talk', 'lead');
  expect(play.view().busy).toMatchObject({ from: 1_000, until: 6_000 });
  expect(play.view('lead').busy).toMatchObject({ from: 1_000, until: 4_000 });
  expect(play.exercise.air).toBe(CALL_ENDS);
  const team = new Play(BOTH, radio(5_000, [line('line.team', { to: [2], captionMs: 60_000 })]));
  team.advance(6_000);
  expect(team.exercise.air).toBe(CALL_ENDS);
});

test('[EX24] lines follow each other on the channel', () => {
  const play = new Play(
    BOTH,
    radio(5_000, [line('line.one'), line('line.two'), line('x', { channel: 'say' })]),
  );
  play.advance(5_000);
  expect(play.exercise.air).toBe(9_000);
});

test('[EX24] what is cut gives back what it still held, unless somebody took the time after it', () => {
  const alone = new Play(BOTH, radio(400_000, []));
  alone.act(1_000, 'ask');
  alone.choose(6_000, 'approach', 'quiet');
  expect(alone.exercise.air).toBe(6_000);
  const waiting = new Play(BOTH, radio(400_000, []));
  waiting.act(1_000, 'ask');
  waiting.choose(2_000, 'approach', 'quiet');
  expect(waiting.exercise.air).toBe(CALL_ENDS);
  const followed = new Play(BOTH, radio(400_000, []));
  followed.act(1_000, 'ask');
  followed.act(2_000, 'hail', 'dispatch');
  followed.choose(3_000, 'approach', 'quiet');
  expect(followed.exercise.air).toBe(12_000);
  // The seat that chose is no longer sending.
  expect(followed.exercise.seats[0]?.sends).toBe(-1);
});

test('[EX25] who is sending does not hear: the call was walked on, its words are not told', () => {
  const play = new Play(BOTH, radio(8_000, [line('line.canary', { then: FIRST + 1 })], [learn(0, 3)]));
  play.act(1_000, 'ask');
  play.advance(8_000);
  expect(play.all('told').slice(-2)).toMatchObject([
    { to: ['dispatch'], text: 'line.canary', sound: 'voice' },
    { to: ['patrol'], text: '', sound: null, missed: true },
  ]);
  expect(play.view().log.at(-1)).toMatchObject({ kind: 'line', text: '', missed: true, forYou: false });
  expect(JSON.stringify(play.view())).not.toContain('canary');
  expect(play.view('dispatch').log.at(-1)).toMatchObject({ kind: 'line', missed: false });
  expect(play.slot(SLOT.patrolIdentity)).toBe(0);
  expect(play.slot(MISSED)).toBe(1);
});

test('[EX25] a seat that only waits for the channel hears what is told', () => {
  const play = new Play(BOTH, radio(3_000, [line('line.who')]));
  play.act(1_000, 'ask');
  play.advance(3_500);
  expect(play.all('told').at(-1)).toMatchObject({ to: ['patrol', 'dispatch'], text: 'line.who' });
  expect(play.slot(MISSED)).toBe(0);
});

test('[EX25] a call breaks up for people: what it makes true comes when they ask for it', () => {
  const answer = line('line.confirmed', { heard: { text: 'line.firmed', captionMs: 500 }, then: FIRST + 1 });
  const play = new Play({}, radio(10_000, [answer], [learn(0, 3)]));
  expect(offered(play)).not.toContain('say-again');
  play.advance(10_000);
  // Dispatch is nobody: it hears all of it.
  expect(play.all('told').slice(-2)).toMatchObject([
    { to: ['dispatch'], text: 'line.confirmed' },
    { to: ['patrol'], text: 'line.firmed', sound: null, missed: true },
  ]);
  play.advance(60_000);
  expect(play.slot(SLOT.patrolIdentity)).toBe(0);
  expect(offered(play)).toContain('say-again');
  play.act(61_000, 'say-again');
  play.advance(65_000);
  expect(play.all('told').at(-1)).toMatchObject({ at: 65_000, to: ['patrol'], text: 'line.confirmed' });
  expect(play.all('told').at(-1)).not.toHaveProperty('missed');
  expect(play.all('learnt').at(-1)).toMatchObject({ at: 65_000, seat: 'patrol', value: 'confirmed' });
  expect(offered(play)).not.toContain('say-again');
  expect(play.exercise.air).toBe(67_000);
});

test('[EX25] a line that all hear makes true at once what it makes true', () => {
  const play = new Play(BOTH, radio(10_000, [line('line.plain', { then: FIRST + 1 })], [learn(1, 3)]));
  play.advance(10_000);
  expect(play.all('learnt')).toMatchObject([{ at: 10_000, seat: 'dispatch' }]);
});

test('[EX25] said again is heard by all who missed it, but not by who is sending then', () => {
  const heard = { text: 'line.part', captionMs: 500 };
  const play = new Play(BOTH, radio(10_000, [line('line.both', { heard, then: FIRST + 1 })], [learn(1, 3)]));
  play.act(20_000, 'say-again');
  play.advance(24_000);
  expect(play.all('told').at(-1)).toMatchObject({ to: ['patrol', 'dispatch'], text: 'line.both' });
  expect(play.all('learnt')).toMatchObject([{ at: 24_000 }]);
  expect(play.exercise.seats.map(({ missed }) => missed.length)).toEqual([0, 0, 0, 0]);

  const over = new Play(BOTH, radio(10_000, [line('line.both', { heard, then: FIRST + 1 })], [learn(1, 3)]));
  over.act(20_000, 'say-again');
  // Dispatch begins to send the moment the channel is free: it walks on the answer.
  over.act(21_000, 'hail', 'dispatch');
  over.advance(25_000);
  expect(over.all('told').at(-1)).toMatchObject({ to: ['patrol'], text: 'line.both' });
  expect(over.all('learnt')).toEqual([]);
  over.act(40_000, 'again-two', 'dispatch');
  over.advance(50_000);
  expect(over.all('told').at(-1)).toMatchObject({ to: ['dispatch'], text: 'line.both' });
  expect(over.all('learnt')).toMatchObject([{ at: 44_000 }]);
});

test('[EX25] the last eight can be asked for, oldest first, each once', () => {
  const heard = { text: 'line.part', captionMs: 100 };
  const many = Array.from({ length: 10 }, (_, n) => line(`line.${n}`, { heard, captionMs: 1_000 + n }));
  const play = new Play({}, radio(10_000, many));
  play.advance(10_000);
  expect(play.exercise.seats[0]?.missed).toHaveLength(8);
  expect(play.slot(MISSED)).toBe(8);
  play.act(30_000, 'say-again');
  play.advance(34_000);
  const again = play.all('told').filter((event) => event.at === 34_000);
  expect(again.map(({ text }) => text)).toEqual([2, 3, 4, 5, 6, 7, 8, 9].map((n) => `line.${n}`));
  expect(play.slot(MISSED)).toBe(0);
  // Each for its caption time, one after the other.
  const captions = again.reduce((sum, _, n) => sum + 1_002 + n, 0);
  expect(play.exercise.air).toBe(34_000 + captions);
  expect(play.exercise.seats[0]?.captions).toBe(34_000 + captions);
});
