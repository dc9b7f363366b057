/** The author's page beside its library: listens to the watching program (src/cli/watch.ts). No part of the product is made of it (CL48). */

import type { Beside } from '../flow/overlay.ts';
import type { Library } from '../library/library.ts';
import { AuthorHand } from './author-controller.ts';
import { AuthorLibrary } from './author-library.ts';
import { AuthorStrip } from './author-strip.tsx';
import { NEWS_ADDRESS, type News } from './news.ts';

/** Resolves when the folder's scenarios are here. Throws where the watching program cannot be reached. */
export async function authorPage(): Promise<{ readonly library: Library; readonly beside: Beside }> {
  const library = new AuthorLibrary(async (name) => {
    const answer = await fetch(`./author/${name}`);
    if (!answer.ok) throw new Error(`author/${name}: ${answer.status}`);
    return answer.json();
  });
  const hand = new AuthorHand(library);
  const news = new EventSource(NEWS_ADDRESS);
  await new Promise<void>((resolve, reject) => {
    news.onmessage = (event: MessageEvent<string>) => {
      hand.heard(true);
      hand.hear(JSON.parse(event.data) as News).then(resolve, reject);
    };
    // The browser tries again by itself; what was saved meanwhile comes with the first news.
    news.onerror = () => {
      hand.heard(false);
      reject(new Error('The watching program cannot be reached.'));
    };
  });
  return {
    library,
    beside: {
      Strip: () => <AuthorStrip hand={hand} />,
      opening: (room, lang, open, reopen) => hand.opening(room, lang, open, reopen),
      here: (page) => hand.here(page),
    },
  };
}
