/** Every screen, opened once and measured: light and dark for axe, contrast and focus; three sizes and 400 % for how it stands. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axe } from './axe-on.ts';
import { boxDefects } from './boxes.ts';
import { contrastDefects } from './contrast.ts';
import { tooWide, withEndless } from './endless-words.ts';
import { piecesOf, recoloured } from './eyes.ts';
import { ringDefects } from './focus-ring.ts';
import { wholeSession } from './midway.ts';
import { ADDRESS, type Opened, sharedPage } from './page-of.ts';
import { SCREENS, SIZES, THEMES, wayFrom } from './screens.ts';
import { ROOT } from './served.ts';
import { PLAYBOOK, planOf } from './shipped.ts';
import { lostAtZoom, ZOOMED } from './zoom.ts';

const [RUN, SHORT] = ['ended', 'short'].map((name) =>
  join(ROOT, `node_modules/.cache/deconflict/${name}.run.json`),
) as [string, string];
/** Kinds of stops whose ring, of texts and controls whose contrast was measured on pixels already. */
const rings = new Set<string>();
const inks = new Set<string>();
/**
 * First the page of parts, where every component stands: on the screens only what is not there is measured on pixels. The replay is a part of
 * the debrief, so the debrief is looked at with the replay in the middle of the call.
 */
const IN_ORDER = SCREENS.filter(({ name }) => name !== 'debrief').toSorted(
  (a, b) => Number(b.name === 'parts') - Number(a.name === 'parts'),
);

/** One page goes from screen to screen, by the ways a person takes; a screen that fails leaves the next one to begin anew. */
let opened: Opened | null = null;
let at: string | null = null;

beforeAll(() => {
  mkdirSync(dirname(RUN), { recursive: true });
  writeFileSync(RUN, wholeSession(planOf('careful-federal')));
  writeFileSync(SHORT, wholeSession(planOf('answer-comes-too-late')));
});
afterAll(() => opened?.context.close());

// A screen is opened once: the system's theme and the window's size then change under it, as they do for a person.
test.each(IN_ORDER)(
  '[TB23] [TB24] [TB70] [TB71] [TB72] [TB114] $name: clean for axe, in contrast in light and dark, whole at every size, with endless words and at 400 %%',
  async (screen) => {
    opened ??= await sharedPage({ colorScheme: THEMES[0], viewport: SIZES[0] });
    const { page, errors } = opened;
    errors.length = 0;
    const before = at;
    at = null;
    await page.setViewportSize(SIZES[0]);
    await page.emulateMedia({ colorScheme: THEMES[0] });
    await wayFrom(before, screen)(page, ADDRESS, PLAYBOOK, screen.name === 'play-ended' ? SHORT : RUN);
    await page.evaluate(() => document.fonts.ready);
    await drawn(page);
    const grounds = new Set<string>();
    let pieces = await piecesOf(page);
    expect.soft(await boxDefects(page, pieces), sizeName(SIZES[0])).toEqual([]);
    for (const theme of THEMES) {
      await page.emulateMedia({ colorScheme: theme });
      grounds.add(await page.evaluate(() => getComputedStyle(document.body).backgroundColor));
      const isFirst = theme === THEMES[0];
      if (!isFirst) pieces = await recoloured(page, pieces);
      // Of all that axe knows, only colours depend on the theme.
      expect.soft(await axe(page, isFirst ? 'everything' : 'colours'), `axe, ${theme}`).toEqual([]);
      expect.soft(await contrastDefects(page, inks, pieces), `contrast, ${theme}`).toEqual([]);
    }
    // Last, since a focus that goes from stop to stop rolls lists, which the page then rolls back while it is looked at.
    for (const theme of THEMES) {
      await page.emulateMedia({ colorScheme: theme });
      expect.soft(await ringDefects(page, rings), `focus, ${theme}`).toEqual([]);
    }
    expect(grounds.size, 'both themes were seen').toBe(THEMES.length);
    for (const size of SIZES.slice(1)) {
      await page.setViewportSize(size);
      await drawn(page);
      expect.soft(await boxDefects(page), sizeName(size)).toEqual([]);
    }
    await page.setViewportSize(ZOOMED);
    await drawn(page);
    expect.soft(await boxDefects(page), 'at 400 %').toEqual([]);
    expect.soft(await lostAtZoom(page), 'at 400 %').toEqual([]);
    await withEndless(page, async () => {
      for (const width of [ZOOMED.width, 390, 1440]) {
        await page.setViewportSize({ width, height: 844 });
        await drawn(page);
        expect.soft(await tooWide(page), `with endless words, ${width} wide`).toEqual([]);
      }
    });
    expect(errors).toEqual([]);
    at = screen.name;
  },
);

function sizeName({ width, height }: { readonly width: number; readonly height: number }): string {
  return `${width} × ${height}`;
}

/** Waits until the page was drawn in its new size, as somebody sees it. */
async function drawn(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}
