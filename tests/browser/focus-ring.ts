/** The ring around what has the focus, as it is drawn. */
import type { ElementHandle, Page } from 'playwright-core';
import type { Box } from './eyes.ts';
import { apart, shot } from './pixels.ts';

type Stop = ElementHandle<HTMLElement | SVGElement>;

/** A pixel counts that changes by so much. */
const EDGE = 3;

/**
 * A focusable thing whose ring cannot be seen, one line each. Kinds that were seen before, by anybody with the same set, are not seen again:
 * the same component in the same place of another on the same fill, with room for its ring. What stands close to an edge that could cut its
 * ring is looked at in every part of the desk.
 */
export async function ringDefects(page: Page, seen: Set<string>): Promise<readonly string[]> {
  const theme = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  // A key first: rings are for whoever uses the keyboard.
  await page.keyboard.press('Tab');
  // Found once: a locator would look for all of them again at each.
  const stops = await page.$$(
    ':is(a[href], button, input, select, textarea, summary, [tabindex="0"]):visible',
  );
  const kinds = await page.evaluate(
    (all) =>
      all.map((one) => {
        const off = one.closest(':disabled, [aria-disabled=true], [inert], [aria-hidden=true]') !== null;
        // Where a dialog is open, the focus does not leave it.
        const dialogs = document.querySelectorAll('[role=dialog], [role=alertdialog], [role=menu]');
        const dialog = dialogs[dialogs.length - 1];
        if (off || (dialog && !dialog.contains(one))) return null;
        const around = one.parentElement?.getAttribute('class') ?? '';
        const part = isTight(one)
          ? (one.closest('[data-part]')?.getAttribute('data-part') ?? '')
          : 'anywhere';
        const where = `${dialog ? 'in a dialog' : ''} ${groundOf(one)}`;
        return `${one.tagName} ${one.getAttribute('role') ?? ''} ${one.getAttribute('class') ?? ''} in ${around} ${part} ${where}`;

        /** Whether an edge that cuts is so near that the ring may be cut. */
        function isTight(stop: Element): boolean {
          const ROOM = 6;
          const box = (stop.closest('label') ?? stop).getBoundingClientRect();
          for (let up = stop.parentElement; up && up !== document.body; up = up.parentElement) {
            const { overflowX, overflowY } = getComputedStyle(up);
            const frame = up.getBoundingClientRect();
            if (overflowX !== 'visible' && (box.left - frame.left < ROOM || frame.right - box.right < ROOM))
              return true;
            // What scrolls up and down brings it into its middle.
            if (
              /hidden|clip/.test(overflowY) &&
              (box.top - frame.top < ROOM || frame.bottom - box.bottom < ROOM)
            )
              return true;
          }
          return false;
        }
        function groundOf(stop: Element): string {
          for (let up = stop.parentElement; up; up = up.parentElement) {
            const { backgroundColor, backgroundImage } = getComputedStyle(up);
            if (backgroundImage !== 'none') return backgroundImage;
            if (!/^rgba\(.*, 0\)$|^transparent$|\/ 0\)$/.test(backgroundColor)) return backgroundColor;
          }
          return '';
        }
      }),
    stops,
  );
  // A caret comes with the focus and is no ring.
  const sheet = await page.addStyleTag({ content: '* { caret-color: transparent !important; }' });
  const wrong: string[] = [];
  for (const [i, stop] of stops.entries()) {
    const kind = kinds[i] ?? null;
    if (kind === null || seen.has(`${theme} ${kind}`)) continue;
    seen.add(`${theme} ${kind}`);
    const ring = await ringOf(page, stop);
    if (ring !== null) wrong.push(`${ring}: ${kind}`);
  }
  await sheet.evaluate((one) => (one as Element).remove());
  return wrong;
}

/** What is wrong with the ring of one stop: it is drawn by pixels that change by 3:1 when the focus comes, at least as many as a line along its sides has. */
async function ringOf(page: Page, stop: Stop): Promise<string | null> {
  const box = await stop.evaluate((one) => {
    one.scrollIntoView({ block: 'center', behavior: 'instant' });
    one.focus({ preventScroll: true });
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
async function changes(page: Page, stop: Stop, clip: Box): Promise<number> {
  await stop.evaluate((one) => one.focus({ preventScroll: true }));
  const focused = await shot(page, clip);
  await stop.evaluate((one) => {
    const dialog = one.closest('[role=dialog], [role=alertdialog], [role=menu]');
    // A dialog takes the focus back from nowhere, but lets it go to another of its stops: the one furthest off that is not folded away.
    const others = [
      ...(dialog?.querySelectorAll<HTMLElement>('button:enabled, a[href], [role^=menuitem]') ?? []),
    ].filter((other) => other !== one && other.checkVisibility());
    const far = (other: HTMLElement) =>
      Math.abs(other.getBoundingClientRect().y - one.getBoundingClientRect().y);
    const other = others.sort((a, b) => far(b) - far(a))[0];
    if (other) other.focus({ preventScroll: true });
    else one.blur();
  });
  return apart(focused, await shot(page, clip), EDGE);
}
