/** The author's page beside its library: listens to the watching program (src/cli/watch.ts). No part of the product is made of it (CL48). */

import type { Overlay } from '../flow/overlay.ts';
import type { Library } from '../library/library.ts';
import { AuthorController } from './author-controller.ts';
import { AuthorLibrary } from './author-library.ts';
import { AuthorStrip } from './author-strip.tsx';
import { NEWS_ADDRESS, type News } from './news.ts';

/** Resolves when the folder's scenarios are here. Throws where the watching program cannot be reached. */
export async function authorPage(): Promise<{ readonly library: Library; readonly overlay: Overlay }> {
  const library = new AuthorLibrary(async (name) => {
    const answer = await fetch(`./author/${name}`);
    if (!answer.ok) throw new Error(`author/${name}: ${answer.status}`);
    return answer.json();
  });
  const controller = new AuthorController(library);
  const news = new EventSource(NEWS_ADDRESS);
  await new Promise<void>((resolve, reject) => {
    news.onmessage = (event: MessageEvent<string>) => {
      controller.heard(true);
      controller.hear(JSON.parse(event.data) as News).then(resolve, reject);
    };
    // The browser tries again by itself; what was saved meanwhile comes with the first news.
    news.onerror = () => {
      controller.heard(false);
      reject(new Error('The watching program cannot be reached.'));
    };
  });
  return {
    library,
    overlay: {
      Strip: () => <AuthorStrip controller={controller} />,
      opening: (room, lang, open, reopen) => controller.opening(room, lang, open, reopen),
      here: (page) => controller.here(page),
    },
  };
}
