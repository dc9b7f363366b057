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
  host: [...room('exercise', 'protocol', 'journal'), VOCABULARY],
  table: room('language', 'law', 'scenario', 'exercise', 'debrief', 'plans', 'protocol', 'journal', 'host'),
  cli: [/./],
};

/**
 * The rooms inside a large room, from the bottom to the top: which of those before it each may import. What stands in no folder is on top of
 * them all, but for files that are named here as if they were rooms. A room that is not here keeps its folders as it likes.
 */
const INSIDE: Record<string, Record<string, readonly string[]>> = {
  table: {
    theme: [],
    sound: [],
    offline: [],
    session: [],
    trouble: [],
    library: [],
    ground: [],
    words: ['session', 'sound', 'trouble', 'library', 'ground'],
    props: ['library', 'words'],
    navigation: ['words', 'props'],
    runs: ['session', 'trouble', 'library', 'words', 'props', 'navigation'],
    scene: ['theme', 'ground', 'words'],
    // The screens and what they are made of know no storage: none of them has session, runs or trouble.
    ui: ['words', 'props', 'navigation'],
    preferences: ['sound', 'words', 'props', 'ui'],
    actions: ['words', 'ui'],
    map: ['theme', 'sound', 'ground', 'words', 'scene', 'ui', 'preferences', 'actions'],
    guide: ['library', 'words', 'props', 'navigation', 'ui', 'preferences'],
    home: ['words', 'props', 'ui', 'preferences'],
    'play/coaching': ['words', 'props', 'ui'],
    'play/side': ['words', 'ui'],
    play: [
      ...['theme', 'sound', 'library', 'ground', 'words', 'props'],
      ...['ui', 'preferences', 'actions', 'map', 'play/coaching', 'play/side'],
    ],
    debrief: ['words', 'props', 'ui', 'preferences', 'map'],
    compare: ['words', 'props', 'ui', 'preferences'],
    gallery: ['theme', 'words', 'props', 'ui', 'preferences', 'map', 'play/side', 'play', 'debrief'],
    flow: ['session', 'trouble', 'library', 'words', 'props', 'navigation', 'runs'],
    frames: [
      ...['sound', 'session', 'trouble', 'library', 'words', 'props', 'navigation', 'runs'],
      ...['ui', 'preferences', 'home', 'play', 'debrief', 'compare', 'gallery', 'flow'],
    ],
    author: ['trouble', 'library', 'words', 'runs', 'flow'],
  },
  scenario: {
    'playbook.ts': [],
    'effect-walk.ts': ['playbook.ts'],
    texts: [],
    map: [],
    schema: ['playbook.ts'],
    draft: ['playbook.ts', 'schema'],
    check: ['playbook.ts', 'effect-walk.ts', 'texts', 'map', 'schema', 'draft'],
    compile: ['playbook.ts', 'texts', 'schema', 'draft'],
  },
  verify: {
    basis: [],
    report: ['basis'],
    exhaustive: ['basis', 'report'],
    sampled: ['basis', 'exhaustive'],
    abstraction: ['basis'],
    reading: [],
  },
  cli: {
    'own-node.mjs': [],
    terminal: [],
    disk: ['terminal'],
    law: ['terminal', 'disk'],
    page: ['own-node.mjs', 'terminal', 'disk'],
    proof: ['terminal', 'disk'],
    rehearse: ['terminal', 'page'],
    watch: ['page', 'proof'],
  },
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
  host: [],
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
  marked: /^cli\/page\/read-guide\.ts$/,
};

const files = filesBelow('src', /\.(tsx?|css)$/);

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

