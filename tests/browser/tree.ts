/** The page as a screen reader gets it: the browser's own accessibility tree, and the way Tab takes through the page. */
import type { Page } from 'playwright-core';

/** Roles that somebody can work. */
const WORKED = new Set([
  'button',
  'link',
  'textbox',
  'searchbox',
  'spinbutton',
  'checkbox',
  'switch',
  'radio',
  'slider',
  'combobox',
  'tab',
  'menuitem',
  'menuitemradio',
  'menuitemcheckbox',
  'option',
]);
/** Roles that say nothing. */
const SILENT = new Set(['', 'generic', 'none', 'presentation', 'unknown']);

/** What a screen reader cannot make out, one line each: something to work or to stop at without role or name, a log nobody hears. */
export async function treeDefects(page: Page): Promise<readonly string[]> {
  const devtools = await page.context().newCDPSession(page);
  const { nodes } = await devtools.send('Accessibility.getFullAXTree');
  await devtools.detach();
  const things = nodes
    .filter((node) => !node.ignored)
    .map((node) => ({
      role: String(node.role?.value ?? ''),
      name: String(node.name?.value ?? '').trim(),
      of: (property: string): unknown => node.properties?.find((one) => one.name === property)?.value.value,
    }));
  if (things.length < 20) throw new Error('There is almost nothing in the accessibility tree.');
  const count = (role: string) => things.filter((one) => one.role === role).length;
  const wrong: string[] = [];
  const isModal = things.some((one) => one.of('modal') === true);
  for (const { role, name, of } of things) {
    if (WORKED.has(role) && name === '') wrong.push(`a ${role} without a name`);
    if (role === 'image' && name === '') wrong.push('a picture without a name');
    if (of('focusable') !== true || role === 'RootWebArea') continue;
    if (SILENT.has(role)) wrong.push(`a stop without a role: “${name}”`);
    else if (name === '' && !WORKED.has(role)) wrong.push(`a stop without a name: ${role}`);
  }
  if (!isModal && count('main') !== 1) wrong.push(`${count('main')} main parts`);
  for (const log of things.filter((one) => one.role === 'log')) {
    if (log.of('live') !== 'polite') wrong.push(`the log is live “${String(log.of('live'))}”`);
  }
  return [...new Set(wrong)];
}

/** What does not change for so long has come to rest. */
const REST_MS = 400;

/** A stop on the way of Tab. */
interface Stop {
  readonly name: string;
  readonly at: number;
  readonly part: string;
  readonly box: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
}

/**
 * Goes once round the page by Tab. One line for each stop that comes before what stands ahead of it, that cannot be seen, or that Tab never
 * comes to. A toolbar or a group of choices is one stop.
 */
export async function wayDefects(page: Page): Promise<readonly string[]> {
  const expected = await settledStops(page);
  const wrong: string[] = [];
  const came = new Set<number>();
  let before: Stop | null = null;
  for (let i = 0; i < expected.length * 2 + 40; i += 1) {
    await page.keyboard.press('Tab');
    const stop = await stopAt(page);
    if (stop === null) break;
    if (stop.at >= 0 && came.has(stop.at)) break;
    if (stop.at >= 0) came.add(stop.at);
    if (stop.box.right - stop.box.left < 1) wrong.push(`a stop that cannot be seen: ${stop.name}`);
    if (before && stop.at >= 0 && before.at > stop.at)
      wrong.push(`${before.name} comes before ${stop.name}, which stands ahead of it`);
    // In one part the way goes on to the right or down.
    if (
      before &&
      before.part === stop.part &&
      stop.box.bottom <= before.box.top &&
      stop.box.right <= before.box.left
    )
      wrong.push(`from ${before.name} back up to ${stop.name}`);
    if (stop.at >= 0) before = stop;
  }
  for (const [i, name] of expected.entries()) if (!came.has(i)) wrong.push(`Tab never comes to ${name}`);
  await page.evaluate(() => {
    for (const one of document.querySelectorAll('[data-way]')) one.removeAttribute('data-way');
  });
  return wrong;
}

/** The stops of the page, numbered in place, once they stay the same: the sand table comes, or is found impossible, after the rest. */
async function settledStops(page: Page): Promise<readonly string[]> {
  await page.waitForFunction(
    () =>
      document.documentElement.dataset.offline !== undefined ||
      document.querySelector('script[type=module]') === null,
  );
  let before = '';
  for (let look = 0; look < 40; look += 1) {
    const names = await numberedStops(page);
    const now = names.join('\n');
    if (now === before) return names;
    before = now;
    await page.waitForTimeout(REST_MS);
  }
  throw new Error('The page does not come to rest.');
}

function numberedStops(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    // Tab starts where the focus was last, even after it has left: from the top then.
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
    window.scrollTo(0, 0);
    const all = [
      ...document.querySelectorAll<HTMLElement>(
        'a[href], button, input, select, textarea, summary, [tabindex]',
      ),
    ];
    const stops = all.filter((one) => {
      if (one.tabIndex < 0 || one.matches(':disabled') || one.closest('[inert], [aria-hidden=true]'))
        return false;
      if (!one.checkVisibility({ visibilityProperty: true })) return false;
      return one.closest('[role=toolbar], [role=radiogroup], [role=tablist], [role=menu]') === null;
    });
    for (const [i, one] of stops.entries()) one.setAttribute('data-way', String(i));
    return stops.map((one) =>
      (one.getAttribute('aria-label') ?? one.innerText ?? one.tagName).trim().slice(0, 40),
    );
  });
}

/** Where the focus is; null where it left the page. A stop that was not expected is at -1. */
function stopAt(page: Page): Promise<Stop | null> {
  return page.evaluate(() => {
    const one = document.activeElement;
    if (!(one instanceof HTMLElement || one instanceof SVGElement) || one === document.body) return null;
    const drawn = one.closest('label') ?? one;
    const { left, right, top, bottom } = drawn.getBoundingClientRect();
    return {
      name:
        (one.getAttribute('aria-label') ?? one.textContent ?? one.tagName)
          .trim()
          .replace(/\s+/g, ' ')
          .slice(0, 40) || one.tagName,
      at: Number(one.getAttribute('data-way') ?? -1),
      // The columns of a page are parts too: talk and actions come before the sand table that stands to their left.
      part:
        (one.closest('[data-part], section, [role=group]') ?? one.closest('main > div'))?.outerHTML.slice(
          0,
          80,
        ) ?? '',
      box: { left, right, top: top + scrollY, bottom: bottom + scrollY },
    };
  });
}
