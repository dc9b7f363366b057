/** The longest answer, judged over a library: told where chance would rarely do as well, and only there. */
import { expect, test } from 'vitest';
import { readLaw } from '#law/read.ts';
import { readScenario } from '#scenario/read.ts';
import { chanceOfHits } from '#verify/reading/chance-of-hits.ts';
import { type LibraryEntry, libraryCues } from '#verify/reading/library-cues.ts';
import { filesOf, readPages } from '../scenario/pages.ts';

const PAGE = readPages().find(({ code }) => code === 'SC0416');
if (PAGE === undefined) throw new Error('There is no page SC0416.');
const GIVEN = PAGE.examples.filter(({ kind }) => kind === 'given');
const [BROKEN, FIXED] = (['broken', 'fixed'] as const).map((kind) =>
  PAGE.examples.filter((example) => example.kind === kind),
);

/** The example as a scenario of a library, its text changed, its files called after it. */
function shelved(name: string, change: (text: string) => string = (text) => text, of = BROKEN): LibraryEntry {
  const { files } = filesOf([...GIVEN, ...(of ?? [])]);
  const changed = new Map(files).set('base/scenario.yaml', change(files.get('base/scenario.yaml') ?? ''));
  const { playbook, problems } = readScenario(changed, 'base');
  const { law } = readLaw(files);
  if (playbook === null || law === null) throw new Error(JSON.stringify(problems));
  return { playbook, files: changed, law, traces: [], named: (file) => `${name}/${file}` };
}
/** The example with only these of its five decisions. */
const only =
  (...numbers: readonly number[]) =>
  (text: string) => {
    const [head = '', ...cards] = text.split(/^(?= {10}- id: van-)/m);
    return head + cards.filter((_, n) => numbers.includes(n + 1)).join('');
  };

test('[SC65] the exact tail: the binomial where chances are equal, and its sum over cases where they are not', () => {
  const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k);
  for (const [n, p, hits] of [
    [10, 0.25, 6],
    [31, 1 / 3, 20],
    [5, 0.5, 0],
  ] as const) {
    const tail = Array.from({ length: n + 1 }, (_, k) =>
      k < hits ? 0 : choose(n, k) * p ** k * (1 - p) ** (n - k),
    );
    const sum = tail.reduce((all, one) => all + one, 0);
    expect(chanceOfHits(new Array<number>(n).fill(p), hits)).toBeCloseTo(sum, 12);
  }
  const [a, b, c] = [0.5, 0.25, 0.2];
  const two = a * b * (1 - c) + a * (1 - b) * c + (1 - a) * b * c;
  expect(chanceOfHits([a, b, c], 2)).toBeCloseTo(two + a * b * c, 12);
  expect(chanceOfHits([a, b, c], 4)).toBe(0);
});

test('[SC65] decisions of several scenarios count together: what is no habit in one is one in the library', () => {
  const halves = [shelved('one', only(1, 2)), shelved('two', only(3, 4, 5))];
  for (const half of halves) expect(libraryCues([half])).toEqual([]);
  const [problem, ...more] = libraryCues(halves);
  expect(more).toEqual([]);
  expect(problem).toMatchObject({ code: 'SC0416', severity: 'warning', file: 'one/base/scenario.yaml' });
  expect(problem?.message).toContain('In 5 of 5 decisions, the longest option is best under `city`');
  expect(problem?.message).toContain('p = 0.0041');
  expect(problem?.notes?.map(({ file }) => file)).toEqual([
    'one/base/scenario.yaml',
    'two/base/scenario.yaml',
    'two/base/scenario.yaml',
    'two/base/scenario.yaml',
  ]);
});

test('[SC65] the longest is told in the language in which it stands out; ties and the place where an option is written are no cue', () => {
  const even = (text: string) => text.replaceAll(' first.', ' now.');
  expect(libraryCues([shelved('one', even)])).toEqual([]);
  expect(libraryCues([shelved('one', (text) => text, FIXED)])).toEqual([]);
  const moved = (text: string) =>
    text.replaceAll(/( +- \{ id: ask, .*\n)( +- \{ id: wait, .*\n)( +- \{ id: walk, .*\n)/g, '$2$3$1');
  expect(libraryCues([shelved('one', moved)]).map(({ message }) => message)).toEqual([
    expect.stringContaining('In 5 of 5 decisions, the longest option is best'),
  ]);
});

test('[SC65] a decision in which all answers are best, or none, tells nothing', () => {
  const same = (text: string) =>
    text
      .replaceAll('observe-log: {}', 'announce: {}')
      .replaceAll('approach: { marked: true }', 'announce: {}');
  expect(libraryCues([shelved('one', same)])).toEqual([]);
});
