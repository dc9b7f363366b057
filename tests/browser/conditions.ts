/** What a person or a machine may lack: no WebGL, no sound, no wish to see things move. Each is put on a page before it loads. */
import type { BrowserContextOptions, Page } from 'playwright-core';

/** A lack, and how one sees that the page took it well and that it was there. */
export interface Condition {
  readonly options: BrowserContextOptions;
  readonly before: (page: Page) => Promise<void>;
  /** What the page does wrong under it, one line each; asked at any moment. */
  readonly wrong: (page: Page) => Promise<readonly string[]>;
  /** Whether the page came upon the lack at all: what is missing for that, one line each; asked at the end. */
  readonly met: (page: Page) => Promise<readonly string[]>;
}

/** What the page tried while something was blocked or watched. */
interface Watched {
  webgl: number;
  sounds: number;
  readonly moved: string[];
}
type Watching = typeof globalThis & { watched?: Watched };

/** The browser gives no WebGL: the desk is played without a scene, and says in words what the scene would show. */
export const NO_SCENE: Condition = {
  options: {},
  before: async (page) => {
    await page.addInitScript(() => {
      const here = globalThis as Watching;
      here.watched ??= { webgl: 0, sounds: 0, moved: [] };
      const { watched } = here;
      for (const kind of [HTMLCanvasElement, OffscreenCanvas]) {
        const real = kind.prototype.getContext;
        Object.defineProperty(kind.prototype, 'getContext', {
          value(this: HTMLCanvasElement, name: string, ...rest: unknown[]) {
            if (!/webgl/.test(name)) return Reflect.apply(real, this, [name, ...rest]);
            watched.webgl += 1;
            return null;
          },
        });
      }
    });
  },
  wrong: async (page) => {
    const canvases = await page.locator('[data-part=sand-table] canvas').filter({ visible: true }).count();
    return canvases > 0 ? ['a canvas is shown that nothing can be drawn on'] : [];
  },
  met: async (page) =>
    (await watchedOn(page)).webgl === 0 ? ['nobody asked for WebGL, so nobody missed it'] : [],
};

/** Sound files that did not come, of each page. The second format is asked for only by whoever wants to play what failed in the first. */
const silenced = new WeakMap<Page, string[]>();

/** The browser has no sound at all and no file of it comes. */
export const NO_SOUND: Condition = {
  // What a service worker fetches would go past the page.
  options: { serviceWorkers: 'block' },
  before: async (page) => {
    const asked: string[] = [];
    silenced.set(page, asked);
    await page.route(/\.(webm|m4a|mp3|ogg|wav)(\?|$)/, (route) => {
      asked.push(route.request().url());
      return route.fulfill({ status: 404, body: '' });
    });
    await page.addInitScript(() => {
      const here = globalThis as Watching;
      here.watched ??= { webgl: 0, sounds: 0, moved: [] };
      const { watched } = here;
      for (const name of ['AudioContext', 'webkitAudioContext', 'OfflineAudioContext']) {
        Object.defineProperty(globalThis, name, { value: undefined, configurable: true });
      }
      HTMLMediaElement.prototype.canPlayType = () => '';
      HTMLMediaElement.prototype.play = () => {
        watched.sounds += 1;
        return Promise.reject(new DOMException('No sound here.', 'NotSupportedError'));
      };
    });
  },
  wrong: async (page) => {
    const { sounds } = await watchedOn(page);
    return sounds > 0 ? [`${sounds} sounds were begun that nobody has`] : [];
  },
  met: async (page) => {
    const asked = silenced.get(page) ?? [];
    // The radio is keyed, hisses and closes; the street is heard throughout.
    return ['key-click', 'carrier', 'squelch', 'street'].flatMap((id) =>
      asked.some((url) => new RegExp(`/${id}-[^/]+\\.m4a`).test(url)) ? [] : [`nobody wanted to hear ${id}`],
    );
  },
};

/** The reader has asked the system for less motion: nothing on the page is animated, could be, or scrolls smoothly. */
export const LESS_MOTION: Condition = {
  options: { reducedMotion: 'reduce' },
  before: watchMotion,
  wrong: async (page) => {
    const { moved } = await watchedOn(page);
    return [...new Set([...moved, ...(await movable(page))])];
  },
  met: async () => [],
};

