/** The page: the flow's state drawn as a screen, with title and focus where a reader expects them. */
import { useActor } from '@xstate/react';
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Taken } from '#journal/connection.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { appFlow } from './flow/app-flow.ts';
import type { Overlay } from './flow/overlay.ts';
import { againScreen, type BriefScreen, openScreen, type Screen, startScreen } from './flow/screens.ts';
import { HomeFrame } from './frames/home-frame.tsx';
import styles from './frames/shell.module.css';
import { goHome, TroubleScreen } from './frames/trouble-screen.tsx';
import { infoIn, packIn } from './library/library.ts';
import { playAddress, readAddress } from './navigation/address.ts';
import { focusHeading } from './navigation/focus-heading.ts';
import { NewVersion } from './new-version.tsx';
import { Opening } from './opening.tsx';
import { PreferringHere } from './preferences/preferences.ts';
import { type Kept, keepPreferences } from './preferences/stored-preferences.ts';
import type { LanguageChoice } from './props/screen-props.ts';
import type { Room } from './runs/open-run.ts';
import { InMemory } from './storage-trouble.tsx';
import { StrayLine, useStrayErrors } from './stray-errors.tsx';
import { type TroubleFound, troubleOf } from './trouble/trouble-found.ts';
import { Banner } from './ui/banner.tsx';
import { DeskWords } from './words/desk-words.ts';
import type { ShellTexts } from './words/en/shell.ts';
import { directionOf, FIRST_LANGUAGE, LANGUAGES, type Lang, langOf } from './words/languages.ts';
import { Reading, type Texts, textsIn, useTexts } from './words/texts.ts';

const Brief = lazy(async () => ({ default: (await import('./home/brief.tsx')).Brief }));
const PlayFrame = lazy(() => import('./frames/play-frame.tsx'));
const DebriefFrame = lazy(() => import('./frames/debrief-frame.tsx'));
const CompareFrame = lazy(() => import('./frames/compare-frame.tsx'));
const PartsFrame = lazy(() => import('./frames/parts-frame.tsx'));
const GuidePage = lazy(() => import('./guide/guide-page.tsx'));

/**
 * The whole page over a room.
 *
 * `drawSeed` comes from the edge (chance). `onNewVersion` is asked once and calls back when a newer page is ready.
 */
