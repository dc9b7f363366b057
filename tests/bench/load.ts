/**
 * What a first load asks of the main thread, on the home screen and in play, on this machine and on one four times slower: the longest task
 * and what it was, and in play when an answer could first be chosen beside when Phaser was first asked for. Prints a table, or with --json
 * one value.
 */
import { chromium, type Page } from 'playwright-core';
import { launchOptions } from '../browser/chromium.ts';
import { serve } from '../browser/served.ts';
import { type Task, tasksIn } from './trace.ts';

const LOADS = Number(process.env.LOADS ?? '3');
const SLOWER = [1, 4];
const SCREENS = { play: '#/play/residence-207?seed=1&clock=discussion', home: '#/' };
/** Phaser's part is by far the largest, in bytes as it runs. */
const PHASER_BYTES = 600_000;

declare global {
  interface Window {
    /** Milliseconds since the page was asked for. */
    noted: { usable?: number };
  }
}

/** One load, in milliseconds since the page was asked for. */
interface Loaded {
  /** The longest tasks of the main thread first. */
  readonly tasks: readonly Task[];
  readonly usable: number | null;
  readonly phaser: number | null;
}

interface Result extends Loaded {
  readonly screen: string;
  readonly slower: number;
}

const isJson = process.argv.includes('--json');
const served = await serve();
try {
  const results: Result[] = [];
  if (!isJson) {
    process.stdout.write(
      `Longest tasks of the main thread on a first load (the middle of ${LOADS}): ms on the processor, ms from begin to end, begun at ms\n`,
    );
  }
  for (const [screen, hash] of Object.entries(SCREENS)) {
    for (const slower of SLOWER) {
      const result = { screen, slower, ...(await middleOf(hash, slower)) };
      results.push(result);
      if (!isJson) process.stdout.write(`${told(result)}\n`);
    }
  }
  if (isJson) process.stdout.write(`${JSON.stringify(results)}\n`);
} finally {
  await served.stop();
}

async function middleOf(hash: string, slower: number): Promise<Loaded> {
  const loads: Loaded[] = [];
  for (let i = 0; i < LOADS; i++) loads.push(await loaded(hash, slower));
  loads.sort((a, b) => (a.tasks[0]?.cpu ?? 0) - (b.tasks[0]?.cpu ?? 0));
  const middle = loads[Math.floor(LOADS / 2)];
  if (middle === undefined) throw new Error('Nothing was loaded.');
  return { ...middle, tasks: middle.tasks.slice(0, 4) };
}

function told({ screen, slower, tasks, usable, phaser }: Result): string {
  const asked = `Phaser asked for at ${phaser?.toFixed(0) ?? '-'} ms`;
  const when = usable === null ? asked : `an answer can be chosen at ${usable.toFixed(0)} ms, ${asked}`;
  const lines = tasks.map(({ ms, cpu, at, what }) => {
    const numbers = [cpu, ms, at].map((one) => one.toFixed(0).padStart(8)).join('');
    return `${numbers}  ${what}`;
  });
  return [`${screen}, ${slower === 1 ? 'this machine' : `${slower} times slower`}: ${when}`, ...lines].join(
    '\n',
  );
}

/** In a browser of its own: nothing of the page has been compiled there before. */
async function loaded(hash: string, slower: number): Promise<Loaded> {
  const browser = await chromium.launch({ ...(await launchOptions('drawn')), headless: true });
  try {
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      reducedMotion: 'reduce',
      serviceWorkers: 'block',
    });
    const page = await context.newPage();
    page.setDefaultTimeout(90_000);
    await page.addInitScript(noteWhenUsable);
    const cdp = await context.newCDPSession(page);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: slower });
    await browser.startTracing(page, {
      categories: ['devtools.timeline', 'blink.user_timing', 'v8', 'toplevel'],
    });
    await page.goto(`${served.address}${hash}`);
    const isPlay = hash.includes('play');
    if (isPlay) {
      await page.waitForFunction(() => window.noted.usable !== undefined);
      await page.locator('[data-part=sand-table] canvas').waitFor();
    }
    await page.waitForFunction(() => document.documentElement.dataset.offline !== undefined);
    await page.waitForTimeout(1_500);
    const trace = await browser.stopTracing();
    return { tasks: tasksIn(trace.toString('utf8')), ...(await noted(page)) };
  } finally {
    await browser.close();
  }
}

/** In the page: presses Start as soon as it answers, and notes when an answer (an option, or to wait) can be chosen and has been painted. */
function noteWhenUsable(): void {
  window.noted = {};
  const press = setInterval(() => document.querySelector<HTMLElement>('[data-part=start]')?.click(), 50);
  const look = () => {
    const ways = '[data-part=option]:not([disabled]), [data-part=wait]:not([disabled])';
    if (document.querySelector(ways) === null) return;
    seen.disconnect();
    clearInterval(press);
    requestAnimationFrame(() => setTimeout(() => (window.noted.usable = performance.now())));
  };
  const seen = new MutationObserver(look);
  seen.observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled'] });
}

async function noted(page: Page): Promise<Pick<Loaded, 'usable' | 'phaser'>> {
  return page.evaluate((bytes) => {
    const scripts = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    const phaser = scripts.find(
      ({ name, decodedBodySize }) => name.endsWith('.js') && decodedBodySize > bytes,
    );
    return { usable: window.noted.usable ?? null, phaser: phaser?.startTime ?? null };
  }, PHASER_BYTES);
}
