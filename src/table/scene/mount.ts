/** Mounts the sand table into a host element: the door of this folder, loaded lazily. Phaser comes with it. */
import type { SceneHandle, SceneOptions } from './frame.ts';
import { beginGame, dots } from './game.ts';
import { Table } from './table.ts';

export type { Box, Picked, SceneFrame, SceneHandle, SceneOptions, SceneWords } from './frame.ts';

/**
 * Draws a table in `host`, which must be in the page and empty of React. One at a time: a table still on that host is closed first.
 *
 * Rejects with a cause where nothing can be drawn; the desk is whole without it. SPEC TB43.
 */
export async function mountScene(host: HTMLElement, options: SceneOptions): Promise<SceneHandle> {
  await ON.get(host)?.close();
  const ratio = dots();
  await fontsOf(host);
  const game = await beginGame(
    host,
    Math.max(1, host.clientWidth * ratio),
    Math.max(1, host.clientHeight * ratio),
  );
  try {
    const table = new Table(host, game, options, ratio);
    const handle = table.handle();
    ON.set(host, handle);
    const hot = import.meta.hot;
    hot?.dispose(() => handle.close());
    return {
      ...handle,
      close: async () => {
        if (ON.get(host) === handle) ON.delete(host);
        await handle.close();
      },
    };
  } catch (cause) {
    game.close();
    throw cause;
  }
}

/** The table on each host. */
const ON = new WeakMap<HTMLElement, SceneHandle>();

/** The letters of the page, if they come soon: words are measured with them. */
async function fontsOf(host: HTMLElement): Promise<void> {
  const { fontFamily } = getComputedStyle(host);
  const wanted = [450, 550, 600, 650].map((weight) => document.fonts.load(`${weight} 13px ${fontFamily}`));
  const soon = new Promise((resolve) => setTimeout(resolve, 1_500));
  await Promise.race([Promise.allSettled(wanted), soon]);
}
