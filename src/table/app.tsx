/** The page: the flow's state drawn as a screen, with title and focus where a reader expects them. */
import { useActor } from '@xstate/react';
import { lazy, Suspense, useEffect, useMemo, useRef } from 'react';
import { playAddress, readAddress } from './address.ts';
import { Banner } from './banner.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { appFlow } from './flow/app-flow.ts';
import { HomeFrame } from './home-frame.tsx';
import type { Room } from './runs/open-run.ts';
import { againScreen, type BriefScreen, openScreen, type Screen, startScreen } from './screens.ts';
import styles from './shell.module.css';
import type { ShellTexts } from './texts/en/shell.ts';
import { useTexts } from './texts/texts.ts';
import { type TroubleFound, troubleOf } from './trouble-found.ts';
import { goHome, TroubleScreen } from './trouble-screen.tsx';

const Brief = lazy(async () => ({ default: (await import('./desk/brief.tsx')).Brief }));
const PlayFrame = lazy(() => import('./play-frame.tsx'));
const DebriefFrame = lazy(() => import('./debrief-frame.tsx'));

/** The whole page over a room. `drawSeed` and `stale` come from the edge: chance, and a newer version in another tab. */
export function App({ room, drawSeed }: { readonly room: Room; readonly drawSeed: () => number }) {
  const texts = useTexts();
  const readHere = () => readAddress(location.hash, knownOf(room), texts, drawSeed);
  const flow = useMemo(
    () =>
      appFlow({
        open: (route) => openScreen(room, texts, put, route),
        start: (screen) => startScreen(room, put, screen),
        again: (screen, seq) => againScreen(room, put, screen, seq),
      }),
    [room, texts],
  );
  const [state, send] = useActor(flow, { input: { route: readHere() } });
  const { screen, trouble } = state.context;
  const broke = (cause: unknown) => send({ type: 'broke', trouble: troubleOf(cause) });

  useEffect(() => {
    const go = () => send({ type: 'go', route: readAddress(location.hash, knownOf(room), texts, drawSeed) });
    const failed = (event: ErrorEvent) => {
      // Resource and observer notices have no error and break nothing.
      if (event.error) send({ type: 'broke', trouble: troubleOf(event.error) });
    };
    const rejected = (event: PromiseRejectionEvent) =>
      send({ type: 'broke', trouble: troubleOf(event.reason) });
    addEventListener('hashchange', go);
    addEventListener('error', failed);
    addEventListener('unhandledrejection', rejected);
    return () => {
      removeEventListener('hashchange', go);
      removeEventListener('error', failed);
      removeEventListener('unhandledrejection', rejected);
    };
  }, [room, texts, drawSeed, send]);

  const isTrouble = state.matches('trouble') && trouble !== null;
  const key = isTrouble ? 'trouble' : screen === null ? 'loading' : keyOf(screen);
  usePlaceOfReader(key, isTrouble ? texts.titles.trouble : titleOf(screen, texts), texts.product);

  if (isTrouble) {
    return <TroubleScreen found={trouble} texts={texts} shelf={room.shelf} onBroke={broke} />;
  }
  const loading = (
    <p role="status" className={styles.loading}>
      {texts.loading}
    </p>
  );
  if (screen === null || state.matches('starting') || state.matches('branching')) return loading;
  return (
    <ErrorBoundary key={key} onBroke={broke}>
      <Suspense fallback={loading}>{draw(screen)}</Suspense>
    </ErrorBoundary>
  );

  function draw(now: Screen) {
    switch (now.kind) {
      case 'home':
        return (
          <HomeFrame
            screen={now}
            room={room}
            onBroke={broke}
            onShow={(next) => send({ type: 'show', screen: next })}
          />
        );
      case 'brief':
        return (
          <>
            <Unfinished of={now} texts={texts} />
            <Brief
              scenario={now.listing.info}
              packs={room.library.packs}
              settings={now.settings}
              notices={now.notices}
              onSettings={(settings) => {
                put(playAddress(now.listing.info.id, settings));
                send({ type: 'settings', settings });
              }}
              onStart={() => send({ type: 'start' })}
              onHome={goHome}
            />
          </>
        );
      case 'play':
        return <PlayFrame screen={now} room={room} onBroke={broke} />;
      case 'debrief':
        return (
          <DebriefFrame
            screen={now}
            room={room}
            onBroke={broke}
            onShow={(next) => send({ type: 'show', screen: next })}
            onAgain={(seq) => send({ type: 'again', seq })}
          />
        );
      default:
        return now satisfies never;
    }
  }
}

/** The page before there is a room: trouble that stopped it from opening at all. */
export function NoApp({ found }: { readonly found: TroubleFound }) {
  return <TroubleScreen found={found} texts={useTexts()} shelf={null} onBroke={() => {}} />;
}

function Unfinished({ of, texts }: { readonly of: BriefScreen; readonly texts: ShellTexts }) {
  if (of.unfinished === null) return null;
  return (
    <Banner text={texts.notices.unfinished(of.unfinished.at)}>
      <a href={of.unfinished.address}>{texts.notices.resumeIt}</a>
    </Banner>
  );
}

/** Sets the page's title and, after the first screen, moves the focus to the heading of the new one. */
function usePlaceOfReader(key: string, title: string, product: string): void {
  const before = useRef<string | null>(null);
  useEffect(() => {
    document.title = title === product ? product : `${title} · ${product}`;
  }, [title, product]);
  useEffect(() => {
    if (key === 'loading') return;
    const first = before.current === null;
    before.current = key;
    if (!first) return focusHeading();
  }, [key]);
}

/** Lazy screens come a little later: looks for the heading until it is there, at most about three seconds. Answers how to stop. */
function focusHeading(): () => void {
  let tries = 0;
  const look = () => {
    const heading = document.querySelector<HTMLElement>('#page h1');
    if (heading) {
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
      scrollTo(0, 0);
    } else if (++tries < 60) timer = setTimeout(look, 50);
  };
  let timer = setTimeout(look, 0);
  return () => clearTimeout(timer);
}

/** `replaceState` changes the address without opening it. */
function put(address: string): void {
  history.replaceState(null, '', address);
}

function knownOf({ library }: Room) {
  return {
    scenarios: library.scenarios.map(({ info, languages }) => ({ id: info.id, asOf: info.asOf, languages })),
    packs: library.packs,
  };
}

/** Another key is another visit: its own heading, its own error boundary. */
function keyOf(screen: Screen): string {
  if (screen.kind === 'home') return 'home';
  return screen.kind === 'brief' ? `brief ${screen.listing.info.id}` : `${screen.kind} ${screen.run}`;
}

function titleOf(screen: Screen | null, texts: ShellTexts): string {
  switch (screen?.kind) {
    case undefined:
      return texts.titles.loading;
    case 'home':
      return texts.product;
    case 'debrief':
      return `${texts.titles.debrief}: ${screen.report.scenario.title}`;
    default:
      return `${texts.titles[screen?.kind ?? 'loading']}: ${screen?.listing.info.title ?? ''}`;
  }
}
