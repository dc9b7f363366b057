/** The debrief's way about: its row of parts, its folds, and the run played again. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DebriefReport } from '#debrief/report.ts';
import { casesOf } from '#table/debrief/cases.ts';
import { mmss } from '#table/words/durations.ts';
import { desk } from '#table/words/en/desk.ts';
import { press, reach } from './by-keyboard.ts';
import { ADDRESS, type Opened, sharedPage } from './page-of.ts';
import { playReckless } from './reckless-run.ts';
import { SCREENS } from './screens.ts';
import { PLAYBOOK } from './shipped.ts';

let report: DebriefReport;
/** One debrief, in which the tests go about one after another. */
let opened: Opened;
let page: Page;

beforeAll(async () => {
  const { path, ...played } = playReckless('replay');
  report = played.report;
  opened = await sharedPage();
  page = opened.page;
  await SCREENS.find((one) => one.name === 'debrief')?.open(page, ADDRESS, PLAYBOOK, path);
});
afterAll(() => opened.context.close());

test('[TB67] the row of parts leads to each; a finding leads to its moment; what is pointed at unfolds', async () => {
  const contents = page.getByRole('navigation', { name: desk.contents.title, exact: true });
  for (const [name, heading] of [
    [desk.contents.ladder, desk.debrief.ladder],
    [desk.contents.findings, desk.debrief.findings],
  ] as const) {
    await press(page, contents.getByRole('button', { name, exact: true }));
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain(heading);
  }
  const first = casesOf(report.findings)[0]?.head.finding;
  if (first === undefined) throw new Error('A run without findings proves nothing.');
  await press(page, page.getByRole('button', { name: desk.replay.showMoment, exact: true }).first());
  const slider = page.getByRole('slider', { name: desk.replay.slider, exact: true });
  expect(await slider.getAttribute('aria-valuetext')).toContain(mmss(first.at));
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('replay');

  const folded = casesOf(report.findings).filter((one) => one.improve)[5]?.head.finding;
  if (folded === undefined) throw new Error('A reckless run has more than five things to improve.');
  const card = page.locator('[data-part=case]').filter({ hasText: folded.title }).first();
  expect(await card.isVisible()).toBe(false);
  const sign = page.locator('[data-part=sign]');
  const names = await sign.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''));
  await press(page, sign.nth(names.findIndex((name) => name.includes(folded.title))));
  await expect.poll(() => page.locator('[data-part=case][data-chosen=true]').isVisible()).toBe(true);
  expect(opened.errors).toEqual([]);
});

test('[TB65] by keyboard the run is played again, forwards and back, event by event, and to both ends', async () => {
  const slider = page.getByRole('slider', { name: desk.replay.slider, exact: true });
  const shown = async () => Number(await slider.inputValue());
  await reach(page, slider);
  await page.keyboard.press('End');
  expect(await shown()).toBe(report.endedAt);
  await page.keyboard.press('Home');
  expect(await shown()).toBe(0);
  await page.keyboard.press('PageUp');
  expect(await shown()).toBe(30_000);
  await page.keyboard.press('ArrowLeft');
  expect(await shown()).toBe(29_000);
  await press(page, page.getByRole('button', { name: desk.replay.after, exact: true }));
  const next = await shown();
  expect(next).toBeGreaterThan(29_000);
  const words = await page.locator('[data-part=replay] [data-part=stand]').innerText();
  // The speeds are one stop for Tab; arrows go from one to the next.
  await page.getByRole('radio', { name: '×4', exact: true }).focus();
  for (const key of ['ArrowRight', 'ArrowRight', 'Space']) await page.keyboard.press(key);
  expect(await page.getByRole('radio', { name: '×16', exact: true }).isChecked()).toBe(true);
  await page.getByRole('button', { name: desk.replay.play, exact: true }).press('Enter');
  await expect.poll(shown, { timeout: 20_000 }).toBeGreaterThan(next + 150_000);
  await page.getByRole('button', { name: desk.replay.pause, exact: true }).press('Enter');
  const stood = await shown();
  expect(await page.locator('[data-part=replay] [data-part=stand]').innerText()).not.toBe(words);
  await page.getByRole('button', { name: desk.replay.back, exact: true }).press('Enter');
  await expect.poll(shown, { timeout: 20_000 }).toBeLessThan(stood - 60_000);
  expect(opened.errors).toEqual([]);
});
