/** Looks at a page once, as a screen reader has it: every role, name and text of that moment, in one question to the browser. */
import type { Page } from 'playwright-core';

/** One thing on the page. `text` is all there is to read in it. */
export interface Thing {
  readonly role: string;
  readonly name: string;
  readonly enabled: boolean;
  readonly text: string;
}

/** The page at one moment. */
export interface Look {
  /** Everything there is to read, for telling one moment from another. */
  readonly all: string;
  /** The first thing of that role and name; undefined where there is none. */
  readonly find: (role: string, name: string | RegExp) => Thing | undefined;
}

/** What is there now. Behind an open menu or dialog nothing else is, as for a screen reader. Where nothing has changed, nothing is read again. */
export async function lookAt(page: Page): Promise<Look> {
  const stamp = await stampOf(page);
  const before = last.get(page);
  if (before?.stamp === stamp) return before.look;
  const nodes = (await page.locator('body').ariaSnapshotJSON()) as readonly (Node | string)[];
  const look: Look = {
    all: JSON.stringify(nodes),
    find: (role, name) => {
      const isIt = (node: Node) => {
        const own = node.name ?? '';
        return node.role === role && (typeof name === 'string' ? own === name : name.test(own));
      };
      const found = first(nodes, isIt);
      return found && { role, name: found.name ?? '', enabled: found.disabled !== true, text: textOf(found) };
    },
  };
  last.set(page, { stamp, look });
  return look;
}

/** The last look at each page, and when it was: what changes while it is taken makes another stamp. */
const last = new WeakMap<Page, { readonly stamp: string; readonly look: Look }>();

/** Which document this is, and how often it has changed since it was first looked at. */
function stampOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const here = globalThis as typeof globalThis & { changes?: { readonly of: string; count: number } };
    if (here.changes === undefined) {
      const changes = { of: crypto.getRandomValues(new Uint32Array(2)).join('-'), count: 0 };
      here.changes = changes;
      const what = { subtree: true, childList: true, characterData: true, attributes: true };
      new MutationObserver(() => {
        changes.count += 1;
      }).observe(document, what);
    }
    return `${here.changes.of} ${here.changes.count}`;
  });
}

/** As Playwright gives it. */
interface Node {
  readonly role: string;
  readonly name?: string;
  readonly text?: string;
  readonly disabled?: boolean;
  readonly children?: readonly (Node | string)[];
}

function first(nodes: readonly (Node | string)[], isIt: (node: Node) => boolean): Node | undefined {
  for (const node of nodes) {
    if (typeof node === 'string') continue;
    const found = isIt(node) ? node : first(node.children ?? [], isIt);
    if (found) return found;
  }
  return undefined;
}

function textOf(node: Node | string): string {
  if (typeof node === 'string') return node;
  const { name = '', text = '', children = [] } = node;
  return [name, text, ...children.map(textOf)].filter((part) => part !== '').join('\n');
}
