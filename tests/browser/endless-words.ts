/** Puts words without an end into every text of a page, as a person or a file might, and tells what grows wider than the window for it. */
import type { Page } from 'playwright-core';

/** Letters of both directions, none of which a line may break at. */
const WORD = `${'W'.repeat(150)}${'_'.repeat(60)}${'م'.repeat(150)}`;

/**
 * Every text that is drawn gets an endless word at its end, fields too, while `ask` looks; then all reads as before. What nobody but the page
 * itself counts or names stays: times, keys and signs.
 */
export async function withEndless<T>(page: Page, ask: () => Promise<T>): Promise<T> {
  await page.evaluate((word) => {
    const back: (() => void)[] = [];
    Object.assign(globalThis, { withoutEndless: () => back.forEach((undo) => void undo()) });
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walk.nextNode()) if (walk.currentNode instanceof Text) texts.push(walk.currentNode);
    for (const text of texts) {
      if (!/\p{L}{2}/u.test(text.data) || text.parentElement?.closest('script, style, noscript, time, kbd'))
        continue;
      const before = text.data;
      text.data = `${before} ${word}`;
      back.push(() => {
        // What the page has written anew meanwhile is its own.
        if (text.data === `${before} ${word}`) text.data = before;
      });
    }
    for (const field of document.querySelectorAll<HTMLInputElement>('textarea, input[type=text]')) {
      const before = field.value;
      field.value = word;
      back.push(() => {
        field.value = before;
      });
    }
  }, WORD);
  try {
    return await ask();
  } finally {
    await page.evaluate(() => (Reflect.get(globalThis, 'withoutEndless') as () => void)());
  }
}

/** How far the page scrolls sideways, and what stands out of the window; none where it is as wide as the window. */
export function tooWide(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const root = document.documentElement;
    const over = Math.max(root.scrollWidth, document.body.scrollWidth) - root.clientWidth;
    const out = [...document.querySelectorAll<HTMLElement>('body *')].filter((one) => {
      const { right, width } = one.getBoundingClientRect();
      if (width <= 1 || right <= root.clientWidth + 1) return false;
      for (let up = one.parentElement; up; up = up.parentElement)
        if (getComputedStyle(up).overflowX !== 'visible') return false;
      return one.checkVisibility();
    });
    const first = out
      .slice(0, 3)
      .map((one) => `${one.tagName}.${one.className}: ${one.textContent?.slice(0, 40)}`);
    return over > 0 ? [`${over} px too wide`, ...first] : [];
  });
}
