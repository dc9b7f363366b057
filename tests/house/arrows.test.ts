/** The arrows of the house, file by file: who may import whom, and which packages each room may know. */
import { expect, test } from 'vitest';
import { filesBelow, importsOf, textOf } from './source-files.ts';

/** The files of `law` that say words and shapes only; rooms below the judge may read no more of it. */
const VOCABULARY = /^law\/(acts|observations|facts|trace|findings)\.ts$/;
const PLAYBOOK = /^scenario\/playbook\.ts$/;
const room = (...names: string[]) => names.map((name) => new RegExp(`^${name}/`));

/** Who may import which files of other rooms. A new arrow is a decision: see src/decisions. */
const MAY: Record<string, readonly RegExp[]> = {
  language: [],
  law: room('language'),
  scenario: [...room('language'), VOCABULARY],
  exercise: [...room('language'), PLAYBOOK, VOCABULARY],
  debrief: room('language', 'scenario', 'law', 'exercise', 'kernel'),
  kernel: room('language', 'scenario', 'law', 'exercise'),
  plans: room('language', 'scenario', 'law', 'exercise', 'debrief'),
  playtest: room('language', 'scenario', 'law', 'exercise', 'kernel', 'plans'),
  verify: room('language', 'scenario', 'law', 'exercise', 'kernel', 'plans'),
  protocol: room('exercise', 'law'),
  journal: room('exercise'),
  table: room('language', 'law', 'scenario', 'exercise', 'debrief', 'plans', 'protocol', 'journal'),
  cli: [/./],
};

/** Packages each room may know. A new one is a decision too. */
const PACKAGES: Record<string, readonly string[]> = {
  language: ['yaml', 'zod', '@marcbachmann/cel-js', '@noble/hashes'],
  law: ['zod'],
  scenario: ['zod'],
  exercise: [],
  debrief: [],
  kernel: [],
  plans: [],
  playtest: [],
  verify: [],
  protocol: ['zod'],
  journal: ['idb'],
  table: [
    'react',
    'react-dom',
    'react-aria-components',
    '@xstate/react',
    '@fontsource-variable/atkinson-hyperlegible-next',
    '@fontsource/ibm-plex-mono',
  ],
  cli: [
    'vite',
    'elkjs',
    'marked',
    'yaml',
    'zod',
    'node:fs',
    'node:path',
    'node:http',
    'node:https',
    'node:os',
    'node:url',
    'node:child_process',
    'node:util',
    'node:worker_threads',
  ],
};

/** The only files that may know these packages, whatever room they are in. */
const ONLY: Record<string, RegExp> = {
  xstate: /^(exercise\/chart|table\/flow\/[a-z-]+)\.ts$/,
  '@xstate/react': /^table\//,
  phaser: /^table\/scene\//,
  howler: /^table\/sound\//,
  elkjs: /^cli\/graph-svg\.ts$/,
  marked: /^cli\/read-guide\.ts$/,
};

const files = filesBelow('src', /\.tsx?$/);

test('[HS1] imports follow the arrows, file by file', () => {
  const breaches: string[] = [];
  let seen = 0;
  for (const file of files) {
    const from = file.split('/')[0] ?? '';
    for (const to of importsOf(file, textOf(`src/${file}`))) {
      seen += 1;
      if (!allowed(file, from, to)) breaches.push(`${file} → ${to}`);
    }
  }
  expect(breaches).toEqual([]);
  expect(seen, 'the test saw no imports: it is blind').toBeGreaterThan(100);
});

test('[HS1] the arrow test refuses what it should', () => {
  expect(allowed('exercise/step.ts', 'exercise', 'law/judge.ts')).toBe(false);
  expect(allowed('exercise/step.ts', 'exercise', 'xstate')).toBe(false);
  expect(allowed('exercise/chart.ts', 'exercise', 'xstate')).toBe(true);
  expect(allowed('table/play/play.tsx', 'table', 'xstate')).toBe(false);
  expect(allowed('law/judge.ts', 'law', 'exercise/step.ts')).toBe(false);
  expect(allowed('law/judge.ts', 'law', 'node:fs')).toBe(false);
});

test('[HS1] the scan sees every form of import and is not fooled by words in texts', () => {
  const text = [
    "import { a } from '#law/judge.ts';",
    "import type {\n  B,\n} from './own.ts';",
    "export { c } from '../other/c.ts';",
    "import 'xstate';",
    "const d = () => import('phaser');",
    "const e = `taken from 'f' or '#g/h.ts'`;",
    "// import { i } from 'j';",
  ].join('\n');
  const seen = ['law/judge.ts', 'room/own.ts', 'other/c.ts', 'xstate', 'phaser'];
  expect(importsOf('room/file.ts', text)).toEqual(seen);
});

test('[HS1] every room of the source is in the table, and other rooms are named by #room', () => {
  const rooms = new Set(files.map((file) => file.split('/')[0] ?? ''));
  expect([...rooms].filter((name) => !(name in MAY))).toEqual([]);
  const climbers = files.filter((file) => {
    const home = file.split('/')[0] ?? '';
    return [...textOf(`src/${file}`).matchAll(/from\s*['"](\.[^'"]+)['"]/g)].some(
      (m) => !importsOf(file, `import '${m[1]}'`)[0]?.startsWith(`${home}/`),
    );
  });
  expect(climbers).toEqual([]);
});

function allowed(file: string, from: string, to: string): boolean {
  const only = ONLY[to];
  if (only) return only.test(file);
  if (PACKAGES[from]?.includes(to)) return true;
  if (to.startsWith(`${from}/`)) return true;
  // Authors' files may be bundled into the page; `virtual:` modules are made by vite.config.ts.
  if (from === 'table' && /^(virtual:|\.\.\/scenarios\/)/.test(to)) return true;
  return (MAY[from] ?? []).some((pattern) => to.includes('/') && !to.startsWith('@') && pattern.test(to));
}
