/** The call as the terminal in the car has it: what dispatch sent or said to this seat, and what was added with its time. */
import type { SeatView } from '#exercise/view.ts';
import { useDesk } from '../../words/desk-words.ts';
import { mmss } from '../../words/durations.ts';
import { callOf } from './call-reading.ts';
import styles from './mdc-card.module.css';

/** Boxes where dispatch sent any to the screen; else the call as it was told. Nothing on it that did not come to this seat. */
export function MdcCard({ view }: { readonly view: Pick<SeatView, 'log'> }) {
  const { play, ground, channels } = useDesk();
  const call = callOf(view);
  return (
    <section className={styles.card} aria-label={ground.call} data-part="mdc">
      <h2 className={styles.head}>{ground.call}</h2>
      {call === null ? (
        <p className={styles.none}>{ground.callNone}</p>
      ) : (
        <>
          {call.fields.length === 0 ? null : (
            <dl className={styles.fields}>
              {call.fields.map(({ name, value }) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
          )}
          <h3>
            {ground.told} <time>{mmss(call.at)}</time>
          </h3>
          <p className={styles.text}>{call.told.text}</p>
          {call.told.missed ? <p className={styles.missed}>{play.missedPart}</p> : null}
          <h3>{ground.added}</h3>
          {call.updates.length === 0 ? <p className={styles.none}>{ground.addedNone}</p> : null}
          <ol className={styles.updates}>
            {call.updates.map((line) => (
              <li key={line.n}>
                <time>{mmss(line.at)}</time>
                <p>
                  {line.text} <small>{channels[line.channel]}</small>
                </p>
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}