test('[HS1] inside a large room imports follow its own arrows, and each of those is used', () => {
  const breaches: string[] = [];
  const used = new Set<string>();
  for (const file of files) {
    for (const to of importsOf(file, textOf(`src/${file}`))) {
      const [a, b] = [innerRoomOf(file), innerRoomOf(to)];
      if (!allowedInside(file, to)) breaches.push(`${file} → ${to}`);
      else if (a !== null && b !== null && a !== b) used.add(`${a} → ${b}`);
    }
  }
  expect(breaches).toEqual([]);
  const arrows = Object.entries(INSIDE).flatMap(([room, rooms]) =>
    Object.entries(rooms).flatMap(([from, may]) => may.map((to) => `${room}/${from} → ${room}/${to}`)),
  );
  expect(arrows.filter((arrow) => !used.has(arrow))).toEqual([]);
});

test('[HS1] the rooms inside a large room stand one above the other, and none is missing', () => {
  for (const [room, rooms] of Object.entries(INSIDE)) {
    const order = Object.keys(rooms);
    const upward = order.flatMap((from, i) =>
      (rooms[from] ?? []).filter((to) => !order.slice(0, i).includes(to)).map((to) => `${from} → ${to}`),
    );
    expect(upward, room).toEqual([]);
    const folders = new Set(
      files.filter((file) => file.startsWith(`${room}/`) && file.split('/').length > 2),
    );
    expect([...folders].filter((file) => innerRoomOf(file) === `${room}/`)).toEqual([]);
  }
});

test('[HS1] a room of more than 3,000 lines that has folders has arrows between them', () => {
  const rooms = new Map<string, { lines: number; folders: boolean }>();
  for (const file of files) {
    const [room = '', ...path] = file.split('/');
    const { lines, folders } = rooms.get(room) ?? { lines: 0, folders: false };
    const more = textOf(`src/${file}`).split('\n').length;
    rooms.set(room, { lines: lines + more, folders: folders || path.length > 1 });
  }
  const large = [...rooms].filter(([, { lines, folders }]) => lines > 3_000 && folders);
  expect(large.map(([room]) => room).filter((room) => !(room in INSIDE))).toEqual([]);
});

test('[HS1] the arrow test refuses what it should inside a room too', () => {
  expect(allowedInside('table/ui/controls.tsx', 'table/play/play.tsx')).toBe(false);
  expect(allowedInside('table/play/play.tsx', 'table/runs/open-run.ts')).toBe(false);
  expect(allowedInside('table/play/coaching/coaching.tsx', 'table/play/play.tsx')).toBe(false);
  expect(allowedInside('table/ui/controls.tsx', 'table/app.tsx')).toBe(false);
  expect(allowedInside('table/play/play.tsx', 'table/play/coaching/coaching.tsx')).toBe(true);
  expect(allowedInside('table/app.tsx', 'table/runs/open-run.ts')).toBe(true);
});

test('[HS1] [HO1] of a live exercise only the host calls step: neither the page nor what is sent or kept does', () => {
  const steppers = files.filter((file) =>
    importsOf(file, textOf(`src/${file}`)).includes('exercise/step.ts'),
  );
  const live = steppers.filter((file) => /^(table|host|protocol|journal)\//.test(file));
  expect(live).toEqual(['host/core.ts', 'host/exercise-core.ts']);
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
    if (file.endsWith('.css')) return false;
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

/** The innermost room of a file, such as `table/play/coaching`; `table/` for what stands in no folder; null where a room has no arrows of its own. */
function innerRoomOf(file: string): string | null {
  const [room = '', first = '', second = ''] = file.split('/');
  const rooms = INSIDE[room];
  if (rooms === undefined) return null;
  return `${room}/${[`${first}/${second}`, first].find((name) => name in rooms) ?? ''}`;
}

function allowedInside(file: string, to: string): boolean {
  const [from, into] = [innerRoomOf(file), innerRoomOf(to)];
  if (from === null || into === null || from === into) return true;
  const room = file.split('/')[0] ?? '';
  if (!to.startsWith(`${room}/`) || from === `${room}/`) return true;
  const name = (inner: string) => inner.slice(room.length + 1);
  return (INSIDE[room]?.[name(from)] ?? []).includes(name(into));
}
