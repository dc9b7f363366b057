/** The pure floor: no clock, chance, input or output, DOM, Node or locale. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { codeOf, filesBelow, ROOT, textOf } from './source-files.ts';

const PURE = [
  'language',
  'law',
  'scenario',
  'exercise',
  'debrief',
  'kernel',
  'plans',
  'playtest',
  'verify',
  'host',
];
const FORBIDDEN: readonly (readonly [string, RegExp])[] = [
  ['clock', /\bDate\b|\bperformance\s*\.|\bIntl\b|\bTemporal\b/],
  ['chance', /\bMath\s*\.\s*random\b|\bcrypto\b/],
  ['locale', /\.\s*(localeCompare|toLocale[A-Za-z]*)\b/],
  ['timer', /\b(setTimeout|setInterval|setImmediate|queueMicrotask|requestAnimationFrame)\b/],
  ['output', /\bconsole\b|\bprocess\s*\.|\bfetch\s*\(/],
  ['page', /\b(window|document|navigator|localStorage|indexedDB)\s*\./],
  ['any', /:\s*any\b|<any>|\bas any\b/],
];
const pure = filesBelow('src', /\.tsx?$/).filter((file) => PURE.includes(file.split('/')[0] ?? ''));
const breachesIn = (text: string) =>
  FORBIDDEN.filter(([, pattern]) => pattern.test(codeOf(text, false))).map(([name]) => name);

test('[HS6] the pure rooms name no clock, chance, locale, timer, output or page', () => {
  const found = pure.flatMap((file) => breachesIn(textOf(`src/${file}`)).map((what) => `${file}: ${what}`));
  expect(found).toEqual([]);
  expect(pure.length, 'the test saw no pure files: it is blind').toBeGreaterThan(40);
});

test('[HS6] the scan finds what it looks for and is not fooled by comments and texts', () => {
  expect(breachesIn('const t = Date.now();')).toEqual(['clock']);
  expect(breachesIn('const r = Math.random();')).toEqual(['chance']);
  expect(breachesIn('a.localeCompare(b)')).toEqual(['locale']);
  expect(breachesIn('setTimeout(f, 1); console.log(1)')).toEqual(['timer', 'output']);
  expect(breachesIn("// Date.now()\nconst s = 'console Date';")).toEqual([]);
});

// Whether they do is the gate `pure types` of `npm test`: here, that it leaves nothing out.
test('[HS6] all pure rooms are among what type-checks without DOM, Node and timers', {
  timeout: 240_000,
}, () => {
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
  const done = spawnSync(process.execPath, [tsc, '-p', 'src/tsconfig.pure.json', '--listFilesOnly'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  const checked = done.stdout.split('\n').filter((line) => line.includes('/src/'));
  const missing = pure.filter((file) => !checked.some((line) => line.trim().endsWith(`/src/${file}`)));
  expect(missing, 'pure files that src/tsconfig.pure.json does not cover').toEqual([]);
  const { extends: whole, compilerOptions } = JSON.parse(textOf('src/tsconfig.pure.json'));
  expect([whole, compilerOptions]).toEqual(['../tsconfig.json', { lib: ['ES2023'], types: [] }]);
  expect(textOf('tests/all.ts')).toContain("'-p', 'src/tsconfig.pure.json'");
});
