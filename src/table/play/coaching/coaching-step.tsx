/** What the view holds for one of the five steps; the answers to the questions are the trainee's own. */
import type { ReactNode } from 'react';
import type { ActionOffer, SeatView } from '#exercise/view.ts';
import type { PlayProps } from '../../props/screen-props.ts';
import { useDesk } from '../../words/desk-words.ts';
import { mmss } from '../../words/durations.ts';
import { valueWords } from '../../words/known-words.ts';
import styles from './coaching.module.css';
import { lastTurn, whoStandsWhere } from './coaching-turn.ts';

/** `step` counts from 0. */
export function CoachingStep(props: {
  readonly step: number;
  readonly view: SeatView;
  readonly cards: PlayProps['pocketLaw'];
}) {
  const { view } = props;
  switch (props.step) {
    case 0:
      return <Known view={view} />;
    case 1:
      return <Standing view={view} />;
    case 2:
      return <Cards cards={props.cards} />;
    case 3:
      return <Options view={view} />;
    default:
      return <Back view={view} />;
  }
}

function Known({ view }: { readonly view: SeatView }) {
  const desk = useDesk();
  const newest = [...view.known].sort((a, b) => b.at - a.at);
  return (
    <Facts title={desk.coaching.knows}>
      {newest.length === 0 ? <li>{desk.play.knownNone}</li> : null}
      {newest.map((one) => (
        <li key={one.fact}>
          <b>{one.label}</b>: {valueWords(desk, one.fact, one.value, one.words)}{' '}
          <small>
            {desk.bases[one.basis]}, {one.name}, {mmss(one.at)}
          </small>
        </li>
      ))}
    </Facts>
  );
}

function Standing({ view }: { readonly view: SeatView }) {
  const desk = useDesk();
  const places = whoStandsWhere(view);
  return (
    <Facts title={desk.coaching.stand}>
      {places.length === 0 ? <li>{desk.play.standNone}</li> : null}
      {places.map(({ place, own, who }) => (
        <li key={place}>
          <b>{place.charAt(0).toUpperCase() + place.slice(1)}</b>:{' '}
          {[...(own ? [desk.play.you] : []), ...who].join(', ')}
        </li>
      ))}
    </Facts>
  );
}

function Cards({ cards }: { readonly cards: PlayProps['pocketLaw'] }) {
  const t = useDesk().coaching;
  return (
    <Facts title={t.cards}>
      {cards.length === 0 ? <li>{t.cardsNone}</li> : null}
      {cards.map((card) => (
        <li key={`${card.title} ${card.citation}`}>
          <details>
            <summary>
              {card.citation} <small>{card.title}</small>
            </summary>
            <p>{card.text}</p>
          </details>
        </li>
      ))}
    </Facts>
  );
}

function Options({ view }: { readonly view: SeatView }) {
  const desk = useDesk();
  const t = desk.coaching;
  const groups = new Map<string, ActionOffer[]>();
  for (const action of view.actions) groups.set(action.group, [...(groups.get(action.group) ?? []), action]);
  return (
    <>
      {view.decisions.map((card) => (
        <Facts key={`${card.decision}/${card.visit}`} title={`${t.asked}: ${card.ask}`}>
          {card.options.map(({ id, say }) => (
            <li key={id}>{say}</li>
          ))}
        </Facts>
      ))}
      <Facts title={t.options}>
        {[...groups].map(([group, actions]) => (
          <li key={group}>
            <b>{desk.groups[group] ?? group.replaceAll('-', ' ')}</b>:{' '}
            {actions.map(({ say }) => say).join(' ')}
          </li>
        ))}
      </Facts>
    </>
  );
}

function Back({ view }: { readonly view: SeatView }) {
  const t = useDesk().coaching;
  const turn = lastTurn(view);
  if (turn === null) return null;
  return (
    <Facts title={`${t.justDid}: ${turn.did}`}>
      {turn.back.length === 0 ? (
        <li>
          {t.cameBack}: {t.nothingBack}
        </li>
      ) : null}
      {turn.back.map(({ n, name, text }) => (
        <li key={n}>
          <b>{name}</b>
          {text === '' ? null : `: ${text}`}
        </li>
      ))}
    </Facts>
  );
}

function Facts(props: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className={styles.facts}>
      <h4>{props.title}</h4>
      <ul>{props.children}</ul>
    </div>
  );
}
