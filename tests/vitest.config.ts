/** Two sets of tests: the rooms and the browser, whose files share one Chromium and one server. */
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = join(import.meta.dirname, '..');
// `npm run prove` runs the same properties, many times as often.
const alias = process.env.PROVE_RUNS ? { 'fast-check': join(import.meta.dirname, 'prove/many-runs.ts') } : {};

export default defineConfig({
  root,
  test: {
    projects: [
      {
        extends: './vite.config.ts',
        root,
        resolve: { alias },
        test: {
          name: 'rooms',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/browser/**'],
          // Left to itself, Vitest keeps a core free: half of two. A project does not take this from above.
          maxWorkers: 2,
        },
      },
      {
        root,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          maxWorkers: 2,
          globalSetup: ['tests/browser/one-chromium.ts'],
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
