/** What a screen reader says, in order: what the focus comes to, by the browser's own accessibility tree, and what live regions announce. */
import type { CDPSession, Page } from 'playwright-core';

/** One thing said, with the clock of the exercise as it stood. `focus` is what the focus came to, the others are announcements. */
export interface Said {
  readonly at: string;
  readonly how: 'focus' | 'polite' | 'assertive';
  readonly words: string;
}

/** Somebody who has a keyboard and listens. Begin before the page is opened, so that its first words are heard. */
export class Listener {
  readonly page: Page;
  readonly #devtools: CDPSession;
  readonly #said: Said[] = [];
  #focus = '';

  private constructor(page: Page, devtools: CDPSession) {
    this.page = page;
    this.#devtools = devtools;
  }

  static async to(page: Page): Promise<Listener> {
    await page.addInitScript(hearLiveRegions);
    return new Listener(page, await page.context().newCDPSession(page));
  }

  /** All that was said so far. */
  async said(): Promise<readonly Said[]> {
    this.#said.push(...(await this.page.evaluate(() => Reflect.get(globalThis, 'heard').splice(0))));
    return this.#said;
  }

  /** Presses a key and hears what comes of it. @returns What the focus is on then, as it is said. */
  async press(key: string): Promise<string> {
    await this.page.keyboard.press(key);
    await this.page.waitForTimeout(SETTLE_MS);
    await this.said();
    const words = await this.#focused();
    if (words !== this.#focus && words !== '') {
      this.#focus = words;
      this.#said.push({ at: await clockOf(this.page), how: 'focus', words });
    }
    return words;
  }

  async #focused(): Promise<string> {
    const { result } = await this.#devtools.send('Runtime.evaluate', {
      expression: 'document.activeElement',
    });
    if (result.objectId === undefined) return '';
    const { objectId } = result;
    const { nodes } = await this.#devtools.send('Accessibility.getPartialAXTree', {
      objectId,
      fetchRelatives: false,
    });
    const [node] = nodes;
    if (node === undefined || node.ignored) return '';
    const states = (node.properties ?? []).flatMap(({ name, value }) =>
      STATES.has(name) && value.value !== false && value.value !== 'false'
        ? [`${name} ${String(value.value)}`]
        : [],
    );
    const parts = [node.name?.value, node.role?.value, node.value?.value, node.description?.value, ...states];
    return parts.filter((part) => part !== undefined && part !== '').join(', ');
  }
}

/** What came of a key has been drawn and told by then. */
const SETTLE_MS = 250;
const STATES = new Set(['disabled', 'expanded', 'pressed', 'checked', 'selected', 'invalid', 'haspopup']);

async function clockOf(page: Page): Promise<string> {
  return page.evaluate(
    () => document.querySelector('[role=timer]')?.textContent?.match(/\d+:\d+/)?.[0] ?? '',
  );
}

/** Runs in the page. A region that has just come is known, not announced; an atomic one is said whole. */
function hearLiveRegions(): void {
  const heard: { at: string; how: string; words: string }[] = [];
  Object.assign(globalThis, { heard });
  const LIVE = '[aria-live], [role=log], [role=status], [role=alert]';
  const known = new WeakSet<Element>();
  const levelOf = (it: Element) =>
    it.getAttribute('aria-live') ?? (it.getAttribute('role') === 'alert' ? 'assertive' : 'polite');
  const isLost = (it: Element) => it.closest('[aria-hidden=true], [inert]') !== null || !it.checkVisibility();
  const wordsOf = (node: Node, top = true): string => {
    if (node instanceof Text) return node.data;
    if (!(node instanceof Element)) return '';
    if (node.getAttribute('aria-hidden') === 'true' || node.hasAttribute('hidden')) return '';
    if (!top && node.getAttribute('aria-live') === 'off') return '';
    const children = [...node.childNodes].filter(
      (child) => !(node instanceof HTMLDetailsElement && !node.open) || child.nodeName === 'SUMMARY',
    );
    const inline = ['inline', 'contents'].includes(getComputedStyle(node).display);
    const words = children.map((child) => wordsOf(child, false)).join('');
    return inline ? words : ` ${words} `;
  };
  const say = (region: Element, words: string) => {
    const text = words.replace(/\s+/g, ' ').trim();
    const at = document.querySelector('[role=timer]')?.textContent?.match(/\d+:\d+/)?.[0] ?? '';
    if (text !== '') heard.push({ at, how: levelOf(region), words: text });
  };
  new MutationObserver((records) => {
    const whole = new Set<Element>();
    for (const { target, addedNodes, type } of records) {
      const near = target instanceof Element ? target : target.parentElement;
      const region = near?.closest(LIVE);
      if (!region || levelOf(region) === 'off' || isLost(region)) continue;
      if (!known.has(region) && region.getAttribute('role') !== 'alert') continue;
      if (region.getAttribute('role') !== 'log') whole.add(region);
      else if (type === 'characterData') say(region, wordsOf(target));
      else
        for (const node of addedNodes) {
          const isOff = node instanceof Element && node.getAttribute('aria-live') === 'off';
          if (!isOff) say(region, wordsOf(node));
        }
    }
    for (const region of whole) say(region, wordsOf(region));
    for (const region of document.querySelectorAll(LIVE)) known.add(region);
  }).observe(document, { subtree: true, childList: true, characterData: true });
}
