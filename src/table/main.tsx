/** The page's beginning: opens storage and library, then draws, and draws first what does not wait for either. Whatever fails here still gives a screen with a way on (TB7). */
import './theme/look.ts';
import { createRoot } from 'react-dom/client';
import type { Taken } from '#journal/connection.ts';
import { JournalFailure } from '#journal/journal-failure.ts';
import { App, NoApp } from './app.tsx';
import { bearForeignHands } from './foreign-hands.ts';
import { shippedLibrary } from './library/library.ts';
import { canInstall, keepOffline } from './offline/keep-offline.ts';
import { Opening } from './opening.tsx';
import { drawOn } from './preferences/preferences.ts';
import { readPreferences } from './preferences/stored-preferences.ts';
import { fetchAhead, prefetchWhenIdle } from './prefetch.ts';
import type { Room } from './runs/open-run.ts';
import { memoryRunStorage, openRunStorage, type RunStorage } from './runs/run-storage.ts';
import { realTempo } from './session/real-tempo.ts';
import { StorageTrouble } from './storage-trouble.tsx';
import { storageTrouble } from './trouble/storage-kind.ts';
import { troubleOf } from './trouble/trouble-found.ts';
import { FIRST_LANGUAGE, langNear } from './words/languages.ts';
import { ENGLISH, textsIn } from './words/texts.ts';

const preferences = readPreferences();
drawOn(document.documentElement, preferences);
const lang = preferences.lang ?? langNear(navigator.language) ?? FIRST_LANGUAGE;
const place = document.getElementById('page');
if (!place) throw new Error('TB7: index.html has no place for the page.');
bearForeignHands(place);
const root = createRoot(place);

/** Told when another tab takes the storage: the screen that is shown then says so. */
let onTaken: (by: Taken) => void = () => {};
root.render(<Opening text={ENGLISH.shell.loading} />);
fetchAhead(location.hash);
begin().catch(broke);

async function begin(): Promise<void> {
  const author =
    import.meta.env.MODE === 'author' ? await (await import('./author/author-page.tsx')).authorPage() : null;
  // English is always here; a page without the reader's own words is still a page.
  const parts = Promise.all([author?.library ?? shippedLibrary(), textsIn(lang).catch(() => ENGLISH)]);
  let isOpen = false;
  let isLasting = false;
  const openOn = async (storage: RunStorage) => {
    if (isOpen) return;
    isOpen = true;
    isLasting = storage.why === null;
    const [library, texts] = await parts;
    const room: Room = { library, storage, tempo: realTempo, newId, canInstall: canInstall() };
    root.render(
      <App
        room={room}
        drawSeed={drawSeed}
        first={{ texts, preferences }}
        onNewVersion={(tell) => void (author === null && keepOffline(tell))}
        onTaken={(tell) => {
          onTaken = tell;
        }}
        overlay={author?.overlay ?? null}
      />,
    );
    prefetchWhenIdle(room);
  };
  const open = async (): Promise<void> => {
    let cause: unknown;
    try {
      return await openOn(await openRunStorage((by) => isLasting && onTaken(by)));
    } catch (thrown) {
      cause = thrown;
    }
    if (!(cause instanceof JournalFailure)) throw cause;
    const kind = storageTrouble(cause.kind);
    // A private window allows nothing, and asking its reader first would not change that: the page works in memory and says so.
    if (kind === 'forbidden') return openOn(memoryRunStorage(kind));
    const [, texts] = await parts;
    if (isOpen) return;
    const again = () => void open().catch(broke);
    root.render(
      <StorageTrouble
        kind={kind}
        texts={texts}
        onAgain={again}
        onInMemory={() => void openOn(memoryRunStorage(kind)).catch(broke)}
      />,
    );
    cause.over?.then(again, () => undefined);
  };
  await open();
}

function broke(cause: unknown): void {
  root.render(<NoApp found={troubleOf(cause)} />);
}

/** Seeds people can read out: below a million. */
function drawSeed(): number {
  return (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) % 1_000_000;
}

function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(10));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
