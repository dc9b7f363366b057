/**
 * `npm run screenshots`: every screen, three sizes, two themes, into assets/screenshots/; play and debrief also as a projector shows them.
 * A name or several: only these screens. `OUT=<folder>` puts them elsewhere.
 *
 * A screen is opened once; then the system's theme and the window's size change under it. One that cannot be had is told at the end with
 * exit code 1; the others are there.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { ground } from '#table/words/en/ground.ts';
import { launchOptions } from './browser/chromium.ts';
import { pictureOf } from './browser/png.ts';
import { SCREENS, type Screen, SIZES, THEMES } from './browser/screens.ts';
import { ROOT, runNode, serve } from './browser/served.ts';
import { PLAYBOOK, SCENARIO } from './browser/shipped.ts';
import { palettePng } from './palette-png.ts';

const OUT = process.env.OUT ?? join(ROOT, 'assets/screenshots');
const RUN = join(ROOT, 'node_modules/.cache/deconflict/shown.run.json');
const PATIENCE_MS = 60_000;
const PROJECTOR = { width: 1920, height: 1080 };
const PROJECTED = ['play', 'debrief', 'replay'];
/** Opened by what stands in the words beside a table that is not drawn. */
const IN_WORDS = ['aim'];

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
const browser = await chromium.launch({ ...(await launchOptions('drawn')), headless: true });
const plain = await chromium.launch({ ...(await launchOptions()), headless: true });
const missing: string[] = [];
try {
  const wanted = process.argv.slice(2);
  for (const screen of SCREENS.filter((one) => wanted.length === 0 || wanted.includes(one.name))) {
    try {
      await shoot(screen, IN_WORDS.includes(screen.name));
    } catch (error) {
      missing.push(`${screen.name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
} finally {
  await browser.close();
  await plain.close();
  await served.stop();
}
for (const one of missing) console.error(`Not had: ${one}`);
process.exitCode = missing.length === 0 ? 0 : 1;

async function shoot(screen: Screen, isInWords: boolean): Promise<void> {
  const context = await (isInWords ? plain : browser).newContext({
    viewport: SIZES[0],
    reducedMotion: 'reduce',
    deviceScaleFactor: 1,
  });
  try {
    context.setDefaultTimeout(PATIENCE_MS);
    const page = await context.newPage();
    await screen.open(page, served.address, PLAYBOOK, RUN);
    await page.evaluate(() => document.fonts.ready);
    await settled(page, isInWords);
    const sizes = PROJECTED.includes(screen.name) ? [...SIZES, PROJECTOR] : SIZES;
    for (const theme of THEMES) {
      await page.emulateMedia({ colorScheme: theme });
      for (const size of sizes) {
        await page.setViewportSize(size);
        await page.evaluate((name) => {
          if (name === 'replay') document.querySelector('[data-part=replay]')?.scrollIntoView();
          else window.scrollTo(0, 0);
        }, screen.name);
        await settled(page, isInWords);
        const name = `${screen.name}-${theme}-${size.width}x${size.height}.png`;
        const taken = await page.screenshot({
          animations: 'disabled',
          caret: 'hide',
          scale: 'css',
          timeout: PATIENCE_MS,
        });
        writeFileSync(join(OUT, name), palettePng(pictureOf(taken)));
        console.log(name);
      }
    }
  } finally {
    await context.close();
  }
}

/** Until a sand table that is in sight is drawn at its size, or says that it cannot be; where there is none, at once. */
async function settled(page: Page, isInWords: boolean): Promise<void> {
  const coming = page.locator('[data-part=sand-table]:visible, [data-part=no-table]:visible');
  if ((await coming.count()) === 0) return;
  const come = isInWords
    ? page.locator('[data-part=no-table]', { hasText: ground.broke })
    : page.locator('[data-drawn=true] canvas');
  await come.first().waitFor({ timeout: 30_000 });
  await page.waitForTimeout(600);
}
