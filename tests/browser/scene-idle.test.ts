/** The drawn sand table costs nothing while nothing changes, takes its canvas away with it, and is not missed where there is no WebGL. */
import { type Browser, chromium } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { launchOptions } from './chromium.ts';
import { ADDRESS, errorsOf } from './page-of.ts';
import { begin, take } from './player.ts';
import { PLAYBOOK, planOf, seedOf } from './shipped.ts';

/** Software draws slowly, more so beside another file's browser. */
const PATIENCE = { timeout: 60_000 };

declare global {
  interface Window {
    /** Draws asked of the graphics card since the page came. */
    drawn: number;
  }
}

/** A Chromium that draws WebGL in software. */
async function withWebGl(): Promise<Browser> {
  const browser = await chromium.launch({ ...(await launchOptions('drawn')), headless: true });
  onTestFinished(() => browser.close());
  return browser;
}

test('[TB43] the sand table draws when something changes and not otherwise, and leaves no canvas behind', async () => {
  const browser = await withWebGl();
  const page = await browser.newPage({
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
  });
  page.setDefaultTimeout(60_000);
  const errors = errorsOf(page);
  await page.addInitScript(() => {
    window.drawn = 0;
    for (const { prototype } of [WebGLRenderingContext, WebGL2RenderingContext]) {
      for (const name of ['drawElements', 'drawArrays'] as const) {
        const plain = prototype[name] as (...given: number[]) => void;
        Object.assign(prototype, {
          [name](this: WebGLRenderingContext, ...given: number[]) {
            window.drawn += 1;
            plain.apply(this, given);
          },
        });
      }
    }
  });
  const plan = planOf('careful-federal');
  await begin(page, ADDRESS, PLAYBOOK, `seed=${seedOf(plan)}&clock=discussion`);
  const host = page.locator('[data-part=sand-table]');
  await host.locator('canvas').waitFor();
  await expect.poll(() => host.getAttribute('data-labels'), PATIENCE).toMatch(/text/);
  const rested = async () => {
    await page.waitForTimeout(800);
    const before = await page.evaluate(() => window.drawn);
    await page.waitForTimeout(1_500);
    return (await page.evaluate(() => window.drawn)) - before;
  };
  expect(await page.evaluate(() => window.drawn), 'it has drawn at all').toBeGreaterThan(0);
  expect(await rested(), 'draws while nothing changes').toBe(0);
  const quiet = await page.evaluate(() => window.drawn);
  for (const step of plan.steps.slice(0, 3)) await take(page, PLAYBOOK, step);
  await expect.poll(() => page.evaluate(() => window.drawn), PATIENCE).toBeGreaterThan(quiet);
  expect(await rested(), 'draws while nothing changes').toBe(0);
  await page.goto(`${ADDRESS}#/`);
  await expect.poll(() => page.locator('canvas').count(), PATIENCE).toBe(0);
  expect(errors).toEqual([]);
});

test('[TB43] without WebGL the same place says so in words, and the page has no error', async () => {
  const browser = await withWebGl();
  const page = await browser.newPage({
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
  });
  page.setDefaultTimeout(60_000);
  const errors = errorsOf(page);
  await page.addInitScript(() => {
    const plain = HTMLCanvasElement.prototype.getContext;
    Object.assign(HTMLCanvasElement.prototype, {
      getContext(this: HTMLCanvasElement, kind: string, ...more: unknown[]) {
        return kind.startsWith('webgl') ? null : Reflect.apply(plain, this, [kind, ...more]);
      },
    });
  });
  await begin(page, ADDRESS, PLAYBOOK, 'seed=1&clock=discussion');
  await page.locator('[data-part=no-table]').waitFor();
  await expect
    .poll(() => page.locator('[data-part=no-table]').innerText(), PATIENCE)
    .toMatch(/cannot be drawn/);
  expect(await page.locator('[data-part=stand]').isVisible()).toBe(true);
  expect(await page.locator('[data-part=sand-table] canvas').count()).toBe(0);
  expect(errors).toEqual([]);
});
