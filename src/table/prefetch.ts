/** Brings in everything that a run, its debrief and its export need, so that the network may go away right after the page came (TB16). */
import type { Library } from './library/library.ts';
import type { Room } from './runs/open-run.ts';
import { LANGUAGES } from './words/languages.ts';
import { textsIn } from './words/texts.ts';

/** On the way into a call: asks for what plays it beside storage and library, which the page waits for. Never throws. */
export function fetchAhead(hash: string): void {
  if (!hash.startsWith(INTO_A_CALL)) return;
  void Promise.allSettled([import('./home/brief.tsx'), import('./runs/open-run.ts')]);
}

/** Loads every lazy part once the page is idle. Never throws: what did not come is asked for again when it is needed. */
export function prefetchWhenIdle(room: Room): void {
  const { library } = room;
  const start = () => {
    const first = Promise.allSettled([...parts(library), ...[...document.fonts].map((font) => font.load())]);
    // Sand table and sounds are the heaviest parts and those that can be done without: they come when the others are there.
    const last = first.then(deskFirst).then(() => Promise.allSettled([import('./scene/mount.ts'), sounds()]));
    void first
      .then(() => import('./runs/keep-bodies.ts'))
      .then(
        ({ keepBodies }) => keepBodies(room),
        () => undefined,
      );
    Promise.all([first, last]).then(([some, scene]) => {
      const all = [...some, ...scene];
      document.documentElement.dataset.offline = all.every(({ status }) => status === 'fulfilled')
        ? 'ready'
        : 'partly';
    });
  };
  // Safari has no idle callback.
  if ('requestIdleCallback' in globalThis) requestIdleCallback(start, { timeout: 2_000 });
  else setTimeout(start, 500);
}

const INTO_A_CALL = '#/play/';

/** On the way into a run the desk comes first: until it stands there, a few seconds at most, nothing heavy is asked for (TB56). */
async function deskFirst(): Promise<void> {
  for (let tries = 0; tries < 20 && location.hash.startsWith(INTO_A_CALL); tries++) {
    const stands = document.querySelector('[data-part=sand-table]') !== null;
    await new Promise((resolve) => setTimeout(resolve, 250));
    if (stands) return;
  }
}

/** The sounds' script and files. */
async function sounds(): Promise<void> {
  await import('./sound/sound-desk.ts');
  const { fetchAll } = await import('./sound/player.ts');
  await fetchAll();
}

function parts(library: Library): readonly Promise<unknown>[] {
  return [
    import('./home/brief.tsx'),
    import('./frames/play-frame.tsx'),
    import('./frames/debrief-frame.tsx'),
    import('./frames/compare-frame.tsx'),
    import('./library/pocket-law-index.ts'),
    import('./runs/open-run.ts'),
    import('./runs/keep-bodies.ts'),
    import('./runs/debrief-run.ts'),
    import('./runs/compare-run.ts'),
    import('./runs/export-run.ts'),
    import('./runs/family.ts'),
    import('./runs/import-run.ts'),
    import('#debrief/branch.ts'),
    import('#debrief/rewind.ts'),
    ...LANGUAGES.map(({ lang }) => textsIn(lang)),
    library.law(),
    ...library.scenarios.map((listing) => listing.load()),
    ...library.scenarios.map((listing) => Promise.resolve(listing.map?.())),
  ];
}
