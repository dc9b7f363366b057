/** Talk from the action bar and in words: whom, then what, calmly or firmly, by keyboard, mouse and finger. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Hands } from './by-keyboard.ts';
import { BY_KEYBOARD } from './by-keyboard.ts';
import { BY_MOUSE } from './by-mouse.ts';
import { BY_TOUCH } from './by-touch.ts';
import { midway, resumeFrom } from './midway.ts';
import { ADDRESS, pageOf } from './page-of.ts';
import { ENGLISH, take } from './player.ts';
import { PLAYBOOK, planOf } from './shipped.ts';

const PLAN = planOf('talks-calmly');
/** The ways in are taken and the men have spoken; two people are asked and one is told: in menus of different lengths. */
const { file, rest } = midway(PLAN, 2);
const STEPS = rest.steps.slice(0, 3);

/** Everybody's menu, as drawn: every one that is open, with what does not fit the window. */
async function cutOff(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const room = document.documentElement;
    return [...document.querySelectorAll('[role=menu]')].flatMap((menu) => {
      const box = (menu.parentElement ?? menu).getBoundingClientRect();
      const fits =
        box.left >= 0 && box.top >= 0 && box.right <= room.clientWidth && box.bottom <= innerHeight;
      const isWide = menu.scrollWidth > menu.clientWidth;
      return fits && !isWide ? [] : [`${menu.getAttribute('aria-label')} ${JSON.stringify(box)}`];
    });
  });
}

test.each<{ by: string; hands: Hands; width: number; height: number; dark?: true }>([
  { by: 'keyboard', hands: BY_KEYBOARD, width: 1440, height: 900 },
  { by: 'mouse', hands: BY_MOUSE, width: 1024, height: 768, dark: true },
  { by: 'finger', hands: BY_TOUCH, width: 390, height: 844 },
])(
  '[TB99] by $by at $width: Talk names who is in sight, and what is said to one of them stands by its tone',
  async ({ by, hands, width, height, dark }) => {
    const { page, errors } = await pageOf({
      viewport: { width, height },
      hasTouch: hands === BY_TOUCH,
      colorScheme: dark ? 'dark' : 'light',
    });
    const reader = { ...ENGLISH, hands };
    await resumeFrom(page, ADDRESS, file, reader);
    for (const step of STEPS) await take(page, PLAYBOOK, step, reader);
    const log = page.locator('[data-part=log]');
    expect(await log.textContent()).toContain('Man in vest: Ask calmly what is going on.');

    const bar = page.getByRole('toolbar', { name: ENGLISH.desk.play.actions, exact: true });
    await hands.press(page, bar.getByRole('button', { name: ENGLISH.desk.groups.talk ?? '' }));
    const people = page.locator('[data-part=talk-to]');
    await people.first().waitFor();
    const whom = await people.evaluateAll((all) => all.map((one) => one.getAttribute('data-id')));
    expect(whom).toContain('harlan');
    expect(new Set(whom).size).toBe(whom.length);
    await hands.press(page, people.and(page.locator('[data-id=harlan]')));
    const menu = page.getByRole('menu').filter({ has: page.locator('[data-id=harlan-ask-calm]') });
    await menu.waitFor({ timeout: 10_000 });
    // It is called as the item that opened it, once.
    expect(await menu.getAttribute('aria-label')).toBeNull();
    const named = await menu.getAttribute('aria-labelledby');
    expect(await page.locator(`[id="${named}"]`).getAttribute('data-id')).toBe('harlan');
    const { calm, firm, rest } = ENGLISH.desk.talk;
    expect(
      await menu
        .getByRole('group')
        .evaluateAll((all) => all.map((one) => one.firstElementChild?.textContent)),
    ).toEqual([calm, firm, rest]);
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/talk-${by}.png` });
    expect(await cutOff(page)).toEqual([]);
    expect(errors).toEqual([]);
  },
);
