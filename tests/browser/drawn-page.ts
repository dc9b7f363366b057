/** A call with its sand table drawn in WebGL out of software, and what is noted of the drawing. */
import { type Browser, chromium, type Page } from 'playwright-core';
import { launchOptions } from './chromium.ts';
import type { Box } from './eyes.ts';
import { errorsOf } from './page-of.ts';
import type { Rgb } from './pixels.ts';
import { THEMES } from './screens.ts';

/** Software draws slowly, more so beside another file's browser. */
export const PATIENCE_MS = 60_000;

/** A label as the scene tells it on its host, for tests. */
export type Label = Box & { readonly id: string; readonly text: string; readonly size: number };

declare global {
  interface Window {
    /** What was written on canvases since `mute` was set, in its order, each with its colour; the letters themselves are left out. */
    ink: { text: string; colour: string }[];
    mute: boolean;
    /** Pictures drawn since the page outside the sand table last changed. */
    pictures: number;
    /** Draws asked of the graphics card since the page came. */
    drawn: number;
  }
}

export interface DrawnPage {
  readonly browser: Browser;
  readonly page: Page;
  readonly errors: readonly string[];
}

/** An empty page of a Chromium that draws WebGL in software; whoever asks for it closes the browser. */
export async function drawnPage(): Promise<DrawnPage> {
  const browser = await chromium.launch({ ...(await launchOptions('drawn')), headless: true });
  const page = await browser.newPage({
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
    colorScheme: THEMES[0],
  });
  page.setDefaultTimeout(PATIENCE_MS);
  await page.addInitScript(watchDrawing);
  return { browser, page, errors: errorsOf(page) };
}

/** Notes what is written and drawn; runs in the page before anything else. */
function watchDrawing(): void {
  Object.assign(window, { ink: [], mute: false, pictures: 0, drawn: 0 });
  const write = CanvasRenderingContext2D.prototype.fillText;
  CanvasRenderingContext2D.prototype.fillText = function (text, ...where) {
    if (window.mute) window.ink.push({ text, colour: String(this.fillStyle) });
    else Reflect.apply(write, this, [text, ...where]);
  };
  let isDrawing = false;
  for (const { prototype } of [WebGLRenderingContext, WebGL2RenderingContext]) {
    for (const name of ['drawElements', 'drawArrays'] as const) {
      const plain = prototype[name] as (...given: number[]) => void;
      Object.assign(prototype, {
        [name](this: WebGLRenderingContext, ...given: number[]) {
          window.drawn += 1;
          // However much is drawn at once, it is one picture.
          if (!isDrawing) {
            isDrawing = true;
            window.pictures += 1;
            queueMicrotask(() => {
              isDrawing = false;
            });
          }
          Reflect.apply(plain, this, given);
        },
      });
    }
  }
  new MutationObserver((changes) => {
    const isOutside = ({ target }: MutationRecord) =>
      (target instanceof Element ? target : target.parentElement)?.closest('[data-part=sand-table]') === null;
    if (changes.some(isOutside)) window.pictures = 0;
  }).observe(document, { subtree: true, childList: true, characterData: true });
}

/** The colours a label's lines were written in. Letters that were set one by one are read together. */
export function coloursOf(label: Label, ink: Window['ink']): readonly Rgb[] {
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
