import { expect, test } from 'vitest';
import { problemsOfDecision } from './one-decision.ts';

/** A decision whose options are as long as told. */
function warned(...says: readonly string[]): string[] {
  return told(says).map(({ code, repair }) => `${code} ${repair}`);
}

function told(says: readonly string[], spanish: readonly string[] = []) {
  const options = says.map((say, n) => ({ say, acts: '', takes: `${n + 5}s` }));
  const translated = spanish.length === 0 ? [] : ['¿Y ahora?', ...spanish];
  return problemsOfDecision('What now?', options, translated).filter(({ code }) => code !== 'SC0702');
}
const long = (letters: number) => 'x'.repeat(letters);

test('[SC15] a quarter longer is even, one letter more is told, with how many letters to write', () => {
  expect(warned(long(40), long(50), long(44))).toEqual([]);
  expect(warned(long(51), long(40), long(44))).toEqual([
    'SC0407 Shorten this to 50 characters, or write at least 41 for `o1`.',
  ]);
  expect(warned(long(20), long(20))).toEqual([]);
});

test('[SC15] of codes and plain words the longer half counts', () => {
  expect(warned(`{${long(5)}|${long(40)}}`, long(50))).toEqual([]);
  expect(warned(`{${long(30)}|${long(20)}}`, long(40))).toHaveLength(1);
});

test('[SC15] each language is measured by itself and told in its own file; a half-translated decision is not', () => {
  const even = [long(40), long(44)];
  const places = (spanish: readonly string[]) =>
    told(even, spanish).map(({ code, file, line }) => `${code} ${file}:${line}`);
  expect(places([long(40), long(51)])).toEqual(['SC0407 base/text.es.yaml:3']);
  expect(places([long(40), long(50)])).toEqual([]);
  expect(places([long(90)])).toEqual([]);
});
