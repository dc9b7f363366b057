/** A person who has a keyboard and no mouse, and finds things by role and name only. */
import type { Locator, Page } from 'playwright-core';

const FAR = 150;

/** Tab, and arrows inside a toolbar or menu, until the thing has the focus. Throws if the keyboard cannot get there. */
export async function reach(page: Page, thing: Locator): Promise<void> {
  await thing.waitFor({ state: 'visible' });
  for (let i = 0; i < FAR; i += 1) {
    if (await hasFocus(thing)) return;
    await page.keyboard.press(await keyTowards(thing));
  }
  const where = await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200) ?? 'nothing');
  throw new Error(`The keyboard never reached ${String(thing)}; it ended at ${where}`);
}

/** Reaches a button or link and presses it. */
export async function press(page: Page, thing: Locator): Promise<void> {
  await reach(page, thing);
  await page.keyboard.press('Enter');
}

/** Reaches a text box and types. */
export async function type(page: Page, thing: Locator, words: string): Promise<void> {
  await reach(page, thing);
  await page.keyboard.type(words);
}

/** With a menu open: down the menu until the item has the focus, then Enter. */
export async function pick(page: Page, item: Locator): Promise<void> {
  await item.waitFor({ state: 'visible' });
  for (let i = 0; i < FAR; i += 1) {
    if (await hasFocus(item)) {
      await page.keyboard.press('Enter');
      return;
    }
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`The arrow keys never reached ${String(item)}`);
}

function hasFocus(thing: Locator): Promise<boolean> {
  return thing.evaluate((element) => element === document.activeElement);
}

/** Inside a toolbar, which Tab would leave, the arrow that points to the thing; else Tab. */
function keyTowards(thing: Locator): Promise<string> {
  return thing.evaluate((element) => {
    const bar = element.closest('[role=toolbar]');
    const now = document.activeElement;
    if (bar === null || now === null || bar === element || !bar.contains(now)) return 'Tab';
    const isAhead = now.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING;
    return isAhead ? 'ArrowRight' : 'ArrowLeft';
  });
}
