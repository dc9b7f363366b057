/** The network goes away right after the page came: a run, its debrief and its export still work, and with HTTPS a second visit too. */
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { desk } from '#table/words/en/desk.ts';
import { shell } from '#table/words/en/shell.ts';
import { launchOptions } from './chromium.ts';
import { exportRun, readStandings } from './debriefing.ts';
import { type Midway, midway, resumeLast } from './midway.ts';
import { errorsOf } from './page-of.ts';
import { begin, playPlan, take } from './player.ts';
import { replayed } from './replayed.ts';
import { openRunFile } from './screens.ts';
import { ROOT, serveAt } from './served.ts';
import { PLAYBOOK, planOf, seedOf } from './shipped.ts';

/** A name that no browser takes for this machine, so that plain HTTP there is what a station's network would have. */
const NAME = 'deconflict.test';
const TIME = { timeout: 300_000 };

/** A browser of its own that finds NAME here, and a server that can be taken away. */
async function visit(args: readonly string[] = [], flags: readonly string[] = []) {
  const served = await serveAt(args);
  const { args: own, ...options } = await launchOptions();
  const browser = await chromium.launch({
    ...options,
    headless: true,
    args: [...own, `--host-resolver-rules=MAP ${NAME} 127.0.0.1`, ...flags],
  });
  onTestFinished(async () => {
    await browser.close();
    await served.stop();
  });
  const context = await browser.newContext({ reducedMotion: 'reduce', ignoreHTTPSErrors: flags.length > 0 });
  const address = served.address.replace('127.0.0.1', NAME);
  const cut = async () => {
    await served.stop();
    await context.setOffline(true);
  };
  return { context, address, cut };
}

/** The page, with everything it will need. */
async function loaded(context: BrowserContext, address: string): Promise<{ page: Page; errors: string[] }> {
  const page = await context.newPage();
  const errors = errorsOf(page);
  await page.goto(address);
  await page.locator('html[data-offline=ready]').waitFor({ state: 'attached', timeout: 60_000 });
  return { page, errors };
}

/** How many steps are played at the end of one call and at the beginning of another: all screens of a run are met. */
const [LAST, FIRST] = process.env.PROVE_RUNS ? [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY] : [4, 3];

/** A call that is almost over. */
function almostOver(name: string): Midway {
  const plan = planOf(name);
  return midway(plan, Math.max(1, plan.steps.length - LAST));
}

/** Goes on with the call to the exported run, which replays; then begins another from the first screen. */
async function endAndBegin(page: Page, address: string, name: string): Promise<void> {
  const plan = planOf(name);
  await resumeLast(page);
  await playPlan(page, PLAYBOOK, almostOver(name).rest);
  await readStandings(page, 'I wanted to know who they were first.');
  expect(replayed(await exportRun(page)).equal).toBe(true);
  await begin(page, address, PLAYBOOK, `seed=${seedOf(plan)}&clock=discussion&level=guided&extended=1`);
  for (const step of plan.steps.slice(0, FIRST)) await take(page, PLAYBOOK, step);
}

test(
  '[TB16] on plain HTTP the page says what the browser forbids, and with the network cut a run from its first screen to its end, its debrief and its export work',
  TIME,
  async () => {
    const { context, address, cut } = await visit();
    const { page, errors } = await loaded(context, address);
    expect(await page.evaluate(() => isSecureContext)).toBe(false);
    await page.getByText(shell.notices.plainHttp).waitFor();
    // What is played on is taken in while the network is there: files are no part of what has to be had already.
    await openRunFile(page, address, almostOver('reckless-federal').file);
    await page.getByRole('button', { name: desk.home.resume, exact: true }).first().waitFor();
    await cut();
    await expect(
      page.evaluate(
        (at) =>
          fetch(at).then(
            () => 'came',
            () => 'gone',
          ),
        address,
      ),
    ).resolves.toBe('gone');
    errors.length = 0;
    await endAndBegin(page, address, 'reckless-federal');
    expect(errors).toEqual([]);
  },
);

test(
  '[TB16] over HTTPS a second visit starts without the server, and a run, its debrief and its export work there',
  TIME,
  async () => {
    const pair = ['cert', 'key'].flatMap((what) => [
      `--${what}`,
      join(ROOT, `tests/browser/fixtures/only-for-tests.${what}.pem`),
    ]);
    const { context, address, cut } = await visit(['--https', ...pair], ['--ignore-certificate-errors']);
    const first = await loaded(context, address);
    expect(await first.page.getByText(shell.notices.plainHttp).count()).toBe(0);
    const scope = await first.page.evaluate(async () => (await navigator.serviceWorker.ready).scope);
    expect(scope).toBe(address);
    await cut();
    await first.page.close();
    const second = await loaded(context, address);
    await openRunFile(second.page, address, almostOver('answer-comes-too-late').file);
    await endAndBegin(second.page, address, 'answer-comes-too-late');
    expect(second.errors).toEqual([]);
  },
);

test(
  '[TB16] the page can be installed: its manifest names icons that are there, and every file of the page is kept',
  TIME,
  async () => {
    const { context, address } = await visit();
    const page = await context.newPage();
    await page.goto(address);
    const manifest = await page.evaluate(async () => {
      const link = document.querySelector<HTMLLinkElement>('link[rel=manifest]');
      return (await fetch(link?.href ?? '')).json() as Promise<{
        name: string;
        start_url: string;
        icons: { src: string; sizes: string }[];
      }>;
    });
    expect(manifest).toMatchObject({ name: 'Deconflict', start_url: './' });
    expect(manifest.icons.map(({ sizes }) => sizes)).toContain('512x512');
    for (const { src } of manifest.icons) {
      const { status, type } = await page.evaluate(
        async (at) =>
          fetch(at).then((answer) => ({ status: answer.status, type: answer.headers.get('content-type') })),
        src,
      );
      expect([src, status, type]).toEqual([src, 200, 'image/png']);
    }
    const worker = await page.evaluate(async () => (await fetch('./sw.js')).text());
    const shown = await page.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname.slice(1)),
    );
    const parts = shown.filter((name) => name.startsWith('assets/'));
    expect(parts.length).toBeGreaterThan(3);
    for (const part of parts) expect(worker, part).toContain(part);
  },
);
