import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { BASICS, SAMPLE } from './sample.ts';

const HOME = mkdtempSync(join(tmpdir(), 'check-'));
afterAll(() => rmSync(HOME, { recursive: true }));

function put(path: string, text: string): string {
  const file = join(HOME, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

function check(...args: string[]): { code: number; out: string; err: string } {
  const main = new URL('../../src/cli/main.ts', import.meta.url).pathname;
  const node = new URL('../../node_modules/.bin/node', import.meta.url).pathname;
  try {
    const out = execFileSync(node, [main, 'check', '--no-proof', ...args], {
      encoding: 'utf8',
      stdio: 'pipe',
    });
    return { code: 0, out, err: '' };
  } catch (error) {
    const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string };
    return { code: status, out: stdout, err: stderr };
  }
}

describe('[SC10] check, from outside', () => {
  test('[SC10] a scenario anywhere on disk, sound and then broken, by folder and by file', () => {
    put('common/basics.yaml', BASICS);
    const file = put('sample/scenario.yaml', SAMPLE);
    expect(check(dirname(file), '--json')).toMatchObject({ code: 0 });
    expect(JSON.parse(check(HOME, '--json').out)).toEqual({
      ok: true,
      problems: [],
      proof: [],
      unproved: [],
    });
    put('sample/scenario.yaml', SAMPLE.replace('{ go: leaving }', '{ go: leavin }'));
    const broken = check(file, '--json');
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
    expect(check(file).err).toContain(
      'SC0101 error  There is no state `leavin`.\n    Did you mean `leaving`?',
    );
  }, 30_000);

  test('[SC10] wrong use is exit 2; a plain folder or rubbish is a problem and no crash', () => {
    expect(check('/nowhere/at/all').code).toBe(2);
    expect(check('--nonsense').code).toBe(2);
    expect(JSON.parse(check(dirname(put('empty/readme.txt', 'x')), '--json').out).problems).toMatchObject([
      { code: 'SC0502' },
    ]);
    const rubbish = put('rubbish/scenario.yaml', '\u0000\uFFFD{{{[[[&a *a: %');
    expect(check(rubbish, '--json')).toMatchObject({ code: 1 });
  }, 30_000);

  test('[SC10] everything shipped is without errors', () => {
    const { code, out } = check('--json');
    expect(
      JSON.parse(out).problems.filter((problem: { severity: string }) => problem.severity === 'error'),
    ).toEqual([]);
    expect(code).toBe(0);
  }, 30_000);
});
