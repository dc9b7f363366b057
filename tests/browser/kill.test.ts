/** The page is killed at random moments and opened again: the run goes on where it was, with nothing lost. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { roll } from '#exercise/chance.ts';
import { launchOptions } from './chromium.ts';
import { exportRun, readStandings } from './debriefing.ts';
import { midway, resumeFrom } from './midway.ts';
import { ADDRESS } from './page-of.ts';
import { secondsOf, tableOf, take } from './player.ts';
import { replayed } from './replayed.ts';
import { PLAYBOOK, planOf } from './shipped.ts';

const PLAN = 'careful-impostors';
/** `npm run prove` kills the page on and on through the whole call; here as often as shows both kinds, in its last steps. */
const [KILLS, LAST] = process.env.PROVE_RUNS ? [30, Number.POSITIVE_INFINITY] : [4, 7];

/** A whole Chromium of its own, with a profile on disk, so that it can be killed like a machine that loses power. */
interface Machine {
  readonly page: Page;
  readonly kill: () => Promise<void>;
}

test('[TB21] a page killed at random moments resumes each time with every kept entry and every line', {
  timeout: 600_000,
}, async () => {
  const profile = mkdtempSync(join(tmpdir(), 'deconflict-profile-'));
  const whole = planOf(PLAN);
  const { file, rest: plan } = midway(whole, Math.max(1, whole.steps.length - LAST));
  let machine = await boot(profile);
  let killed = 0;
  try {
    await resumeFrom(machine.page, ADDRESS, file);
    const moments = new Set<number>();
    for (let i = 0; moments.size < Math.min(KILLS, plan.steps.length); i += 1) {
      moments.add(roll(2026, 'kill', i) % plan.steps.length);
    }
    for (const [n, step] of plan.steps.entries()) {
      await take(machine.page, PLAYBOOK, step);
      if (!moments.has(n) || (await tableOf(machine.page).over.isVisible())) continue;
      // Not only between two entries: sometimes right behind a key that has just been pressed.
      if (killed % 2 === 1) await machine.page.keyboard.press('Escape');
      const before = await standsAt(machine.page);
      const address = machine.page.url();
      await machine.kill();
      killed += 1;
      machine = await boot(profile);
      await machine.page.goto(address);
      await tableOf(machine.page).clock.waitFor();
      const after = await standsAt(machine.page);
      expect(after.entries.slice(0, before.entries.length), `kill ${killed}, after step ${n}`).toEqual(
        before.entries,
      );
      expect(after.log.slice(0, before.log.length)).toEqual(before.log);
      expect(after.seconds).toBeGreaterThanOrEqual(before.seconds - 1);
    }
    while (!(await tableOf(machine.page).over.isVisible())) await machine.page.keyboard.press('Space');
    await readStandings(machine.page, 'After all these crashes.');
    expect(replayed(await exportRun(machine.page)).equal).toBe(true);
    expect(killed, 'the page was killed less often than meant').toBeGreaterThanOrEqual(
      Math.min(KILLS, moments.size) - 2,
    );
    expect(killed).toBeGreaterThan(2);
  } finally {
    await machine.kill();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
});

/** What is kept on disk and what the person sees. */
async function standsAt(page: Page): Promise<{
  readonly entries: readonly string[];
  readonly log: readonly string[];
  readonly seconds: number;
}> {
  const seconds = await secondsOf(tableOf(page).clock);
  const log = (await page.getByRole('log', { name: 'Log' }).innerText()).split('\n');
  const entries = await page.evaluate(async () => {
    const [info] = await indexedDB.databases();
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const asked = indexedDB.open(info?.name ?? '');
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error);
    });
    const rows = await new Promise<{ readonly entry: { readonly digest: string } }[]>((resolve, reject) => {
      const asked = db.transaction('entries').objectStore('entries').getAll();
      asked.onsuccess = () => resolve(asked.result as { readonly entry: { readonly digest: string } }[]);
      asked.onerror = () => reject(asked.error);
    });
    db.close();
    return rows.map((row) => row.entry.digest);
  });
  return { entries, log, seconds };
}

/** Starts a Chromium on a profile and waits until it listens. `kill` is SIGKILL: no warning, nothing flushed. */
async function boot(profile: string): Promise<Machine> {
  const { args, executablePath, channel } = await launchOptions();
  if (executablePath === undefined) return gentle(profile, channel);
  const child = spawn(
    executablePath,
    [...args, `--user-data-dir=${profile}`, '--remote-debugging-port=0', 'about:blank'],
    { stdio: ['ignore', 'ignore', 'pipe'], detached: true },
  );
  const closed = new Promise((resolve) => child.on('close', resolve));
  const endpoint = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stderr.on('data', (text: Buffer) => {
      said += text.toString();
      const found = /ws:\/\/\S+/.exec(said)?.[0];
      if (found) resolve(found);
    });
    closed.then(() => reject(new Error(`Chromium ended: ${said}`)));
  });
  const browser: Browser = await chromium.connectOverCDP(endpoint);
  const context = browser.contexts()[0] as BrowserContext;
  const page = context.pages()[0] ?? (await context.newPage());
  await page.setViewportSize({ width: 1440, height: 900 });
  return {
    page,
    kill: async () => {
      try {
        if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      } catch {
        // It is dead already.
      }
      await closed;
      await browser.close().catch(() => undefined);
    },
  };
}

/** Where no Chromium comes out of npm: an installed one, closed without asking the page. */
async function gentle(profile: string, channel = 'chrome'): Promise<Machine> {
  const context = await chromium.launchPersistentContext(profile, { channel, headless: true });
  const page = context.pages()[0] ?? (await context.newPage());
  return { page, kill: () => context.close() };
}
