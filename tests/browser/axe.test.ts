/** Every screen, opened once and measured: light and dark for axe, contrast and focus; three sizes and 400 % for how it stands. */
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { axe } from './axe-on.ts';
import { boxDefects } from './boxes.ts';
import { contrastDefects } from './contrast.ts';
import { endless, tooWide } from './endless-words.ts';
import { ringDefects } from './focus-ring.ts';
import { ADDRESS, pageOf } from './page-of.ts';
import { SCREENS, SIZES, THEMES } from './screens.ts';
import { ROOT, runNode } from './served.ts';
import { PLAYBOOK, SCENARIO } from './shipped.ts';
import { lostAtZoom, ZOOMED } from './zoom.ts';

const RUN = join(ROOT, 'node_modules/.cache/deconflict/ended.run.json');
/** Kinds of stops whose ring was seen already, in each theme. */
const rings = new Set<string>();

beforeAll(async () => {
  mkdirSync(dirname(RUN), { recursive: true });
  await runNode([
    'src/cli/main.ts',
    'play',
    `scenarios/${SCENARIO}/plans/careful-federal.plan.yaml`,
    '--out',
    RUN,
  ]);
});

// A screen is opened once: the system's theme and the window's size then change under it, as they do for a person.
test.each(SCREENS.map((screen) => [screen.name, screen] as const))(
  '[TB23] [TB24] [TB70] [TB71] [TB72] [TB114] %s: clean for axe, in contrast in light and dark, whole at every size, with endless words and at 400 %%',
  async (_, screen) => {
    const { page, errors } = await pageOf({ colorScheme: THEMES[0], viewport: SIZES[0] });
    await screen.open(page, ADDRESS, PLAYBOOK, RUN);
    await page.evaluate(() => document.fonts.ready);
    const grounds = new Set<string>();
    for (const theme of THEMES) {
      await page.emulateMedia({ colorScheme: theme });
      grounds.add(await page.evaluate(() => getComputedStyle(document.body).backgroundColor));
      expect.soft(await axe(page), `axe, ${theme}`).toEqual([]);
      expect.soft(await contrastDefects(page), `contrast, ${theme}`).toEqual([]);
    }
    // Last, since a focus that goes from stop to stop rolls lists, which the page then rolls back while it is looked at.
    for (const theme of THEMES) {
      await page.emulateMedia({ colorScheme: theme });
      expect.soft(await ringDefects(page, rings), `focus, ${theme}`).toEqual([]);
    }
    expect(grounds.size, 'both themes were seen').toBe(THEMES.length);
    for (const size of SIZES) {
      await page.setViewportSize(size);
      await drawn(page);
      expect.soft(await boxDefects(page), `${size.width} × ${size.height}`).toEqual([]);
    }
    await page.setViewportSize(ZOOMED);
    await drawn(page);
    expect.soft(await boxDefects(page), 'at 400 %').toEqual([]);
    expect.soft(await lostAtZoom(page), 'at 400 %').toEqual([]);
    await endless(page);
    for (const width of [ZOOMED.width, 390, 1440]) {
      await page.setViewportSize({ width, height: 844 });
      await drawn(page);
      expect.soft(await tooWide(page), `with endless words, ${width} wide`).toEqual([]);
    }
    expect(errors).toEqual([]);
  },
);

/** Waits until the page was drawn in its new size, as somebody sees it. */
async function drawn(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}
