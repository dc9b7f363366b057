/** The debrief as a person works with it: from a sign to its card, on paper, beside other laws, with a list for next time. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DebriefReport } from '#debrief/report.ts';
import { casesOf } from '#table/debrief/cases.ts';
import { desk } from '#table/words/en/desk.ts';
import { axe } from './axe-on.ts';
import { press, reach } from './by-keyboard.ts';
import { ADDRESS, type Opened, pageOf, sharedPage } from './page-of.ts';
import { playReckless } from './reckless-run.ts';
import { SCREENS, SIZES, THEMES } from './screens.ts';
import { PLAYBOOK } from './shipped.ts';

let report: DebriefReport;
/** One debrief, which the tests work with one after another. */
let opened: Opened;
let page: Page;

beforeAll(async () => {
  const { path, ...played } = playReckless('desk');
  report = played.report;
  opened = await sharedPage();
  page = opened.page;
  await SCREENS.find((one) => one.name === 'debrief')?.open(page, ADDRESS, PLAYBOOK, path);
});
afterAll(() => opened.context.close());

test('[TB30] one card an act or duty: what to improve first, the gravest three open, the rest one line each', async () => {
  const cases = casesOf(report.findings);
  const improve = cases.filter((one) => one.improve);
  expect(improve.length, 'a reckless run has much to improve').toBeGreaterThan(3);
  expect(cases.length, 'several findings rest on one act').toBeLessThan(report.findings.length);
  // What is folded is in the page and has no drawn text.
  const held = cases.filter((one) => !one.improve);
  const titles = page.locator('[data-part=case] h4');
  await expect
    .poll(() => titles.allTextContents())
    .toEqual([...improve, ...held].map((one) => one.head.finding.title));
  const open = () =>
    page.locator('[data-part=case]').evaluateAll((all) => all.map((one) => one.hasAttribute('open')));
  await expect.poll(open).toEqual(cases.map((_, i) => i < 3));
  expect(opened.errors).toEqual([]);
});

test('[TB31] by keyboard a sign of the strip opens its card, moves there, and marks the moment in the timeline', async () => {
  const last = report.ruling.findings.at(-1);
  if (last === undefined) throw new Error('A run without findings proves nothing.');
  const sign = page.locator('[data-part=sign]').last();
  expect(await sign.getAttribute('aria-label')).toContain(last.title);
  await press(page, sign);
  const card = page.locator('[data-part=case][data-chosen=true]');
  await expect.poll(() => card.count()).toBe(1);
  expect(await card.getAttribute('open')).not.toBeNull();
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SUMMARY');
  expect(
    await card
      .locator('summary')
      .first()
      .evaluate((it) => it === document.activeElement),
  ).toBe(true);
  expect(await page.locator('[aria-labelledby=timeline] [aria-current=true]').count()).toBeGreaterThan(0);
});

test('[TB32] on paper a dark debrief is dark ink on white, unfolded, without controls, each authority with how it was verified', async () => {
  const register = page.getByRole('region', { name: desk.debrief.authorities, exact: true });
  expect(await register.isVisible()).toBe(false);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(
    'rgb(255, 255, 255)',
  );
  const last = page.locator('[data-part=case]').last();
  expect(await last.getByText(desk.debrief.because).first().isVisible()).toBe(true);
  expect(await page.getByRole('button', { name: desk.debrief.again }).count()).toBe(0);
  const cited = new Set(report.findings.flatMap((one) => one.authorities.map((note) => note.id)));
  expect(await register.getByRole('listitem').count()).toBe(cited.size);
  const verified = Object.values(desk.debrief.verified);
  for (const note of await register.getByRole('listitem').allInnerTexts()) {
    expect(
      verified.some((words) => note.includes(words)),
      note,
    ).toBe(true);
  }
  const foot = await page.evaluate(() => document.documentElement.style.getPropertyValue('--paper-foot'));
  for (const part of [report.pack.title, report.pack.review, '2026']) expect(foot).toContain(part);
  const pdf = (await page.pdf({ format: 'Letter' })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0).toBeGreaterThan(3);
  await page.emulateMedia({ media: null, colorScheme: 'light' });
});

