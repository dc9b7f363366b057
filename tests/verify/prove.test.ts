/** What a proof says of small scenarios: what is planted in each is found at its line, with a plan that shows it; its clean twin passes. */
import { expect, test } from 'vitest';
import type { Playbook } from '#scenario/playbook.ts';
import { allTruths, seedOf, type Truths, weightyTruths } from '#verify/basis/truths.ts';
import { playOut, proved, story, told, WAIT, WALK } from './prove-small.ts';

const NEAR = '      near: { after: { 20s: [{ go: leaving }] } }';

test('[RH30] [RH34] a fair scenario is complete in four properties under each truth, and nothing is found', () => {
  const small = proved(story(`${WAIT}\n${WALK}`, NEAR));
  expect(told(small)).toEqual([]);
  expect(small.proofs.map(({ truth, property, word }) => `${truth} ${property} ${word}`)).toEqual(
    ['team=federal', 'team=impostors'].flatMap((truth) => [1, 2, 3, 4].map((n) => `${truth} ${n} complete`)),
  );
  expect(small.proofs[0]).toMatchObject({ frontier: 0, scenario: 'base', pack: 'neutral' });
});

test('[RH30] [RH41] where a limit is reached nothing is called complete but what witnesses show, and nothing wrong', () => {
  const small = proved(story(`${WAIT}\n${WALK}`, NEAR), 'neutral', { states: 5, ms: 1_200 });
  expect(told(small)).toEqual([]);
  const words = Object.fromEntries(small.proofs.map(({ property, word }) => [property, word]));
  expect(words).toMatchObject({ 1: 'witness', 2: 'complete', 3: 'witness' });
  expect(small.proofs[0]?.states).toBeGreaterThan(0);
  expect(small.proofs[0]?.note).toMatch(/the clock alone/);
});

test('[RH37] [RH36] a state without a way on is a trap, and its plan stands still there', () => {
  const small = proved(story(`${WAIT}\n${WALK}`, '      near: {}'));
  expect(told(small)).toEqual(['SC0801 near: {}']);
  const { failures, exercise, trace } = playOut(small, 'SC0801');
  expect(failures).toEqual([]);
  expect(exercise.ended).toBe(-1);
  expect(trace.some(({ kind }) => kind === 'ended')).toBe(false);
});

test('[RH37] effects that never settle are a trap too', () => {
  const circle =
    '      near: { after: { 5s: [{ go: round }] } }\n      round: { on: [{ when: "true", go: about }] }\n      about: { on: [{ when: "true", go: round }] }';
  expect(told(proved(story(`${WAIT}\n${WALK}`, circle)))[0]).toMatch(/^SC0801/);
  const opening =
    'story:\n  contact:\n    start: round\n    states:\n      round: { on: [{ when: "true", go: about }] }\n      about: { on: [{ when: "true", go: round }] }\n';
  expect(told(proved(opening))).toEqual(['SC0801 round: { on: [{ when: "true", go: about }] }']);
});

test('[RH37] a seat left for more than four minutes without anything to do is told, at the state', () => {
  const long = proved(story(`${WAIT}\n${WALK}`, '      near: { after: { 4m30s: [{ go: leaving }] } }'));
  expect(told(long)).toEqual(['SC0802 near: { after: { 4m30s: [{ go: leaving }] } }']);
  expect(playOut(long, 'SC0802').failures).toEqual([]);
  expect(
    told(proved(story(`${WAIT}\n${WALK}`, '      near: { after: { 3m20s: [{ go: leaving }] } }'))),
  ).toEqual([]);
});

test('[RH35] what nobody comes to is told: state, option, action, deadline, fact, ending', () => {
  const small = proved(`${story(
    `${WAIT}\n${WALK}\n              - { id: tape, say: "Put up tape.", when: "me.identity == 'refuted'", acts: [], takes: 8s }`,
    `${NEAR}\n      far: { on: [{ when: "world.taped", go: leaving }] }`,
  )}actions:
  badge: { seat: [patrol], group: verify, say: "Note the badge.", when: "me.identity == 'confirmed'", acts: [{ observe-log: {} }], takes: 8s, then: [{ after: { 9s: [{ tell: { to: patrol, learn: { identity: refuted }, from: lead, basis: confirmed } }] } }] }
endings:
  - { id: taped, title: Taped, when: "world.taped", text: Taped. }
  - { id: over, title: Over, text: It is over. }
`);
  expect(told(small).map((one) => one.split(' ').slice(0, 3).join(' '))).toEqual([
    'SC0803 far: {',
    'SC0803 badge: {',
    'SC0803 tape, say:',
    'SC0803 9s: [{',
    'SC0803 refuted },',
    'SC0803 taped, title:',
  ]);
});

