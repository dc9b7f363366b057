/** The page's beginning: opens storage and library, then draws. Whatever fails here still gives a screen with a way on (TB7). */
import './desk/look.ts';
import { createRoot } from 'react-dom/client';
import { App, NoApp } from './app.tsx';
import { drawOn } from './desk/preferences.ts';
import { shippedLibrary } from './library.ts';
import { readPreferences } from './preferences.ts';
import { prefetchWhenIdle } from './prefetch.ts';
import type { Room } from './runs/open-run.ts';
import { openShelf } from './runs/shelf.ts';
import { realTempo } from './session/tempo.ts';
import { textsIn } from './texts/texts.ts';
import { troubleOf } from './trouble-found.ts';
import { canInstall, keepOffline } from './worker.ts';

const preferences = readPreferences();
drawOn(document.documentElement, preferences);
const lang = preferences.lang ?? (navigator.language.startsWith('es') ? 'es' : 'en');
const place = document.getElementById('page');
if (!place) throw new Error('TB7: index.html has no place for the page.');
const root = createRoot(place);

try {
  const author =
    import.meta.env.MODE === 'author' ? await (await import('./author/author-page.tsx')).authorPage() : null;
  const [library, shelf, texts] = await Promise.all([
    author?.library ?? shippedLibrary(),
    openShelf(staleStorage),
    // English is always here; a page without its Spanish is still a page.
    textsIn(lang).catch(() => textsIn('en')),
  ]);
  const room: Room = { library, shelf, tempo: realTempo, newId, canInstall: canInstall() };
  root.render(
    <App
      room={room}
      drawSeed={drawSeed}
      first={{ texts, preferences }}
      onNewVersion={(tell) => void (author === null && keepOffline(tell))}
      beside={author?.beside ?? null}
    />,
  );
  prefetchWhenIdle(library);
} catch (cause) {
  root.render(<NoApp found={troubleOf(cause)} />);
}

/** Another tab brought a newer storage: this page can write no more, so it is replaced by one that can. */
function staleStorage(): void {
  location.reload();
}

/** Seeds people can read out: below a million. */
function drawSeed(): number {
  return (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) % 1_000_000;
}

function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(10));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
