/** Play: where things stand, the notebook, the log, the decision, the actions. Holds nothing but what is open on the desk. */
import { useRef, useState } from 'react';
import type { Ask } from '#protocol/session.ts';
import { asUncued, DO, uncuedAsk } from '../actions/uncued.ts';
import { surroundingsOf } from '../ground/surroundings.ts';
import { SandTable } from '../map/sand-table.tsx';
import { useSaying } from '../map/use-saying.ts';
import { whereInWords } from '../map/where-words.ts';
import { DisplaySheet } from '../preferences/display.tsx';
import { GROUP_SHORTCUTS, shortcutOf } from '../preferences/key-map.ts';
import { KeysHelp } from '../preferences/keys-help.tsx';
import { usePreferring } from '../preferences/preferences.ts';
import type { PlayProps } from '../props/screen-props.ts';
import { CoachingMark } from '../ui/coaching-mark.tsx';
import { useSession } from '../ui/use-session.ts';
import { useDesk } from '../words/desk-words.ts';
import { ActionBar } from './action-bar.tsx';
import { answerable, nameOfCard } from './answerable.ts';
import { Coaching } from './coaching/coaching.tsx';
import { DecisionCard } from './decision-card.tsx';
import { Ended } from './ended.tsx';
import { Later } from './later.tsx';
import { Log } from './log.tsx';
import { isCovered, PauseCover } from './pause-cover.tsx';
import styles from './play.module.css';
import { PlayDrawers } from './play-drawers.tsx';
import { usePlayParts } from './play-parts.ts';
import { PlayTabs } from './play-tabs.tsx';
import { PocketLaw } from './pocket-law.tsx';
import { RadioBuilder } from './radio-builder.tsx';
import { Side } from './side/side.tsx';
import { StatusLine } from './status-line.tsx';
import { TopBar } from './top-bar.tsx';
import { useKeys } from './use-keys.ts';
import { useUnread } from './use-unread.ts';

