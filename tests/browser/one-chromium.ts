/** One server and one Chromium for all browser tests. */
import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { launchOptions } from './chromium.ts';
import { serve } from './served.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the served product, ending in a slash. */
    address: string;
    /** Where the shared Chromium listens. */
    browser: string;
  }
}

/** Vitest calls this once before the browser tests; what it returns runs after them. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const served = await serve();
  const browser = await chromium.launchServer({ ...(await launchOptions()), headless: true });
  project.provide('address', served.address);
  project.provide('browser', browser.wsEndpoint());
  return async () => {
    await browser.close();
    await served.stop();
  };
}
