/** What one more act would have told. */
import { expect, test } from 'vitest';
import { debrief } from '#debrief/debrief.ts';
import type { Asked } from './street.ts';
import { changed, LAW, played, STREET } from './street.ts';

const known = (asked: readonly Asked[], seed = 1) =>
  debrief({ playbook: STREET, law: LAW, ...played(asked, { seed }) }).couldHaveKnown;
const START: Asked = { at: 2_000, choose: 'approach/marked' };
const END: Asked = { at: 300_000 };

test('[DB6] what was never learnt is told with the act that would have brought it, and when', () => {
  expect(known([START, END])).toEqual([
    {
      fact: 'identity',
      label: 'Who the armed men are',
      value: 'confirmed',
      by: 'Ask dispatch to call back.',
      openSince: 22_000,
      wouldBe: 52_000,
      was: null,
    },
    {
      fact: 'paper',
      label: 'What paper they have',
      value: 'described',
      by: 'Ask dispatch to call back.',
      openSince: 22_000,
      wouldBe: 52_000,
      was: null,
    },
  ]);
});

test('[DB6] what was learnt late is told with both moments; what was learnt in time is not told', () => {
  const late = known([START, { at: 120_000, act: 'ask-dispatch' }, END]);
  expect(late.map(({ value, wouldBe, was }) => [value, wouldBe, was])).toEqual([
    ['confirmed', 52_000, 150_000],
    ['described', 52_000, 150_000],
  ]);
  expect(known([START, { at: 23_000, act: 'ask-dispatch' }, END])).toEqual([]);
});

test('[DB6] under the other truth the same act would have told the other thing', () => {
  const values = new Set<string>();
  for (let seed = 1; seed <= 20; seed += 1) values.add(known([START, END], seed)[0]?.value ?? 'nothing');
  expect([...values].sort()).toEqual(['confirmed', 'refuted']);
});

test('[DB6] an act that tells the seat nothing is never offered as a way to know', () => {
  expect(known([START, END]).map((one) => one.by)).not.toContain('Look at the plate.');
});

test('[DB6] a file that says its run went on for a month is debriefed like any other', () => {
  const { playbook } = changed([['3m: [{ end: true }]', '3m: []']]);
  const far = played([START, { at: 2 ** 31 }], {}, playbook);
  const { couldHaveKnown } = debrief({ playbook, law: LAW, ...far });
  expect(couldHaveKnown.map(({ fact }) => fact)).toEqual(['identity', 'paper']);
});
