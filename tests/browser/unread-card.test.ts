/** A card that has just come up takes no answer before it could be read, by whichever hand it comes (TB113). */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { ADDRESS, pageOf } from './page-of.ts';
import { start, tableOf } from './player.ts';
import { SCENARIO } from './shipped.ts';

/** What a card that nobody has read takes in milliseconds; a moment less is still too soon. */
const UNREAD_MS = 700;

type Hand = (page: Page) => Promise<unknown>;
const third = (page: Page) => tableOf(page).decision.locator('[data-part=option]').nth(2);
const HANDS = Object.entries<Hand>({
  'the same key': (page) => page.keyboard.press('3'),
  'a click without a press, as voice control gives': (page) =>
    third(page).evaluate((one: HTMLElement) => one.click()),
  'the mouse': async (page) => {
    const box = await third(page).boundingBox();
    await page.mouse.click((box?.x ?? 0) + 20, (box?.y ?? 0) + 10);
  },
  'a finger': async (page) => {
    const box = await third(page).boundingBox();
    await page.touchscreen.tap((box?.x ?? 0) + 20, (box?.y ?? 0) + 10);
  },
  'Enter on an answer': async (page) => {
    await third(page).focus();
    await page.keyboard.press('Enter');
  },
});

/** The first card is answered by its key, and the next comes up. Answers its question. */
async function secondCard(page: Page, query: string): Promise<string> {
  await page.goto(`${ADDRESS}#/play/${SCENARIO}?seed=1&clock=discussion&lang=en&${query}`);
  await start(page);
  const { clock, decision, wait } = tableOf(page);
  await clock.waitFor();
  for (let i = 0; i < 20 && (await decision.getByRole('heading').count()) === 0; i += 1) {
    await wait.press('Enter');
    await page.waitForTimeout(UNREAD_MS / 4);
  }
  await page.waitForTimeout(UNREAD_MS + 200);
  await stopAtNews(page, '[data-part=decision] h2');
  await page.keyboard.press('d');
  await page.keyboard.press('3');
  // Time stands once the answer was given: it is let pass until the next card comes.
  const changed = () => page.evaluate(() => 'goOn' in globalThis);
  for (let i = 0; i < 40 && !(await changed()); i += 1) {
    // By its key, so that the focus stays where it is.
    if (await wait.isEnabled()) await page.keyboard.press('Space');
    await page.waitForTimeout(50);
  }
  await page.waitForFunction(() => 'goOn' in globalThis);
  const question = await decision.getByRole('heading').innerText();
  return question;
}

/** The question on the card; none where no card is. */
const shown = (page: Page): Promise<readonly string[]> =>
  page.locator('[data-part=decision] h2').allInnerTexts();

/**
 * Stops the page's own clock at the moment in which other words stand there: however slow the machine is, whatever is pressed before
 * `goOn` is pressed too soon.
 */
async function stopAtNews(page: Page, selector: string): Promise<void> {
  await page.evaluate((of) => {
    const now = performance.now.bind(performance);
    const words = () => document.querySelector(of)?.textContent;
    const before = words();
    new MutationObserver(() => {
      if ('goOn' in globalThis || words() === undefined || words() === before) return;
      const stopped = now();
      performance.now = () => stopped;
      Object.assign(globalThis, {
        goOn: () => {
          performance.now = now;
        },
      });
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  }, selector);
}

/** The clock goes on, and what stands there counts as read. */
async function goOn(page: Page): Promise<void> {
  await page.evaluate(() => (Reflect.get(globalThis, 'goOn') as () => void)());
  await expect.poll(() => page.locator('[data-part=option]:is([aria-disabled], [disabled])').count()).toBe(0);
}

test('[TB113] no hand gives an answer to a card that just came up, also not by letting go later', async () => {
  const { page } = await pageOf({ hasTouch: true });
  const question = await secondCard(page, 'level=guided');
  const early = await page.evaluate(() => {
    const options = [...document.querySelectorAll('[data-part=option]')];
    return options.map((one) => [one.getAttribute('aria-disabled'), one.hasAttribute('disabled')]);
  });
  const told = await page.locator('[role=status], [aria-live]').allInnerTexts();
  const focus = await page.evaluate(() => document.activeElement?.getAttribute('role'));
  for (const [name, press] of HANDS) {
    await press(page);
    expect(await shown(page), name).toEqual([question]);
  }
  const box = await third(page).boundingBox();
  await page.mouse.move((box?.x ?? 0) + 20, (box?.y ?? 0) + 10);
  await page.mouse.down();
  expect(early.length).toBeGreaterThan(1);
  for (const one of early) expect(one).toEqual(['true', false]);
  expect(focus, 'focus stays at the card').toBe('group');
  await goOn(page);
  await page.mouse.up();
  await page.waitForTimeout(150);
  expect(await shown(page)).toEqual([question]);
  expect(await page.locator('[role=status], [aria-live]').allInnerTexts(), 'nothing is told').toEqual(told);
  expect(await page.locator('[data-part=option]:is([aria-disabled], [disabled])').count()).toBe(0);
  await page.keyboard.press('3');
  await expect.poll(() => shown(page)).not.toEqual([question]);
});

test('[TB113] the answers that come after the words of say-first wait as well', async () => {
  const { page } = await pageOf();
  await page.goto(`${ADDRESS}#/play/${SCENARIO}?seed=1&clock=discussion&lang=en&level=say-first`);
  await start(page);
  const { decision, wait } = tableOf(page);
  for (let i = 0; i < 20 && !(await decision.isVisible()); i += 1) await wait.press('Enter');
  const [question] = await shown(page);
  await decision.getByRole('textbox').fill('Look first.');
  await stopAtNews(page, '[data-part=option]');
  await decision.getByRole('button').press('Enter');
  await decision.locator('[data-part=option]').first().waitFor();
  expect(await decision.locator('[data-part=option]:not([aria-disabled=true])').count()).toBe(0);
  await page.keyboard.press('1');
  await goOn(page);
  expect(await shown(page)).toEqual([question]);
  await page.keyboard.press('1');
  await expect.poll(() => shown(page)).not.toEqual([question]);
});
