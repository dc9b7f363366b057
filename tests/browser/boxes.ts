/** Where things stand on a page: what covers what, what is cut off, what runs off to the side, what is too small to read. */
import type { Page } from 'playwright-core';
import { asDrawn } from './as-drawn.ts';
import { type Box, type Piece, piecesOf } from './eyes.ts';

/** The parts of the play screen that never cover each other. */
const APART = ['decision', 'actions', 'log'] as const;
/** Type no smaller than this, in CSS pixels. */
const SMALLEST = 12;
/** Two lines of type touch by their leading; only more than this is one on the other. */
const TOUCH = { x: 2, y: 3.5 };

/**
 * What is wrong with how the page stands, one line each; none where all is well. `seen` is what was just read of it, by whoever has it.
 * Throws where there is nothing to read.
 */
export async function boxDefects(page: Page, seen?: readonly Piece[]): Promise<readonly string[]> {
  const pieces = seen ?? (await piecesOf(page));
  if (pieces.length < 3) throw new Error('There is almost nothing to read on this page.');
  return [
    ...(await offTheSide(page)),
    ...(await notApart(page)),
    ...pieces.flatMap((one) => (one.cut ? [`cut off: ${said(one)} by ${one.cut}`] : [])),
    ...pieces.flatMap((one) =>
      one.spills ? [`runs out of its frame: ${said(one)} out of ${one.spills}`] : [],
    ),
    ...pieces.flatMap((one) =>
      one.size < SMALLEST - 0.01 ? [`${one.size.toFixed(1)} px: ${said(one)}`] : [],
    ),
    ...(await asDrawn(page, () => onEachOther(page, pieces))),
  ];
}

/** A piece of text as a person would point at it. */
export function said({ text, where }: Piece): string {
  return `“${text}” (${where})`;
}

/** How far the page or a part of it scrolls sideways, and which control stands where nobody gets. A table may scroll by itself. */
function offTheSide(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const wrong: string[] = [];
    const root = document.documentElement;
    const wide = Math.max(root.scrollWidth, document.body.scrollWidth) - root.clientWidth;
    if (wide > 0) wrong.push(`the page scrolls sideways by ${wide} px`);
    // What speaks to screen readers only is clipped to nothing, with all that is in it; what is around comes first.
    const clipped = new Set<Element | null>();
    for (const one of document.querySelectorAll<HTMLElement>('html, body, body *')) {
      const { width, height } = one.getBoundingClientRect();
      const { overflowX, clipPath } = getComputedStyle(one);
      if (clipPath !== 'none' || width <= 1 || height <= 1 || clipped.has(one.parentElement))
        clipped.add(one);
      if (clipped.has(one) || one.contains(document.body)) continue;
      if (!one.checkVisibility() || one.closest('[aria-hidden=true]')) continue;
      const over = one.scrollWidth - one.clientWidth;
      const isTable = one.querySelector('table') !== null;
      if (/auto|scroll/.test(overflowX) && over > 1 && one.clientWidth > 1 && !isTable)
        wrong.push(`a part scrolls sideways by ${over} px: ${one.outerHTML.slice(0, 100)}`);
      if (!one.matches('button, a, h1, h2, h3, input, textarea, select, summary')) continue;
      const box = one.getBoundingClientRect();
      if (box.width <= 1 || (box.right <= root.clientWidth + 1 && box.left >= -1)) continue;
      let reachable = false;
      for (let up = one.parentElement; up; up = up.parentElement) {
        if (/auto|scroll/.test(getComputedStyle(up).overflowX)) reachable = true;
      }
      if (!reachable) wrong.push(`off the side: ${one.outerHTML.slice(0, 100)}`);
    }
    return wrong;
  });
}

/** Which of the parts that must stand apart lie over each other. */
async function notApart(page: Page): Promise<readonly string[]> {
  const boxes = new Map<string, Box>();
  for (const part of APART) {
    const found = page.locator(`[data-part=${part}]`).filter({ visible: true }).first();
    const box = (await found.count()) > 0 ? await found.boundingBox() : null;
    if (box) boxes.set(part, box);
  }
  const wrong: string[] = [];
  for (const [i, one] of APART.entries()) {
    for (const other of APART.slice(i + 1)) {
      const [a, b] = [boxes.get(one), boxes.get(other)];
      if (!a || !b) continue;
      const { x, y } = shared(a, b);
      if (x > 1 && y > 1)
        wrong.push(`${one} and ${other} cover each other on ${Math.round(x)} × ${Math.round(y)} px`);
    }
  }
  return wrong;
}

/** Lines of text that are drawn on each other. */
async function onEachOther(page: Page, pieces: readonly Piece[]): Promise<readonly string[]> {
  const lines = pieces.flatMap((piece) => (piece.covered ? [] : piece.lines.map((box) => ({ piece, box }))));
  lines.sort((a, b) => a.box.y - b.box.y);
  const met: { readonly words: string; readonly at: Point }[] = [];
  for (const [i, a] of lines.entries()) {
    for (let j = i + 1; j < lines.length; j += 1) {
      const b = lines[j];
      if (!b || b.box.y > a.box.y + a.box.height) break;
      if (a.piece === b.piece) continue;
      const { x, y } = shared(a.box, b.box);
      if (x <= TOUCH.x || y <= TOUCH.y) continue;
      met.push({
        words: `text on text: ${said(a.piece)} and ${said(b.piece)} on ${Math.round(x)} × ${Math.round(y)} px`,
        at: { x: Math.max(a.box.x, b.box.x) + x / 2, y: Math.max(a.box.y, b.box.y) + y / 2 },
      });
    }
  }
  if (met.length === 0) return [];
  const hidden = await areHidden(
    page,
    met.map(({ at }) => at),
  );
  return [...new Set(met.flatMap(({ words }, i) => (hidden[i] ? [] : [words])))];
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Whether at each point a filled box lies between what is on top and the rest, so that only the top one is seen there. */
function areHidden(page: Page, points: readonly Point[]): Promise<readonly boolean[]> {
  return page.evaluate((all) => {
    return all.map(isHidden);

    function isHidden({ x, y }: { readonly x: number; readonly y: number }): boolean {
      // A menu goes away when the page scrolls under it.
      if (y > innerHeight) window.scrollTo(0, y - innerHeight / 2);
      const [top, ...below] = document.elementsFromPoint(x, y - scrollY);
      window.scrollTo(0, 0);
      if (!top) return true;
      // An ancestor of both is their common ground; a fill before it, on the way up from the top one, hides the other.
      for (let up: Element | null = top; up && up !== document.body; up = up.parentElement) {
        const hidden = below.find((one) => !one.contains(top) && !top.contains(one));
        if (!hidden || up.contains(hidden)) return false;
        const { backgroundColor, backgroundImage } = getComputedStyle(up);
        const alpha = /rgba?\([^)]*[,/]\s*([\d.]+)\)$/.exec(backgroundColor)?.[1];
        const isClear =
          backgroundColor === 'transparent' || (backgroundColor.startsWith('rgba') && Number(alpha) < 0.9);
        if (!isClear || backgroundImage !== 'none') return true;
      }
      return false;
    }
  }, points);
}

function shared(a: Box, b: Box): { readonly x: number; readonly y: number } {
  return {
    x: Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x),
    y: Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y),
  };
}
