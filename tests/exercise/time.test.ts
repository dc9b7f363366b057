import { expect, test } from 'vitest';
import type { Effect } from '#scenario/playbook.ts';
import { LIST, playbook, SLOT } from './fixture.ts';
import { Play } from './play.ts';

/** The fixture with some lists replaced. */
function withLists(changes: Readonly<Record<number, readonly Effect[]>>) {
  return { lists: playbook.lists.map((list, n) => changes[n] ?? list) };
}

test('[EX6] choosing at the deadline is too late, a moment before is not', () => {
  // Opened at 0, the call is heard until 4 s, within 45 s.
  const early = new Play();
  expect(early.choose(48_999, 'approach', 'quiet')).toBe(null);
  const late = new Play();
  const before = late.exercise;
  expect(late.choose(49_000, 'approach', 'quiet')).toBe('too-late');
  expect(late.exercise).toBe(before);
  expect(late.advance(49_000)).toBe(null);
  expect(late.choose(49_000, 'approach', 'quiet')).toBe('not-open');
});

test('[EX6] what is due comes first, as an advance entry of its own', () => {
  const play = new Play();
  play.choose(9_000, 'approach', 'quiet');
  expect(play.act(30_000, 'medics')).toBe(null);
  const kinds = play.entries.map((entry) => [entry.seq, entry.command.kind, entry.command.at]);
  expect(kinds).toEqual([
    [1, 'advance', 9_000],
    [2, 'choose', 9_000],
    [3, 'advance', 30_000],
    [4, 'act', 30_000],
  ]);
  expect(play.all('arrived')[0]).toMatchObject({ at: 19_000, seq: 3 });
});

test('[EX6] at one moment: completions, then story, then injects, then lapses', () => {
  // Everything falls on 49 s: medics asked at 43 s, a story deadline, an automation, the lapse of approach.
  const states = playbook.states.map((state) =>
    state.id === 'rolling' ? { ...state, after: [{ ms: 49_000, list: LIST.gather }] } : state,
  );
  const automations = [
    {
      id: 'auto',
      seat: 3,
      when: 8,
      afterMs: 49_000,
      list: LIST.between,
      acts: [{ kind: 'announce', fields: {} }],
      repeat: 'once' as const,
    },
  ];
  const actions = playbook.actions.map((action) => ({ ...action, when: null }));
  const play = new Play({}, { states, automations, actions });
  play.act(43_000, 'medics');
  play.advance(49_000);
  const at49 = play.trace.filter((event) => event.at === 49_000).map((event) => event.kind);
  const order = ['done', 'world', 'act', 'lapsed'].map((kind) => at49.indexOf(kind as (typeof at49)[number]));
  expect(order).toEqual([...order].sort((a, b) => a - b));
  expect(order).not.toContain(-1);
});

test('[EX6] a command from before the exercise’s own moment is refused', () => {
  const play = new Play();
  play.advance(10_000);
  expect(play.act(9_999, 'note')).toBe('in-the-past');
});

test('[EX15] silence runs the author’s consequence once time is up', () => {
  const play = new Play();
  play.advance(48_999);
  expect(play.all('lapsed')).toEqual([]);
  play.advance(49_000);
  expect(play.all('lapsed')).toMatchObject([{ at: 49_000, decision: 'approach', visit: 1, why: 'time' }]);
  expect(play.slot(SLOT.herePatrol)).toBe(1);
});

test('[EX15] a decision’s time starts when the last line has been heard', () => {
  expect(new Play().all('asked')[0]).toMatchObject({ at: 0, lapses: 4_000 + 45_000 });
});

test('[EX15] a decision’s time starts when the seat is free', () => {
  const play = Play.arrived();
  // Busy from 20 s to 26 s with medics; contact opens at 22 s with 30 s to answer.
  play.act(20_000, 'medics');
  play.advance(22_000);
  expect(play.all('asked').at(-1)).toMatchObject({ decision: 'contact', at: 22_000, lapses: 56_000 });
});

test('[EX15] a card waits while another choice keeps the seat busy', () => {
  const play = Play.arrived();
  play.advance(45_000);
  expect(play.all('asked').at(-1)).toMatchObject({ decision: 'second', lapses: 65_000 });
  // Contact would lapse at 52 s; stay takes from 46 s to 71 s.
  expect(play.choose(46_000, 'second', 'stay')).toBe(null);
  expect(play.exercise.open).toMatchObject([{ decision: 1, lapses: 71_000 + 30_000 }]);
  expect(play.view().decisions[0]).toMatchObject({ decision: 'contact', ready: false, lapses: 101_000 });
  play.advance(100_999);
  expect(play.all('lapsed')).toEqual([]);
  play.advance(101_000);
  expect(play.all('lapsed')).toMatchObject([{ decision: 'contact', at: 101_000, why: 'time' }]);
});

test('[EX15] the extended-time factor multiplies within, never captions', () => {
  expect(new Play({ extended: 150 }).all('asked')[0]).toMatchObject({ lapses: 4_000 + 67_500 });
  expect(new Play({ extended: 200 }).all('asked')[0]).toMatchObject({ lapses: 4_000 + 90_000 });
});

test('[EX16] a state’s deadline dies with the state', () => {
  const play = Play.arrived();
  // `rolling` would gather at 200 s; it was left at 19 s.
  expect(play.exercise.due.filter((due) => due.what.kind === 'run' && due.what.state === 0)).toEqual([]);
  play.choose(22_000, 'contact', 'ask');
  play.advance(138_000);
  expect(play.all('world').filter((event) => event.at === 200_000)).toEqual([]);
});

