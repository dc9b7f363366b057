// biome-ignore-all lint/suspicious/noThenProperty: a word of the language; nothing here is awaited.
/** Radio, truths in words, and what states expect, as authors write them. */
import { expect, test } from 'vitest';
import type { Effect, Playbook } from '#scenario/playbook.ts';
import { readScenario } from '#scenario/read.ts';
import { SAMPLE, sampleFiles } from './sample.ts';

const ANSWER = `
          - radio:
              from: control
              id: answer
              text: "They are confirmed, {31|car 31}."
              heard: "… firmed, 31."
              then: [{ tell: { to: patrol, learn: { identity: confirmed }, from: control, basis: confirmed } }]`;
const AGAIN = `actions:
  say-again: { seat: [patrol], group: radio, say: Say again., when: "me.missed >= 1 && me.missed < 9", acts: [], takes: 4s, then: [{ repeat: true }] }
  quiet-note: { seat: [patrol], group: note, say: Note., acts: [], takes: 4s }
  silent-call: { seat: [patrol], group: radio, say: Text dispatch., acts: [], takes: 4s, air: false }
  shout: { seat: [patrol], group: crowd, say: Hail., acts: [], takes: 4s, air: true }
`;
const ES =
  'line.answer: Están confirmados.\nline.answer.heard: … mados de verdad, y de sobra, 31 y 32, cambio.\n';

function read(text: string, more: Readonly<Record<string, string>> = {}) {
  return readScenario(sampleFiles({ 'sample/scenario.yaml': text, ...more }), 'sample');
}
function compiled(text: string, more: Readonly<Record<string, string>> = {}): Playbook {
  const { playbook, problems } = read(text, more);
  expect(problems.filter((problem) => problem.code !== 'SC0702')).toEqual([]);
  if (playbook === null) throw new Error('no playbook');
  return playbook;
}
const withRadio = SAMPLE.replace(
  '          - observe: call-in-progress',
  `${ANSWER.slice(1)}\n          - observe: call-in-progress`,
).replace('actions:\n', AGAIN);
const isLine = (effect: Effect) => effect.do === 'line';

test('[SC11] what gets through is a text of its own, translated like any other, with its own caption time', () => {
  const playbook = compiled(withRadio, { 'sample/text.es.yaml': ES });
  const line = playbook.lists
    .flat()
    .filter(isLine)
    .find((one) => one.text === 'line.answer');
  expect(line).toMatchObject({ channel: 'radio', heard: { text: 'line.answer.heard' } });
  expect(playbook.texts['line.answer.heard']).toBe('… firmed, 31.');
  // The Spanish half is the longer: 47 letters at 15 a second.
  expect(line?.heard?.captionMs).toBe(Math.ceil((47 * 1000) / 15));
  expect(playbook.lists[line?.then ?? -1]).toMatchObject([{ do: 'learn', basis: 'confirmed' }]);
  const nameless = compiled(withRadio.replace('              id: answer\n', ''));
  expect(Object.keys(nameless.texts).filter((id) => id.endsWith('.heard'))).toEqual([
    'story.contact.states.rolling.enter.1.radio.heard',
  ]);
});

test('[SC11] actions of the group radio go over the radio unless told otherwise; nothing else does', () => {
  const { actions, decisions } = compiled(withRadio);
  const airs = actions.filter((action) => action.air).map(({ id }) => id);
  expect(airs.sort()).toEqual(['request-supervisor', 'say-again', 'shout']);
  expect(decisions.flatMap(({ options }) => options).filter(({ air }) => air)).toEqual([]);
  const sent = compiled(withRadio.replace(/( +- \{ id: marked, .*)takes: /, '$1air: true, takes: '));
  expect(sent.decisions.flatMap(({ options }) => options).filter(({ air }) => air)).toHaveLength(1);
});

test('[SC11] repeat stands where one seat asks, and `me.missed` counts that seat’s calls', () => {
  const playbook = compiled(withRadio);
  const patrol = playbook.seats.findIndex(({ id }) => id === 'patrol');
  const again = playbook.actions.find(({ id }) => id === 'say-again');
  expect(playbook.lists[again?.then ?? -1]).toEqual([{ do: 'repeat', seat: patrol }]);
  const slot = playbook.slots.findIndex(({ id }) => id === 'missed.patrol');
  expect(playbook.slots[slot]).toMatchObject({ min: 0, max: 8, start: 0 });
  expect(JSON.stringify(playbook.conditions[again?.when ?? -1])).toContain(`{"op":"slot","slot":${slot}}`);
  const both = withRadio.replace('say-again: { seat: [patrol]', 'say-again: { seat: [patrol, dispatch]');
  expect(read(both).problems.map(({ code }) => code)).toContain('SC0311');
  const hidden = withRadio.replace('"me.missed >= 1 && ', '"missed.patrol >= 1 && ');
  expect(read(hidden).problems).toMatchObject([{ code: 'LG0204', repair: 'Write `me.missed`.' }]);
});

test('[SC12] a truth with a label has words for every value; one without has none', () => {
  const says = 'label: The men, says: { federal: federal officers, impostors: robbers }';
  const written = SAMPLE.replace(
    'team: { federal: 3, impostors: 1 }',
    `team: { ${says}, federal: 3, impostors: 1 }`,
  );
  const { truths, texts } = compiled(written);
  expect(truths[0]).toMatchObject({
    label: 'truth.team.label',
    says: ['truth.team.says.federal', 'truth.team.says.impostors'],
    weights: [[3, 1]],
  });
  expect(texts['truth.team.says.impostors']).toBe('robbers');
  expect(truths[1]).not.toHaveProperty('label');
  const codes = (from: string, to: string) =>
    read(written.replace(from, to)).problems.map(({ code }) => code);
  expect(codes(', impostors: robbers', '')).toEqual(['SC0105']);
  expect(codes('impostors: robbers', 'impostors: robbers, others: x')).toEqual(['SC0105']);
  expect(codes('label: The men, ', '')).toEqual(['LG0103']);
  expect(codes('says: { federal: federal officers, impostors: robbers }, ', '')).toEqual([
    'SC0105',
    'SC0105',
  ]);
  expect(codes(', federal: 3', ', federal: three')).toEqual(['LG0103']);
});

test('[SC13] what a state expects is compiled to knowledge and values', () => {
  const { states, slots } = compiled(SAMPLE);
  const slot = slots.findIndex(({ id }) => id === 'known.patrol.identity');
  const expecting = states.filter(({ expects }) => expects !== undefined);
  expect(expecting).toHaveLength(1);
  expect(expecting[0]?.expects).toEqual([
    { slot, values: ['claimed', 'credential-shown'].map((value) => slots[slot]?.values?.indexOf(value)) },
  ]);
});
