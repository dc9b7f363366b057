/** Parts of a long page as they are drawn: only where there is something to look at. */
import type { Page } from 'playwright-core';
import type { Box } from './eyes.ts';
import { stripShot } from './pixels.ts';
import type { Picture } from './png.ts';

/** A strip of the page as it is drawn. */
export interface Strip {
  readonly top: number;
  readonly picture: Picture;
}

/** Between two boxes that stand further apart the page is not looked at. */
const GAP = 400;
/** So much around a box belongs to it: an edge is looked for from outside. */
const AROUND = 6;

/** The strips of the page in which these boxes are, each as wide as the page. */
export async function stripsOf(page: Page, boxes: readonly Box[]): Promise<readonly Strip[]> {
  const spans: { top: number; bottom: number }[] = [];
  for (const { y, height } of [...boxes].sort((a, b) => a.y - b.y)) {
    const [top, bottom] = [Math.max(0, Math.floor(y) - AROUND), Math.ceil(y + height) + AROUND];
    const span = spans.at(-1);
    if (span && top - span.bottom < GAP) span.bottom = Math.max(span.bottom, bottom);
    else spans.push({ top, bottom });
  }
  const strips: Strip[] = [];
  for (const { top, bottom } of spans)
    strips.push({ top, picture: await stripShot(page, top, bottom - top) });
  return strips;
}

/** The strip a box is in, and the box as it stands there. Throws where nobody looked. */
export function inStrip(strips: readonly Strip[], box: Box): readonly [picture: Picture, box: Box] {
  const strip = strips.find(({ top, picture }) => box.y >= top && box.y < top + picture.height);
  if (!strip) throw new Error('A box was not looked at.');
  return [strip.picture, { ...box, y: box.y - strip.top }];
}
