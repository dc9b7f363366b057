import { expect, test } from 'vitest';
import { advanceTo } from '#exercise/clock.ts';
import { nextDue } from '#exercise/next-due.ts';
import type { Playbook } from '#scenario/playbook.ts';
import { LIST, playbook, SLOT, WHEN } from './fixture.ts';
import { Play } from './play.ts';

test('[EX5] unknown, hidden and another seat’s refuse alike', () => {
  const play = new Play({ seats: ['patrol', 'dispatch'] });
  const before = play.exercise;
  expect(play.act(1_000, 'no-such-action')).toBe('not-open');
  expect(play.act(1_000, 'check')).toBe('not-open');
  expect(play.act(1_000, 'loop')).toBe('not-open');
  expect(play.act(1_000, 'note', 'nobody')).toBe('not-open');
  expect(play.act(1_000, 'note', 'lead')).toBe('not-open');
  expect(play.choose(1_000, 'no-such-decision', 'quiet')).toBe('not-open');
  expect(play.choose(1_000, 'approach', 'no-such-option')).toBe('not-open');
  expect(play.choose(1_000, 'approach', 'known-only')).toBe('not-open');
  expect(play.choose(1_000, 'approach', 'quiet', 'dispatch')).toBe('not-open');
  expect(play.choose(1_000, 'approach', 'quiet', 'patrol', 2)).toBe('not-open');
  expect(play.exercise).toBe(before);
});

test('[EX13] a standing action keeps the seat busy; a second one is refused', () => {
  const play = Play.arrived();
  expect(play.act(20_000, 'medics')).toBe(null);
  expect(play.view().busy).toEqual({
    since: 20_000,
    from: 20_000,
    until: 26_000,
    what: 'English action.medics',
    cuttable: true,
  });
  expect(play.act(21_000, 'medics')).toBe('busy');
  expect(play.act(26_000, 'medics')).toBe(null);
});

test('[EX13] what takes no time is allowed even while busy, and disturbs nothing', () => {
  const play = Play.arrived();
  play.act(20_000, 'medics');
  expect(play.act(21_000, 'note')).toBe(null);
  expect(play.slot(SLOT.doneNote)).toBe(1);
  play.advance(22_000);
  expect(play.choose(23_000, 'contact', 'wait-and-watch')).toBe(null);
  expect(play.all('cut')).toEqual([]);
  play.advance(26_000);
  expect(play.slot(SLOT.doneMedics)).toBe(1);
});

test('[EX13] a decision cuts a running standing action: its effects never come', () => {
  const play = Play.arrived();
  play.act(20_000, 'medics');
  expect(play.choose(23_000, 'contact', 'ask')).toBe(null);
  expect(play.all('cut')).toMatchObject([{ at: 23_000, act: 2, seat: 'patrol' }]);
  play.advance(60_000);
  expect(play.slot(SLOT.doneMedics)).toBe(0);
  expect(play.all('done').map((event) => event.act)).not.toContain(2);
  expect(play.view().log).toContainEqual(
    expect.objectContaining({ kind: 'cut', text: 'English action.medics' }),
  );
});

const WITH_LEFT: Partial<Playbook> = {
  slots: [
    ...playbook.slots,
    { id: 'left.patrol.medics', values: null, min: 0, max: 6_000, start: 0, known: null },
  ],
};

test('[EX33] what was cut goes on with what was left, and comes once; then it begins anew', () => {
  const play = Play.arrived({}, WITH_LEFT);
  play.act(20_000, 'medics');
  play.choose(23_000, 'contact', 'ask');
  const offer = () => play.view().actions.find(({ id }) => id === 'medics');
  expect(offer()).toMatchObject({ takes: 3_000, resumes: true });
  play.advance(60_000);
  expect(play.slot(SLOT.doneMedics)).toBe(0);
  expect(play.act(60_000, 'medics')).toBe(null);
  expect(play.all('act').at(-1)).toMatchObject({ takes: 3_000, resumes: true });
  expect(play.view().busy).toMatchObject({ until: 63_000 });
  expect(play.view().log.findLast(({ kind }) => kind === 'did')).toMatchObject({ resumes: true });
  play.advance(63_000);
  expect(play.slot(SLOT.doneMedics)).toBe(1);
  expect(offer()).toMatchObject({ takes: 6_000 });
  expect(offer()).not.toHaveProperty('resumes');
});

test('[EX33] what was cut as it began, or nobody said goes on, begins anew', () => {
  const play = Play.arrived({}, WITH_LEFT);
  play.advance(22_500);
  play.act(23_000, 'medics');
  play.choose(23_000, 'contact', 'ask');
  expect(play.view().actions.find(({ id }) => id === 'medics')).not.toHaveProperty('resumes');
  const plain = Play.arrived();
  plain.act(20_000, 'medics');
  plain.choose(23_000, 'contact', 'ask');
  expect(plain.view().actions.find(({ id }) => id === 'medics')).toMatchObject({ takes: 6_000 });
});

