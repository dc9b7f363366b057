/**
 * The sand table drawn in WebGL, in one call that every test takes further: it draws when something changes and not otherwise, its words can
 * be read by day, by night and in high contrast, and a click on a token offers what can be done with it.
 */
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axe } from './axe-on.ts';
import { core, groundsIn, TEXT } from './contrast.ts';
import { coloursOf, type DrawnPage, drawnPage, type Label, PATIENCE_MS } from './drawn-page.ts';
import type { Box } from './eyes.ts';
import { ADDRESS, pageOf } from './page-of.ts';
import { coloursIn, ratio, shot } from './pixels.ts';
import { begin, take } from './player.ts';
import { THEMES } from './screens.ts';
import { PLAYBOOK, planOf, seedOf } from './shipped.ts';

const PATIENCE = { timeout: PATIENCE_MS };
/** By then the car has come, the men and the first people of the street are in sight. */
const STEPS = 5;
/** Fewer labels would prove little. */
const LABELS = 8;
/** One drawing may be under way when the page changes, and one comes of the change. */
const PICTURES = 2;
const [FIRST, OTHER] = THEMES;

let opened: DrawnPage;
let page: Page;
let host: Locator;

beforeAll(async () => {
  opened = await drawnPage();
  page = opened.page;
  host = page.locator('[data-part=sand-table]');
  const plan = planOf('careful-federal');
  await begin(page, ADDRESS, PLAYBOOK, `seed=${seedOf(plan)}&clock=discussion`);
  await host.locator('canvas').first().waitFor();
  await page.locator('[data-part=sand-table][data-labels*=text]').waitFor();
});
afterAll(() => opened.browser.close());

test('[TB43] [TB76] the sand table draws when something changes and not otherwise; with less motion each change is one picture', async () => {
  const drawn = () => page.evaluate(() => window.drawn);
  const rested = async () => {
    await page.waitForTimeout(800);
    const before = await drawn();
    await page.waitForTimeout(1_000);
    return (await drawn()) - before;
  };
  expect(await drawn(), 'it has drawn at all').toBeGreaterThan(0);
  expect(await rested(), 'draws while nothing changes').toBe(0);
  const quiet = await drawn();
  for (const step of planOf('careful-federal').steps.slice(0, STEPS)) {
    await take(page, PLAYBOOK, step);
    await page.waitForTimeout(500);
    expect
      .soft(await page.evaluate(() => window.pictures), 'pictures after the last change')
      .toBeLessThanOrEqual(PICTURES);
  }
  await expect.poll(drawn, PATIENCE).toBeGreaterThan(quiet);
  expect(await rested(), 'draws while nothing changes').toBe(0);
});

