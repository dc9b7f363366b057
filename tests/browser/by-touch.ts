/** A person with a finger on a phone: finds things by role and name, and can only tap what can be seen and hit. */
import type { Locator, Page } from 'playwright-core';
import type { Hands } from './by-keyboard.ts';

const PATIENCE_MS = 10_000;

/** Taps the middle of things; Playwright refuses where something covers it, and scrolls to it as a finger would. */
export const BY_TOUCH: Hands = {
  reach: (_, thing) => thing.scrollIntoViewIfNeeded({ timeout: PATIENCE_MS }),
  press: (_, thing) => thing.tap({ timeout: PATIENCE_MS }),
  write: async (_, thing, words) => {
    await thing.tap({ timeout: PATIENCE_MS });
    await thing.fill(words);
  },
  // Whatever is open goes away when one taps beside it.
  shut: async (page: Page) => {
    const size = page.viewportSize() ?? { width: 0, height: 0 };
    const open: Locator = page.getByRole('menu').last();
    const box = await open.boundingBox();
    await page.touchscreen.tap(size.width / 2, box !== null && box.y > size.height / 2 ? 4 : size.height - 4);
  },
};
