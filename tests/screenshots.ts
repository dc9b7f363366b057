/**
 * `npm run screenshots`: every screen, three sizes, two themes, into assets/screenshots/. A name or several: only these screens.
 *
 * A screen is opened once; then the system's theme and the window's size change under it. One that cannot be had is told at the end with
 * exit code 1; the others are there.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { launchOptions } from './browser/chromium.ts';
import { SCREENS, type Screen, SIZES, THEMES } from './browser/screens.ts';
import { ROOT, runNode, serve } from './browser/served.ts';
import { PLAYBOOK, SCENARIO } from './browser/shipped.ts';

const OUT = join(ROOT, 'assets/screenshots');
const RUN = join(ROOT, 'node_modules/.cache/deconflict/shown.run.json');
const PATIENCE_MS = 60_000;

mkdirSync(OUT, { recursive: true });
mkdirSync(join(RUN, '..'), { recursive: true });
// The npm script has built the page already.
process.env.DECONFLICT_BUILT = '1';
await runNode([
  'src/cli/main.ts',
  'play',
  `scenarios/${SCENARIO}/plans/reckless-federal.plan.yaml`,
  '--out',
  RUN,
]);
const served = await serve();
const browser = await chromium.launch({ ...(await launchOptions()), headless: true });
const missing: string[] = [];
try {
  const wanted = process.argv.slice(2);
  for (const screen of SCREENS.filter((one) => wanted.length === 0 || wanted.includes(one.name))) {
    try {
      await shoot(browser, screen);
    } catch (error) {
      missing.push(`${screen.name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
} finally {
  await browser.close();
  await served.stop();
}
for (const one of missing) console.error(`Not had: ${one}`);
process.exitCode = missing.length === 0 ? 0 : 1;

async function shoot(from: Browser, screen: Screen): Promise<void> {
  const context = await from.newContext({
    viewport: SIZES[0],
    reducedMotion: 'reduce',
    deviceScaleFactor: 1,
  });
  try {
    context.setDefaultTimeout(PATIENCE_MS);
    const page = await context.newPage();
    await screen.open(page, served.address, PLAYBOOK, RUN);
    await page.evaluate(() => document.fonts.ready);
    for (const theme of THEMES) {
      await page.emulateMedia({ colorScheme: theme });
      for (const size of SIZES) {
        await page.setViewportSize(size);
        await page.evaluate(() => window.scrollTo(0, 0));
        const name = `${screen.name}-${theme}-${size.width}x${size.height}.png`;
        await page.screenshot({
          path: join(OUT, name),
          animations: 'disabled',
          caret: 'hide',
          scale: 'css',
          timeout: PATIENCE_MS,
        });
        console.log(name);
      }
    }
  } finally {
    await context.close();
  }
}