test('[EX13] what was chosen cannot be cut', () => {
  const play = new Play();
  play.choose(9_000, 'approach', 'marked');
  expect(play.view().busy).toMatchObject({ cuttable: false, until: 29_000 });
  const busy = Play.arrived();
  busy.advance(44_000);
  busy.choose(45_000, 'contact', 'ask');
  expect(busy.choose(46_000, 'second', 'step-back')).toBe('busy');
  expect(busy.act(46_000, 'medics')).toBe('busy');
});

test('[EX14] an act begins with what was known then; effects come when it is over', () => {
  const play = Play.arrived();
  play.advance(33_000);
  // Begun at 33 s, over at 41 s; the lead says who he is at 34 s.
  play.choose(33_000, 'contact', 'ask');
  play.advance(41_000);
  const act = play.all('act').find((event) => event.id === 2);
  expect(act).toMatchObject({
    at: 33_000,
    human: true,
    takes: 8_000,
    knowing: { identity: 'unknown', threat: 'none' },
  });
  expect(act?.seeing).toEqual([{ observation: 'on-scene', fields: {} }]);
  expect(play.all('done').find((event) => event.act === 2)).toMatchObject({ at: 41_000 });
});

test('[EX14] done counts before the effects run, and to nine', () => {
  // The list of `note` asks whether it has been done.
  const conditions = [
    ...playbook.conditions,
    { op: 'eq', left: { op: 'slot', slot: SLOT.doneNote }, right: { op: 'const', value: 1 } } as const,
  ];
  const list = playbook.lists.length;
  const lists = [
    ...playbook.lists,
    // biome-ignore lint/suspicious/noThenProperty: the playbook format names it so.
    [{ do: 'when', if: conditions.length - 1, then: LIST.between, else: null } as const],
  ];
  const actions = playbook.actions.map((action) =>
    // biome-ignore lint/suspicious/noThenProperty: the playbook format names it so.
    action.id === 'note' ? { ...action, then: list } : action,
  );
  const play = new Play({}, { conditions, lists, actions });
  for (let i = 0; i < 12; i++) play.act(1_000, 'note');
  expect(play.all('sound').filter((event) => event.sound === 'between').length).toBe(1);
  expect(play.slot(SLOT.doneNote)).toBe(9);
});

test('[EX7] own words are kept as written, before choosing', () => {
  const play = new Play({ level: 'say-first' });
  const say = (words: string, visit = 1) =>
    play.send({ kind: 'say', at: 5_000, seat: 'patrol', decision: 'approach', visit, words });
  expect(say('  ')).toBe('bad-words');
  expect(say('x'.repeat(2_001))).toBe('bad-words');
  expect(say('Lights on.', 2)).toBe('not-open');
  expect(play.view().decisions[0]?.said).toBe(false);
  expect(say(' Lights on, stop short. ')).toBe(null);
  expect(play.all('said')).toMatchObject([{ words: ' Lights on, stop short. ', decision: 'approach' }]);
  expect(play.view().decisions[0]?.said).toBe(true);
  expect(
    play.send({ kind: 'say', at: 49_000, seat: 'patrol', decision: 'approach', visit: 1, words: 'late' }),
  ).toBe('too-late');
});

test('[EX18] automations play unfilled seats and never those of people', () => {
  const alone = Play.arrived();
  alone.advance(37_000);
  expect(alone.all('act').filter((event) => !event.human)).toMatchObject([
    {
      at: 34_000,
      seat: 'lead',
      source: { automation: 'lead-talks' },
      acts: [{ kind: 'announce', fields: {} }],
    },
    { at: 36_000, seat: 'dispatch', knowing: { identity: 'claimed' } },
  ]);
  const joint = Play.arrived({ seats: ['patrol', 'dispatch', 'lead'] });
  joint.advance(60_000);
  expect(joint.all('act').every((event) => event.human)).toBe(true);
});

test('[EX18] once means once; each means each time the condition turns true', () => {
  const twice = (repeat: 'once' | 'each') => {
    // The crowd turns angry when the meter passes 8; noting makes it grow, the automation calms it.
    const lists = [...playbook.lists, [{ do: 'add', slot: SLOT.crowd, by: -9 } as const]];
    const automations = [
      { id: 'calm', seat: 3, when: WHEN.crowdAngry, afterMs: 0, list: lists.length - 1, acts: [], repeat },
    ];
    const actions = playbook.actions.map((action) =>
      // biome-ignore lint/suspicious/noThenProperty: the playbook format names it so.
      action.id === 'note' ? { ...action, then: LIST.gather } : action,
    );
    const play = new Play({}, { lists, automations, actions });
    for (let i = 0; i < 8; i++) play.act(1_000 + i, 'note');
    return play.all('world').filter((event) => event.slot === 'world.crowd' && event.value === 0).length;
  };
  expect(twice('once')).toBe(1);
  expect(twice('each')).toBe(3);
});

