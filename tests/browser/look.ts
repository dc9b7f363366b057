/** Looks at a page once: what there is to work and to read at that moment, in one question to the browser. */
import type { Page } from 'playwright-core';

/** Roles that are looked for. */
export const LOOKED_FOR = [
  'button',
  'menuitem',
  'menu',
  'heading',
  'timer',
  'dialog',
  'region',
  'main',
] as const;
export type Role = (typeof LOOKED_FOR)[number];

/** One thing on the page. `text` is all there is to read in it. */
export interface Thing {
  readonly role: Role;
  readonly name: string;
  readonly enabled: boolean;
  readonly text: string;
}

/** The page at one moment. */
export interface Look {
  readonly things: readonly Thing[];
  /** Everything there is to read, for telling one moment from another. */
  readonly all: string;
  /** The first thing of that role and name; undefined where there is none. */
  readonly find: (role: Role, name: string | RegExp) => Thing | undefined;
}

/**
 * What is there now, in the order of the page. Behind an open menu or dialog nothing else is, as for a screen reader. Where nothing has
 * changed, nothing is read again.
 *
 * Playwright's own picture of a page costs ten times as much and is asked for a few hundred times in a run; that both find the same is
 * tested in look.test.ts, and whatever is pressed is found by Playwright.
 */
export function lookAt(page: Page): Promise<Look> {
  return look(page, 0);
}

/** What is there once something has changed since the last look at this page, or after so many milliseconds in which nothing did. */
export function nextLook(page: Page, patience: number): Promise<Look> {
  return look(page, patience);
}

async function look(page: Page, patience: number): Promise<Look> {
  const before = last.get(page);
  const read = await page.evaluate(readThings, { before: before?.stamp ?? '', patience });
  if (before && read.things === null) return before.look;
  const things = read.things ?? [];
  const now: Look = {
    things,
    all: JSON.stringify(things),
    find: (role, name) =>
      things.find(
        (one) => one.role === role && (typeof name === 'string' ? one.name === name : name.test(one.name)),
      ),
  };
  last.set(page, { stamp: read.stamp, look: now });
  return now;
}

/** The last look at each page, and when it was: what changes while it is taken makes another stamp. */
const last = new WeakMap<Page, { readonly stamp: string; readonly look: Look }>();

/** Runs in the page. The stamp tells which document this is and how often it has changed; no things where it is the one of before. */
async function readThings(asked: { readonly before: string; readonly patience: number }): Promise<{
  readonly stamp: string;
  readonly things: readonly Thing[] | null;
}> {
  const here = globalThis as typeof globalThis & {
    changes?: { readonly of: string; count: number; wake: () => void };
  };
  if (here.changes === undefined) {
    const made = {
      of: crypto.getRandomValues(new Uint32Array(2)).join('-'),
      count: 0,
      wake: () => {},
    };
    here.changes = made;
    const what = { subtree: true, childList: true, characterData: true, attributes: true };
    new MutationObserver(() => {
      made.count += 1;
      made.wake();
    }).observe(document, what);
  }
  const { changes } = here;
  const stampNow = () => `${changes.of} ${changes.count}`;
  if (stampNow() === asked.before && asked.patience > 0) {
    await new Promise<void>((resolve) => {
      const late = setTimeout(resolve, asked.patience);
      // What changes together is read together: once it has been drawn.
      changes.wake = () => {
        clearTimeout(late);
        requestAnimationFrame(() => resolve());
      };
    });
    changes.wake = () => {};
  }
  const stamp = stampNow();
  if (stamp === asked.before) return { stamp, things: null };
  const things: Thing[] = [];
  const all = document.querySelectorAll<HTMLElement>(
    'button, [role], h1, h2, h3, h4, h5, h6, section, summary, main',
  );
  for (const one of all) {
    const role = roleOf(one);
    if (role === null || one.closest('[aria-hidden=true], [inert]') !== null) continue;
    if (!one.checkVisibility({ visibilityProperty: true })) continue;
    const name = nameOf(one, role);
    if (role === 'region' && name === '') continue;
    const enabled = !one.matches(':disabled, [aria-disabled=true]');
    const isRead = role === 'region' || role === 'main' || role === 'timer';
    things.push({ role, name, enabled, text: isRead ? one.innerText : '' });
  }
  return { stamp, things };

  function roleOf(one: HTMLElement): Role | null {
    const own = one.getAttribute('role');
    if (own !== null)
      return /^(button|menuitem|menu|heading|timer|dialog|region|main)$/.test(own) ? (own as Role) : null;
    if (one.localName === 'button') return 'button';
    if (one.localName === 'section') return 'region';
    if (one.localName === 'main') return 'main';
    return /^h[1-6]$/.test(one.localName) ? 'heading' : null;
  }
  function nameOf(one: HTMLElement, role: Role): string {
    const by = one.getAttribute('aria-labelledby');
    const name =
      by !== null
        ? by
            .split(' ')
            .map((id) => wordsIn(document.getElementById(id)))
            .join(' ')
        : (one.getAttribute('aria-label') ??
          (role === 'button' || role === 'menuitem' || role === 'heading' ? wordsIn(one) : ''));
    return name.replace(/\s+/g, ' ').trim();
  }
  function wordsIn(node: Node | null): string {
    if (node instanceof Text) return node.data;
    if (!(node instanceof Element) || node.matches('[aria-hidden=true]')) return '';
    const label = node.getAttribute('aria-label');
    if (label !== null) return label;
    const style = getComputedStyle(node);
    if (style.display === 'none') return '';
    const words = [...node.childNodes].map(wordsIn).join('');
    return style.display.startsWith('inline') ? words : ` ${words} `;
  }
}
