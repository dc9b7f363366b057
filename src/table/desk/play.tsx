/** Play: where things stand, the notebook, the log, the decision, the actions. Holds nothing but what is open on the desk. */
import { useRef, useState } from 'react';
import type { Ask } from '#protocol/session.ts';
import { ActionBar } from './action-bar.tsx';
import { Coaching } from './coaching.tsx';
import { CoachingMark } from './coaching-mark.tsx';
import { Button } from './controls.tsx';
import { DecisionCard } from './decision-card.tsx';
import { DisplaySheet } from './display.tsx';
import { Ended } from './ended.tsx';
import { Icon } from './icons.tsx';
import { GROUP_SHORTCUTS, shortcutOf } from './key-map.ts';
import { KeysHelp } from './keys-help.tsx';
import { Later } from './later.tsx';
import { Log } from './log.tsx';
import { Notebook } from './notebook.tsx';
import styles from './play.module.css';
import { PocketLaw } from './pocket-law.tsx';
import { usePreferring } from './preferences.ts';
import type { PlayProps } from './props.ts';
import { StatusLine } from './status-line.tsx';
import { TopBar } from './top-bar.tsx';
import { asUncued, DO, uncuedAsk } from './uncued.ts';
import { useKeys } from './use-keys.ts';
import { useSession } from './use-session.ts';
import { WhereYouAre, whereInWords } from './where-you-are.tsx';
import { useDesk } from './words.ts';

/** One run from the seat's own view. Everything it asks goes through the session; refusals are told in words. */
export function Play({
  session,
  scenario,
  settings,
  pack,
  pocketLaw,
  resumed,
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
  const [open, setOpen] = useState<string | null>(null);
  const [sheet, setSheet] = useState<'law' | 'keys' | 'display' | null>(null);
  const { preferences, onPreferences } = usePreferring();
  const { keys } = preferences;
  const decision = useRef<HTMLDivElement>(null);
  const notebook = useRef<HTMLElement>(null);
  const where = useRef<HTMLElement>(null);
  const asking = useRef(false);
  const live = clock.policy === 'live';
  const { wait, ...always } = desk.uncued.always;
  const shown = isUncued ? asUncued(view, live ? always : { ...always, wait }) : view;

  const ask = async (what: Ask) => {
    if (asking.current) return;
    asking.current = true;
    try {
      const answer = await session.send(what);
      setSaid(answer.ok ? '' : t.refusals[answer.why]);
    } finally {
      asking.current = false;
    }
  };
  const answer = (what: Ask) => {
    // The pressed option goes away with its card; focus stays in the same corner of the desk.
    if (decision.current?.contains(document.activeElement)) decision.current.focus({ preventScroll: true });
    void ask(what);
  };
  const pauseOrWait = () => {
    if (live) session.pause(!clock.paused);
    else void ask({ kind: 'wait' });
  };

  const lookAround = () => {
    where.current?.focus();
    setSaid(whereInWords(view, t));
  };
  const act = (action: string) => {
    const what = uncuedAsk(isUncued ? view : { ...view, decisions: [] }, action);
    if ('ask' in what) void ask(what.ask);
    else if (what.desk === 'card') setSheet('law');
    else if (what.desk === 'notes') notebook.current?.focus();
    else lookAround();
  };

  useKeys(keys && view.ended === null, (key) => {
    const shortcut = shortcutOf(preferences.ownKeys, key);
    if (shortcut === 'pause') pauseOrWait();
    else if (shortcut === 'decision' && isUncued) setOpen(DO);
    else if (shortcut === 'decision') decision.current?.focus();
    else if (shortcut === 'notebook') notebook.current?.focus();
    else if (shortcut === 'pocket-law') setSheet('law');
    else if (shortcut === 'keys') setSheet('keys');
    else if (shortcut === 'where') lookAround();
    else if (/^[1-9]$/.test(key)) {
      const card = shown.decisions[0];
      const option = card?.options[Number(key) - 1];
      if (!card || !option || (settings.level === 'say-first' && !card.said)) return false;
      answer({ kind: 'choose', decision: card.decision, visit: card.visit, option: option.id });
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
        onKeys={() => setSheet('keys')}
        onDisplay={() => setSheet('display')}
        onHome={onHome}
        onStop={() => void ask({ kind: 'stop' })}
      />
      <main className={styles.main}>
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
              onAsk={answer}
              place={decision}
            />
          ) : (
            <Ended ending={view.ended} onDebrief={onDebrief} />
          )}
        </div>
        <StatusLine now={{ ...now, view: shown }} said={said} />
        {view.ended === null ? (
          <div className={styles.foot}>
            <ActionBar
              actions={shown.actions}
              keys={keys}
              open={open}
              onOpen={setOpen}
              onAct={act}
              onNothing={(group) => setSaid(t.nothingIn(group))}
            />
            <Button onPress={() => setSheet('law')}>
              <Icon name="law" />
              {t.law}
            </Button>
          </div>
        ) : null}
        {/* biome-ignore lint/a11y/useSemanticElements: no form fields are grouped here */}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard */}
        <div className={styles.ground} tabIndex={0} role="group" aria-label={t.stand}>
          <WhereYouAre view={view} at={where} />
          <div>
            <Notebook known={view.known} at={notebook} />
            <Later later={later} />
          </div>
        </div>
      </main>
      {settings.level === 'coaching' ? <Coaching session={session} view={view} cards={pocketLaw} /> : null}
      <PocketLaw cards={pocketLaw} pack={pack} open={sheet === 'law'} onClose={() => setSheet(null)} />
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