const REFUTED =
  '      near: { enter: [{ tell: { to: patrol, learn: { identity: refuted }, from: lead, basis: confirmed } }], after: { 5s: [{ go: doomed }] } }';
const DOOMED = `      doomed:
        decide:
          - id: no-good-way
            seat: patrol
            ask: They tell you to lend a hand.
            within: 45s
            silence: [{ go: doomed }]
            options:
              - { id: hold-the-line, say: "Hold the people back for them.", acts: [{ assist: { task: perimeter, for: civil-immigration } }], takes: 10s, then: [{ go: leaving }] }
              - { id: wave-them-off, say: "Wave the van out with her in it.", acts: [{ release: { who: vehicle, notice: given } }], takes: 10s, then: [{ go: leaving }] }`;

test('[RH38] [RH36] a decision whose every way on is grave is told there, and its plan comes to the finding', () => {
  const small = proved(story(`${WAIT}\n${WALK}`, `${REFUTED}\n${DOOMED}`));
  expect(told(small)).toEqual(['SC0804 no-good-way']);
  expect(playOut(small, 'SC0804').failures).toEqual([]);
  const fixed = DOOMED.replace(
    'acts: [{ release: { who: vehicle, notice: given } }]',
    'acts: [{ observe-log: {} }]',
  );
  expect(told(proved(story(`${WAIT}\n${WALK}`, `${REFUTED}\n${fixed}`)))).toEqual([]);
});

/** Left is right under one truth, right under the other, and nothing tells which. */
const FORK = (told = '') => `      near:
        enter: [{ observe: call-in-progress }${told}]
        decide:
          - id: which-door
            seat: patrol
            ask: There are two doors.
            within: 45s
            silence: [{ go: known }]
            options:
              - { id: left, say: "Take the left door.", acts: [], takes: 8s, then: [{ go: leaving, when: "truth.team == 'federal'" }, { go: known, when: "truth.team != 'federal'" }] }
              - { id: right, say: "Take the right door.", acts: [], takes: 8s, then: [{ go: known, when: "truth.team == 'federal'" }, { go: leaving, when: "truth.team != 'federal'" }] }
${REFUTED.replace('near:', 'known:')}
${DOOMED}`;

test('[RH33] [RH38] a way out that needs the hidden truth is told at the choice; not where something tells the truths apart', () => {
  const hidden = proved(story(`${WAIT}\n${WALK}`, FORK()));
  expect(told(hidden)).toContain('SC0805 which-door');
  expect(playOut(hidden, 'SC0805').failures).toEqual([]);
  const words = `, { say: { from: lead, text: "We are the real ones." }, when: "truth.team == 'federal'" }`;
  const heard = proved(story(`${WAIT}\n${WALK}`, FORK(words)));
  expect(told(heard).filter((one) => one.startsWith('SC0805'))).toEqual([]);
  const alike = (who: string) =>
    `, { say: { from: lead, text: Police. }, when: "truth.team == 'federal'" }, { say: { from: ${who}, text: Police. }, when: "truth.team != 'federal'" }`;
  expect(told(proved(story(`${WAIT}\n${WALK}`, FORK(alike('lead')))))).toContain('SC0805 which-door');
  const voices = proved(story(`${WAIT}\n${WALK}`, FORK(alike('you'))));
  expect(
    told(voices).filter((one) => one.startsWith('SC0805')),
    'the same words from another mouth',
  ).toEqual([]);
});

test('[RH33] [SC85] a meter that the seat sees tells truths apart; one that it does not see, or that is back in the same moment, does not', () => {
  const meters = (shown: string) =>
    `meters: { crowd: { label: People gathered, start: 2, range: [0, 9]${shown} } }\n`;
  const grows = `, { add: { crowd: 1 }, when: "truth.team == 'federal'" }`;
  const none = (shown: string, effects: string) =>
    told(proved(meters(shown) + story(`${WAIT}\n${WALK}`, FORK(effects)))).filter((one) =>
      one.startsWith('SC0805'),
    ).length === 0;
  expect(none(', shown: [patrol]', grows)).toBe(true);
  expect(none('', grows)).toBe(false);
  const back = `${grows}, { add: { crowd: -1 }, when: "truth.team == 'federal'" }`;
  expect(none(', shown: [patrol]', back)).toBe(false);
  const later = `${grows}, { after: { 1s: [{ add: { crowd: -1 }, when: "truth.team == 'federal'" }] } }`;
  expect(none(', shown: [patrol]', later), 'it was seen while it lasted').toBe(true);
});

test('[RH36] a plan is played under a truth in which it shows what was found', () => {
  // Silence ends well under the first truth only: the shortest way to the finding is none there.
  const fork = FORK().replace(
    'silence: [{ go: known }]',
    `silence: [{ go: leaving, when: "truth.team == 'federal'" }, { go: known, when: "truth.team != 'federal'" }]`,
  );
  const small = proved(story(`${WAIT}\n${WALK}`, fork));
  expect(told(small)).toContain('SC0805 which-door');
  const { failures, trace } = playOut(small, 'SC0805');
  expect(failures).toEqual([]);
  expect(trace.some((event) => event.kind === 'asked' && event.decision === 'no-good-way')).toBe(true);
});

