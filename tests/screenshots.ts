/** `npm run screenshots`: every screen, three sizes, two themes, into assets/screenshots/. A name or several: only these screens. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { launchOptions } from './browser/chromium.ts';
import { SCREENS, SIZES, THEMES } from './browser/screens.ts';
import { ROOT, runNode, serve } from './browser/served.ts';
import { PLAYBOOK, SCENARIO } from './browser/shipped.ts';

const OUT = join(ROOT, 'assets/screenshots');
const RUN = join(ROOT, 'node_modules/.cache/deconflict/shown.run.json');

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
try {
  const wanted = process.argv.slice(2);
  for (const screen of SCREENS.filter((one) => wanted.length === 0 || wanted.includes(one.name))) {
    for (const theme of THEMES) {
      for (const size of SIZES) {
        const context = await browser.newContext({
          viewport: size,
          colorScheme: theme,
          reducedMotion: 'reduce',
        });
        const page = await context.newPage();
        await screen.open(page, served.address, PLAYBOOK, RUN);
        await page.evaluate(() => document.fonts.ready);
        const name = `${screen.name}-${theme}-${size.width}x${size.height}.png`;
        await page.screenshot({ path: join(OUT, name), animations: 'disabled' });
        console.log(name);
        await context.close();
      }
    }
  }
} finally {
  await browser.close();
  await served.stop();
}
