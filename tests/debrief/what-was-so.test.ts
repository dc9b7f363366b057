/** A debrief that knows the truth: told with what was so, judged by what the seat knew; what made a standing, what an ending turned on. */
import { expect, test } from 'vitest';
import { debrief } from '#debrief/debrief.ts';
import { findSeeds } from '#plans/find-seed.ts';
import { planOpening } from '#plans/plan-opening.ts';
import { type Asked, changed, LAW, played, STREET } from './street.ts';

const seedOf = (team: string) => findSeeds(STREET, planOpening(STREET), { team })[0] ?? 0;
const MARKED: Asked = { at: 2_000, choose: 'approach/marked' };
const DARK: Asked = { at: 2_000, choose: 'approach/dark' };
const ASK: Asked = { at: 30_000, act: 'ask-dispatch' };
const END: Asked = { at: 300_000 };

const TOLD = `told:
  - of: guns-out
    where: { identity: refuted }
    title: You pointed guns at robbers whom you did not know to be any.
    because: What you knew was that nobody had threatened anybody.
  - of: verify
    where: { identity: refuted }
    titles: { met: You found out that they were no officers., missed: You never found out that they were no officers. }
    because: They were none.
suspends: []`;

test('[DB11] [LW27] a finding is told with what was so, in the words its layer has for that truth, and no verdict changes', () => {
  const { law } = changed([], [['suspends: []', TOLD]]);
  const report = (team: string, told = law) =>
    debrief({ playbook: STREET, law: told, ...played([DARK, END], { seed: seedOf(team) }) });
  const titles = (team: string) => report(team).ruling.findings.map(({ title }) => title);
  expect(titles('federal')).toEqual(report('federal', LAW).ruling.findings.map(({ title }) => title));
  expect(titles('impostors')).toContain('You pointed guns at robbers whom you did not know to be any.');
  expect(titles('impostors')).toContain('You never found out that they were no officers.');
  expect(report('impostors').findings[0]?.finding.because).toBe(
    'What you knew was that nobody had threatened anybody.',
  );
  expect(report('impostors').ruling.axes).toEqual(report('impostors', LAW).ruling.axes);
});

test('[DB12] an aim says what it was held against: met, met in part beside the finding that says otherwise, not met, or not arisen', () => {
  const aim = (fields: string) => {
    const { playbook } = changed([["met: \"known.patrol.identity in ['confirmed', 'refuted']\" }", fields]]);
    const [one] = debrief({ playbook, law: LAW, ...played([DARK, END], {}, playbook) }).objectives;
    return [one?.how, one?.against];
  };
  expect(aim('met: "true" }')).toEqual(['met', []]);
  expect(aim('met: "false" }')).toEqual(['missed', []]);
  expect(aim('met: "true", arises: "world.supervisor == \'asked\'" }')).toEqual(['not-arisen', []]);
  expect(aim('met: "true", asks: [{ verify-identity: { by: independent-callback } }] }')).toEqual([
    'in-part',
    ['You never checked who they were.'],
  ]);
  // A duty that another act would have met says nothing of this aim; nor does a breach on another axis.
  expect(
    aim('met: "true", asks: [{ verify-identity: { by: credential } }], bars: [{ approach: {} }] }'),
  ).toEqual(['met', []]);
});

test('[DB12] a breach by an act that the aim bars, on its axis, stands beside it', () => {
  const { playbook } = changed([
    [
      "axis: jurisdiction, seat: patrol, text: Establish who they are., met: \"known.patrol.identity in ['confirmed', 'refuted']\" }",
      'axis: constitutional, seat: patrol, text: Threaten nobody., met: "true", bars: [{ approach: { weapons: pointed } }] }',
    ],
  ]);
  const how = (first: Asked) =>
    debrief({ playbook, law: LAW, ...played([first, END], {}, playbook) }).objectives[0];
  expect(how(DARK)).toMatchObject({ how: 'in-part', against: ['You pointed guns on arrival.'] });
  expect(how(MARKED)).toMatchObject({ how: 'met' });
});

test('[LW13] an aim that did not arise lowers no standing', () => {
  const standing = (fields: string) => {
    const { playbook } = changed([["met: \"known.patrol.identity in ['confirmed', 'refuted']\" }", fields]]);
    return debrief({
      playbook,
      law: LAW,
      ...played([MARKED, ASK, { at: 63_000, choose: 'request/no' }, END], {}, playbook),
    }).ruling.axes.jurisdiction.standing;
  };
  expect(standing('met: "false" }')).toBe('unsound');
  expect(standing('met: "false", arises: "false" }')).toBe('sound');
});

