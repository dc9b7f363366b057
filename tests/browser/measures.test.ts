/** The measures measured: on pages with planted defects each finds what was planted, and on a page where nothing is wrong none finds anything. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { boxDefects } from './boxes.ts';
import { ALL_MOTION, type Condition, LESS_MOTION, NO_SCENE, NO_SOUND } from './conditions.ts';
import { contrastDefects } from './contrast.ts';
import { ringDefects } from './focus-ring.ts';
import { ADDRESS, pageOf } from './page-of.ts';
import { treeDefects, wayDefects } from './tree.ts';
import { lostAtZoom, ZOOMED } from './zoom.ts';

const SIZE = { width: 1024, height: 768 };

test('[TB70] [TB71] [TB72] [TB78] where nothing is wrong nothing is found, under an open menu either', async () => {
  const page = await planted('well');
  expect(await boxDefects(page)).toEqual([]);
  expect(await contrastDefects(page)).toEqual([]);
  expect(await ringDefects(page, new Set())).toEqual([]);
  expect(await treeDefects(page)).toEqual([]);
  expect(await page.locator('[inert]').count(), 'what was inert is inert again').toBe(1);
  await page.setViewportSize(ZOOMED);
  expect(await lostAtZoom(page)).toEqual([]);
});

test('[TB70] how a page stands: cut off, out of its frame, too small, on each other, to the side, one part on another', async () => {
  const found = await boxDefects(await planted('boxes'));
  for (const one of [
    /^cut off: “A sentence that is cut off/,
    /^runs out of its frame: “A sentence that runs out/,
    /^10\.0 px: “Too small to read”/,
    /^text on text: .*menu without a ground/,
    /^the page scrolls sideways/,
    /^decision and log cover each other/,
  ])
    expect(found, String(one)).toEqual(expect.arrayContaining([expect.stringMatching(one)]));
});

test('[TB71] contrast: small faint text, a faint edge, a ring that is not seen; large text has its own measure', async () => {
  const page = await planted('contrast');
  const found = await contrastDefects(page);
  expect(found).toHaveLength(2);
  expect(found[0]).toMatch(/^2\.8\d of 4\.5: “Small and faint”/);
  expect(found[1]).toMatch(/of 3: the edge of “An edge nobody sees”/);
  expect(await ringDefects(page, new Set())).toHaveLength(2);
});

test('[TB71] what was measured on pixels is not measured again, but on another ground, or where something cuts the ring, it is', async () => {
  const page = await planted('again');
  const [inks, rings] = [new Set<string>(), new Set<string>()];
  for (const _ of ['the first time', 'once more']) {
    expect(await contrastDefects(page, inks)).toEqual([]);
    expect(await ringDefects(page, rings)).toEqual([]);
  }
  const [known, ringed] = [inks.size, rings.size];
  expect(Math.min(known, ringed)).toBeGreaterThan(0);
  await page.evaluate(() => {
    document.body.dataset.changed = '';
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  expect(await contrastDefects(page, inks)).toEqual([expect.stringMatching(/of 4\.5: “Read on white, then/)]);
  expect(await ringDefects(page, rings)).toHaveLength(1);
  expect(inks.size - known, 'only what is new').toBe(1);
});

test('[TB72] at 400 %: what is covered is lost', async () => {
  const page = await planted('heard');
  await page.setViewportSize(ZOOMED);
  expect(await lostAtZoom(page)).toEqual([expect.stringMatching(/^is covered by .*: Under a veil$/)]);
});

test('[TB78] what is heard and reached: no name, no role, a deaf log, a stop out of its order', async () => {
  const page = await planted('heard');
  expect(await treeDefects(page)).toEqual(
    expect.arrayContaining([
      'a button without a name',
      'a picture without a name',
      'a stop without a role: “”',
      'the log is live “undefined”',
    ]),
  );
  expect(await wayDefects(page)).toEqual([expect.stringMatching(/Ahead of its place/)]);
});

test('[TB74] [TB75] [TB76] what is lacking: a canvas all the same, sound that nobody wanted or began, what moves or would', async () => {
  const without = async (condition: Condition) => {
    const page = await planted('heard', condition.options, condition.before);
    return [await condition.wrong(page), await condition.met(page)] as const;
  };
  expect(await without(NO_SCENE)).toEqual([
    ['a canvas is shown that nothing can be drawn on'],
    ['nobody asked for WebGL, so nobody missed it'],
  ]);
  const [begun, wanted] = await without(NO_SOUND);
  expect(begun).toEqual([]);
  expect(wanted).toContain('nobody wanted to hear key-click');
  const [moves] = await without(LESS_MOTION);
  expect(moves).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^animation turn on P/),
      'runs: CSSAnimation',
      'would run turn: p.turns',
      'would change by and by: p.fades',
    ]),
  );
  expect((await without(ALL_MOTION))[1], 'there it may move').toEqual([]);
});

/** A page of tests/browser/fixtures, put in the place of the product's own. */
async function planted(
  name: string,
  options: Condition['options'] = {},
  before: Condition['before'] = async () => undefined,
): Promise<Page> {
  const { page } = await pageOf({ viewport: SIZE, ...options });
  await before(page);
  const body = readFileSync(join(import.meta.dirname, 'fixtures', `${name}.html`), 'utf8');
  await page.route(`${ADDRESS}planted`, (route) => route.fulfill({ body, contentType: 'text/html' }));
  await page.goto(`${ADDRESS}planted`);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  return page;
}
