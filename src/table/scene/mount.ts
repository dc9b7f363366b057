/** Mounts the sand table into a host element: the door of this folder, loaded lazily. */
import type { SceneHandle, SceneOptions } from './frame.ts';

export type { Box, Picked, SceneFrame, SceneHandle, SceneOptions, SceneWords } from './frame.ts';

/** Rejects with a cause where nothing can be drawn; the desk is whole without it. */
export async function mountScene(_host: HTMLElement, _options: SceneOptions): Promise<SceneHandle> {
  throw new Error('The scene is not drawn yet.');
}
