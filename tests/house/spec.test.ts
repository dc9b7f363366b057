/** The rules of SPEC.md and the titles of the tests name each other. */
import { expect, test } from 'vitest';
import { filesBelow, textOf } from './source-files.ts';

const spec = textOf('src/SPEC.md');
const tests = filesBelow('tests', /(\.test|-contract)\.tsx?$/);
const RULE = /^- \*\*([A-Z]{2}\d+)\*\*/gm;
const TITLE = /\b(?:test|it)(?:\.each\([\s\S]*?\)|\.runIf\(\w+\))?\(\s*['"`]((?:\[[A-Z]{2}\d+\]\s*)+)/g;
const CITED = /\b(?:SPEC |rule |rules )((?:HS|LG|SC|EX|LW|DB|RH|JN|HO|TB|CL)\d+)\b/g;

const rules = [...spec.matchAll(RULE)].map((m) => m[1] ?? '');
const titles = new Set(
  tests.flatMap((file) =>
    [...textOf(`tests/${file}`).matchAll(TITLE)].flatMap((m) => (m[1] ?? '').match(/[A-Z]{2}\d+/g) ?? []),
  ),
);

test('[HS5] every rule has a test and every test names a living rule', () => {
  expect(
    rules.filter((rule) => !titles.has(rule)),
    'rules without a test',
  ).toEqual([]);
  expect(
    [...titles].filter((id) => !rules.includes(id)),
    'tests of no rule',
  ).toEqual([]);
  expect(new Set(rules).size, 'a rule is written twice').toBe(rules.length);
  expect(rules.length, 'the test saw no rules: it is blind').toBeGreaterThan(40);
});

test('[HS5] a rule that the source cites is a rule', () => {
  const source = filesBelow('src', /\.(tsx?|mjs)$/);
  const cited = source.flatMap((file) =>
    [...textOf(`src/${file}`).matchAll(CITED)].map((m) => [file, m[1] ?? ''] as const),
  );
  expect(cited.filter(([, id]) => !rules.includes(id)).map(([file, id]) => `${file}: ${id}`)).toEqual([]);
  expect(cited.length, 'the test saw no citations: it is blind').toBeGreaterThan(5);
});
