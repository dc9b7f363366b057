/** Contrast as it is drawn: the ink of every text, the edge of every control and the ring around what has the focus, against the pixels there. */
import type { Page } from 'playwright-core';
import { said } from './boxes.ts';
import { type Box, type Piece, piecesOf, type Rgba } from './eyes.ts';
import { type Picture, pictureOf } from './png.ts';

const TEXT = 4.5;
const LARGE_TEXT = 3;
const EDGE = 3;
/** From this height on type is large: 18 pt, or 14 pt bold. */
const LARGE_PX = 24;
const LARGE_BOLD_PX = 18.66;
/** A ground counts where it fills this share of the box of a line: less is an edge that the line touches. */
const SHARE = 0.04;

type Rgb = readonly [number, number, number];

/** What is too faint on the page as it stands, one line each. Controls that cannot be used now are left out. */
export async function contrastDefects(page: Page): Promise<readonly string[]> {
  const pieces = (await piecesOf(page)).filter((one) => !one.covered && !one.off && one.lines.length > 0);
  const controls = await controlsOf(page);
  const ground = await withoutText(page, () => shot(page));
  if (pieces.length < 3) throw new Error('There is almost nothing to read on this page.');
  return [
    ...pieces.flatMap((piece) => faintText(ground, piece)),
    ...controls.flatMap((control) => faintEdge(ground, control)),
  ];
}

