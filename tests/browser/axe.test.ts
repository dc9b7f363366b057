/** Every screen, in light and dark: no violation axe knows of; at every size: nothing runs off to the side. */
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { axe } from './axe-on.ts';
import { ADDRESS, pageOf } from './page-of.ts';
import { SCREENS, SIZES, THEMES } from './screens.ts';
import { ROOT, runNode } from './served.ts';
import { PLAYBOOK, SCENARIO } from './shipped.ts';

const RUN = join(ROOT, 'node_modules/.cache/deconflict/ended.run.json');

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
  '[TB23] [TB24] %s: no violation axe knows of in light and dark, and nothing runs off to the side at any size',
  async (_, screen) => {
    const { page, errors } = await pageOf({ colorScheme: THEMES[0], viewport: SIZES[0] });
    await screen.open(page, ADDRESS, PLAYBOOK, RUN);
    const grounds = new Set<string>();
    for (const theme of THEMES) {
      await page.emulateMedia({ colorScheme: theme });
      grounds.add(await page.evaluate(() => getComputedStyle(document.body).backgroundColor));
      expect(await axe(page), theme).toEqual([]);
    }
    expect(grounds.size, 'both themes were seen').toBe(THEMES.length);
    for (const size of SIZES) {
      await page.setViewportSize(size);
      expect(await offTheSide(page), `${size.width} × ${size.height}`).toEqual({ page: 0, out: [] });
    }
    expect(errors).toEqual([]);
  },
);

/** How far the page scrolls sideways, and what stands outside it. */
function offTheSide(page: Page): Promise<{ readonly page: number; readonly out: readonly string[] }> {
  return page.evaluate(() => ({
    page: Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth),
    out: [...document.querySelectorAll('button, a, h1, h2, h3, input, textarea')]
      .filter((element) => element.checkVisibility() && !element.closest('[aria-hidden=true]'))
      .filter((element) => {
        const box = element.getBoundingClientRect();
        const clip = element.closest('[style*=clip], .sr-only');
        return clip === null && box.width > 1 && (box.right > innerWidth + 1 || box.left < -1);
      })
      .filter((element) => {
        // What stands in a part that scrolls sideways by itself can still be reached.
        for (let up = element.parentElement; up; up = up.parentElement) {
          const { overflowX } = getComputedStyle(up);
          if (overflowX === 'auto' || overflowX === 'scroll') return false;
        }
        return true;
      })
      .map((element) => element.outerHTML.slice(0, 120)),
  }));
}