/** Nothing is lacking: the page may move as it likes; that it does is what makes watching for motion worth something. */
export const ALL_MOTION: Condition = {
  options: { reducedMotion: 'no-preference' },
  before: watchMotion,
  wrong: async () => [],
  met: async (page) => {
    // Whoever goes by keyboard alone may see nothing move; what the pointer comes over does.
    const ways = page.locator('summary, a[href]');
    for (let n = 0; n < 12 && (await watchedOn(page)).moved.length === 0; n += 1) {
      await ways
        .nth(n)
        .hover({ timeout: 1_000 })
        .catch(() => undefined);
      await page.waitForTimeout(100);
    }
    const { moved } = await watchedOn(page);
    return [
      ...(moved.length === 0 ? ['nothing moves even where it may'] : []),
      ...((await movable(page)).length === 0 ? ['nothing could move even where it may'] : []),
    ];
  },
};

/** All of these at once. */
export function together(...all: readonly Condition[]): Condition {
  const each = async (ask: (one: Condition) => Promise<readonly string[]>) =>
    (await Promise.all(all.map(ask))).flat();
  return {
    options: Object.assign({}, ...all.map(({ options }) => options)),
    before: async (page) => {
      for (const { before } of all) await before(page);
    },
    wrong: (page) => each(({ wrong }) => wrong(page)),
    met: (page) => each(({ met }) => met(page)),
  };
}

async function watchedOn(page: Page): Promise<Watched> {
  const watched = await page.evaluate(() => (globalThis as Watching).watched);
  if (!watched) throw new Error('Nobody watched this page.');
  return watched;
}

/** What runs now, or would on the next change: the styles that were computed for everything on the page. */
function movable(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found = document
      .getAnimations()
      .filter(({ playState }) => playState === 'running')
      .map((one) => `runs: ${one.id || one.constructor.name}`);
    const lasts = (times: string) => times.split(',').some((time) => Number.parseFloat(time) > 0);
    for (const one of document.querySelectorAll('body, body *')) {
      for (const part of [undefined, '::before', '::after']) {
        const style = getComputedStyle(one, part);
        const where = `${one.tagName.toLowerCase()}.${one.classList[0] ?? ''}${part ?? ''}`;
        if (style.animationName !== 'none' && lasts(style.animationDuration))
          found.push(`would run ${style.animationName}: ${where}`);
        if (style.transitionProperty !== 'none' && lasts(style.transitionDuration))
          found.push(`would change by and by: ${where}`);
        if (style.scrollBehavior === 'smooth') found.push(`would scroll smoothly: ${where}`);
      }
    }
    return [...new Set(found)];
  });
}

async function watchMotion(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const here = globalThis as Watching;
    here.watched ??= { webgl: 0, sounds: 0, moved: [] };
    const { watched } = here;
    const note = (what: string, on: EventTarget | null) =>
      watched.moved.push(
        `${what} ${on instanceof Element ? `${on.tagName} ${on.className}` : ''}`.slice(0, 100),
      );
    addEventListener(
      'animationstart',
      (event) => note(`animation ${event.animationName} on`, event.target),
      true,
    );
    addEventListener(
      'transitionrun',
      (event) => note(`transition of ${event.propertyName} on`, event.target),
      true,
    );
    const animate = Element.prototype.animate;
    Element.prototype.animate = function (...how) {
      note('animate()', this);
      return animate.apply(this, how);
    };
    for (const name of ['scrollIntoView', 'scrollTo', 'scrollBy', 'scroll'] as const) {
      const real = Element.prototype[name] as (...how: unknown[]) => void;
      Object.defineProperty(Element.prototype, name, {
        value(this: Element, ...how: unknown[]) {
          const [options] = how;
          if (
            typeof options === 'object' &&
            options !== null &&
            'behavior' in options &&
            options.behavior === 'smooth'
          )
            note(`smooth ${name}`, this);
          Reflect.apply(real, this, how);
        },
      });
    }
  });
}
