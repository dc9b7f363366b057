/**
 * Heap of one page over 200 runs on the discussion clock: whole runs of the shipped scenario played on the product's own page as fast as it
 * answers. After every fifth the page is left on the guide, garbage is collected by force, and what is still held is read: V8's heap as a
 * whole, and in parts, for V8's machine code grows with what a page has done and is no leak of it (see heap-parts.ts). Prints the slopes a
 * run by least squares, without the runs that warm up; or with --json one value. `HEAP_RUNS` is another number of runs.
 */
import { type Browser, type CDPSession, chromium, type Page } from 'playwright-core';
import { desk } from '#table/words/en/desk.ts';
import { launchOptions } from '../browser/chromium.ts';
import { serve } from '../browser/served.ts';
import { type Parts, partsOf } from './heap-parts.ts';

const RUNS = Number(process.env.HEAP_RUNS ?? '200');
/** With `HEAP_GROUND=drawn` the sand table is drawn in each run, by software: that takes several times as long. */
const GROUND = process.env.HEAP_GROUND === 'drawn' ? 'drawn' : 'in words';
const EVERY = 5;
/** Code is compiled and caches are filled in these. */
const WARM_UP = 20;

const COLUMNS = ['bytes', 'own', 'code', 'browser', 'nodes', 'listeners'] as const;

/** The page's clock goes so many times as fast as any other. */
const FASTER = 20;

/** What the page still holds after so many runs; `bytes` is V8's heap. */
interface Held extends Parts {
  readonly runs: number;
  readonly bytes: number;
  readonly nodes: number;
  readonly listeners: number;
}

const served = await serve();
const browser = await chromium.launch({
  ...(await launchOptions(GROUND)),
  headless: true,
});
try {
  const held = await measured(browser);
  const warm = held.filter(({ runs }) => runs >= WARM_UP);
  const slopes = Object.fromEntries(
    COLUMNS.map((name) => [name, slope(warm.map((one) => [one.runs, one[name]]))]),
  );
  if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify({ held, slopes })}\n`);
  else {
    const row = (...cells: readonly string[]) => cells.map((one) => one.padStart(11)).join('');
    const lines = [
      row('runs', ...COLUMNS),
      ...held.map((one) => row(String(one.runs), ...COLUMNS.map((name) => String(one[name])))),
      row('a run', ...COLUMNS.map((name) => (slopes[name] ?? 0).toFixed(2))),
    ];
    process.stdout.write(
      `Held after forced collection, in bytes and numbers; a run, by least squares from run ${WARM_UP}\n${lines.join('\n')}\n`,
    );
  }
} finally {
  await browser.close();
  await served.stop();
}

async function measured(browser: Browser): Promise<readonly Held[]> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await page.addInitScript((times) => {
    // A Wait that comes at once after a card is not taken (TB18): on a faster clock it is taken soon.
    const now = performance.now.bind(performance);
    performance.now = () => now() * times;
  }, FASTER);
  await page.goto(`${served.address}#/guide`);
  await page.locator('#page h1').waitFor();
  const cdp = await context.newCDPSession(page);
  await cdp.send('HeapProfiler.enable');
  const held: Held[] = [];
  for (let run = 1; run <= RUNS; run++) {
    await play(page, run);
    if (run % EVERY !== 0) continue;
    held.push(await heldBy(cdp, run));
    process.stderr.write(`${run} of ${RUNS}: ${JSON.stringify(held.at(-1))}\n`);
  }
  return held;
}

/** Plays a run to its end inside the page: an answer where a card is open, another one each time, else Wait; then back to the guide, twice. */
async function play(page: Page, run: number): Promise<void> {
  const words = { wait: desk.play.wait, debrief: desk.play.debrief };
  await page.evaluate(
    async ([run, words]) => {
      const soon = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
      const found = async (find: () => Element | null | undefined) => {
        for (let tries = 0; tries < 3_000; tries++) {
          const one = find();
          if (one instanceof HTMLElement) return one;
          await soon(10);
        }
        throw new Error(`Run ${run} stood still: ${document.querySelector('main')?.textContent}`);
      };
      const named = (name: string) =>
        [...document.querySelectorAll('button')].find((one) => one.textContent?.includes(name));
      location.hash = `#/play/residence-207?seed=${run}&clock=discussion`;
      (await found(() => document.querySelector('[data-part=start]'))).click();
      await found(() => document.querySelector('[data-part=wait]'));
      // The table comes once the desk is idle; a run in which it never came would not count it.
      await found(() => document.querySelector('[data-part=sand-table] canvas, [data-part=no-table]'));
      for (let turn = 0; named(words.debrief) === undefined; turn++) {
        const options = [...document.querySelectorAll<HTMLButtonElement>('[data-part=option]')];
        const free = options.filter((one) => !one.disabled && one.ariaDisabled !== 'true');
        const wait = document.querySelector<HTMLButtonElement>('[data-part=wait]');
        const next = free[(run * 7 + turn * 3) % Math.max(1, free.length)] ?? wait;
        if (next && !next.disabled) next.click();
        await soon(0);
      }
      location.hash = '#/guide';
      await found(() =>
        location.hash === '#/guide' ? document.querySelector('[data-part=guide], #page h1') : null,
      );
      await found(() => (document.querySelector('canvas') === null ? document.body : null));
      // React keeps what it drew last but one: a step within the guide lets go of the run, which is longer one time than another.
      const chapter = await found(() => document.querySelector('[data-part=guide] nav a'));
      chapter.click();
      await found(() => (document.activeElement?.matches('article h2') ? document.activeElement : null));
    },
    [run, words] as const,
  );
}

async function heldBy(cdp: CDPSession, runs: number): Promise<Held> {
  // What a first collection lets go of (weak references, finalizers) the next ones take; and the run just over is still being sealed.
  for (let time = 0; time < 3; time++) {
    await cdp.send('HeapProfiler.collectGarbage');
    await new Promise((resolve) => setTimeout(resolve, 700));
  }
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await cdp.send('Memory.getDOMCounters');
  return { runs, bytes: usedSize, ...(await partsOf(cdp)), nodes, listeners: jsEventListeners };
}

/** Of the straight line nearest to the points, by least squares. */
function slope(points: readonly (readonly [number, number])[]): number {
  const n = points.length;
  const [mx, my] = [0, 1].map((i) => points.reduce((sum, point) => sum + (point[i] ?? 0), 0) / n) as [
    number,
    number,
  ];
  const over = points.reduce((sum, [x, y]) => sum + (x - mx) * (y - my), 0);
  return over / points.reduce((sum, [x]) => sum + (x - mx) ** 2, 0);
}
