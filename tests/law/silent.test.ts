/** Acts that a layer says it has no rule for. */
import { expect, test } from 'vitest';
import { readLaw } from '#law/read.ts';
import { brief, filesOf, lawOf, rule, ruled, Story } from './small-law.ts';

const RULES = `rules:\n${rule('it', 'of: query, gives: { jurisdiction: discouraged }')}`;
const SILENT = 'silent:\n  - { on: { query: { about: status } }, because: The city has none. }';

test('[LW22] what a layer is silent on is read, ruled by nobody, and lifts no rule', () => {
  const law = lawOf(`${RULES}\n${SILENT}`);
  expect(law.layers.base?.silent).toEqual([
    { on: { name: 'query', fields: { about: ['status'] } }, because: 'The city has none.' },
  ]);
  const story = new Story().act(1, { query: { about: 'status' } });
  expect(brief(ruled(law, story).findings)).toEqual(['jurisdiction base/it discouraged']);
  expect(ruled(lawOf(SILENT), story).findings).toEqual([]);
});

test('[LW22] a misspelt act, field or value of it is an error at its place, and a reason must be given', () => {
  const problemsOf = (silent: string) =>
    readLaw(filesOf(`${RULES}\nsilent:\n  - ${silent}`)).problems.map(
      ({ line, column, code }) => `${line}:${column} ${code}`,
    );
  expect(problemsOf('{ on: { qury: {} }, because: B. }')).toEqual(['7:13 LW0201']);
  expect(problemsOf('{ on: { query: { abut: status } }, because: B. }')).toEqual(['7:22 LW0202']);
  expect(problemsOf('{ on: { query: { about: stats } }, because: B. }')).toEqual(['7:29 LW0203']);
  expect(problemsOf('{ on: query }')).toEqual(['7:5 LG0102']);
});