/** (L1 + 0.05) / (L2 + 0.05) of the relative luminances, as WCAG 2.2 has it. */
export function ratio(a: Rgb, b: Rgb): number {
  const [one, other] = [luminance(a), luminance(b)];
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

function faintText(ground: Picture, piece: Piece): readonly string[] {
  const isLarge = piece.size >= LARGE_PX || (piece.bold && piece.size >= LARGE_BOLD_PX);
  const least = isLarge ? LARGE_TEXT : TEXT;
  let worst = Number.POSITIVE_INFINITY;
  for (const line of piece.lines) {
    for (const colour of groundsIn(ground, core(line)))
      worst = Math.min(worst, ratio(over(piece.colour, colour), colour));
  }
  return worst < least ? [`${worst.toFixed(2)} of ${least}: ${said(piece)}`] : [];
}

/** Where the letters of a line are: a line box is taller, and may touch the border around it. */
function core({ x, y, width, height }: Box): Box {
  return { x, y: y + height * 0.25, width, height: height * 0.5 };
}

/** Every colour that fills more than a sliver of a box. */
function groundsIn(picture: Picture, box: Box): readonly Rgb[] {
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
    .filter(([, count]) => count >= all * SHARE)
    .map(([key]) => [key >> 16, (key >> 8) & 255, key & 255] as const);
}

/** A control by the box that is drawn for it. */
interface Control {
  readonly where: string;
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
      return [
        {
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
function faintEdge(picture: Picture, { where, box, hasBox, hasWords }: Control): readonly string[] {
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
function signsIn(picture: Picture, box: Box): readonly number[] {
  const counts = new Map<number, number>();
  for (let y = Math.ceil(box.y) + 3; y < box.y + box.height - 3; y += 1) {
    for (let x = Math.ceil(box.x) + 3; x < box.x + box.width - 3; x += 1) {
      const [red, green, blue] = pixel(picture, x, y);
      const key = (red << 16) | (green << 8) | blue;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  const [ground, ...rest] = [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([key]) => [key >> 16, (key >> 8) & 255, key & 255] as const);
  return ground ? rest.map((one) => ratio(one, ground)) : [];
}

/** A focusable thing whose ring cannot be seen, one line each. Kinds that were seen before, by anybody with the same set, are not seen again. */
export async function ringDefects(page: Page, seen: Set<string>): Promise<readonly string[]> {
  const theme = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  // A key first: rings are for whoever uses the keyboard.
  await page.keyboard.press('Tab');
  const stops = page
    .locator('a[href], button, input, select, textarea, summary, [tabindex="0"]')
    .filter({ visible: true });
  const kinds = await stops.evaluateAll((all) =>
    all.map((one) => {
      const off = one.closest(':disabled, [aria-disabled=true], [inert], [aria-hidden=true]') !== null;
      // Where a dialog is open, the focus does not leave it.
      const dialogs = document.querySelectorAll('[role=dialog], [role=alertdialog], [role=menu]');
      const dialog = dialogs[dialogs.length - 1];
      if (off || (dialog && !dialog.contains(one))) return null;
      return `${one.tagName} ${one.getAttribute('role') ?? ''} ${one.className} ${one.closest('[data-part]')?.getAttribute('data-part') ?? ''}`;
    }),
  );
  const wrong: string[] = [];
  for (const [i, kind] of kinds.entries()) {
    if (kind === null || seen.has(`${theme} ${kind}`)) continue;
    seen.add(`${theme} ${kind}`);
    const stop = stops.nth(i);
    const ring = await ringOf(page, stop);
    if (ring !== null) wrong.push(`${ring}: ${kind}`);
  }
  return wrong;
}

/** What is wrong with the ring of one stop: it is drawn by pixels that change by 3:1 when the focus comes, at least as many as a line along its sides has. */
async function ringOf(page: Page, stop: ReturnType<Page['locator']>): Promise<string | null> {
  await stop.evaluate((one: HTMLElement) => {
    one.scrollIntoView({ block: 'center', behavior: 'instant' });
    one.focus({ preventScroll: true });
  });
  const box = await stop.evaluate((one) => {
    const drawn = one.closest('label') ?? one;
    const { x, y, width, height } = drawn.getBoundingClientRect();
    return {
      x,
      y,
      width,
      height,
      has: document.activeElement === one,
      caught: one.closest('[role=dialog], [role=alertdialog], [role=menu]') !== null,
    };
  });
  if (!box.has) return 'cannot have the focus';
  const size = page.viewportSize() ?? { width: 0, height: 0 };
  const left = Math.max(0, Math.floor(box.x) - 6);
  const top = Math.max(0, Math.floor(box.y) - 6);
  const near = {
    x: left,
    y: top,
    width: Math.min(size.width, Math.ceil(box.x + box.width) + 6) - left,
    height: Math.min(size.height, Math.ceil(box.y + box.height) + 6) - top,
  };
  if (near.width < 6 || near.height < 6) return 'cannot be scrolled into sight';
  const isIn = (at: number, end: number) => at >= 0 && at <= end;
  const sides = [isIn(box.y, size.height), isIn(box.y + box.height, size.height)];
  const ends = [isIn(box.x, size.width), isIn(box.x + box.width, size.width)];
  const along =
    sides.filter((one) => one).length * Math.min(near.width, box.width) +
    ends.filter((one) => one).length * Math.min(near.height, box.height);
  let changed = 0;
  // A link that stands for its card may have the ring around the card. In a dialog the focus only goes to another stop, whose ring would count.
  for (const clip of box.caught ? [near] : [near, { x: 0, y: 0, ...size }]) {
    changed = await changes(page, stop, clip);
    if (changed >= along * 0.9) return null;
  }
  return `the ring changes ${changed} px of ${Math.round(along)} by ${EDGE}`;
}

/** How many pixels change by 3:1 when the focus goes away. */
async function changes(page: Page, stop: ReturnType<Page['locator']>, clip: Box): Promise<number> {
  const look = async () =>
    pictureOf(await page.screenshot({ clip, animations: 'disabled', caret: 'hide', scale: 'css' }));
  await stop.evaluate((one: HTMLElement) => one.focus({ preventScroll: true }));
  const focused = await look();
  await stop.evaluate((one: HTMLElement) => {
    const dialog = one.closest('[role=dialog], [role=alertdialog], [role=menu]');
    // A dialog takes the focus back from nowhere, but lets it go to another of its stops: the one furthest off.
    const others = [
      ...(dialog?.querySelectorAll<HTMLElement>('button, a[href], [role^=menuitem]') ?? []),
    ].filter((other) => other !== one);
    const far = (other: HTMLElement) =>
      Math.abs(other.getBoundingClientRect().y - one.getBoundingClientRect().y);
    const other = others.sort((a, b) => far(b) - far(a))[0];
    if (other) other.focus({ preventScroll: true });
    else one.blur();
  });
  const plain = await look();
  let changed = 0;
  for (let y = 0; y < focused.height; y += 1) {
    for (let x = 0; x < focused.width; x += 1) {
      if (ratio(pixel(focused, x, y), pixel(plain, x, y)) >= EDGE) changed += 1;
    }
  }
  return changed;
}

async function shot(page: Page): Promise<Picture> {
  return pictureOf(
    await page.screenshot({ fullPage: true, animations: 'disabled', caret: 'hide', scale: 'css' }),
  );
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

function pixel({ width, height, rgb }: Picture, x: number, y: number): Rgb {
  const at = (Math.min(Math.max(y, 0), height - 1) * width + Math.min(Math.max(x, 0), width - 1)) * 3;
  return [rgb[at] ?? 0, rgb[at + 1] ?? 0, rgb[at + 2] ?? 0];
}

function over([red, green, blue, alpha]: Rgba, below: Rgb): Rgb {
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
