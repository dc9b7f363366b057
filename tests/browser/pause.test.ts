/** Whoever stops the live clock does not go on reading at leisure (TB140). */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { ADDRESS, pageOf } from './page-of.ts';
import { start } from './player.ts';
import { SCENARIO } from './shipped.ts';

const HIDDEN = ['log', 'actions'] as const;

async function live(page: Page, query: string): Promise<void> {
  await page.goto(`${ADDRESS}#/play/${SCENARIO}?seed=1&lang=en&${query}`);
  await start(page);
  await page.locator('[data-part=clock]').waitFor();
}

/** Which parts of the scene can be seen. */
const seen = (page: Page) =>
  page.evaluate(
    (parts) =>
      parts.filter((part) =>
        document
          .querySelector(`[data-part=${part}], [role=${part}]`)
          ?.checkVisibility({ visibilityProperty: true }),
      ),
    [...HIDDEN],
  );
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('data-part'));

test('[TB140] paused, the scene is covered and out of reach; going on, it is back and focus where it was', async () => {
  const { page } = await pageOf({});
  await live(page, 'clock=live&level=guided&extended=1');
  const before = await seen(page);
  expect(before).toContain('log');
  expect(before).toContain('actions');
  await page.locator('[role=log]').focus();
  await page.keyboard.press('Space');
  await page.locator('[data-part=paused]').waitFor();
  expect(await seen(page)).toEqual([]);
  expect(await focused(page)).toBe('go-on');
  // Neither Tab nor a key of the desk leads behind the cover.
  for (let n = 0; n < 12; n++) {
    await page.keyboard.press('Tab');
    expect(
      await page.evaluate(() => document.activeElement?.closest('[data-part=actions], [role=log]')),
    ).toBe(null);
  }
  await page.keyboard.press('n');
  expect(await seen(page)).toEqual([]);
  await page.locator('[data-part=go-on]').focus();
  await page.keyboard.press('Enter');
  await page.locator('[data-part=paused]').waitFor({ state: 'detached' });
  expect(await seen(page)).toEqual(before);
  await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'log');
}, 60_000);

test.each([
  ['with extended time', 'clock=live&level=guided&extended=1.5'],
  ['at the coaching level', 'clock=live&level=coaching&extended=1'],
])(
  '[TB140] %s nothing is covered',
  async (_name, query) => {
    const { page } = await pageOf({});
    await live(page, query);
    const before = await seen(page);
    await page.locator('[data-part=pause]').press('Enter');
    await page.locator('[data-part=pause][aria-pressed=true]').waitFor();
    expect(await seen(page)).toEqual(before);
    expect(await page.locator('[data-part=paused]').count()).toBe(0);
  },
  60_000,
);
