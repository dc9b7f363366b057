/** One line of small truths: what was refused and why, whether the clock stands, whether the run is kept. */
import { useRef } from 'react';
import controls from '../ui/controls.module.css';
import { Icon } from '../ui/icons.tsx';
import type { Followed } from '../ui/use-session.ts';
import { useDesk } from '../words/desk-words.ts';
import { span } from '../words/durations.ts';
import styles from './status-line.module.css';

/**
 * `said` is shown until the next thing is asked; `spoken` is for screen readers, where all of it stands elsewhere for the eye. A failing
 * save is told at once and stays.
 */
export function StatusLine({
  now,
  said,
  spoken,
}: {
  readonly now: Followed;
  readonly said: string;
  readonly spoken: string;
}) {
  const t = useDesk().play;
  const { view, clock, saved } = now;
  const paused = clock.policy === 'live' && clock.paused && view.ended === null;
  return (
    <div className={styles.line} data-failed={saved.state === 'failed'} data-paused={paused}>
      <p role="status" className={styles.said}>
        {paused ? (
          <>
            <Icon name="pause" size={16} /> <b>{t.paused}.</b> {t.pausedText}{' '}
          </>
        ) : null}
        {said}
      </p>
      <p className={styles.saved} role={saved.state === 'failed' ? 'alert' : undefined}>
        {saved.state === 'failed'
          ? t.notSaved(t.saveWords[saved.why ?? ''] ?? t.saveWords.default ?? '')
          : null}
        {saved.state === 'saved' ? t.saved : null}
        {saved.state === 'saving' ? t.saving : null}
      </p>
      <p role="status" className={controls.hidden}>
        {spoken}
      </p>
      <Cards now={now} />
    </div>
  );
}

/** Tells a screen reader once that a question came and how long there is, and once that its time is nearly over; never every second. */
function Cards({ now: { view } }: { readonly now: Followed }) {
  const t = useDesk().play;
  const warned = useRef('');
  const told = useRef({ name: '', text: '' });
  const card = view.decisions[0];
  const name = card ? `${card.decision}/${card.visit}` : '';
  const rest = card ? card.lapses - view.at : 0;
  // Where there never was much more, the question itself has said so.
  if (card?.ready && rest > 0 && rest <= 15_000 && card.lapses - card.opened > 20_000) warned.current = name;
  // As much as there was when it came: told again with every second it would never end.
  if (card && told.current.name !== name) told.current = { name, text: t.open(card.ask, span(rest)) };
  const text = !card ? '' : warned.current === name ? t.secondsLeft(15) : told.current.text;
  return (
    <div role="status" className={controls.hidden}>
      {text}
    </div>
  );
}
