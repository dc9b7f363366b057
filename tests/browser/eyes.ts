/** What eyes find on a page: every piece of text, where it stands, in what size and colour, and whether all of it can be read. */
import type { Page } from 'playwright-core';
import { asDrawn } from './as-drawn.ts';

/** Left, top, width and height in CSS pixels from the top left corner of the page, as it stands unscrolled. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
export type Rgba = readonly [red: number, green: number, blue: number, alpha: number];

/** The text of one text node or of one field. */
export interface Piece {
  readonly text: string;
  /** The element around it, for whoever has to find it again. */
  readonly where: string;
  /** Height of the type in CSS pixels, as drawn. */
  readonly size: number;
  readonly bold: boolean;
  /** Its own colour; the alpha holds every opacity around it. */
  readonly colour: Rgba;
  /** The fills that its style sheets put behind it, from the inside out to the first that hides what is under it. */
  readonly ground: string;
  /** Of a control that cannot be used now, or of its label. */
  readonly off: boolean;
  /** Its lines, as far as nothing cuts or scrolls them out of sight. */
  readonly lines: readonly Box[];
  /** Those of its lines over which nothing filled lies, not even in part. */
  readonly free: readonly Box[];
  /** Something that is filled lies over its middle: a menu, or the veil behind a dialog. */
  readonly covered: boolean;
  /** What cuts it off with no way to read on; null where all of it can be read. */
  readonly cut: string | null;
  /** The frame it runs out of; null where it stays inside. */
  readonly spills: string | null;
}

/** A box that could hide part of what is in it, and how it is drawn. */
type Frame = readonly [box: DOMRect, style: CSSStyleDeclaration, element: Element];

/** Every piece of text that is meant for eyes, in the order of the page. Scrolls the page to its top. */
export function piecesOf(page: Page): Promise<readonly Piece[]> {
  return asDrawn(page, () => readPieces(page, true));
}

/** The same pieces in the colours they have now, where nothing has moved since: what lies over what is not asked again. */
export async function recoloured(page: Page, before: readonly Piece[]): Promise<readonly Piece[]> {
  const now = await readPieces(page, false);
  const isSame = now.length === before.length && now.every(({ text }, i) => text === before[i]?.text);
  if (!isSame) return piecesOf(page);
  return now.map((one, i) => ({ ...one, free: before[i]?.free ?? [], covered: before[i]?.covered ?? false }));
}

