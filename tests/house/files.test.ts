/** Sizes and names of files. */
import { expect, test } from 'vitest';
import { filesBelow, textOf } from './source-files.ts';

const source = filesBelow('src', /\.(tsx?|mjs|css)$/);
const tests = filesBelow('tests', /\.tsx?$/);
const lines = (path: string) => textOf(path).trimEnd().split('\n').length;

test('[HS2] no file outgrows a sitting: 350 lines of source, 500 of a test', () => {
  const long = [
    ...source.filter((file) => lines(`src/${file}`) > 350).map((file) => `src/${file}`),
    ...tests.filter((file) => lines(`tests/${file}`) > 500).map((file) => `tests/${file}`),
  ];
  expect(long).toEqual([]);
  expect(source.length, 'the test saw no source: it is blind').toBeGreaterThan(50);
  expect(tests.length, 'the test saw no tests: it is blind').toBeGreaterThan(20);
});

test('[HS2] no folder outgrows a glance: 40 files of source', () => {
  const full = new Map<string, number>();
  for (const file of source) {
    const folder = file.split('/').slice(0, -1).join('/');
    full.set(folder, (full.get(folder) ?? 0) + 1);
  }
  expect([...full].filter(([, count]) => count > 40)).toEqual([]);
  expect(full.size, 'the test saw no folders: it is blind').toBeGreaterThan(20);
});

test('[HS3] files are named in kebab-case after their one idea, never after a drawer', () => {
  const drawer = /^(utils?|helpers?|common|managers?|services?|types|misc|index)\.(tsx?|mjs)$/;
  const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*$/;
  const names = [...source, ...tests].map((file) => [file, file.split('/').at(-1) ?? ''] as const);
  expect(names.filter(([, name]) => drawer.test(name)).map(([file]) => file)).toEqual([]);
  expect(names.filter(([, name]) => !kebab.test(name)).map(([file]) => file)).toEqual([]);
  expect(drawer.test('utils.ts') && !kebab.test('SeatView.ts')).toBe(true);
});

test('[HS4] nothing is switched off or put off in the source', () => {
  const banned = /@ts-ignore|@ts-expect-error|@ts-nocheck|biome-ignore-all|\bTODO\b|\bFIXME\b|as unknown as/;
  const found = source.filter((file) => banned.test(textOf(`src/${file}`)));
  expect(found).toEqual([]);
  const parked = /\b(test|describe|it)\.(only|skip|todo)\b/;
  expect(tests.filter((file) => parked.test(textOf(`tests/${file}`)) && !file.startsWith('house/'))).toEqual(
    [],
  );
  // What runs in `npm run prove` only is told by one name with one meaning; nothing else decides whether a test runs.
  const unless = /\b(?:test|describe|it)\.(?:runIf|skipIf)\((.*?)\)\(?/g;
  const reasons = tests.flatMap((file) => {
    const text = textOf(`tests/${file}`);
    return [...text.matchAll(unless)].map(([, reason = '']) =>
      reason === 'LONG' && !text.includes('const LONG = process.env.PROVE_RUNS !== undefined;')
        ? `${file}: another LONG`
        : reason,
    );
  });
  expect([...new Set(reasons)].sort()).toEqual(['LONG', "process.platform === 'win32'"]);
  expect(banned.test('// TODO: later')).toBe(true);
});
