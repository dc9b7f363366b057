import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { deconflict, type Said } from '../cli/deconflict.ts';
import { BASICS, SAMPLE } from './sample.ts';

const HOME = mkdtempSync(join(tmpdir(), 'check-'));
afterAll(() => rmSync(HOME, { recursive: true }));

function put(path: string, text: string): string {
  const file = join(HOME, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

const check = (...args: readonly string[]): Promise<Said> => deconflict('check', '--no-proof', ...args);

describe('[SC10] check, from outside', () => {
  test('[SC10] a scenario anywhere on disk, sound and then broken, by folder and by file', async () => {
    put('common/basics.yaml', BASICS);
    const file = put('sample/scenario.yaml', SAMPLE);
    expect(await check(dirname(file), '--json')).toMatchObject({ code: 0 });
    expect(JSON.parse((await check(HOME, '--json')).out)).toEqual({
      ok: true,
      problems: [],
      proof: [],
      unproved: [],
    });
    put('sample/scenario.yaml', SAMPLE.replace('{ go: leaving }', '{ go: leavin }'));
    const broken = await check(file, '--json');
    expect(broken.code).toBe(1);
    const { ok, problems } = JSON.parse(broken.out);
    expect(ok).toBe(false);
    const line = SAMPLE.split('\n').findIndex((text) => text.includes('{ go: leaving }')) + 1;
    expect(problems).toEqual(
      [
        {
          code: 'SC0101',
          severity: 'error',
          file: expect.stringMatching(/sample\/scenario\.yaml$/),
          line,
          column: (SAMPLE.split('\n')[line - 1] ?? '').indexOf('leaving }') + 1,
          message: 'There is no state `leavin`.',
          repair: 'Did you mean `leaving`?',
        },
        expect.objectContaining({ code: 'SC0402', severity: 'warning' }),
      ].sort((a, b) => (a.line ?? 99) - (b.line ?? 99)),
    );
    expect((await check(file)).err).toContain(
      'SC0101 error  There is no state `leavin`.\n    Did you mean `leaving`?',
    );
  }, 30_000);

  test('[SC10] wrong use is exit 2; a plain folder or rubbish is a problem and no crash', async () => {
    expect((await check('/nowhere/at/all')).code).toBe(2);
    expect((await check('--nonsense')).code).toBe(2);
    expect(
      JSON.parse((await check(dirname(put('empty/readme.txt', 'x')), '--json')).out).problems,
    ).toMatchObject([{ code: 'SC0502' }]);
    const rubbish = put('rubbish/scenario.yaml', '\u0000\uFFFD{{{[[[&a *a: %');
    expect(await check(rubbish, '--json')).toMatchObject({ code: 1 });
  }, 30_000);

  test('[SC10] everything shipped is without errors', async () => {
    const { code, out } = await check('--json');
    expect(
      JSON.parse(out).problems.filter((problem: { severity: string }) => problem.severity === 'error'),
    ).toEqual([]);
    expect(code).toBe(0);
  }, 30_000);
});
