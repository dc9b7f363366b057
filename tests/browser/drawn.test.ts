/** The sand table drawn in WebGL: what it writes can be read by day and by night, and nothing glides for a reader who asked for less motion. */
import { chromium, type Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { launchOptions } from './chromium.ts';
import { core, groundsIn, TEXT } from './contrast.ts';
import type { Box } from './eyes.ts';
import { ADDRESS, errorsOf } from './page-of.ts';
import { type Rgb, ratio, shot } from './pixels.ts';
import { begin, take } from './player.ts';
import { THEMES } from './screens.ts';
import { PLAYBOOK, planOf, seedOf } from './shipped.ts';

/** Software draws slowly, more so beside another file's browser. */
const PATIENCE_MS = 60_000;
/** By then the car has come, the men and the first people of the street are in sight. */
const STEPS = 5;
/** Fewer labels would prove little. */
const LABELS = 8;
const [FIRST] = THEMES;
/** One drawing may be under way when the page changes, and one comes of the change. */
const PICTURES = 2;

/** A label as the scene tells it on its host, for tests. */
type Label = Box & { readonly id: string; readonly text: string };

declare global {
  interface Window {
    /** What was written on canvases, in its order, each with its colour. */
    ink: { text: string; colour: string }[];
    /** Pictures drawn since the page outside the sand table last changed. */
    pictures: number;
  }
}

test('[TB87] [TB76] what the drawn sand table writes has 4.5:1 by day and by night; with less motion each change is one picture', async () => {
  const browser = await chromium.launch({ ...(await launchOptions('drawn')), headless: true });
  try {
    const page = await browser.newPage({
      viewport: { width: 1440, height: 900 },
      reducedMotion: 'reduce',
      serviceWorkers: 'block',
      colorScheme: FIRST,
    });
    page.setDefaultTimeout(PATIENCE_MS);
    const errors = errorsOf(page);
    await page.addInitScript(watchDrawing);
    const plan = planOf('careful-federal');
    await begin(page, ADDRESS, PLAYBOOK, `seed=${seedOf(plan)}&clock=discussion`);
    const host = page.locator('[data-part=sand-table]');
    await host.locator('canvas').first().waitFor();
    for (const step of plan.steps.slice(0, STEPS)) {
      await take(page, PLAYBOOK, step);
      await page.waitForTimeout(700);
      expect
        .soft(await page.evaluate(() => window.pictures), 'pictures after the last change')
        .toBeLessThanOrEqual(PICTURES);
    }
    await expect.poll(() => host.getAttribute('data-labels'), { timeout: PATIENCE_MS }).toMatch(/text/);
    const labels = JSON.parse((await host.getAttribute('data-labels')) ?? '[]') as readonly Label[];
    const box = await host.boundingBox();
    if (!box) throw new Error('The sand table has no place on the page.');
    expect(labels.length).toBeGreaterThan(LABELS);
    for (const theme of THEMES) {
      if (theme !== FIRST) await repainted(page, theme);
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
    expect(errors).toEqual([]);
  } finally {
    await browser.close();
  }
});

/** Notes what is written and drawn; runs in the page before anything else. */
function watchDrawing(): void {
  window.ink = [];
  window.pictures = 0;
  // The letters themselves are left out: what is drawn is what lies under them.
  CanvasRenderingContext2D.prototype.fillText = function (text) {
    window.ink.push({ text, colour: String(this.fillStyle) });
  };
  let isDrawing = false;
  for (const { prototype } of [WebGLRenderingContext, WebGL2RenderingContext]) {
    const plain = prototype.drawElements;
    prototype.drawElements = function (...given) {
      // However much is drawn at once, it is one picture.
      if (!isDrawing) {
        isDrawing = true;
        window.pictures += 1;
        queueMicrotask(() => {
          isDrawing = false;
        });
      }
      plain.apply(this, given);
    };
  }
  new MutationObserver((changes) => {
    const isOutside = ({ target }: MutationRecord) =>
      (target instanceof Element ? target : target.parentElement)?.closest('[data-part=sand-table]') === null;
    if (changes.some(isOutside)) window.pictures = 0;
  }).observe(document, { subtree: true, childList: true, characterData: true });
}

/** Goes over to the other theme, in which the table paints everything anew. */
async function repainted(page: Page, theme: (typeof THEMES)[number]): Promise<void> {
  await page.evaluate(() => {
    window.ink = [];
  });
  await page.emulateMedia({ colorScheme: theme });
  await expect
    .poll(() => page.evaluate(() => window.ink.length), { timeout: PATIENCE_MS })
    .toBeGreaterThan(LABELS);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** The colours a label's lines were written in. Letters that were set one by one are read together. */
function coloursOf(label: Label, ink: Window['ink']): readonly Rgb[] {
  const found = new Set<string>();
  let word = { text: '', colour: '' };
  for (const { text, colour } of ink) {
    if (text.length > 1) {
      if (label.text.includes(text)) found.add(colour);
      continue;
    }
    word = { text: word.colour === colour ? word.text + text : text, colour };
    if (word.text.endsWith(label.text)) found.add(colour);
  }
  return [...found].map((colour) => {
    const [, red, green, blue] = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/.exec(colour) ?? [];
    if (!red || !green || !blue)
      throw new Error(`“${label.text}” is written in ${colour}, which is no #rrggbb.`);
    return [Number.parseInt(red, 16), Number.parseInt(green, 16), Number.parseInt(blue, 16)];
  });
}