test('[RH39] a standing that nobody can make sound is told at the objective that nothing meets', () => {
  const objectives = `objectives:\n  - { id: taped, axis: crowd-safety, seat: patrol, text: Tape the street., met: "world.taped" }\n`;
  const small = proved(objectives + story(`${WAIT}\n${WALK}`, NEAR));
  expect(told(small).map((one) => one.slice(0, 12))).toEqual(['SC0806 taped']);
  expect(playOut(small, 'SC0806').failures).toEqual([]);
  const met = NEAR.replace(
    'near: {',
    'near: { enter: [{ set: { taped: true } }, { observe: call-in-progress }],',
  );
  const act = WALK.replace('acts: [{ announce: {} }]', 'acts: [{ open-exit: {} }]');
  expect(told(proved(objectives + story(`${WAIT}\n${act}`, met)))).toEqual([]);
});

test('[RH32] an act is tried at once and at the last moment before something is due', () => {
  // Only who walks up so late that the state is left meanwhile comes near.
  const late = WALK.replace('go: near', `go: near, when: "story.contact == 'leaving'"`);
  const small = story(`${WAIT}\n${late}`, NEAR).replace(
    '        decide:',
    '        after: { 20s: [{ go: leaving }] }\n        decide:',
  );
  expect(told(proved(small))).toEqual([]);
  // A seat that has to wait longer than the state lasts never acts.
  const never = small.replace('20s: [{ go: leaving }]', '1m: [{ go: leaving }]');
  expect(told(proved(never)).map((one) => one.split(' ').slice(0, 2).join(' '))).toEqual([
    'SC0803 near:',
    'SC0803 20s:',
  ]);
});

test('[RH32] truths that change nothing but words are one; a seed draws each truth in full', () => {
  const truth =
    'truth:\n  team: { federal: 3, impostors: 1 }\n  tag: { given: team, federal: { shown: 1, none: 1 }, impostors: { none: 1 } }\n';
  const words = `      near: { enter: [{ say: { from: lead, text: "See the tag?" }, when: "truth.tag == 'shown'" }], after: { 20s: [{ go: leaving }] } }`;
  const { playbook } = proved(story(`${WAIT}\n${WALK}`, words, truth));
  expect(allTruths(playbook).map((one) => truthsByName(playbook, one))).toEqual([
    { team: 'federal', tag: 'shown' },
    { team: 'federal', tag: 'none' },
    { team: 'impostors', tag: 'none' },
  ]);
  expect(weightyTruths(playbook)).toHaveLength(1);
  expect(allTruths(playbook).map((one) => seedOf(playbook, one))).not.toContain(null);
});

/** A man is hurt while whoever came in is busy for three minutes; he is treated before they are free, and too late. */
const HURT = (takes: string) =>
  story(
    `${WAIT}\n${WALK}`.replace(
      /takes: \d+s, then: \[\{ go: \w+ \}\]/g,
      `takes: ${takes}, then: [{ go: leaving }]`,
    ),
    '',
  ).replace(
    '        decide:',
    `        after:
          50s: [{ observe: { person-injured: { who: crowd } } }, { tell: { to: patrol, learn: { injury: reported }, from: lead, basis: heard } }]
          2m25s: [{ tell: { to: patrol, learn: { injury: treated }, from: lead, basis: heard } }]
        decide:`,
  ) +
  `facts: { use: [identity, injury] }
actions:
  medics: { seat: [patrol], group: medical, say: "Ask for an ambulance.", when: "me.injury == 'reported'", acts: [{ request-medics: { mode: respond } }], takes: 8s }
`;

test('[RH40] a duty that comes due while nobody is free to meet it is told where it opens', () => {
  const small = proved(HURT('3m'));
  expect(told(small).filter((one) => one.startsWith('SC0807'))).toEqual([
    expect.stringContaining('person-injured'),
  ]);
  const { failures } = playOut(small, 'SC0807');
  expect(failures).toEqual([]);
  expect(told(proved(HURT('1m'))).filter((one) => one.startsWith('SC0807'))).toEqual([]);
});

/** The truth in full, as a plan states it. */
function truthsByName(playbook: Playbook, truths: Truths): Readonly<Record<string, string>> {
  return Object.fromEntries(
    playbook.truths.map(({ slot }, n) => {
      const value = truths[n] ?? 0;
      const { id, values } = playbook.slots[slot] ?? { id: '', values: null };
      return [id.replace('truth.', ''), values?.[value] ?? String(value)];
    }),
  );
}