/** `asks` whether something lies over each. */
function readPieces(page: Page, asks: boolean): Promise<readonly Piece[]> {
  return page.evaluate((isAsked) => {
    const SLACK = 1.5;
    // From this alpha on a fill takes what is under it out of what is read.
    const VEIL = 0.1;
    const brush = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
    const colours = new Map<string, readonly [number, number, number, number]>();
    // What holds of an element holds of all in it: asked once each, since the page stands still while it is read.
    const unseen = new Map<Element, boolean>();
    const scales = new Map<Element, number>();
    const opacities = new Map<Element, number>();
    const grounds = new Map<Element, string>();
    const frames = new Map<Element, readonly Frame[]>();
    // A watermark is drawn, not written: it repeats words that stand on the page in full ink.
    const found: (Piece & { readonly element: Element; readonly drawn: boolean })[] = [];
    const tall = Math.max(document.documentElement.scrollHeight, innerHeight);
    try {
      window.scrollTo(0, 0);
      const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
      for (let node = walk.nextNode(); node !== null; node = walk.nextNode()) {
        if (node instanceof Text) {
          if (node.parentElement && !isField(node.parentElement)) take(node.data, node.parentElement, node);
        } else if (isField(node)) take(node.value || node.placeholder, node, null);
      }
      return uncovered()
        .filter((one, _, all) => !one.drawn || !all.some((other) => !other.drawn && other.text === one.text))
        .map(({ drawn: _, ...piece }) => piece);
    } finally {
      window.scrollTo(0, 0);
    }

    function take(text: string, element: Element, node: Text | null): void {
      if (text.trim() === '' || !isMeantForEyes(element)) return;
      const range = document.createRange();
      if (node) range.selectNodeContents(node);
      const rects = node ? [...range.getClientRects()] : [element.getBoundingClientRect()];
      const whole = rects.filter((one) => one.width > 0.5 && one.height > 0.5);
      if (whole.length === 0) return;
      const style = getComputedStyle(
        element,
        node ? undefined : (element as HTMLInputElement).value ? undefined : '::placeholder',
      );
      const ink = element instanceof SVGElement ? style.fill : style.color;
      found.push({
        element,
        drawn: element.closest('svg[aria-hidden=true]') !== null,
        text: text.trim().replace(/\s+/g, ' ').slice(0, 60),
        where: nameOf(element),
        size: Number.parseFloat(style.fontSize) * scaleOf(element),
        bold: Number(style.fontWeight) >= 700,
        colour: inkOf(ink, element),
        ground: groundOf(element),
        off: element.closest(':disabled, [aria-disabled=true], [data-disabled]') !== null,
        lines: whole.map((one) => seenPart(one, element)).filter((one) => one !== null),
        free: [],
        covered: false,
        cut: node ? cutBy(whole, element) : null,
        spills: node ? frameOf(whole, element) : null,
      });
    }

    function isField(node: Node): node is HTMLInputElement | HTMLTextAreaElement {
      if (node instanceof HTMLTextAreaElement) return true;
      return node instanceof HTMLInputElement && /^(text|search|number|date|email|time|url)$/.test(node.type);
    }
    function isMeantForEyes(element: Element): boolean {
      if (element.closest('script, style, noscript, option, title, desc')) return false;
      if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
      return !isForEarsOnly(element);
    }
    /** The usual ways to speak to screen readers only, on it or around it. */
    function isForEarsOnly(element: Element): boolean {
      return once(unseen, element, (one) => {
        const { width, height } = one.getBoundingClientRect();
        const { overflow, clip, clipPath, position } = getComputedStyle(one);
        if (overflow !== 'visible' && (width <= 1 || height <= 1)) return true;
        if ((clip !== 'auto' && position === 'absolute') || clipPath === 'inset(50%)') return true;
        return one.parentElement !== null && isForEarsOnly(one.parentElement);
      });
    }
    function scaleOf(element: Element): number {
      if (element instanceof SVGGraphicsElement) return Math.abs(element.getScreenCTM()?.d ?? 1);
      return transformOf(element);
    }
    function transformOf(element: Element): number {
      return once(scales, element, (one) => {
        const { transform } = getComputedStyle(one);
        const own = transform.startsWith('matrix') ? Math.abs(new DOMMatrix(transform).d) || 1 : 1;
        return own * (one.parentElement === null ? 1 : transformOf(one.parentElement));
      });
    }
    function opacityOf(element: Element): number {
      return once(opacities, element, (one) => {
        const around = one.parentElement === null ? 1 : opacityOf(one.parentElement);
        return Number(getComputedStyle(one).opacity) * around;
      });
    }
    function groundOf(element: Element): string {
      return once(grounds, element, (one) => {
        const { backgroundColor, backgroundImage } = getComputedStyle(one);
        const fill = `${inkOf(backgroundColor, one).join(' ')} ${backgroundImage === 'none' ? '' : backgroundImage}`;
        if (one.parentElement === null || /^\S+ \S+ \S+ 1 $/.test(fill)) return fill;
        const around = groundOf(one.parentElement);
        return /^0 0 0 0 $/.test(fill) ? around : `${fill}, ${around}`;
      });
    }
    function once<T>(known: Map<Element, T>, element: Element, ask: (one: Element) => T): T {
      const before = known.get(element);
      if (before !== undefined) return before;
      const now = ask(element);
      known.set(element, now);
      return now;
    }
    function inkOf(css: string, element: Element): readonly [number, number, number, number] {
      let own = colours.get(css);
      if (own === undefined) {
        if (!brush) throw new Error('There is no canvas to read colours with.');
        brush.clearRect(0, 0, 1, 1);
        brush.fillStyle = css;
        brush.fillRect(0, 0, 1, 1);
        const [red = 0, green = 0, blue = 0, alpha = 0] = brush.getImageData(0, 0, 1, 1).data;
        own = [red, green, blue, alpha / 255];
        colours.set(css, own);
      }
      return [own[0], own[1], own[2], own[3] * opacityOf(element)];
    }
    /** The part of a line that no box around it hides: what runs out of sight does so inside the box's border. */
    function seenPart(line: DOMRect, element: Element): Box | null {
      let { left, right, top, bottom } = line;
      for (const [box, style] of around(element)) {
        const edge = (width: string) => Number.parseFloat(width) || 0;
        if (style.overflowX !== 'visible') {
          left = Math.max(left, box.left + edge(style.borderLeftWidth));
          right = Math.min(right, box.right - edge(style.borderRightWidth));
        }
        if (style.overflowY !== 'visible') {
          top = Math.max(top, box.top + edge(style.borderTopWidth));
          bottom = Math.min(bottom, box.bottom - edge(style.borderBottomWidth));
        }
      }
      // Of the top or the foot of a line, scrolled to the edge of a frame, nothing can be read.
      if (right - left < 1 || bottom - top < line.height / 2) return null;
      return { x: left + scrollX, y: top + scrollY, width: right - left, height: bottom - top };
    }
    /** The first box that cuts the text for good: one that does not scroll, and does not say that there is more. */
    function cutBy(lines: readonly DOMRect[], element: Element): string | null {
      for (const [box, style, one] of around(element)) {
        const scrollsX = /auto|scroll/.test(style.overflowX);
        const scrollsY = /auto|scroll/.test(style.overflowY);
        const outX = Math.max(...lines.map((line) => Math.max(box.left - line.left, line.right - box.right)));
        const outY = Math.max(...lines.map((line) => Math.max(box.top - line.top, line.bottom - box.bottom)));
        const told = style.textOverflow === 'ellipsis' && one.closest('[title], [aria-label]') !== null;
        if (/hidden|clip/.test(style.overflowX) && outX > SLACK && !told)
          return `${nameOf(one)} by ${Math.round(outX)} px to the side`;
        // Line boxes are taller than the ink in them.
        if (/hidden|clip/.test(style.overflowY) && outY > SLACK + 3)
          return `${nameOf(one)} by ${Math.round(outY)} px in height`;
        if (scrollsX || scrollsY) return null;
      }
      return null;
    }
    /** The nearest box that is drawn, where the text runs out of it. */
    function frameOf(lines: readonly DOMRect[], element: Element): string | null {
      for (let up: Element | null = element; up && up !== document.body; up = up.parentElement) {
        const style = getComputedStyle(up);
        if (up instanceof SVGElement && !(up instanceof SVGSVGElement)) continue;
        const drawn =
          (Number.parseFloat(style.borderTopWidth) > 0 && Number.parseFloat(style.borderLeftWidth) > 0) ||
          inkOf(style.backgroundColor, up)[3] > 0.02;
        if (drawn && style.display !== 'inline') {
          if (/auto|scroll/.test(`${style.overflowX} ${style.overflowY}`)) return null;
          const box = up.getBoundingClientRect();
          const out = Math.max(
            ...lines.map((line) =>
              Math.max(
                box.left - line.left,
                line.right - box.right,
                box.top - line.top - 2,
                line.bottom - box.bottom - 2,
              ),
            ),
          );
          return out > SLACK ? `${nameOf(up)} by ${Math.round(out)} px` : null;
        }
        if (/auto|scroll|hidden|clip/.test(`${style.overflowX} ${style.overflowY}`)) return null;
        if (/absolute|fixed/.test(style.position)) return null;
      }
      return null;
    }
    /** The boxes around that could hide part of an element, from the inside out. */
    function around(element: Element): readonly Frame[] {
      return once(frames, element, framesOf);
    }
    function framesOf(element: Element): readonly Frame[] {
      const boxes: Frame[] = [];
      let floats = false;
      for (let up: Element | null = element; up && up !== document.body; up = up.parentElement) {
        const style = getComputedStyle(up);
        const hides = style.overflowX !== 'visible' || style.overflowY !== 'visible';
        // What is placed by a box further out is not cut by the ones between.
        if (hides && style.display !== 'inline' && !(floats && style.position === 'static'))
          boxes.push([up.getBoundingClientRect(), style, up]);
        if (style.position === 'fixed') break;
        if (style.position === 'absolute') floats = true;
        else if (style.position !== 'static') floats = false;
      }
      return boxes;
    }
    /** Asks, screen by screen down the page, what lies over each line: over its middle, and over either end. */
    function uncovered(): readonly (Piece & { readonly drawn: boolean })[] {
      const asked = found.flatMap(({ element, lines }, i) =>
        lines.map((line, n) => ({ i, n, element, line, y: line.y + line.height / 2 })),
      );
      const covered = new Set<number>();
      const veiled = new Set<Box>();
      for (let top = 0; isAsked && top < tall; top += innerHeight) {
        const here = asked.filter(({ y }) => y >= top && y < top + innerHeight);
        // Where nothing is to be asked nothing is scrolled: a menu goes away when the page scrolls under it.
        if (here.length === 0) continue;
        window.scrollTo(0, top);
        const from = scrollY;
        for (const { i, n, element, line, y } of here) {
          const isOver = (x: number) => isVeiled(element, x, y - from);
          const middle = isOver(line.x + line.width / 2);
          if (middle && n === 0) covered.add(i);
          if (middle || isOver(line.x + 1) || isOver(line.x + line.width - 1)) veiled.add(line);
        }
      }
      return found.map(({ element: _, ...piece }, i) => ({
        ...piece,
        covered: covered.has(i),
        free: piece.lines.filter((line) => !veiled.has(line)),
      }));
    }
    /** Whether something filled is drawn over an element at that point of the window. */
    function isVeiled(one: Element, x: number, y: number): boolean {
      // Mostly it lies on top itself; what lies under what is asked of the browser only where it does not.
      const top = document.elementFromPoint(x, y);
      if (top !== null && (top.contains(one) || one.contains(top))) return false;
      for (const at of document.elementsFromPoint(x, y)) {
        if (at.contains(one) || one.contains(at)) return false;
        if (at.matches('canvas, img, video')) return true;
        const { backgroundColor, backgroundImage, fill } = getComputedStyle(at);
        const ink = at instanceof SVGGeometryElement ? fill : backgroundColor;
        if (backgroundImage !== 'none' || (ink !== 'none' && inkOf(ink, at)[3] >= VEIL)) return true;
      }
      return false;
    }
    function nameOf(element: Element): string {
      const part = element.closest('[data-part]')?.getAttribute('data-part');
      const own = `${element.tagName.toLowerCase()}${element.classList[0] ? `.${element.classList[0]}` : ''}`;
      return part ? `[data-part=${part}] ${own}` : own;
    }
  }, asks);
}