/** One run from the seat's own view. Everything it asks goes through the session; refusals are told in words. */
export function Play({
  session,
  scenario,
  settings,
  pack,
  pocketLaw,
  resumed,
  map,
  language,
  later = [],
  onDebrief,
  onHome,
}: PlayProps) {
  const desk = useDesk();
  const t = desk.play;
  const now = useSession(session);
  const { view, clock } = now;
  const isUncued = settings.level === 'uncued';
  const [said, setSaid] = useState(resumed ? t.resumed : '');
  const [spoken, setSpoken] = useState('');
  const saying = useSaying();
  const parts = usePlayParts(view);
  const [open, setOpen] = useState<string | null>(null);
  const [sheet, setSheet] = useState<'law' | 'keys' | 'display' | 'radio' | null>(null);
  const { preferences, onPreferences } = usePreferring();
  const { keys } = preferences;
  const decision = useRef<HTMLDivElement>(null);
  const main = useRef<HTMLElement>(null);
  const covered = isCovered(now, settings);
  const asking = useRef(false);
  const live = clock.policy === 'live';
  const { wait, ...always } = desk.uncued.always;
  const shown = isUncued ? asUncued(view, live ? always : { ...always, wait }) : view;

  const unread = useUnread(answerable(view, settings.level), isUncued ? null : decision);

  const ask = async (what: Ask, moment = performance.now()) => {
    // The one door for answers, whichever hand, key or voice gave them.
    if (asking.current || (what.kind === 'choose' && unread.wasAt(nameOfCard(what), moment))) return;
    asking.current = true;
    try {
      const answer = await session.send(what);
      setSaid(answer.ok ? '' : t.refusals[answer.why]);
    } finally {
      asking.current = false;
    }
  };
  const answer = (what: Ask, moment = performance.now()) => {
    if (what.kind === 'choose' && unread.wasAt(nameOfCard(what), moment)) return;
    // The pressed option goes away with its card; focus stays in the same corner of the desk.
    if (decision.current?.contains(document.activeElement)) decision.current.focus({ preventScroll: true });
    void ask(what, moment);
  };
  const toggleSound = () => {
    const { volumes } = preferences;
    onPreferences({ ...preferences, volumes: { ...volumes, muted: !volumes.muted } });
    setSaid(volumes.muted ? desk.sound.nowOn : desk.sound.nowOff);
  };
  const pauseOrWait = () => {
    if (live) session.pause(!clock.paused);
    else void ask({ kind: 'wait' });
  };

  const lookAround = () => {
    parts.goTo('where');
    setSpoken(whereInWords(view, surroundingsOf(view, map ?? null), saying));
  };
  const act = (action: string) => {
    const what = uncuedAsk(isUncued ? view : { ...view, decisions: [] }, action);
    if ('ask' in what) void ask(what.ask);
    else if (what.desk === 'card') setSheet('law');
    else if (what.desk === 'notes') parts.goTo('notebook');
    else lookAround();
  };

  useKeys(keys && view.ended === null, (key, moment) => {
    const shortcut = shortcutOf(preferences.ownKeys, key);
    if (covered && shortcut !== 'pause' && shortcut !== 'keys' && shortcut !== 'mute') return false;
    if (shortcut === 'pause') pauseOrWait();
    else if (shortcut === 'decision' && isUncued) setOpen(DO);
    else if (shortcut === 'decision') decision.current?.focus();
    else if (shortcut === 'notebook') parts.goTo('notebook');
    else if (shortcut === 'pocket-law') setSheet('law');
    else if (shortcut === 'keys') setSheet('keys');
    else if (shortcut === 'where') lookAround();
    else if (shortcut === 'table') parts.toggleTable();
    else if (shortcut === 'mute') toggleSound();
    else if (/^[1-9]$/.test(key)) {
      const card = shown.decisions[0];
      const option = card?.options[Number(key) - 1];
      if (!card || !option || (settings.level === 'say-first' && !card.said)) return false;
      answer({ kind: 'choose', decision: card.decision, visit: card.visit, option: option.id }, moment);
    } else {
      const group = GROUP_SHORTCUTS.find((one) => one === shortcut);
      if (group === undefined) return false;
      if (view.actions.some((one) => one.group === group)) setOpen(group);
      else setSaid(t.nothingIn(desk.groups[group] ?? group));
    }
    return true;
  });

  return (
    <div className={styles.table} data-paused={live && clock.paused && view.ended === null}>
      <TopBar
        now={now}
        scenario={scenario}
        pack={pack}
        keys={keys}
        onPause={(on) => session.pause(on)}
        onSpeed={(times) => session.speed(times)}
        onWait={() => void ask({ kind: 'wait' })}
        muted={preferences.volumes.muted}
        onMute={toggleSound}
        onKeys={() => setSheet('keys')}
        onDisplay={() => setSheet('display')}
        onHome={onHome}
        onStop={() => void ask({ kind: 'stop' })}
      />
      <main ref={main} className={styles.main} data-tab={parts.tab} data-covered={covered}>
        {covered ? (
          <PauseCover behind={main} otherwise={decision} said={said} onGoOn={() => session.pause(false)} />
        ) : null}
        <PlayTabs parts={parts} view={shown} />
        <div className={styles.talk}>
          {settings.level === 'coaching' ? <CoachingMark /> : null}
          <Log view={shown} />
          {view.ended === null ? (
            <DecisionCard
              view={shown}
              uncued={isUncued}
              sayFirst={settings.level === 'say-first'}
              live={live}
              keys={keys}
              unread={shown.decisions[0] !== undefined && unread.isNow(nameOfCard(shown.decisions[0]))}
              onAsk={answer}
              place={decision}
            />
          ) : (
            <Ended ending={view.ended} onDebrief={onDebrief} />
          )}
        </div>
        <StatusLine now={{ ...now, view: shown }} said={said} spoken={spoken} />
        <div className={styles.foot}>
          {view.ended === null ? (
            <ActionBar
              actions={shown.actions}
              busy={view.busy}
              keys={keys}
              open={open}
              onOpen={setOpen}
              onAct={act}
              onCompose={() => setSheet('radio')}
              onNothing={(group) => setSaid(t.nothingIn(group))}
            />
          ) : null}
          <PlayDrawers parts={parts} view={view} onLaw={view.ended === null ? () => setSheet('law') : null} />
        </div>
        <div className={styles.ground}>
          <SandTable
            now={{ ...now, view: shown }}
            map={map}
            shows={parts.shows}
            onShows={parts.onShows}
            where={parts.where}
            onAct={act}
          />
        </div>
        <div className={styles.edge}>
          <Side
            view={view}
            out={parts.drawer}
            pinned={parts.pinned}
            onPin={parts.onPin}
            onIn={() => parts.onDrawer(null)}
            notebook={parts.notebook}
          >
            <Later later={later} />
          </Side>
        </div>
      </main>
      {settings.level === 'coaching' ? <Coaching session={session} view={view} cards={pocketLaw} /> : null}
      <PocketLaw
        cards={pocketLaw}
        pack={pack}
        now={now}
        quiet={isUncued}
        open={sheet === 'law'}
        onRead={(ms) => void session.pass(ms)}
        onClose={() => setSheet(null)}
      />
      <RadioBuilder
        view={view}
        words={pack.words ?? 'plain'}
        open={sheet === 'radio'}
        onSend={(action, words) => {
          setSheet(null);
          void ask({ kind: 'act', action, words });
        }}
        onClose={() => setSheet(null)}
      />
      <DisplaySheet language={language} open={sheet === 'display'} onClose={() => setSheet(null)} />
      <KeysHelp
        open={sheet === 'keys'}
        onClose={() => setSheet(null)}
        on={keys}
        onSwitch={(on) => onPreferences({ ...preferences, keys: on })}
        discussion={!live}
        uncued={isUncued}
      />
    </div>
  );
}
