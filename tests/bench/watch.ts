/**
 * `deconflict watch` on the flagship, as an author sees it: from the write of a changed file to its line of print, and to the changed words
 * on the open page, whose run goes on; and the processor time of the reading alone, which a busy machine changes least. Prints a table, or
 * with --json one value. `--plain` is without a page and its Chromium.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { type Browser, chromium, type Page } from 'playwright-core';
import { readSources, SCENARIOS } from '#cli/disk/sources.ts';
import { deskReader } from '#cli/watch/watch-desk.ts';
import { launchOptions } from '../browser/chromium.ts';

const SAVES = 25;
/** Between two saves a person looks; what was overtaken is dropped meanwhile. */
const PAUSE_MS = 400;
const ROOT = join(import.meta.dirname, '../..');
const SAYS = 'Nothing yet; get a look first, then ask for what you need';

/** Milliseconds by save, in order. */
interface Measured {
  readonly saves: number;
  readonly printed: Quantiles;
  /** Null where no page was open. */
  readonly changed: Quantiles | null;
  /** Processor time of reading the folder after a save, in this process, all threads. */
  readonly reading: Quantiles;
  readonly load: readonly number[];
}
interface Quantiles {
  readonly p50: number;
  readonly p95: number;
  readonly most: number;
}

const home = mkdtempSync(join(tmpdir(), 'deconflict-watch-'));
let browser: Browser | null = null;
let child: ChildProcess | null = null;
try {
  cpSync(SCENARIOS, home, { recursive: true });
  const isPlain = process.argv.includes('--plain');
  const watching = await watch(isPlain);
  child = watching.child;
  let page: Page | null = null;
  if (watching.address !== null) {
    browser = await chromium.launch({ ...(await launchOptions()), headless: true });
    page = await openedRun(browser, watching.address);
  }
  const result = await measured(watching.printed, page);
  process.stdout.write(process.argv.includes('--json') ? `${JSON.stringify(result)}\n` : tableOf(result));
} finally {
  await browser?.close();
  child?.kill('SIGTERM');
  rmSync(home, { recursive: true });
}

interface Watching {
  readonly child: ChildProcess;
  readonly address: string | null;
  /** Resolves when the next save is printed. */
  readonly printed: () => Promise<void>;
}

/** Begins to watch the copy; resolves once it stands ready and what takes longer is done. */
async function watch(isPlain: boolean): Promise<Watching> {
  const args = ['src/cli/main.ts', 'watch', home, ...(isPlain ? ['--no-page'] : [])];
  const started = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  const waits = new Set<() => void>();
  started.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
    for (const look of [...waits]) look();
  });
  const says = (pattern: RegExp) =>
    new Promise<string>((resolve) => {
      const look = () => {
        const found = pattern.exec(said);
        if (found === null) return;
        waits.delete(look);
        resolve(found[1] ?? '');
      };
      waits.add(look);
      look();
    });
  await says(/Save a file/);
  await says(/proved /);
  const address = isPlain ? null : await says(/The page is at (\S+)/);
  return {
    child: started,
    address,
    printed: async () => {
      said = '';
      await says(/ saved: /);
    },
  };
}

/** A run of the flagship with its first card open. */
async function openedRun(from: Browser, address: string): Promise<Page> {
  const page = await from.newPage();
  await page.goto(`${address}#/play/residence-207?seed=1&clock=discussion`);
  await page.getByRole('button', { name: 'Start', exact: true }).press('Enter');
  const option = page.getByRole('button', { name: SAYS });
  while (!(await option.isVisible())) {
    await page.getByRole('button', { name: 'Wait', exact: true }).press('Enter');
    await after(800);
  }
  return page;
}

async function measured(printed: () => Promise<void>, page: Page | null): Promise<Measured> {
  const file = join(home, 'residence-207/scenario.yaml');
  const text = readFileSync(file, 'utf8');
  if (!text.includes(SAYS)) throw new Error('The flagship has other words now; change them here.');
  const [prints, changes]: [number[], number[]] = [[], []];
  for (let n = 1; n <= SAVES; n++) {
    const words = `${SAYS} ${n}`;
    const shown = page?.waitForFunction((wanted) => document.body.textContent.includes(wanted), `${words}.`, {
      polling: 'raf',
      timeout: 60_000,
    });
    const print = printed();
    const began = performance.now();
    writeFileSync(file, text.replace(SAYS, words));
    await Promise.all([
      print.then(() => prints.push(performance.now() - began)),
      shown?.then(() => changes.push(performance.now() - began)),
    ]);
    await after(PAUSE_MS);
  }
  return {
    saves: SAVES,
    printed: quantilesOf(prints),
    changed: page === null ? null : quantilesOf(changes),
    reading: quantilesOf(readings(text)),
    load: loadavg().map((one) => Math.round(one * 10) / 10),
  };
}

/** Each save once more, read by a reader of this process that has read the folder before. */
function readings(text: string): readonly number[] {
  const files = new Map(readSources(home));
  const read = deskReader();
  read(files);
  return Array.from({ length: SAVES }, (_, n) => {
    files.set('residence-207/scenario.yaml', text.replace(SAYS, `${SAYS} ${n}`));
    const before = process.cpuUsage();
    read(files, ['residence-207/scenario.yaml']);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
}

function quantilesOf(values: readonly number[]): Quantiles {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) =>
    Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0);
  return { p50: at(0.5), p95: at(0.95), most: at(1) };
}

function tableOf({ saves, printed, changed, reading, load }: Measured): string {
  const row = (name: string, { p50, p95, most }: Quantiles) =>
    `  ${name.padEnd(24)}${[p50, p95, most].map((ms) => String(ms).padStart(8)).join('')}\n`;
  const head = `watch on the flagship, ${saves} saves, ms from the write (load ${load.join(' ')})\n`;
  const columns = `  ${''.padEnd(24)}${['p50', 'p95', 'most'].map((name) => name.padStart(8)).join('')}\n`;
  const page = changed === null ? '' : row('changed on the page', changed);
  return `${head}${columns}${row('problems printed', printed)}${page}${row('reading, processor time', reading)}`;
}
