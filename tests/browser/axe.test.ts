/** Every screen, in light and dark: no violation axe knows of; at every size: nothing runs off to the side. */
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { ADDRESS, pageOf } from './page-of.ts';
import { SCREENS, SIZES, THEMES } from './screens.ts';
import { ROOT, runNode } from './served.ts';
import { PLAYBOOK, SCENARIO } from './shipped.ts';

const AXE = readFileSync(join(ROOT, 'node_modules/axe-core/axe.min.js'), 'utf8');
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

for (const screen of SCREENS) {
  test.each(THEMES)(`[TB23] ${screen.name} in %s has no violation axe knows of`, async (theme) => {
    const { page, errors } = await pageOf({ colorScheme: theme, viewport: SIZES[0] });
    await screen.open(page, ADDRESS, PLAYBOOK, RUN);
    const { violations, passes } = await axe(page);
    expect(
      violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(' ')).join('; ')}`),
    ).toEqual([]);
    expect(passes.length, 'axe saw nothing').toBeGreaterThan(10);
    expect(errors).toEqual([]);
  });

  test.each(SIZES)(
    `[TB24] ${screen.name} fits $width × $height: nothing runs off to the side`,
    async (size) => {
      const { page } = await pageOf({ viewport: size });
      await screen.open(page, ADDRESS, PLAYBOOK, RUN);
      const wide = await page.evaluate(() => ({
        page: document.documentElement.scrollWidth - document.documentElement.clientWidth,
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
      expect(wide.page, 'the page scrolls sideways').toBeLessThanOrEqual(0);
      expect(wide.out).toEqual([]);
    },
  );
}

async function axe(page: Page): Promise<AxeResults> {
  await page.evaluate(AXE);
  return page.evaluate(() =>
    (globalThis as typeof globalThis & { readonly axe: { run: () => Promise<AxeResults> } }).axe.run(),
  );
}