test('[DB13] a standing that is not sound says which questions made it so; kept of due says what it counts', () => {
  const { why, ruling } = debrief({ playbook: STREET, law: LAW, ...played([DARK, END]) });
  expect(why?.constitutional.because).toEqual([
    { question: 'grave', titles: ['You pointed guns on arrival.'] },
  ]);
  expect(why?.jurisdiction.because).toEqual([
    { question: 'unmet', titles: ['Establish who they are.'] },
    { question: 'forbidden', titles: ['You never checked who they were.'] },
    { question: 'most-missed', titles: ['You never checked who they were.'], of: 1, missed: 1 },
  ]);
  expect(why?.['crowd-safety'].because.map(({ question }) => question)).toEqual(['discouraged']);
  expect(why?.jurisdiction.duties).toEqual({ kept: 0, due: 1 });
  expect(ruling.axes.jurisdiction).toMatchObject({ kept: 0, due: 1 });
  const sound = debrief({
    playbook: STREET,
    law: LAW,
    ...played([MARKED, ASK, { at: 63_000, choose: 'request/no' }, END]),
  });
  expect(sound.why?.jurisdiction).toEqual({
    because: [],
    duties: { kept: 1, due: 1 },
    rules: { kept: 0, due: 0 },
    letPass: 0,
  });
});

const TURNS = `text: Nobody knows who they were., turns: [{ by: request/no, instead: hold, text: You could say no. }, { by: ask-dispatch, text: One call settles it. }], chance: It was chance. }`;

test('[DB14] a bad ending names the first act that was open and left, since when, and the way back', () => {
  const { playbook } = changed([['text: Nobody knows who they were. }', TURNS]]);
  const turn = (asked: readonly Asked[]) =>
    debrief({ playbook, law: LAW, ...played([...asked, END], {}, playbook) }).ending.turn;
  expect(turn([MARKED])).toEqual({
    did: 'Ask dispatch to call back.',
    text: 'One call settles it.',
    at: 22_000,
    retry: 1,
  });
  expect(turn([MARKED, { at: 63_000, choose: 'request/hold' }])).toMatchObject({
    did: 'Say no.',
    at: 62_000,
  });
  // Asked at once, the ending is no bad one; begun at once and cut, it was not left: then it was chance.
  expect(turn([MARKED, ASK])).toBeUndefined();
  expect(turn([MARKED, { at: 60_000, act: 'ask-dispatch' }, { at: 63_000, choose: 'request/no' }])).toEqual({
    did: '',
    text: 'It was chance.',
    at: 0,
    retry: null,
  });
});

test('[LW11] a standing action that ENDEX broke off meets nothing', () => {
  const verified = (at: number) =>
    debrief({
      playbook: STREET,
      law: LAW,
      ...played([MARKED, { at, act: 'ask-dispatch' }, END]),
    }).ruling.findings.filter(({ rule }) => rule === 'ground/verify')[0]?.verdict;
  expect(verified(60_000)).toBe('required');
  const { law } = changed([], [['within: 1m', 'until: endex']]);
  const late = debrief({
    playbook: STREET,
    law,
    ...played([MARKED, { at: 195_000, act: 'ask-dispatch' }, END]),
  });
  expect(late.ruling.findings.find(({ rule }) => rule === 'ground/verify')?.verdict).toBe('forbidden');
});

test('[DB3] the ladder says who heard the same call, and whom the seat told what', () => {
  const { playbook } = changed([
    [
      'then: [{ radio: { from: control, text: Noted. } }]',
      'then: [{ radio: { from: control, text: A stolen plate. } }, { tell: { to: patrol, learn: { paper: described }, from: control, basis: heard } }]',
    ],
    ['acts: [{ observe-log: {} }]', 'acts: [{ broadcast: { what: status-and-needs } }]'],
  ]);
  const report = debrief({
    playbook,
    law: LAW,
    ...played([MARKED, { at: 30_000, act: 'look' }, END], {}, playbook),
  });
  const row = report.ladder.rows.find(({ label }) => label === 'What paper they have: described');
  expect(row?.cells).toEqual([
    { at: 40_000, basis: 'heard', how: 'told' },
    { at: 40_000, basis: 'heard', how: 'heard' },
  ]);
  expect(report.told).toEqual([
    { at: 30_000, whom: ['channel'], did: 'Look at the plate.', knew: 'claimed' },
  ]);
});

test('[DB3] of two seats that answer to one call-sign the second is called by its role', () => {
  const { playbook } = changed([['callsign: Control', 'callsign: 4-Adam-31']]);
  const { ladder } = debrief({ playbook, law: LAW, ...played([MARKED, END], {}, playbook) });
  expect(ladder.seats.map(({ name }) => name)).toEqual(['4-Adam-31', 'Dispatcher']);
});

test('[DB6] two actions that find things out, where the answer needs a question before the question', () => {
  const { playbook } = changed([
    ['group: note', 'group: verify\n    when: "me.identity == \'claimed\'"'],
    [
      'say: Look at the plate.\n    acts: [{ observe-log: {} }]\n    takes: 10s\n    then: [{ radio: { from: control, text: Noted. } }]',
      'say: Look at the plate.\n    acts: [{ observe-log: {} }]\n    takes: 10s\n    then: [{ set: { supervisor: asked } }]',
    ],
    ['basis: confirmed }', 'basis: confirmed }, when: "world.supervisor == \'asked\'"'],
  ]);
  const found = debrief({ playbook, law: LAW, ...played([MARKED, END], {}, playbook) }).couldHaveKnown;
  const who = found.find(({ fact }) => fact === 'identity');
  expect(who).toMatchObject({ by: 'Ask dispatch to call back.', andThen: 'Look at the plate.', was: null });
});
