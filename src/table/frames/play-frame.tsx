/** Play in its frame: what stops the session is told here in words, and the page's own life reaches the clock. */
import { type ReactNode, useEffect, useMemo, useReducer, useState } from 'react';
import type { MapPlan } from '#scenario/map/map-plan.ts';
import type { PlayScreen } from '../flow/screens.ts';
import { infoIn, type Listing, mapOf, packIn } from '../library/library.ts';
import { debriefAddress } from '../navigation/address.ts';
import { Play } from '../play/play.tsx';
import { usePreferring } from '../preferences/preferences.ts';
import type { LanguageChoice, TroubleProps } from '../props/screen-props.ts';
import type { Room } from '../runs/open-run.ts';
import { noteMoment } from '../session/last-moment.ts';
import { useSound } from '../sound/use-sound.ts';
import { Trouble } from '../ui/trouble.tsx';
import type { ShellTexts } from '../words/en/shell.ts';
import { useTexts } from '../words/texts.ts';
import styles from './shell.module.css';
import { goHome } from './trouble-screen.tsx';
import { WhyPaused } from './why-paused.tsx';

/** One run being played. Draws again only when trouble, pause reason or ending changes; the desk follows the rest itself. */
export default function PlayFrame(props: {
  readonly screen: PlayScreen;
  readonly room: Room;
  readonly onBroke: (cause: unknown) => void;
  readonly language: LanguageChoice;
  /** A line that is to stand over the call. */
  readonly above: ReactNode;
}) {
  const { screen, room, onBroke, language, above } = props;
  const { session, run, listing } = screen;
  const texts = useTexts();
  const state = useSessionState(screen);
  const cards = useMemo(() => screen.pocketLaw(language.lang), [screen, language.lang]);
  const map = useMap(listing);
  usePageLife(screen);
  const reading = { lang: language.lang, words: screen.pack.words };
  useSound(session, map, usePreferring().preferences.volumes, reading, screen.settings.level === 'uncued');
  useEffect(() => {
    if (!state.ended) return;
    // Sealed as soon as it is over; the debrief works it out again if this fails.
    import('../runs/debrief-run.ts').then(({ debriefRun }) => debriefRun(room, run)).catch(() => undefined);
  }, [state.ended, room, run]);

  if (state.trouble !== null) {
    return <Trouble {...texts.saving[state.trouble]} ways={waysOn(texts)} details={null} />;
  }
  const why = state.reason === null ? null : texts.pauses[state.reason];
  const play = (
    <Play
      session={session}
      scenario={infoIn(listing, language.lang, screen.pack.words)}
      settings={screen.settings}
      pack={packIn(screen.pack, language.lang)}
      pocketLaw={cards}
      resumed={screen.resumed}
      map={map}
      language={language}
      later={screen.later}
      onDebrief={() => {
        location.hash = debriefAddress(run);
      }}
      onHome={goHome}
    />
  );
  return (
    <div className={why === null && above === null ? undefined : styles.withBanner}>
      <div key="above">
        {above}
        <WhyPaused reason={state.reason} texts={texts} onGoOn={() => session.pause(false)} />
      </div>
      <div key="play">{play}</div>
    </div>
  );

  function waysOn(words: ShellTexts): TroubleProps['ways'] {
    const retry = () => {
      session.retry().catch(onBroke);
    };
    const without = () => {
      session
        .goOnWithoutSaving()
        .then(() => room.storage.moved(run, session.journal()))
        .catch(onBroke);
    };
    const save = () => {
      import('../runs/export-run.ts')
        .then(({ download, runFileName, runFileText }) => {
          const { entries } = session.played();
          const meta = {
            title: listing.info.title,
            touched: 0,
            at: session.view().at,
            state: 'running' as const,
          };
          const kept = {
            id: run,
            opening: screen.opening,
            meta,
            entries,
            sealed: null,
            reasons: [],
            bodies: null,
          };
          download(runFileName(kept), runFileText(kept));
        })
        .catch(onBroke);
    };
    const isConflict = state.trouble === 'conflict';
    const keepAgain = () => {
      session.keepAgain().catch(onBroke);
    };
    const reload = () => location.reload();
    const first =
      state.trouble === 'gone'
        ? { label: words.ways.keepAgain, onPress: keepAgain }
        : state.trouble === 'newer'
          ? { label: words.ways.reload, onPress: reload }
          : { label: isConflict ? words.ways.here : words.ways.again, onPress: retry };
    return [
      first,
      ...(isConflict ? [] : [{ label: words.ways.without, onPress: without }]),
      { label: words.ways.export, onPress: save },
      { label: words.ways.home, onPress: goHome },
    ];
  }
}

/** The map of what is played; undefined until it is there, null where there is none. */
function useMap(listing: Listing): MapPlan | null | undefined {
  const [map, setMap] = useState<MapPlan | null>();
  useEffect(() => {
    let isHere = true;
    // It never fails: where the map does not come, the desk is whole without it.
    void mapOf(listing).then((found) => {
      if (isHere) setMap(found);
    });
    return () => {
      isHere = false;
    };
  }, [listing]);
  return map;
}

function useSessionState({ session }: PlayScreen) {
  const read = () => ({
    trouble: session.trouble(),
    reason: session.pauseReason(),
    ended: session.ended(),
  });
  const [state, update] = useReducer((before: ReturnType<typeof read>) => {
    const now = read();
    const same = now.trouble === before.trouble && now.reason === before.reason && now.ended === before.ended;
    return same ? before : now;
  }, read());
  useEffect(() => {
    update();
    return session.subscribe(update);
  }, [session]);
  return state;
}

/** A hidden page stops the clock; a page that goes away notes the moment (TB3). */
function usePageLife({ run, session }: PlayScreen): void {
  useEffect(() => {
    const hidden = () => {
      if (document.visibilityState === 'hidden') session.hide();
    };
    const away = () => {
      session.hide();
      noteMoment(run, session.view().at);
    };
    document.addEventListener('visibilitychange', hidden);
    addEventListener('pagehide', away);
    return () => {
      document.removeEventListener('visibilitychange', hidden);
      removeEventListener('pagehide', away);
    };
  }, [run, session]);
}
