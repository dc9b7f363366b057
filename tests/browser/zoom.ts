/** A page at 400 %: what is left of a window of 1280 × 1024, in which nothing may be lost. */
import type { Page } from 'playwright-core';

/** 1280 × 1024 at 400 %, in CSS pixels. */
export const ZOOMED = { width: 320, height: 256 } as const;
/** Of this, at least so much must be left for what is read; the rest may be held by bars that stay. */
const ROOM = 0.5;

/** What a person cannot get at, one line each: a control that cannot be brought into sight, or that something covers once it is there. */
export function lostAtZoom(page: Page): Promise<readonly string[]> {
  return page.evaluate((room) => {
    const wrong: string[] = [];
    const dialogs = document.querySelectorAll('[role=dialog], [role=alertdialog], [role=menu]');
    const root = dialogs[dialogs.length - 1] ?? document.body;
    const controls = root.querySelectorAll<HTMLElement>('button, a[href], input, select, textarea, summary');
    for (const one of controls) {
      if (!one.checkVisibility({ visibilityProperty: true }) || one.closest('[aria-hidden=true], [inert]'))
        continue;
      const label = (one.matches('[type=checkbox], [type=radio]') && one.closest('label')) || one;
      // Links for keyboards come out when they have the focus.
      if (one.matches('a[href^="#"]') && getComputedStyle(one).position === 'absolute') continue;
      label.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
      const { left, right, top, bottom } = label.getBoundingClientRect();
      const name = (one.getAttribute('aria-label') || label.innerText || one.outerHTML)
        .trim()
        .replace(/\s+/g, ' ')
        .slice(0, 60);
      const x = (Math.max(left, 0) + Math.min(right, innerWidth)) / 2;
      const y = (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2;
      const at = document.elementFromPoint(x, y);
      if (right < 4 || left > innerWidth - 4 || bottom < 4 || top > innerHeight - 4)
        wrong.push(`cannot be brought into sight: ${name}`);
      else if (left < -1 || right > innerWidth + 1) wrong.push(`is wider than the window: ${name}`);
      else if (!at || !(label.contains(at) || at.contains(one)))
        wrong.push(`is covered by ${at?.outerHTML.slice(0, 80) ?? 'nothing'}: ${name}`);
    }
    // Bars that stay where they are take from what is left.
    let held = 0;
    for (const one of root.querySelectorAll<HTMLElement>('*')) {
      const { position } = getComputedStyle(one);
      if ((position !== 'fixed' && position !== 'sticky') || !one.checkVisibility()) continue;
      const box = one.getBoundingClientRect();
      if (box.width > innerWidth / 2 && box.height < innerHeight && box.bottom > 0 && box.top < innerHeight)
        held += box.height;
    }
    if (held > innerHeight * (1 - room)) wrong.push(`bars hold ${Math.round(held)} of ${innerHeight} px`);
    window.scrollTo(0, 0);
    return wrong;
  }, ROOM);
}
