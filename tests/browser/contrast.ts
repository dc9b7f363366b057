/** Contrast as it is drawn: the ink of every text and the edge of every control against the pixels there. */
import type { Page } from 'playwright-core';
import { said } from './boxes.ts';
import { type Box, type Piece, piecesOf } from './eyes.ts';
import { coloursIn, over, pixel, type Rgb, ratio } from './pixels.ts';
import type { Picture } from './png.ts';
import { inStrip, type Strip, stripsOf } from './strips.ts';

/** Least contrast of text that is not large, as WCAG 2.2 has it. */
export const TEXT = 4.5;
const LARGE_TEXT = 3;
const EDGE = 3;
/** From this height on type is large: 18 pt, or 14 pt bold. */
const LARGE_PX = 24;
const LARGE_BOLD_PX = 18.66;
/** A ground counts where it fills this share of the box of a line: less is an edge that the line touches. */
const SHARE = 0.04;

/** Kinds of texts and controls that were measured already. */
export type Measured = Set<string>;

/**
 * What is too faint on the page as it stands, one line each. Controls that cannot be used now are left out. What was measured before, by
 * anybody with the same set, is not measured again: a text of the same component in the same ink on the same fills, and a control of the
 * same component drawn the same. `seen` is what was just read of the page, by whoever has it.
 */
export async function contrastDefects(
  page: Page,
  measured: Measured = new Set(),
  seen?: readonly Piece[],
): Promise<readonly string[]> {
  const all = seen ?? (await piecesOf(page));
  if (all.length < 3) throw new Error('There is almost nothing to read on this page.');
  const pieces = newOnes(
    all.filter((one) => !one.covered && !one.off && one.free.length > 0),
    measured,
  );
  const controls = newOnes(await controlsOf(page), measured);
  const boxes = [...pieces.flatMap(({ free }) => free), ...controls.map(({ box }) => box)];
  if (boxes.length === 0) return [];
  const strips = await withoutText(page, () => stripsOf(page, boxes));
  return [
    ...pieces.flatMap((piece) => faintText(strips, piece)),
    ...controls.flatMap((control) => faintEdge(strips, control)),
  ];
}

/** The first of each kind that was not measured before. */
function newOnes<One extends Piece | Control>(all: readonly One[], measured: Measured): readonly One[] {
  return all.filter((one) => {
    const kind =
      'free' in one
        ? [one.where, one.size, one.bold, one.colour.join(' '), one.ground].join(' / ')
        : [one.kind, one.hasBox, one.hasWords].join(' / ');
    if (measured.has(kind)) return false;
    measured.add(kind);
    return true;
  });
}

function faintText(strips: readonly Strip[], piece: Piece): readonly string[] {
  const isLarge = piece.size >= LARGE_PX || (piece.bold && piece.size >= LARGE_BOLD_PX);
  const least = isLarge ? LARGE_TEXT : TEXT;
  let worst = Number.POSITIVE_INFINITY;
  for (const one of piece.free) {
    const [ground, line] = inStrip(strips, one);
    for (const colour of groundsIn(ground, core(line)))
      worst = Math.min(worst, ratio(over(piece.colour, colour), colour));
  }
  return worst < least ? [`${worst.toFixed(2)} of ${least}: ${said(piece)}`] : [];
}

/** Where the letters of a line are: a line box is taller, and may touch the border around it. */
export function core({ x, y, width, height }: Box): Box {
  return { x, y: y + height * 0.25, width, height: height * 0.5 };
}

/** A control by the box that is drawn for it. */
interface Control {
  readonly where: string;
  /** The component it is, and how its box is drawn. */
  readonly kind: string;
  readonly box: Box;
  /** It draws a box of its own. One that draws none is known by its words alone, as a link is. */
  readonly hasBox: boolean;
  readonly hasWords: boolean;
}

