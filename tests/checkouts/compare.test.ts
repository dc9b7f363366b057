/** The comparison of checkouts tells a planted difference, and words as words. */
import { expect, test } from 'vitest';
import { shippedPlaybook } from '#cli/disk/shipped.ts';
import type { Picture } from '../browser/png.ts';
import { differences, type Facts, type Row } from './differences.ts';
import { NOISE, shareApart } from './pictures-apart.ts';
import { isSame, tableOf } from './table-of.ts';

const playbook = shippedPlaybook('residence-207');
const FACTS: Facts = {
  playbooks: { 'residence-207': playbook },
  runs: {
    'residence-207/first': {
      scenario: 'residence-207',
      seed: 7,
      commands: ['choose pc a', 'wait pc'],
      digests: ['sha256:a', 'sha256:b'],
      ending: 'end',
      failures: [],
    },
  },
  rulings: { 'probes F04a': { 'ca-los-angeles': '+ 0 + R1', neutral: '+ 0 0' } },
  proofs: { 'residence-207 property 1': { 'ca-los-angeles': 'complete', neutral: 'complete' } },
};

/** The rows that are not equal once a copy of the facts was changed. */
function after(change: (facts: Loose) => void): readonly Row[] {
  const facts = structuredClone(FACTS) as unknown as Loose;
  change(facts);
  return differences(FACTS, facts as unknown as Facts).filter(({ verdict }) => verdict !== 'equal');
}
interface Loose {
  playbooks: Record<string, { texts: Record<string, string>; lists: Loosest[][]; decisions: Loosest[] }>;
  runs: Record<string, Loosest>;
  rulings: Record<string, Record<string, string>>;
  proofs: Record<string, Record<string, string>>;
}
type Loosest = Record<string, unknown>;

const inPlaybook = (facts: Loose) => {
  const found = facts.playbooks['residence-207'];
  if (found === undefined) throw new Error('no playbook');
  return found;
};
const reword = (facts: Loose) => {
  const { texts } = inPlaybook(facts);
  const [id = ''] = Object.keys(texts);
  texts[id] = 'Other words.';
};
const inRun = (facts: Loose, change: Loosest) => {
  facts.runs['residence-207/first'] = { ...facts.runs['residence-207/first'], ...change };
};

test('[HS12] equal checkouts differ in nothing, and nothing compared is not equality', () => {
  expect(after(() => {})).toEqual([]);
  expect(isSame(differences(FACTS, FACTS))).toBe(true);
  expect(isSame([])).toBe(false);
});

test('[HS12] other words, and the reading times and digests that follow, are told as words', () => {
  const worded = after((facts) => {
    reword(facts);
    const line = inPlaybook(facts)
      .lists.flat()
      .find((one) => one.do === 'line');
    if (line === undefined) throw new Error('no line');
    line.captionMs = Number(line.captionMs) + 1;
    inRun(facts, { digests: ['sha256:a', 'sha256:c'] });
  });
  expect(worded.map(({ what, verdict }) => [what, verdict])).toEqual([
    ['playbook', 'words'],
    ['run', 'words'],
  ]);
  expect(isSame(worded)).toBe(true);
  expect(worded[1]?.detail).toContain('from entry 2 of 2');
});

test.each<[string, (facts: Loose) => void, Partial<Row>]>([
  [
    'a time of the story',
    (facts) => {
      reword(facts);
      const [first] = inPlaybook(facts).decisions;
      if (first) first.withinMs = 1;
    },
    { what: 'playbook', detail: expect.stringContaining('beside texts: decisions') },
  ],
  [
    'a digest where no word changed',
    (facts) => inRun(facts, { digests: ['sha256:a', 'sha256:c'] }),
    { what: 'run' },
  ],
  [
    'a command, though words changed',
    (facts) => {
      reword(facts);
      inRun(facts, { commands: ['choose pc b', 'wait pc'] });
    },
    { what: 'run', detail: 'entry 1: choose pc a → choose pc b' },
  ],
  ['an ending', (facts) => inRun(facts, { ending: 'other' }), { detail: 'ending end → other' }],
  [
    'a plan that is gone',
    (facts) => {
      delete facts.runs['residence-207/first'];
    },
    { what: 'run', detail: 'is gone' },
  ],
  [
    'a ruling under one pack',
    (facts) => {
      facts.rulings['probes F04a'] = { 'ca-los-angeles': '+ 0 + R1', neutral: '+ - 0' };
    },
    { what: 'ruling', item: 'probes F04a', detail: '+ 0 0 → + - 0 (neutral)' },
  ],
  [
    'a word of a proof',
    (facts) => {
      facts.proofs['residence-207 property 1'] = { 'ca-los-angeles': 'witness', neutral: 'witness' };
    },
    { what: 'proof', detail: 'complete → witness (ca-los-angeles, neutral)' },
  ],
])('[HS12] %s is a difference', (_, change, told) => {
  const rows = after(change);
  expect(rows.filter(({ verdict }) => verdict === 'different')).toEqual([expect.objectContaining(told)]);
  expect(isSame(rows)).toBe(false);
  expect(tableOf(rows, false)).toContain('DIFFERENT');
});

test('[HS12] a picture with other pixels than noise is a difference', () => {
  const gray = (width: number, height: number, level = 128): Picture => ({
    width,
    height,
    rgb: new Uint8Array(width * height * 3).fill(level),
  });
  expect(shareApart(gray(100, 100), gray(100, 100, 140))).toBe(0);
  const other = gray(100, 100);
  other.rgb.fill(255, 0, 60);
  expect(shareApart(gray(100, 100), other)).toBe(0.002);
  expect(shareApart(gray(100, 100), other)).toBeGreaterThan(NOISE);
  expect(shareApart(gray(100, 100), gray(100, 99))).toBe(1);
});
