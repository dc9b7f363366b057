/** Words of what is known: no value of a fact that law reads is shown as an id. */
import { expect, test } from 'vitest';
import { FACTS } from '#law/facts.ts';
import { desk as english } from '#table/words/en/desk.ts';
import { desk as spanish } from '#table/words/es/desk.ts';

test.each([
  ['English', english],
  ['Spanish', spanish],
])('[TB116] every value of a fact that law reads has words in %s', (_, desk) => {
  const bare = Object.entries(FACTS).flatMap(([fact, { values }]) =>
    values.filter((value) => !desk.values[fact]?.[value]).map((value) => `${fact}: ${value}`),
  );
  expect(bare).toEqual([]);
});
