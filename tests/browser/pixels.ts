/** Colours of a picture and how far two of them stand apart. */
import type { CDPSession, Page } from 'playwright-core';
import type { Box, Rgba } from './eyes.ts';
import { type Picture, pictureOf } from './png.ts';

export type Rgb = readonly [red: number, green: number, blue: number];

/**
 * The whole page, or a part of the window, as it is drawn now; one pixel a CSS pixel. Asked of the browser itself: Playwright's own
 * screenshot waits for pictures and packs them small, which takes several times as long.
 */
export async function shot(page: Page, clip?: Box): Promise<Picture> {
  const devtools = await devtoolsOf(page);
  const area = await page.evaluate(
    (part) =>
      part
        ? { ...part, x: part.x + scrollX, y: part.y + scrollY }
        : {
            x: 0,
            y: 0,
            width: Math.max(innerWidth, document.documentElement.scrollWidth),
            height: Math.max(innerHeight, document.documentElement.scrollHeight),
          },
    clip ?? null,
  );
  return captured(devtools, area, clip === undefined);
}

/** A strip of the page across its whole width, from so far below its top. */
export async function stripShot(page: Page, y: number, height: number): Promise<Picture> {
  const width = await page.evaluate(() => Math.max(innerWidth, document.documentElement.scrollWidth));
  return captured(await devtoolsOf(page), { x: 0, y, width, height }, true);
}

async function captured(devtools: CDPSession, area: Box, captureBeyondViewport: boolean): Promise<Picture> {
  const { data } = await devtools.send('Page.captureScreenshot', {
    format: 'png',
    optimizeForSpeed: true,
    captureBeyondViewport,
    clip: { ...area, scale: 1 },
  });
  return pictureOf(Buffer.from(data, 'base64'));
}

/** One session a page. */
const sessions = new WeakMap<Page, Promise<CDPSession>>();

function devtoolsOf(page: Page): Promise<CDPSession> {
  const session = sessions.get(page) ?? page.context().newCDPSession(page);
  sessions.set(page, session);
  return session;
}

/** The colour at a point; beyond the edge, that of the edge. */
export function pixel({ width, height, rgb }: Picture, x: number, y: number): Rgb {
  const row = Math.min(Math.max(y, 0), height - 1) * width;
  return colourAt(rgb, (row + Math.min(Math.max(x, 0), width - 1)) * 3);
}

/** Every colour in a box, most frequent first, with the share of the box it fills. */
export function coloursIn(picture: Picture, box: Box): readonly (readonly [colour: Rgb, share: number])[] {
  const counts = new Map<number, number>();
  let all = 0;
  for (let y = Math.ceil(box.y); y < Math.min(picture.height, box.y + box.height); y += 1) {
    for (let x = Math.ceil(box.x); x < Math.min(picture.width, box.x + box.width); x += 1) {
      const [red, green, blue] = pixel(picture, x, y);
      const key = (red << 16) | (green << 8) | blue;
      counts.set(key, (counts.get(key) ?? 0) + 1);
      all += 1;
    }
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([key, count]) => [[key >> 16, (key >> 8) & 255, key & 255], count / all] as const);
}

/** (L1 + 0.05) / (L2 + 0.05) of the relative luminances, as WCAG 2.2 has it: 1 to 21. */
export function ratio(a: Rgb, b: Rgb): number {
  const [one, other] = [luminance(a), luminance(b)];
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

/** How many pixels of two pictures of one size stand so far apart. */
export function apart(a: Picture, b: Picture, least: number): number {
  let count = 0;
  for (let at = 0; at < a.rgb.length; at += 3) {
    const isSame =
      a.rgb[at] === b.rgb[at] && a.rgb[at + 1] === b.rgb[at + 1] && a.rgb[at + 2] === b.rgb[at + 2];
    if (!isSame && ratio(colourAt(a.rgb, at), colourAt(b.rgb, at)) >= least) count += 1;
  }
  return count;
}

/** What is seen of an ink on a ground. */
export function over([red, green, blue, alpha]: Rgba, below: Rgb): Rgb {
  const mix = (top: number, bottom: number) => top * alpha + bottom * (1 - alpha);
  return [mix(red, below[0]), mix(green, below[1]), mix(blue, below[2])];
}

function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map((channel) => {
    const c = channel / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function colourAt(rgb: Uint8Array, at: number): Rgb {
  return [rgb[at] ?? 0, rgb[at + 1] ?? 0, rgb[at + 2] ?? 0];
}