/** The controls in sight, on the page unscrolled; for a box that a script hides, what stands for it. */
function controlsOf(page: Page): Promise<readonly Control[]> {
  return page.evaluate(() => {
    window.scrollTo(0, 0);
    const all = document.querySelectorAll<HTMLElement>(
      'button, input, select, textarea, summary, [role=button], [role=slider], [role=switch], [role=checkbox], [role=radio], [role=tab]',
    );
    return [...all].flatMap((one) => {
      if (one.closest(':disabled, [aria-disabled=true], [data-disabled], [inert], [aria-hidden=true]'))
        return [];
      if (!one.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return [];
      let drawn: Element = one;
      if (one instanceof HTMLInputElement && /checkbox|radio/.test(one.type)) {
        // What is drawn for it stands in its label, hidden from screen readers.
        drawn = one.closest('label')?.querySelector('[aria-hidden=true]') ?? one;
      }
      const { x, y, width, height } = drawn.getBoundingClientRect();
      if (width < 4 || height < 4 || x < 0 || x + width > innerWidth) return [];
      // Only where all of it is in sight: a panel that scrolls shows the others in their turn.
      for (let up = drawn.parentElement; up && up !== document.body; up = up.parentElement) {
        const { overflowX, overflowY, position } = getComputedStyle(up);
        const frame = up.getBoundingClientRect();
        if (overflowY !== 'visible' && (y < frame.top || y + height > frame.bottom)) return [];
        if (overflowX !== 'visible' && (x < frame.left || x + width > frame.right)) return [];
        if (position === 'fixed') break;
      }
      if (y < innerHeight && y + height > 0) {
        const at = document.elementFromPoint(x + width / 2, Math.min(y + height / 2, innerHeight - 1));
        if (at && !one.contains(at) && !at.contains(one) && !drawn.contains(at)) return [];
      }
      const part = one.closest('[data-part]')?.getAttribute('data-part');
      const name = (one.getAttribute('aria-label') ?? one.innerText).trim().replace(/\s+/g, ' ').slice(0, 40);
      const { borderTopWidth, borderBottomWidth, borderTopColor, borderBottomColor, backgroundColor } =
        getComputedStyle(drawn);
      const isClear = (colour: string) => /^rgba\(.*, 0\)$|^transparent$|\/ 0\)$/.test(colour);
      const hasBox =
        !isClear(backgroundColor) ||
        (Number.parseFloat(borderTopWidth) > 0 && !isClear(borderTopColor)) ||
        (Number.parseFloat(borderBottomWidth) > 0 && !isClear(borderBottomColor));
      const hasWords = one.innerText.trim() !== '';
      const fillAround = (): string => {
        for (let up = drawn.parentElement; up; up = up.parentElement) {
          const fill = getComputedStyle(up);
          if (fill.backgroundImage !== 'none') return fill.backgroundImage;
          if (!isClear(fill.backgroundColor)) return fill.backgroundColor;
        }
        return '';
      };
      return [
        {
          kind: [
            ...[
              one.tagName,
              one.getAttribute('role'),
              one.getAttribute('type'),
              one.className,
              drawn.getAttribute('class'),
            ],
            ...[part, borderTopColor, borderBottomColor, backgroundColor, fillAround()],
            hasWords ? '' : [...one.querySelectorAll('svg')].map((sign) => sign.innerHTML).join(''),
          ].join(' '),
          where: `“${name}” ${part ? `[data-part=${part}] ` : ''}${one.tagName.toLowerCase()}.${one.classList[0] ?? ''}`,
          box: { x: x + scrollX, y: y + scrollY, width, height },
          hasBox,
          hasWords,
        },
      ];
    });
  });
}

/**
 * An edge is a step from outside to border or inside. A control is found by its best side, since a tab may have but one; one without words
 * may be found by the sign drawn in it.
 */
function faintEdge(
  strips: readonly Strip[],
  { where, box: there, hasBox, hasWords }: Control,
): readonly string[] {
  const [picture, box] = inStrip(strips, there);
  const [left, right] = [Math.round(box.x), Math.round(box.x + box.width) - 1];
  const [top, bottom] = [Math.round(box.y), Math.round(box.y + box.height) - 1];
  if (hasWords && !hasBox) return [];
  const sides: number[] = [];
  for (const share of [0.3, 0.5, 0.7]) {
    const x = Math.round(left + (right - left) * share);
    const y = Math.round(top + (bottom - top) * share);
    sides.push(step(picture, left, y, 1, 0), step(picture, right, y, -1, 0));
    sides.push(step(picture, x, top, 0, 1), step(picture, x, bottom, 0, -1));
  }
  const best = Math.max(...sides);
  const inside = Math.max(
    ...groundsIn(picture, box).map((colour) => ratio(colour, pixel(picture, left - 3, top - 3))),
    ...signsIn(picture, box),
  );
  return best < EDGE && (hasWords || inside < EDGE)
    ? [`${best.toFixed(2)} of ${EDGE}: the edge of ${where}`]
    : [];
}

/** The greatest step from three pixels outside a side to three inside. */
function step(picture: Picture, x: number, y: number, dx: number, dy: number): number {
  const outside = pixel(picture, x - 3 * dx, y - 3 * dy);
  let best = 1;
  for (let i = -1; i <= 3; i += 1)
    best = Math.max(best, ratio(outside, pixel(picture, x + i * dx, y + i * dy)));
  return best;
}

/** How strongly the strokes in a box stand out from what fills most of it. */
function signsIn(picture: Picture, { x, y, width, height }: Box): readonly number[] {
  const [ground, ...rest] = coloursIn(picture, { x: x + 3, y: y + 3, width: width - 6, height: height - 6 });
  return ground ? rest.map(([colour]) => ratio(colour, ground[0])) : [];
}

/** Every colour that fills more than a sliver of a box. */
export function groundsIn(picture: Picture, box: Box): readonly Rgb[] {
  return coloursIn(picture, box).flatMap(([colour, share]) => (share >= SHARE ? [colour] : []));
}

/** The page with everything on it but the letters. */
async function withoutText<T>(page: Page, look: () => Promise<T>): Promise<T> {
  const sheet = await page.addStyleTag({
    content: `*, *::before, *::after, ::placeholder { -webkit-text-fill-color: transparent !important; text-decoration-color: transparent !important; text-shadow: none !important; transition: none !important; }
      svg text { fill: transparent !important; }`,
  });
  try {
    return await look();
  } finally {
    await sheet.evaluate((one) => (one as Element).remove());
  }
}
