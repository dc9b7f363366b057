/**
 * Script time a frame of the sand table at 60, 300 and 1,000 people on the way, beside plain Phaser sprites of the same number: both in one
 * page, in turns, in a Chromium that draws WebGL in software. Prints a table, or with --json one value.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { readSources } from '#cli/sources.ts';
import { readMapPlan } from '#scenario/map-plan.ts';
import { launchOptions } from '../browser/chromium.ts';
import type { Measured } from './scene-page.ts';

const CROWDS = [60, 300, 1_000];
const FRAMES = 80;
const ROUNDS = 2;

const folder = mkdtempSync(join(tmpdir(), 'deconflict-scene-'));
try {
  const results = await measured();
  if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify(results)}\n`);
  else {
    const lines = results.map(
      ({ people, table, plain, ratio }) =>
        `  ${String(people).padStart(6)} ${table.toFixed(2).padStart(10)} ${plain.toFixed(2).padStart(10)} ${ratio.toFixed(2).padStart(8)}`,
    );
    process.stdout.write(
      `Script a frame, ms (middle of ${FRAMES} frames, best of ${ROUNDS} rounds)\n  people      table      plain    ratio\n${lines.join('\n')}\n`,
    );
  }
} finally {
  rmSync(folder, { recursive: true });
}

async function measured() {
  await build({
    configFile: false,
    root: import.meta.dirname,
    logLevel: 'error',
    build: {
      outDir: folder,
      lib: { entry: join(import.meta.dirname, 'scene-page.ts'), formats: ['es'], fileName: 'page' },
      minify: true,
    },
  });
  const map = readMapPlan(readSources().get('residence-207/map.tmj') ?? '');
  if (map === null) throw new Error('The flagship has no map.');
  const html = join(folder, 'page.html');
  const script = readFileSync(join(folder, 'page.js'), 'utf8').replaceAll('</script', '<\\/script');
  writeFileSync(html, `<!doctype html><meta charset="utf-8"><body><script type="module">${script}</script>`);
  const browser = await chromium.launch({ ...(await launchOptions('drawn')), headless: true });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(`file://${html}`);
    await page.waitForFunction(() => 'measureScene' in window);
    const results = [];
    for (const people of CROWDS) {
      const rounds: Measured[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        rounds.push(
          await page.evaluate(([map, people, frames]) => window.measureScene(map, people, frames), [
            map,
            people,
            FRAMES,
          ] as const),
        );
      }
      const table = Math.min(...rounds.map((one) => one.table));
      const plain = Math.min(...rounds.map((one) => one.plain));
      results.push({ people, table, plain, ratio: table / plain });
    }
    return results;
  } finally {
    await browser.close();
  }
}