test('[EX18] no decision is put to a seat that nobody plays', () => {
  const alone = new Play();
  alone.advance(30_000);
  expect(alone.all('asked').map((event) => event.seat)).toEqual(['patrol']);
  const joint = new Play({ seats: ['patrol', 'dispatch'] });
  joint.advance(30_000);
  expect(joint.all('asked').map((event) => event.seat)).toEqual(['patrol', 'dispatch']);
});

test('[EX20] offers come and go with what the seat knows', () => {
  const play = Play.arrived();
  const check = (kind: 'offered' | 'withdrawn') =>
    play.all(kind).filter((event) => 'action' in event.source && event.source.action === 'check');
  expect(check('offered')).toEqual([]);
  play.advance(34_000);
  expect(check('offered')).toMatchObject([
    { at: 34_000, seat: 'patrol', acts: [{ kind: 'notify', fields: { whom: 'command' } }] },
  ]);
  expect(play.view().actions.map((action) => action.id)).toEqual(['check', 'note', 'medics']);
  play.act(35_000, 'check');
  expect(check('withdrawn')).toEqual([]);
  // At 75 s the identity is settled, and there is nothing to check any more.
  play.advance(75_000);
  expect(check('withdrawn')).toMatchObject([{ at: 75_000 }]);
});

test('[EX20] nothing is on offer to seats that nobody plays', () => {
  const seatsOf = (play: Play) => [...new Set(play.all('offered').map((event) => event.seat))];
  expect(seatsOf(new Play())).toEqual(['patrol']);
  expect(seatsOf(new Play({ seats: ['patrol', 'dispatch'] }))).toEqual(['patrol', 'dispatch']);
});

test('[EX20] an option is on offer while its decision is open and its condition holds', () => {
  const play = Play.arrived();
  play.advance(22_000);
  const offered = play
    .all('offered')
    .flatMap((event) =>
      'decision' in event.source && event.source.decision === 'contact' ? [event.source.option] : [],
    );
  expect(offered).toEqual(['ask', 'wait-and-watch', 'challenge', 'leave']);
  play.choose(23_000, 'contact', 'ask');
  expect(
    play.all('withdrawn').filter((event) => 'decision' in event.source && event.source.decision === 'contact')
      .length,
  ).toBe(4);
});

test('[EX22] a waiting seat wakes when something is told to it, when a decision opens, or when it acts', () => {
  const play = Play.arrived();
  const wait = (at: number) => play.send({ kind: 'wait', at, seat: 'patrol' });
  wait(20_000);
  expect(play.view().waiting).toBe(true);
  play.advance(21_999);
  expect(play.view().waiting).toBe(true);
  play.advance(22_000);
  expect(play.view().waiting).toBe(false);
  wait(23_000);
  play.advance(34_000);
  expect(play.view().waiting).toBe(false);
  wait(35_000);
  play.act(35_000, 'note');
  expect(play.view().waiting).toBe(false);
});

test('[EX22] the discussion clock jumps only when every played seat lets time pass', () => {
  const play = Play.arrived({ clock: 'discussion' });
  expect(advanceTo(play.engine, play.exercise)).toBe(null);
  play.send({ kind: 'wait', at: 19_000, seat: 'patrol' });
  expect(advanceTo(play.engine, play.exercise)).toBe(22_000);
  play.advance(22_000);
  expect(advanceTo(play.engine, play.exercise)).toBe(null);
  // Busy with what a choice could cut while a card is open: the trainee still has something to decide.
  play.act(22_000, 'medics');
  expect(advanceTo(play.engine, play.exercise)).toBe(null);
  play.choose(22_000, 'contact', 'ask');
  expect(advanceTo(play.engine, play.exercise)).toBe(30_000);
  const joint = Play.arrived({ seats: ['patrol', 'dispatch'] });
  joint.send({ kind: 'wait', at: 19_000, seat: 'patrol' });
  expect(advanceTo(joint.engine, joint.exercise)).toBe(null);
});

test('[EX22] clocks ask when something next falls due', () => {
  const play = new Play();
  expect(nextDue(play.exercise)).toBe(5_000);
  play.send({ kind: 'stop', at: 0, seat: 'patrol' });
  expect(nextDue(play.exercise)).toBe(null);
  expect(advanceTo(play.engine, play.exercise)).toBe(null);
});
