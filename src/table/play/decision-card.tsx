/** The open decision: the question, the time left, the answers; or what you are doing while nobody asks. */
import { type ReactNode, type RefObject, useRef, useState } from 'react';
import { Button as AriaButton, Label, TextArea, TextField } from 'react-aria-components';
import type { Card, SeatView } from '#exercise/view.ts';
import type { Ask } from '#protocol/session.ts';
import { cx } from '../ui/class-names.ts';
import controls from '../ui/controls.module.css';
import { Button, KeyCap } from '../ui/controls.tsx';
import { Theirs } from '../ui/theirs.tsx';
import { useDesk } from '../words/desk-words.ts';
import { left, mmss, span } from '../words/durations.ts';
import styles from './decision-card.module.css';
import { FormsBelow } from './short-forms.tsx';

interface Props {
  readonly view: SeatView;
  readonly sayFirst: boolean;
  /** Nobody asks: the word on what goes on must not say that nobody waits for an answer. */
  readonly uncued: boolean;
  readonly live: boolean;
  readonly keys: boolean;
  /** Its answers are there to be read and cannot be given yet. They stay where focus and screen readers find them, so nothing is told. */
  readonly unread?: boolean;
  readonly onAsk: (ask: Ask) => void;
  /** Where focus goes when the answer that had it is gone. */
  readonly place: RefObject<HTMLDivElement | null>;
}

/** The first open card whole, the others by their question; without one, a calm word on what is going on. */
export function DecisionCard(props: Props) {
  const t = useDesk().play;
  const [card, ...others] = props.view.decisions;
  return (
    // Where no answer can be given yet, the card itself takes the focus, so that a long one can be scrolled by keyboard.
    // biome-ignore lint/a11y/useSemanticElements: no form fields are grouped here
    <div
      ref={props.place}
      role="group"
      aria-label={card ? card.ask : t.now}
      tabIndex={card && !card.ready ? 0 : -1}
      className={styles.place}
    >
      {card ? (
        <Open key={`${card.decision}/${card.visit}`} card={card} others={others} {...props} />
      ) : (
        <Now {...props} />
      )}
    </div>
  );
}

function Open({
  card,
  others,
  view,
  sayFirst,
  keys,
  unread = false,
  onAsk,
}: Props & { readonly card: Card; readonly others: readonly Card[] }) {
  const t = useDesk().play;
  const asksWords = sayFirst && !card.said;
  const { busy } = view;
  // What was pressed too soon gives no answer when it is let go either.
  const tooSoon = useRef(false);
  return (
    <section className={styles.card} aria-label={t.decision} data-part="decision">
      <Head card={card} at={view.at} />
      {busy && !card.ready ? <p className={styles.why}>{t.waits(busy.what, mmss(busy.until))}</p> : null}
      {busy && card.ready && busy.cuttable ? <p className={styles.why}>{t.cuts(busy.what)}</p> : null}
      {asksWords ? (
        <Words card={card} onAsk={onAsk} />
      ) : (
        <>
          {sayFirst ? <p className={styles.why}>{t.sayKept}</p> : null}
          {card.options.map((option, i) => (
            <AriaButton
              key={option.id}
              data-part="option"
              data-id={option.id}
              isDisabled={!card.ready}
              {...(unread ? { 'aria-disabled': true } : {})}
              onPressStart={() => {
                tooSoon.current = unread;
              }}
              onPress={() => {
                if (!tooSoon.current)
                  onAsk({ kind: 'choose', decision: card.decision, visit: card.visit, option: option.id });
              }}
              className={cx(styles.option)}
            >
              {keys ? <KeyCap of={i + 1} /> : <span className={styles.bullet} aria-hidden="true" />}
              <span>
                <Theirs words={option.say} />
              </span>
              <small>{span(option.takes) || t.atOnce}</small>
            </AriaButton>
          ))}
        </>
      )}
      <FormsBelow words={[card.ask, ...card.options.map(({ say }) => say)]} forms={view.shortForms} />
      {others.length === 0 ? null : (
        <div className={styles.others}>
          <p>{t.others}</p>
          <ul>
            {others.map((other) => (
              <li key={`${other.decision}/${other.visit}`}>
                <Theirs words={other.ask} />{' '}
                <span className={styles.left}>{left(other.lapses - view.at)}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

function Head({ card, at }: { readonly card: Card; readonly at: number }) {
  const t = useDesk().play;
  const rest = card.lapses - at;
  const whole = Math.max(1, card.lapses - card.opened);
  return (
    <div className={styles.ask}>
      <h2>
        <Theirs words={card.ask} />
      </h2>
      <span className={styles.left} data-low={rest <= 10_000}>
        {t.left(left(rest))}
      </span>
      <Bar share={rest / whole} />
    </div>
  );
}

/** A bar that empties; the number beside it says the same. */
function Bar({ share }: { readonly share: number }) {
  return (
    <span className={styles.bar} aria-hidden="true">
      <i style={{ inlineSize: `${Math.round(Math.min(1, Math.max(0, share)) * 100)}%` }} />
    </span>
  );
}

function Words({ card, onAsk }: { readonly card: Card; readonly onAsk: (ask: Ask) => void }) {
  const t = useDesk().play;
  const [words, setWords] = useState('');
  const empty = words.trim() === '';
  return (
    <form
      className={styles.words}
      onSubmit={(event) => {
        event.preventDefault();
        if (!empty) onAsk({ kind: 'say', decision: card.decision, visit: card.visit, words: words.trim() });
      }}
    >
      <TextField value={words} onChange={setWords} maxLength={2000}>
        <Label className={cx(controls.label)}>{t.sayLabel}</Label>
        <TextArea className={cx(controls.area)} rows={3} />
      </TextField>
      <Button type="submit" weight="primary" isDisabled={empty}>
        {t.sayKeep}
      </Button>
    </form>
  );
}

function Now({ view, live, uncued }: Props) {
  const desk = useDesk();
  const t = desk.play;
  const u = desk.uncued;
  const { busy } = view;
  if (busy) {
    const whole = Math.max(1, busy.until - busy.since);
    return (
      <Quiet
        title={t.doing}
        text={view.at < busy.from ? t.waitsForAir(mmss(busy.from), busy.what) : busy.what}
      >
        <span className={styles.left}>{t.busy(mmss(busy.until))}</span>
        <Bar share={(busy.until - view.at) / whole} />
      </Quiet>
    );
  }
  if (uncued)
    return <Quiet title={view.waiting ? t.waiting : u.idle} text={live ? u.idleText : u.idleWait} />;
  if (view.waiting) return <Quiet title={t.waiting} text={t.idle} />;
  return <Quiet title={t.idle} text={live ? t.idleText : t.idleWait} />;
}

function Quiet(props: { readonly title: string; readonly text: string; readonly children?: ReactNode }) {
  const t = useDesk().play;
  return (
    <section className={cx(styles.card, styles.quiet)} aria-label={t.now}>
      <div className={styles.ask}>
        <h2>{props.title}</h2>
        {props.children}
      </div>
      <p>{props.text}</p>
    </section>
  );
}