test('[EX16] what an act set in motion lives on when the state is left', () => {
  const play = Play.arrived({}, withLists({ [LIST.overEnter]: [{ do: 'sound', sound: 'over' }] }));
  play.advance(34_000);
  play.act(35_000, 'check');
  // Done at 45 s, confirmation 30 s later; the story leaves the scene in between.
  play.choose(50_000, 'contact', 'leave');
  play.advance(75_000);
  expect(play.exercise.place[0]).toBe(2);
  expect(play.all('learnt').at(-1)).toMatchObject({ at: 75_000, basis: 'confirmed' });
});

test('[EX16] open decisions and pending asks are withdrawn when their state is left, without silence', () => {
  const play = Play.arrived({}, withLists({ [LIST.overEnter]: [{ do: 'sound', sound: 'over' }] }));
  play.choose(22_000, 'contact', 'leave');
  // `second` is due at 44 s, the state is left at 37 s.
  play.advance(60_000);
  expect(play.all('asked').map((event) => event.decision)).toEqual(['approach', 'contact']);
  const moved = Play.arrived({}, withLists({ [LIST.overEnter]: [{ do: 'sound', sound: 'over' }] }));
  moved.advance(44_000);
  moved.choose(46_000, 'contact', 'leave');
  const crowd = moved.slot(SLOT.crowd);
  moved.advance(62_000);
  expect(moved.all('lapsed')).toMatchObject([{ decision: 'second', at: 61_000, why: 'moved-on' }]);
  expect(moved.slot(SLOT.crowd) - crowd).toBe(3);
});

test('[EX11] go is followed when the list is done, and conditions then see the new place', () => {
  const play = Play.arrived();
  const told = play.trace.findIndex((event) => event.kind === 'told' && event.text === 'line.copy');
  expect(play.trace[told]).toMatchObject({ at: 19_000 });
  // The line stands after the `go` in its list, and before what entering the state does.
  expect(told).toBeLessThan(play.trace.findIndex((event) => event.kind === 'arrived'));
});

test('[EX11] a settle follows from effects: leave, the list between, enter', () => {
  const play = Play.arrived();
  play.choose(22_000, 'contact', 'wait-and-watch');
  play.advance(60_000);
  expect(play.slot(SLOT.crowd)).toBe(8);
  expect(play.exercise.place[1]).toBe(4);
  const at = play.all('sound').findIndex((event) => event.sound === 'between');
  expect(at).toBeGreaterThanOrEqual(0);
  expect(play.all('told').at(-1)).toMatchObject({ text: 'line.angry' });
});

test('[EX12] a cascade that does not settle is refused and leaves the run where it was', () => {
  const play = new Play(
    { seats: ['patrol', 'dispatch'] },
    { actions: playbook.actions.map((action) => ({ ...action, when: null })) },
  );
  const before = play.exercise;
  expect(play.act(1_000, 'loop', 'dispatch')).toBe('runaway');
  expect(play.exercise).toBe(before);
  expect(play.act(1_000, 'note', 'dispatch')).toBe(null);
});

test('[EX12] a story that does not settle at STARTEX is our own error', () => {
  const slots = playbook.slots.map((slot) => (slot.id === 'world.loop' ? { ...slot, start: 1 } : slot));
  expect(() => new Play({}, { slots })).toThrow('[EX12]');
});

test('[EX19] ENDEX withdraws what is open, states objectives, and names the first ending that fits', () => {
  const play = Play.arrived();
  play.advance(200_000);
  expect(play.exercise.at).toBe(139_000);
  expect(play.exercise.due).toEqual([]);
  expect(play.all('objective').map((event) => [event.id, event.met])).toEqual([
    ['known', false],
    ['calm', false],
  ]);
  expect(play.trace.at(-1)).toMatchObject({ kind: 'ended', ending: 'angry' });
  expect(play.all('withdrawn').length).toBe(play.all('offered').length);
  expect(play.view()).toMatchObject({
    ended: { id: 'angry', title: 'English ending.angry' },
    actions: [],
    decisions: [],
  });
  expect(play.advance(300_000)).toBe('ended');
  expect(play.act(139_000, 'note')).toBe('ended');
});

test('[EX19] the last ending needs no condition; a named one is taken', () => {
  const calm = Play.arrived();
  calm.choose(22_000, 'contact', 'leave');
  calm.advance(40_000);
  expect(calm.trace.at(-1)).toMatchObject({ kind: 'ended', ending: 'calm', at: 37_000 });
  const named = Play.arrived({}, withLists({ [LIST.overEnter]: [{ do: 'end', ending: 0 }] }));
  named.choose(22_000, 'contact', 'leave');
  named.advance(40_000);
  expect(named.trace.at(-1)).toMatchObject({ kind: 'ended', ending: 'angry' });
});

test('[EX19] stopping states only objectives already met', () => {
  const play = Play.arrived();
  play.advance(22_000);
  expect(play.send({ kind: 'stop', at: 23_000, seat: 'patrol' })).toBe(null);
  expect(play.all('objective').map((event) => event.id)).toEqual(['calm']);
  expect(play.all('lapsed')).toMatchObject([{ decision: 'contact', why: 'moved-on' }]);
  expect(play.trace.at(-1)).toMatchObject({ kind: 'ended', ending: 'stopped' });
  expect(play.exercise.ended).toBe(-2);
  expect(play.view().ended).toEqual({ id: 'stopped', title: '', text: '' });
});