export function App(props: {
  readonly room: Room;
  readonly drawSeed: () => number;
  readonly first: { readonly texts: Texts; readonly preferences: Kept };
  readonly onNewVersion: (tell: (use: () => void) => void) => void;
  /** Calls back when another tab took the storage from this page. */
  readonly onTaken?: (tell: (by: Taken) => void) => void;
  /** Only on an author's page. */
  readonly overlay?: Overlay | null;
}) {
  const { room, drawSeed, onNewVersion, onTaken, overlay = null } = props;
  const [reading, setReading] = useState(props.first.texts);
  const [preferences, setPreferences] = useState(props.first.preferences);
  const [newVersion, setNewVersion] = useState<(() => void) | null>(null);
  useEffect(() => onNewVersion((use) => setNewVersion(() => use)), [onNewVersion]);
  const words = useRef(reading);
  words.current = reading;
  const texts = reading.shell;
  const readHere = () =>
    readAddress(location.hash, knownOf(room, words.current.lang), words.current.shell, drawSeed);
  const reopen = () => openScreen(room, words.current, put, readHere());
  const flow = useMemo(
    () =>
      appFlow({
        open: (route) => {
          const open = () => openScreen(room, words.current, put, route);
          return overlay === null ? open() : overlay.opening(room, words.current.lang, open, reopen);
        },
        start: (screen) => startScreen(room, put, screen),
        again: (screen, seq) => againScreen(room, put, screen, seq),
      }),
    [room],
  );
  const [state, send] = useActor(flow, { input: { route: readHere() } });
  const { screen, trouble } = state.context;
  const broke = useCallback((cause: unknown) => send({ type: 'broke', trouble: troubleOf(cause) }), [send]);
  const stray = useStrayErrors(broke);
  const line = stray.isShown ? <StrayLine onDismiss={stray.dismiss} /> : null;
  const keep = (next: Kept) => {
    setPreferences(next);
    keepPreferences(next);
  };
  /** The same screen in another language: a run goes on as it is (TB13). */
  const speak = async (lang: Lang) => {
    const next = await textsIn(lang);
    words.current = next;
    setReading(next);
    if (screen?.kind === 'play') {
      screen.speak(lang);
      const settings = { ...screen.settings, lang };
      put(playAddress(screen.listing.info.id, settings, screen.run));
      send({ type: 'show', screen: { ...screen, settings } });
    } else if (screen?.kind === 'brief') {
      const settings = {
        ...screen.settings,
        lang: screen.listing.languages.includes(lang) ? lang : FIRST_LANGUAGE,
      } as const;
      put(playAddress(screen.listing.info.id, settings));
      send({ type: 'settings', settings });
    } else send({ type: 'go', route: readHere() });
  };
  useEffect(() => {
    onTaken?.((by) => {
      // A run finds out by saving, and then offers what can be done with it.
      if (screen?.kind === 'play' && !screen.session.ended()) return screen.session.hide();
      const subject = by === 'newer' ? 'taken' : 'deleted';
      send({ type: 'broke', trouble: { kind: 'storage', subject, run: null, details: null } });
    });
  }, [onTaken, screen, send]);
  const onLang = (lang: Lang) => {
    keep({ ...preferences, lang });
    speak(lang).catch(broke);
  };
  const language: LanguageChoice = { lang: reading.lang, languages: LANGUAGES, onLang };

  useEffect(() => {
    document.documentElement.lang = reading.lang;
    document.documentElement.dir = directionOf(reading.lang);
  }, [reading.lang]);
  // An address that says in which language is read in it; the reader's own choice stays for other addresses.
  const wanted = screen?.kind === 'play' || screen?.kind === 'brief' ? screen.settings.lang : null;
  const says = langOf(new URLSearchParams(location.hash.split('?')[1]).get('lang') ?? '') !== null;
  useEffect(() => {
    if (!says || wanted === null || wanted === words.current.lang) return;
    textsIn(wanted).then(setReading, () => undefined);
  }, [wanted, says]);

  useEffect(() => {
    const go = () => send({ type: 'go', route: readHere() });
    addEventListener('hashchange', go);
    return () => removeEventListener('hashchange', go);
  }, [room, drawSeed, send]);

  useEffect(() =>
    overlay?.here({
      room,
      screen: state.matches('shown') ? screen : null,
      lang: reading.lang,
      reopen,
      show: (next) => send({ type: 'show', screen: next }),
      go: () => send({ type: 'go', route: readHere() }),
    }),
  );

  const isTrouble = state.matches('trouble') && trouble !== null;
  const key = isTrouble ? 'trouble' : screen === null ? 'loading' : keyOf(screen);
  const part = !isTrouble && screen?.kind === 'guide' ? screen.part : null;
  usePlaceOfReader(key, part, isTrouble ? texts.titles.trouble : titleOf(screen, texts), texts.product);

  const loading = <Opening text={texts.loading} />;
  return (
    <Reading.Provider value={reading}>
      <DeskWords.Provider value={reading.desk}>
        <PreferringHere.Provider
          value={{ preferences, onPreferences: (next) => keep({ ...preferences, ...next }) }}
        >
          {overlay === null ? (
            drawNow()
          ) : (
            <div className={screen?.kind === 'play' ? styles.besidePlay : undefined}>
              <overlay.Strip />
              <div>{drawNow()}</div>
            </div>
          )}
        </PreferringHere.Provider>
      </DeskWords.Provider>
    </Reading.Provider>
  );

  function drawNow() {
    if (isTrouble)
      return <TroubleScreen found={trouble} texts={texts} storage={room.storage} onBroke={broke} />;
    if (screen === null || state.matches('starting') || state.matches('branching')) return loading;
    return (
      <>
        {screen.kind === 'play' ? null : line}
        <ErrorBoundary key={key} onBroke={broke}>
          <Suspense fallback={loading}>{draw(screen)}</Suspense>
        </ErrorBoundary>
      </>
    );
  }

  function draw(now: Screen) {
    switch (now.kind) {
      case 'home':
        return (
          <>
            {newVersion === null ? null : <NewVersion room={room} onUse={newVersion} />}
            {room.storage.why === null ? null : <InMemory why={room.storage.why} runs={now.runs.length} />}
            <HomeFrame
              screen={now}
              room={room}
              language={language}
              onBroke={broke}
              onShow={(next) => send({ type: 'show', screen: next })}
            />
          </>
        );
      case 'brief':
        return (
          <>
            <Unfinished of={now} texts={texts} />
            <Brief
              scenario={infoIn(now.listing, reading.lang, wordsOf(room, now.settings.pack))}
              language={language}
              packs={room.library.packs.map((pack) => packIn(pack, reading.lang))}
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
        return <PlayFrame screen={now} room={room} language={language} above={line} onBroke={broke} />;
      case 'debrief':
        return (
          <DebriefFrame
            screen={now}
            room={room}
            onBroke={broke}
            onShow={(next) => send({ type: 'show', screen: next })}
            onAgain={(seq) => send({ type: 'again', seq })}
            language={language}
          />
        );
      case 'compare':
        return <CompareFrame screen={now} language={language} />;
      case 'parts':
        return <PartsFrame language={language} />;
      case 'guide':
        return <GuidePage language={language} onHome={goHome} />;
      default:
        return now satisfies never;
    }
  }
}

/** The page before there is a room: trouble that stopped it from opening at all. */
export function NoApp({ found }: { readonly found: TroubleFound }) {
  return <TroubleScreen found={found} texts={useTexts()} storage={null} onBroke={() => {}} />;
}

function Unfinished({ of, texts }: { readonly of: BriefScreen; readonly texts: ShellTexts }) {
  if (of.unfinished === null) return null;
  return (
    <Banner text={texts.notices.unfinished(of.unfinished.at)}>
      <a href={of.unfinished.address}>{texts.notices.resumeIt}</a>
    </Banner>
  );
}

/** Sets the page's title and, after the first screen, moves the focus to the heading of the new one, or to the `part` that was asked for. */
function usePlaceOfReader(key: string, part: string | null, title: string, product: string): void {
  const before = useRef<string | null>(null);
  useEffect(() => {
    document.title = title === product ? product : `${title} · ${product}`;
  }, [title, product]);
  useEffect(() => {
    if (key === 'loading') return;
    const first = before.current === null;
    before.current = key;
    // A part that the guide does not have leads to the guide.
    if (part !== null) return seekHeading(`#page article #${CSS.escape(part)}`, '#page article h1');
    if (!first) return seekHeading('#page h1');
  }, [key, part]);
}

/** Lazy screens come a little later: looks for a heading, the first rather than the next, until one is there, at most about three seconds. Answers how to stop. */
function seekHeading(...selectors: readonly string[]): () => void {
  let tries = 0;
  const look = () => {
    const [heading] = selectors.flatMap((one) => document.querySelector<HTMLElement>(one) ?? []);
    if (heading) focusHeading(heading);
    else if (++tries < 60) timer = setTimeout(look, 50);
  };
  let timer = setTimeout(look, 0);
  return () => clearTimeout(timer);
}

/** `replaceState` changes the address without opening it. */
function put(address: string): void {
  history.replaceState(null, '', address);
}

function knownOf({ library }: Room, lang: Lang) {
  return {
    lang,
    scenarios: library.scenarios.map(({ info, languages }) => ({ id: info.id, asOf: info.asOf, languages })),
    packs: library.packs.map((pack) => packIn(pack, lang)),
  };
}

/** Another key is another visit: its own heading, its own error boundary. */
function keyOf(screen: Screen): string {
  if (screen.kind === 'home' || screen.kind === 'parts' || screen.kind === 'guide') return screen.kind;
  if (screen.kind === 'brief') return `brief ${screen.listing.info.id}`;
  return `${screen.kind} ${screen.kind === 'compare' ? screen.run : screen.visit}`;
}

function titleOf(screen: Screen | null, texts: ShellTexts): string {
  switch (screen?.kind) {
    case undefined:
      return texts.titles.loading;
    case 'home':
      return texts.product;
    case 'parts':
      return texts.titles.parts;
    case 'guide':
      return texts.titles.guide;
    case 'debrief':
      return `${texts.titles.debrief}: ${screen.report.scenario.title}`;
    case 'compare':
      return `${texts.titles.compare}: ${screen.title}`;
    default:
      return `${texts.titles[screen?.kind ?? 'loading']}: ${screen?.listing.info.title ?? ''}`;
  }
}

/** How a pack speaks on the air, for a brief that is read before the run begins. */
function wordsOf({ library }: Room, pack: string): 'codes' | 'plain' | undefined {
  return library.packs.find(({ id }) => id === pack)?.words;
}
