/** A page of its own for each test, in the one Chromium. */
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import { inject, onTestFinished } from 'vitest';
import { emptied } from './emptied.ts';

/** Where the product is served; ends in a slash. */
export const ADDRESS = inject('address');

/** What somebody may ask of a page. */
type Asked = BrowserContextOptions;
/** A page, where it lives, and what it threw or logged as an error. */
export interface Opened {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly errors: string[];
}

/** Of what can be asked, all this is set on a page; the rest needs a context made for it. */
const OF_A_PAGE = ['viewport', 'colorScheme', 'forcedColors', 'reducedMotion'] as const;
const QUIET = { reducedMotion: 'reduce', serviceWorkers: 'block' } as const;
const USUAL_SIZE = { width: 1280, height: 720 };

let connected: Promise<Browser> | null = null;
/** The page that tests share, one after another, in a context of its own. */
let usual: Promise<Opened> | null = null;
/** Whether the test that runs has it. */
let isTaken = false;
/** Shared pages that cannot be made as new: a script was put before all that they load. */
const spoilt = new WeakSet<Page>();

/**
 * A page with nothing in its storage. No service worker, unless asked for: in a fresh storage it fetches and keeps the whole product again,
 * which costs as much as a test does; runs with it are in offline.test.ts and kill.test.ts. What the page throws or logs as an error is kept in
 * `errors`.
 *
 * Tests of a process come one after another and share a page, in which every script is read and compiled once; what a test has kept, routed
 * and opened is gone before the next begins. Whoever asks for what an open page cannot be given, or for a second page, gets a context of its
 * own.
 */
export async function pageOf(options: Asked = {}): Promise<Opened> {
  const own = Object.keys(options).some((name) => !OF_A_PAGE.some((of) => of === name));
  if (own || isTaken) {
    const opened = await sharedPage(options);
    onTestFinished(() => opened.context.close());
    return opened;
  }
  isTaken = true;
  usual ??= begun();
  const opened = await usual;
  const { page, errors } = opened;
  const { viewport, colorScheme = 'light', forcedColors = 'none', reducedMotion = 'reduce' } = options;
  await page.emulateMedia({ media: null, colorScheme, forcedColors, reducedMotion });
  await page.setViewportSize(viewport ?? USUAL_SIZE);
  errors.length = 0;
  onTestFinished(() => madeAsNew(opened));
  return opened;
}

/** A page in a context of its own for the tests of a file that go from one to the next; whoever asks closes the context. */
export async function sharedPage(options: Asked = {}): Promise<Opened> {
  connected ??= chromium.connect(inject('browser'));
  const context = await (await connected).newContext({ ...QUIET, ...options });
  const page = await context.newPage();
  return { page, context, errors: errorsOf(page) };
}

async function begun(): Promise<Opened> {
  const opened = await sharedPage({ viewport: USUAL_SIZE });
  const { page } = opened;
  const plain = page.addInitScript.bind(page);
  page.addInitScript = (...given: Parameters<typeof plain>) => {
    spoilt.add(page);
    return plain(...given);
  };
  return opened;
}

/** After a test: the page is of the product's origin and shows none of it, and nothing is kept. */
async function madeAsNew({ page, context }: Opened): Promise<void> {
  isTaken = false;
  if (page.isClosed() || spoilt.has(page)) {
    usual = null;
    await context.close();
    return;
  }
  for (const other of context.pages()) if (other !== page) await other.close();
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await context.clearPermissions();
  await emptied(page, ADDRESS);
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
