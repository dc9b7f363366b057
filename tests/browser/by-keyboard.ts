/** A person who has a keyboard and no mouse, and finds things by role and name only. */
import type { Locator, Page } from 'playwright-core';

/** How often a person would look where they are before giving up. */
const LOOKS = 120;
/** As many keys as a person presses without looking. */
const AT_ONCE = 40;

/** How somebody gets to things and works them. */
export interface Hands {
  /** Gets to a thing without working it. */
  readonly reach: (page: Page, thing: Locator) => Promise<void>;
  readonly press: (page: Page, thing: Locator) => Promise<void>;
  readonly write: (page: Page, thing: Locator, words: string) => Promise<void>;
  /** Makes an open menu go away. */
  readonly shut: (page: Page) => Promise<void>;
}

/** The keys towards a thing and away from it, about how many presses, and where in the page's order one is. */
interface Way {
  readonly key: string;
  readonly back: string;
  readonly times: number;
  readonly at: number;
}

/**
 * Tab or Shift+Tab, and arrows inside a toolbar or menu, until the thing has the focus. Throws if the keyboard cannot get there.
 *
 * How many times a key takes is guessed as a person would guess it, then looked at again. Whoever went too far goes back by smaller steps.
 */
export async function reach(page: Page, thing: Locator): Promise<void> {
  await thing.waitFor({ state: 'visible' });
  let stride = AT_ONCE;
  let pressed = '';
  let from = 0;
  for (let i = 0; i < LOOKS; i += 1) {
    const way = await wayTo(thing);
    if (way === null) return;
    // Past the end of the page Tab comes out at its other end.
    const wentRound = pressed === way.key && (isBackwards(pressed) ? way.at > from : way.at < from);
    const key = wentRound ? way.back : way.key;
    if (pressed !== '' && key !== pressed) stride = Math.max(1, Math.floor(stride / 2));
    const times = wentRound ? stride : Math.min(way.times, stride);
    for (let n = 0; n < times; n += 1) await page.keyboard.press(key);
    pressed = key;
    from = way.at;
  }
  const where = await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200) ?? 'nothing');
  throw new Error(`The keyboard never reached ${String(thing)}; it ended at ${where}`);
}

function isBackwards(key: string): boolean {
  return key === 'Shift+Tab' || key === 'ArrowLeft' || key === 'ArrowUp';
}

/** Waits out the moment in which a fresh card takes no answer (TB113), as somebody who reads it does. */
export async function readable(page: Page, option: Locator): Promise<void> {
  for (let i = 0; i < 20 && (await option.getAttribute('aria-disabled')) === 'true'; i += 1) {
    if ((await option.getAttribute('data-part')) !== 'option') return;
    await page.waitForTimeout(100);
  }
}

/** Reaches a button or link and presses it. */
export async function press(page: Page, thing: Locator): Promise<void> {
  await reach(page, thing);
  await readable(page, thing);
  await page.keyboard.press('Enter');
}

/** Reaches a text box and types. */
async function type(page: Page, thing: Locator, words: string): Promise<void> {
  await reach(page, thing);
  await page.keyboard.type(words);
}

export const BY_KEYBOARD: Hands = {
  reach,
  press,
  write: type,
  shut: (page) => page.keyboard.press('Escape'),
};

/** Somebody whose way to things is not what is looked at: the focus is put there, and the key pressed. */
export const STRAIGHT: Hands = {
  reach: (_, thing) => thing.focus(),
  press: async (page, thing) => {
    await thing.focus();
    await readable(page, thing);
    await thing.press('Enter');
  },
  write: (_, thing, words) => thing.fill(words),
  shut: BY_KEYBOARD.shut,
};

/** From where the focus is to the thing; null once it is there. */
function wayTo(thing: Locator): Promise<Way | null> {
  return thing.evaluate((element) => {
    const now = document.activeElement;
    if (now === element) return null;
    const isAhead =
      now === null ||
      now === document.body ||
      (now.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    // Tab would leave a toolbar or a menu: in there arrows go from one thing to the next.
    const group = element.closest('[role=toolbar], [role=menu]');
    const isWithin = group !== null && group !== element && now !== null && group.contains(now);
    const [on, back] = !isWithin
      ? ['Tab', 'Shift+Tab']
      : group.matches('[role=menu]')
        ? ['ArrowDown', 'ArrowUp']
        : ['ArrowRight', 'ArrowLeft'];
    const stops = [
      ...(isWithin ? group : document).querySelectorAll<HTMLElement>(
        'a[href], button, input, textarea, summary, [tabindex]',
      ),
    ].filter((stop) =>
      isWithin
        ? stop.matches('button, [role^=menuitem]')
        : stop === element ||
          stop === now ||
          (stop.tabIndex >= 0 && !stop.matches(':disabled') && stop.checkVisibility()),
    );
    // A toolbar is one stop for Tab, wherever in it one comes out.
    const doors = isWithin
      ? stops
      : [...new Set(stops.map((stop) => stop.closest('[role=toolbar]') ?? stop))];
    const indexOf = (one: Element | null) =>
      doors.indexOf((isWithin ? one : (one?.closest('[role=toolbar]') ?? one)) as HTMLElement);
    const at = now === document.body ? -1 : indexOf(now);
    const [key, other] = isAhead ? [on, back] : [back, on];
    return {
      key: key as string,
      back: other as string,
      times: Math.max(1, Math.abs(indexOf(element) - at)),
      at,
    };
  });
}
