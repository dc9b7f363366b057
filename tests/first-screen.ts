/**
 * `node tests/first-screen.ts`: what a newcomer sees of the first page 1, 5 and 10 seconds after pressing Enter, with nothing cached. The
 * pictures go into assets/screenshots/; the page must have been built.
 */
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { launchOptions } from './browser/chromium.ts';
import { ROOT, serve } from './browser/served.ts';

const SECONDS = [1, 5, 10];

process.env.DECONFLICT_BUILT = '1';
const served = await serve();
const browser = await chromium.launch({ ...(await launchOptions()), headless: true });
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const started = performance.now();
  await page.goto(served.address, { waitUntil: 'commit' });
  for (const seconds of SECONDS) {
    await page.waitForTimeout(Math.max(0, seconds * 1000 - (performance.now() - started)));
    const at = ((performance.now() - started) / 1000).toFixed(2);
    const name = `first-screen-${seconds}s.png`;
    await page.screenshot({ path: join(ROOT, 'assets/screenshots', name), scale: 'css' });
    const seen = await page.evaluate(() =>
      (document.body.textContent ?? '').slice(0, 160).replace(/\s+/g, ' '),
    );
    console.log(`${name} (asked at ${at} s): ${seen}`);
  }
} finally {
  await browser.close();
  await served.stop();
}