test('[TB190] the debrief on one page: standings with why, what to improve, the ending; on paper one page', async () => {
  await page.locator('[data-part=one-page]').click();
  const sheet = page.locator('[data-part=sheet]');
  expect(await sheet.isVisible()).toBe(true);
  expect(await page.locator('[data-part=case]').count()).toBe(0);
  if (process.env.LOOK) await page.screenshot({ path: `${process.env.LOOK}/sheet.png`, fullPage: true });
  const pdf = (await page.pdf({ format: 'Letter' })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0).toBe(1);
  await page.locator('[data-part=one-page]').click();
  expect(await page.locator('[data-part=why-standing]').count()).toBeGreaterThan(0);
  if (process.env.LOOK) await page.screenshot({ path: `${process.env.LOOK}/whole.png` });
  expect(opened.errors).toEqual([]);
});

test('[TB35] what is put on the list for next time stands on the first page and can be taken off', async () => {
  const address = page.url();
  const list = page.locator('[data-part=next-time]');
  const item = await list.getByRole('listitem').first().locator('span').innerText();
  await press(page, list.getByRole('button', { name: desk.nextTime.add }).first());
  await list.getByRole('button', { name: desk.nextTime.remove }).waitFor();
  await press(page, page.getByRole('button', { name: desk.debrief.home, exact: true }));
  await page.getByRole('region', { name: desk.home.scenarios }).waitFor();
  expect(await list.getByRole('listitem').allInnerTexts()).toHaveLength(1);
  expect(await list.innerText()).toContain(item);
  await page.reload();
  await press(page, list.getByRole('button', { name: desk.nextTime.done }));
  await expect.poll(() => list.count()).toBe(0);
  await page.goto(address);
  await page.getByRole('heading', { name: desk.debrief.title, exact: true }).waitFor();
});

test('[TB33] other laws stand on a screen of their own with its warning, in light and dark without a violation; at every size only its table runs to the side', async () => {
  await press(page, page.getByRole('button', { name: desk.debrief.compare }));
  await page.getByText(desk.compare.warning).first().waitFor();
  const heads = page.locator('[data-part=compare] thead th');
  const before = await heads.count();
  expect(await heads.nth(1).innerText()).toContain(desk.compare.own);
  await page.getByLabel(desk.compare.day).fill('2026-01-01');
  await press(page, page.getByRole('button', { name: desk.compare.add }));
  await expect.poll(() => heads.count()).toBe(before + 1);
  expect(await heads.last().innerText()).toContain('January 1, 2026');
  for (const theme of THEMES) {
    await page.emulateMedia({ colorScheme: theme });
    expect(await axe(page, theme === THEMES[0] ? 'everything' : 'colours'), theme).toEqual([]);
  }
  for (const size of SIZES) {
    await page.setViewportSize(size);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide, `${size.width} × ${size.height}`).toBeLessThanOrEqual(0);
  }
  await page.emulateMedia({ colorScheme: THEMES[0] });
  await page.setViewportSize(SIZES[0]);
  expect(opened.errors).toEqual([]);
});

test('[TB34] the brief tells the three axes and none of the aims', async () => {
  const { page } = await pageOf();
  await page.goto(`${ADDRESS}#/play/${PLAYBOOK.id}?seed=1`);
  await page.getByRole('button', { name: 'Start', exact: true }).waitFor();
  const text = await page.getByRole('main').innerText();
  for (const axis of Object.values(desk.axes)) expect(text).toContain(axis);
  const aims = PLAYBOOK.objectives.map((one) => PLAYBOOK.texts[one.text] ?? one.text);
  expect(aims.length).toBeGreaterThan(0);
  for (const aim of aims) expect(text).not.toContain(aim);
});

test('[TB36] on play only the clock is a timer, you are drawn once, and no group is there that the playbook leaves empty', async () => {
  const { page } = await pageOf();
  await SCREENS.find((one) => one.name === 'play')?.open(page, ADDRESS, PLAYBOOK, '');
  expect(await page.getByRole('timer').count()).toBe(1);
  const stand = page.getByRole('region', { name: desk.play.stand });
  expect(
    await stand
      .locator('li li')
      .filter({ hasText: new RegExp(`^${desk.play.you}(?![a-z])`) })
      .count(),
  ).toBe(1);
  const groups = new Set(PLAYBOOK.actions.map((one) => one.group));
  const bar = page.getByRole('toolbar', { name: desk.play.actions });
  await reach(page, bar.getByRole('button').first());
  const law = bar.getByRole('button', { name: new RegExp(`^${desk.groups.law}`) });
  expect((await law.count()) === 0 || groups.has('law')).toBe(true);
});
