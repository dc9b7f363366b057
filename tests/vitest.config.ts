/**
 * Two sets of tests: the rooms and the browser, whose files share one Chromium and one server.
 *
 * Files of the rooms share a process, in which every module is read once; a file that changes what all see has one to itself.
 */
import fs from 'node:fs';
import { join } from 'node:path';
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
const ROOMS = 'tests/**/*.test.{ts,tsx}';
const BROWSER = 'tests/browser/**/*.test.ts';
/** Mocks, spies, false timers, globals, the working directory: whoever came next in the process would have them too. */
const CHANGES = /\bvi\.(?!setConfig|waitFor)\w|\bprocess\.(chdir|env\.\w+ =)|fake-indexeddb\/auto/;
const alone = fs
  .globSync(ROOMS, { cwd: root })
  .filter((file) => CHANGES.test(fs.readFileSync(join(root, file), 'utf8')));
// `npm run prove` runs the same properties, many times as often.
const alias = process.env.PROVE_RUNS ? { 'fast-check': join(import.meta.dirname, 'prove/many-runs.ts') } : {};

export default defineConfig({
  root,
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      rooms('rooms', { include: [ROOMS], exclude: [BROWSER, ...alone], isolate: false }),
      rooms('rooms-alone', { include: alone, exclude: [BROWSER], isolate: true }),
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

function rooms(
  name: string,
  files: { readonly include: string[]; readonly exclude: string[]; readonly isolate: boolean },
) {
  return {
    extends: './vite.config.ts',
    root,
    resolve: { alias },
    // Left to itself, Vitest keeps a core free: half of two. A project does not take this from above.
    test: { name, ...files, maxWorkers: 2, testTimeout: 60_000 },
  };
}
