/** Lets a question about a page be answered by what is drawn, whatever can be pressed just now. */
import type { Page } from 'playwright-core';

/**
 * Asks while every drawn thing can be found at its point: what lets clicks through is found, and so is what an open menu has made inert,
 * which stays in sight beside it. Afterwards all is as it was.
 */
export async function asDrawn<T>(page: Page, ask: () => Promise<T>): Promise<T> {
  const before = await page.evaluate((open) => {
    const sheet = document.head.appendChild(document.createElement('style'));
    sheet.dataset.asDrawn = '';
    sheet.textContent =
      '*, *::before, *::after { pointer-events: auto !important; scroll-behavior: auto !important; }';
    for (const one of document.querySelectorAll<HTMLElement>('[inert]')) {
      one.inert = false;
      one.dataset.asDrawn = '';
    }
    return document.querySelectorAll(open).length;
  }, OPEN);
  try {
    return await ask();
  } finally {
    await page.evaluate(
      ([open, were]) => {
        for (const one of document.querySelectorAll('style[data-as-drawn]')) one.remove();
        // A menu goes away when the page scrolls under it; what it had made inert must not stay so.
        const isGone = document.querySelectorAll(open).length < were;
        for (const one of document.querySelectorAll<HTMLElement>('[data-as-drawn]')) {
          delete one.dataset.asDrawn;
          one.inert = !isGone;
        }
      },
      [OPEN, before] as const,
    );
  }
}

/** What lies over the page and makes the rest of it inert. */
const OPEN = '[role=menu], [role=dialog], [role=alertdialog]';
