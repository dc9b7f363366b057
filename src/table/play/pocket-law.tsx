/** Pocket law: what a card in the shirt pocket would say under this pack. It says nothing about this call, and reading it costs time (TB61). */
import { useId, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { readingMs } from '#scenario/texts/reading-time.ts';
import { ASKS } from '../library/law-questions.ts';
import type { PlayProps } from '../props/screen-props.ts';
import { cx } from '../ui/class-names.ts';
import { TitledDialog } from '../ui/controls.tsx';
import { Icon } from '../ui/icons.tsx';
import type { Followed } from '../ui/use-session.ts';
import { useDesk } from '../words/desk-words.ts';
import { mmss, span } from '../words/durations.ts';
import styles from './pocket-law.module.css';
import { FormsMet } from './short-forms.tsx';

type Card = PlayProps['pocketLaw'][number];

/**
 * A dialog. On the live clock time goes on behind it; on the discussion clock `onRead` is asked to let the time pass that a card takes to
 * read, each time one is opened. The clock is shown either way.
 *
 * @param quiet The dialog then does not say that somebody asks (the uncued level).
 */
export function PocketLaw(props: {
  readonly cards: PlayProps['pocketLaw'];
  readonly pack: PlayProps['pack'];
  readonly now: Followed;
  readonly quiet: boolean;
  readonly open: boolean;
  readonly onRead: (ms: number) => void;
  readonly onClose: () => void;
}) {
  const t = useDesk().play;
  return (
    <TitledDialog title={t.law} open={props.open} onClose={props.onClose}>
      <Cards {...props} />
    </TitledDialog>
  );
}

function Cards({ cards, pack, now, quiet, onRead }: Parameters<typeof PocketLaw>[0]) {
  const desk = useDesk();
  const t = desk.play;
  const w = desk.lawTime;
  const { view, clock } = now;
  // The dialog is mounted when it opens: whatever asks from then on is new.
  const [before] = useState(() => new Set(view.decisions.map(nameOf)));
  const [open, setOpen] = useState<Card | null>(null);
  const live = clock.policy === 'live';
  const isAsked = !quiet && view.decisions.some((card) => !before.has(nameOf(card)));
  const time = live ? (clock.paused ? w.paused : w.live) : w.discussion;
  return (
    <>
      <div className={styles.time}>
        <b className={styles.clock} data-part="law-clock">
          {mmss(view.at)}
        </b>
        <p>{time}</p>
      </div>
      <p role="status" className={styles.asked}>
        {isAsked ? w.asked : ''}
      </p>
      <p className={styles.note}>
        {pack.title}. {t.lawNote}
      </p>
      {[...ASKS, null].map((ask) => {
        // A card stands under each question it answers; one that answers none, at the end.
        const of = cards.filter(({ asks = [] }) => (ask === null ? asks.length === 0 : asks.includes(ask)));
        if (of.length === 0) return null;
        return (
          <details key={ask} className={styles.question} data-part="law-question">
            <summary>{ask === null ? w.other : w.questions[ask]}</summary>
            <ul className={styles.cards}>
              {of.map((card) => (
                <Face
                  key={`${card.title} ${card.citation}`}
                  card={card}
                  open={card === open}
                  live={live}
                  onPress={(takes) => {
                    setOpen(card === open ? null : card);
                    if (card !== open && !live) onRead(takes);
                  }}
                />
              ))}
            </ul>
          </details>
        );
      })}
      <FormsMet forms={view.shortForms} />
      <p className={styles.note}>{pack.review}</p>
    </>
  );
}

/** What it is called and how long it takes to read; open, what it says. */
function Face(props: {
  readonly card: Card;
  readonly open: boolean;
  readonly live: boolean;
  readonly onPress: (takes: number) => void;
}) {
  const desk = useDesk();
  const { card, open, live } = props;
  const id = useId();
  const takes = readingMs([card.title, card.text, card.citation]);
  return (
    <li>
      <h4>
        <AriaButton
          data-part="law-card"
          aria-expanded={open}
          aria-controls={id}
          className={cx(styles.title)}
          onPress={() => props.onPress(takes)}
        >
          <span>
            {card.citation} <small>{card.title}</small>
          </span>
          <small className={styles.takes}>{live ? '' : desk.lawTime.costs(span(takes))}</small>
          <Icon name="down" size={18} />
        </AriaButton>
      </h4>
      <div id={id} hidden={!open}>
        <p>{card.text}</p>
        <p className={styles.by}>{desk.play.lawVerified[card.verified]}</p>
      </div>
    </li>
  );
}

function nameOf(card: Followed['view']['decisions'][number]): string {
  return `${card.decision}/${card.visit}`;
}
