/**
 * Two sets of tests: the rooms and the browser, whose files share one Chromium and one server.
 *
 * Files of the rooms share a process, in which every module is read once; a file that changes what all see has one to itself. They run on
 * Node's own modules: under Vite's module runner every call from file to file is a look-up, and a million steps of a run take five times as
 * long. Only what knows the page is read by Vite, which understands JSX and styles.
 */
import fs from 'node:fs';
import { dirname, join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { whyNotRun } from '../src/cli/own-node.mjs';
import { LongestFirst } from './longest-first.ts';

// Vitest starts on an older Node and would then show stacks; what such a Node lacks is read off `fs` only after this.
const why = whyNotRun();
if (why !== null) {
  console.error(`deconflict: ${why}`);
  process.exit(1);
}

const root = join(import.meta.dirname, '..');
const ROOMS = 'tests/*/**/*.test.{ts,tsx}';
const BROWSER = 'tests/browser/**/*.test.ts';
/** Mocks, spies, false timers, globals, the working directory: whoever came next in the process would have them too. */
const CHANGES = /\bvi\.(?!setConfig|waitFor|fn\b)\w|\bprocess\.(chdir|env\.\w+ =(?!=))|fake-indexeddb\/auto/;
/** What Node does not read: JSX, styles, and files found by a pattern, as Vite finds them. */
const PAGE = /\.(tsx|css)$|\bimport\.meta\.glob\b/;
const IMPORTED = /^\s*(?:import|export)\b(?! type)[^;']*from '([#.][^']+)'|\bimport\(?\s*'([#.][^']+)'/gm;
const looked = new Map<string, ReturnType<typeof look>>();
const files = fs.globSync(ROOMS, { cwd: root, exclude: [BROWSER] }).map((file) => ({
  file,
  isPage: leadsToPage(join(root, file)),
  isAlone: CHANGES.test(fs.readFileSync(join(root, file), 'utf8')),
}));
const filesOf = (isPage: boolean, isAlone: boolean) =>
  files.filter((one) => one.isPage === isPage && one.isAlone === isAlone).map(({ file }) => file);
// `npm run prove` runs the same properties, many times as often.
const many = join(import.meta.dirname, 'prove/many-runs.ts');
const alias = process.env.PROVE_RUNS ? { 'fast-check': many } : {};
// What is young is collected less often: a run makes much that dies at once.
const execArgv = [
  '--max-semi-space-size=64',
  ...(process.env.PROVE_RUNS ? ['--import', join(import.meta.dirname, 'prove/in-node.ts')] : []),
];
// What Node compiled once it need not compile again: each command line that a test starts reads the same files.
process.env.NODE_COMPILE_CACHE ??= join(root, 'node_modules/.cache/deconflict/compiled');

const inNode = { execArgv, experimental: { viteModuleRunner: false } };

export default defineConfig({
  root,
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      rooms('rooms', filesOf(false, false), { isolate: false, ...inNode }),
      rooms('rooms-alone', filesOf(false, true), { isolate: true, ...inNode }),
      rooms('rooms-page', filesOf(true, false), { isolate: false }),
      rooms('rooms-page-alone', filesOf(true, true), { isolate: true }),
      {
        root,
        test: {
          name: 'browser',
          include: [BROWSER],
          maxWorkers: 2,
          globalSetup: ['tests/browser/one-chromium.ts'],
          isolate: false,
          // A machine that is busy with something else answers later, and not otherwise.
          expect: { poll: { timeout: 20_000 } },
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});

/** Whether a file, or one that it comes to by imports, is for Vite to read. */
function leadsToPage(from: string): boolean {
  const found = new Set([from]);
  for (const file of found) {
    const { isPage, imports } = look(file);
    if (isPage && file !== from) return true;
    for (const one of imports) found.add(one);
  }
  return false;
}

/** Whether a file is for Vite to read, and the files that it imports. */
function look(file: string): { readonly isPage: boolean; readonly imports: readonly string[] } {
  const known = looked.get(file);
  if (known !== undefined) return known;
  const text = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
  const imports = [...text.matchAll(IMPORTED)].map(([, name = '', lazy = name]) =>
    lazy.startsWith('#') ? join(root, 'src', lazy.slice(1)) : join(dirname(file), lazy),
  );
  const one = { isPage: PAGE.test(file) || PAGE.test(text), imports };
  looked.set(file, one);
  return one;
}

function rooms(name: string, include: string[], how: { readonly isolate: boolean }) {
  return {
    extends: './vite.config.ts',
    root,
    resolve: { alias },
    // Left to itself, Vitest keeps a core free: half of two. A project does not take this from above.
    test: { name, include, ...how, maxWorkers: 2, testTimeout: 60_000 },
  };
}
