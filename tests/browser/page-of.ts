/** A page of its own for each test, in the one Chromium. */
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import { inject, onTestFinished } from 'vitest';

/** Where the product is served; ends in a slash. */
export const ADDRESS = inject('address');

let connected: Promise<Browser> | null = null;

/**
 * A fresh page with storage of its own. No service worker, unless asked for: in a fresh storage it fetches and keeps the whole product
 * again, which costs as much as a test does; runs with it are in offline.test.ts and kill.test.ts. What the page throws or logs as an error
 * is kept in `errors`.
 */
export async function pageOf(
  options: BrowserContextOptions = {},
): Promise<{ readonly page: Page; readonly context: BrowserContext; readonly errors: string[] }> {
  connected ??= chromium.connect(inject('browser'));
  const browser = await connected;
  const context = await browser.newContext({ reducedMotion: 'reduce', serviceWorkers: 'block', ...options });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  return { page, context, errors: errorsOf(page) };
}

/** Listens for what a page throws or logs as an error. */
export function errorsOf(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  return errors;
}
