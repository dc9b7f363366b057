/**
 * Script time a frame of the sand table at 60, 300 and 1,000 people on the way, beside plain Phaser sprites of the same number: both in one
 * page and as large, all moving, in turns, in a Chromium that draws WebGL in software. Prints a table, or with --json one value.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { readSources } from '#cli/disk/sources.ts';
import { readMapPlan } from '#scenario/map/read-map.ts';
import { launchOptions } from '../browser/chromium.ts';
import type { Cost } from './scene-page.ts';

const CROWDS = [60, 300, 1_000];
const ROUNDS = 10;
/** One placing of labels falls into each round. */
const FRAMES = 24;

const folder = mkdtempSync(join(tmpdir(), 'deconflict-scene-'));
try {
  const results = await measured();
  if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify(results)}\n`);
  else {
    const lines = results.map(({ people, table, plain, ratio }) =>
      [
        String(people).padStart(8),
        ...[table.ms, plain.ms, ratio, table.middle, plain.middle].map((one) => one.toFixed(2).padStart(9)),
        ...[table.draws, plain.draws, table.binds, plain.binds, table.uploads].map((one) =>
          one.toFixed(1).padStart(9),
        ),
      ].join(''),
    );
    const heads = [
      'people',
      'table',
      'plain',
      'ratio',
      'frame',
      'plain',
      'draws',
      'plain',
      'binds',
      'plain',
      'uploads',
    ];
    const head = heads.map((one, i) => one.padStart(i === 0 ? 8 : 9)).join('');
    process.stdout.write(
      `Script a frame, ms (middle of ${ROUNDS} rounds' means, ${FRAMES} frames each); the middle of single frames; asked of the card a frame\n${head}\n${lines.join('\n')}\n`,
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
  const browser = await chromium.launch({ ...(await launchOptions('drawn')), headless: true });
  try {
    const results = [];
    for (const people of CROWDS) {
      const page = await finelyTimed(browser, readFileSync(join(folder, 'page.js'), 'utf8'));
      const { table, plain } = await page.evaluate(
        ([map, people, rounds, frames]) => window.measureScene(map, people, rounds, frames),
        [map, people, ROUNDS, FRAMES] as const,
      );
      await page.close();
      const [ours, theirs] = [told(table), told(plain)];
      results.push({ people, table: ours, plain: theirs, ratio: ours.ms / theirs.ms });
    }
    return results;
  } finally {
    await browser.close();
  }
}

/** A page cut off from all others: its clock then goes in steps of 5 µs, not of 100. */
async function finelyTimed(browser: Browser, script: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.setDefaultTimeout(300_000);
  await page.route('**/*', (route) => {
    const isScript = route.request().url().endsWith('.js');
    return route.fulfill({
      contentType: isScript ? 'text/javascript' : 'text/html',
      headers: {
        'Cross-Origin-Opener-Policy': 'same-origin',
        'Cross-Origin-Embedder-Policy': 'require-corp',
      },
      body: isScript
        ? script
        : '<!doctype html><meta charset="utf-8"><body><script type="module" src="page.js"></script>',
    });
  });
  await page.goto('http://localhost/');
  await page.waitForFunction(() => 'measureScene' in window && crossOriginIsolated);
  return page;
}

function told({ rounds, ...rest }: Cost) {
  const sorted = [...rounds].sort((a, b) => a - b);
  return { ms: sorted[Math.floor(sorted.length / 2)] ?? 0, ...rest };
}
