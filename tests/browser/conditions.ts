/** What a person or a machine may lack: no WebGL, no sound, no wish to see things move. Each is put on a page before it loads. */
import type { BrowserContextOptions, Page } from 'playwright-core';

/** A lack, and how one sees at the end that it was there and that the page took it well. */
export interface Condition {
  readonly options: BrowserContextOptions;
  readonly before: (page: Page) => Promise<void>;
  /** What the page did wrong under it, one line each. */
  readonly wrong: (page: Page) => Promise<readonly string[]>;
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
      const watched: Watched = { webgl: 0, sounds: 0, moved: [] };
      (globalThis as Watching).watched = watched;
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
};

/** The browser has no sound at all and no file of it comes. */
export const NO_SOUND: Condition = {
  // What a service worker fetches would go past the page.
  options: { serviceWorkers: 'block' },
  before: async (page) => {
    await page.route(/\.(webm|m4a|mp3|ogg|wav)(\?|$)/, (route) => route.fulfill({ status: 404, body: '' }));
    await page.addInitScript(() => {
      const watched: Watched = { webgl: 0, sounds: 0, moved: [] };
      (globalThis as Watching).watched = watched;
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
  wrong: async () => [],
};

/** The reader has asked the system for less motion: nothing on the page is animated, and nothing scrolls smoothly. */
export const LESS_MOTION: Condition = {
  options: { reducedMotion: 'reduce' },
  before: watchMotion,
  wrong: (page) =>
    page.evaluate(() => {
      const { watched } = globalThis as Watching;
      if (!watched) throw new Error('Nobody watched for motion.');
      return [...new Set(watched.moved)];
    }),
};

/** Nothing is lacking: the page may move as it likes; that it does is what makes watching for motion worth something. */
export const ALL_MOTION: Condition = {
  options: { reducedMotion: 'no-preference' },
  before: watchMotion,
  wrong: (page) =>
    page.evaluate(() =>
      (globalThis as Watching).watched?.moved.length === 0 ? ['nothing moves even where it may'] : [],
    ),
};

async function watchMotion(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const watched: Watched = { webgl: 0, sounds: 0, moved: [] };
    (globalThis as Watching).watched = watched;
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