test('[TB79] [TB70] no label is under 12 px or on another, and a click on a token opens what can be done with it', async () => {
  const { labels, box } = await labelled();
  await isDrawn(box, 'as it stands');
  expect(labels.length).toBeGreaterThan(3);
  expect(labels.filter((one) => one.size < 12)).toEqual([]);
  expect(labels.filter((one) => !isInside(one, box))).toEqual([]);
  expect(
    labels.flatMap((one, i) =>
      labels.slice(i + 1).flatMap((other) => (touch(one, other) ? [`${one.text} on ${other.text}`] : [])),
    ),
  ).toEqual([]);
  // A token, not a name of the map.
  const token = labels.find((one) => !one.id.startsWith('map:'));
  if (!token) throw new Error('No token has a label.');
  await page.mouse.click(box.x + token.x + token.width / 2, box.y + token.y + token.height / 2);
  const aim = page.locator('[data-part=aim]');
  await aim.waitFor();
  expect((await aim.innerText()).length).toBeGreaterThan(10);
  expect(await axe(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await aim.waitFor({ state: 'hidden' });
});

test('[TB87] what the drawn sand table writes has 4.5:1 by night and by day', async () => {
  for (const theme of [OTHER, FIRST]) {
    await repainted(theme);
    const { labels, box } = await labelled();
    expect(labels.length).toBeGreaterThan(LABELS);
    const ink = await page.evaluate(() => window.ink);
    const ground = await shot(page, box);
    const faint = labels.flatMap((label) => {
      const colours = coloursOf(label, ink);
      if (colours.length === 0) throw new Error(`Nobody saw “${label.text}” being written.`);
      const worst = Math.min(
        ...groundsIn(ground, core(label)).flatMap((below) => colours.map((one) => ratio(one, below))),
      );
      return worst < TEXT ? [`${worst.toFixed(2)} of ${TEXT}: ${label.text}`] : [];
    });
    expect.soft(faint, theme).toEqual([]);
  }
});

test('[TB112] the sand table is drawn in high contrast, dark and light', async () => {
  await page.evaluate(() => Object.assign(window, { mute: false }));
  for (const colorScheme of [OTHER, FIRST]) {
    const before = await page.evaluate(() => window.drawn);
    await page.emulateMedia({ forcedColors: 'active', colorScheme });
    await expect.poll(() => page.evaluate(() => window.drawn), PATIENCE).toBeGreaterThan(before);
    await page.waitForTimeout(500);
    const { box } = await labelled();
    await isDrawn(box, colorScheme);
  }
});

test('[TB43] it leaves no canvas behind, and nothing was complained of', async () => {
  await page.goto(`${ADDRESS}#/`);
  await expect.poll(() => page.locator('canvas').count(), PATIENCE).toBe(0);
  expect(opened.errors).toEqual([]);
});

test('[TB43] without WebGL the same place says so in words, and the page has no error', async () => {
  const { page: plain, errors } = await pageOf();
  await plain.addInitScript(() => {
    const real = HTMLCanvasElement.prototype.getContext;
    Object.assign(HTMLCanvasElement.prototype, {
      getContext(this: HTMLCanvasElement, kind: string, ...more: unknown[]) {
        return kind.startsWith('webgl') ? null : Reflect.apply(real, this, [kind, ...more]);
      },
    });
  });
  await begin(plain, ADDRESS, PLAYBOOK, 'seed=1&clock=discussion');
  await plain.locator('[data-part=no-table]').waitFor();
  await expect
    .poll(() => plain.locator('[data-part=no-table]').innerText(), PATIENCE)
    .toMatch(/cannot be drawn/);
  expect(await plain.locator('[data-part=stand]').isVisible()).toBe(true);
  expect(await plain.locator('[data-part=sand-table] canvas').count()).toBe(0);
  expect(errors).toEqual([]);
});

/** What the scene says of its labels, and where it is. */
async function labelled(): Promise<{ readonly labels: readonly Label[]; readonly box: Box }> {
  await expect.poll(() => host.getAttribute('data-labels'), PATIENCE).toMatch(/text/);
  const labels = JSON.parse((await host.getAttribute('data-labels')) ?? '[]') as readonly Label[];
  const box = await host.boundingBox();
  if (!box) throw new Error('The sand table has no place on the page.');
  return { labels, box };
}

/** Something is drawn there, and it is no empty ground. */
async function isDrawn(box: Box, when: string): Promise<void> {
  const drawn = coloursIn(await shot(page, box), { x: 0, y: 0, width: box.width, height: box.height });
  expect(drawn.length, `colours in the picture, ${when}`).toBeGreaterThan(20);
  expect(drawn[0]?.[1] ?? 1, `share of the commonest colour, ${when}`).toBeLessThan(0.9);
}

/** Goes over to the other theme, in which the table paints everything anew, and notes what is written instead of writing it. */
async function repainted(theme: (typeof THEMES)[number]): Promise<void> {
  await page.evaluate(() => Object.assign(window, { ink: [], mute: true }));
  await page.emulateMedia({ colorScheme: theme });
  await expect.poll(() => page.evaluate(() => window.ink.length), PATIENCE).toBeGreaterThan(LABELS);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

function isInside(label: Box, { width, height }: Box): boolean {
  return (
    label.x >= -1 &&
    label.y >= -1 &&
    label.x + label.width <= width + 1 &&
    label.y + label.height <= height + 1
  );
}

function touch(a: Box, b: Box): boolean {
  const x = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const y = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return x > 1 && y > 1;
}
