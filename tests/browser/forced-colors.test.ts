/** High contrast: the system chooses the colors, and every state is still seen. That the sand table is drawn is in scene.test.ts. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { ADDRESS, pageOf } from './page-of.ts';
import { start, tableOf } from './player.ts';
import { PLAYBOOK } from './shipped.ts';

const FORCED = { forcedColors: 'active', colorScheme: 'dark' } as const;
const THEMES = ['dark', 'light'] as const;
/** What says that something is chosen, pressed, where one stands. */
const STATES =
  '[data-selected], [aria-current]:not([aria-current=false]), [data-chosen=true], [aria-pressed=true]';

/** Names of what is in a state that its neighbor of the same kind is not in, and looks the same by every line. */
function alike(page: Page): Promise<{ readonly seen: number; readonly alike: readonly string[] }> {
  return page.evaluate((states) => {
    const found: string[] = [];
    let seen = 0;
    for (const one of document.querySelectorAll<HTMLElement>(states)) {
      const other = [...(one.parentElement?.children ?? [])].find(
        (next) => next !== one && next.classList[0] === one.classList[0] && !next.matches(states),
      );
      if (!other || !one.checkVisibility()) continue;
      seen += 1;
      if (lines(one) === lines(other)) found.push(`${one.className}: ${one.textContent?.slice(0, 30)}`);
    }
    return { seen, alike: found };

    function lines(one: Element): string {
      const { borderTopWidth, borderTopStyle, borderBottomStyle, outlineStyle, outlineWidth } =
        getComputedStyle(one);
      return [borderTopWidth, borderTopStyle, borderBottomStyle, outlineStyle, outlineWidth].join(' ');
    }
  }, STATES);
}

test('[TB112] chosen, pressed and current show by a line, time left by a bar, in both themes', async () => {
  const { page } = await pageOf({ ...FORCED, viewport: { width: 390, height: 844 } });
  await page.goto(`${ADDRESS}#/play/${PLAYBOOK.id}?seed=1&clock=discussion&lang=en`);
  await start(page);
  const { decision, wait } = tableOf(page);
  for (let i = 0; i < 20 && !(await decision.isVisible()); i += 1) await wait.press('Enter');
  const bar = () =>
    decision.locator('[aria-hidden=true]:has(> i)').evaluate((one) => {
      const part = one.firstElementChild;
      return [getComputedStyle(one).backgroundColor, part && getComputedStyle(part).backgroundColor];
    });
  let seen = 0;
  for (const colorScheme of THEMES) {
    await page.emulateMedia({ forcedColors: 'active', colorScheme });
    expect(await page.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
    const small = await alike(page);
    expect(small.alike, `play, ${colorScheme}`).toEqual([]);
    const [ground, part] = await bar();
    expect(part, `time left, ${colorScheme}`).not.toBe(ground);
    seen += small.seen;
  }
  expect(seen, 'the tabs').toBeGreaterThan(0);
  // Every part in every state.
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`${ADDRESS}#/parts`);
  await page.locator('[data-part=parts]').waitFor();
  for (const colorScheme of THEMES) {
    await page.emulateMedia({ forcedColors: 'active', colorScheme });
    const parts = await alike(page);
    expect(parts.alike, `parts, ${colorScheme}`).toEqual([]);
    expect(parts.seen).toBeGreaterThan(5);
  }
});
