import { expect, test } from 'vitest';
import { readScenario } from '#scenario/read.ts';
import { filesOf } from './pages.ts';

/** A decision whose options are as long as told. */
function warned(...says: readonly string[]): string[] {
  const options = says.map(
    (say, n) => `              - { id: o${n}, say: "${say}", acts: [], takes: ${n + 5}s }\n`,
  );
  const text = `story:
  contact:
    start: rolling
    states:
      rolling:
        after: { 1m: [{ end: true }] }
        decide:
          - id: approach
            seat: patrol
            ask: What now?
            within: 40s
            options:
${options.join('')}`;
  const { files } = filesOf([{ kind: 'broken', line: 1, column: 1, file: null, text }]);
  return readScenario(files, 'base').problems.map(({ code, repair }) => `${code} ${repair}`);
}
const long = (letters: number) => 'x'.repeat(letters);

test('[SC15] a quarter longer is even, one letter more is told, with how many letters to write', () => {
  expect(warned(long(40), long(50), long(44))).toEqual([]);
  expect(warned(long(51), long(40), long(44))).toEqual([
    'SC0407 Shorten this to 50 letters, or write at least 41 for `o1`.',
  ]);
  expect(warned(long(20), long(20))).toEqual([]);
});

test('[SC15] of codes and plain words the longer half counts', () => {
  expect(warned(`{${long(5)}|${long(40)}}`, long(50))).toEqual([]);
  expect(warned(`{${long(30)}|${long(20)}}`, long(40))).toHaveLength(1);
});
