/** Where things stand, in words: your place, then every place where somebody or something is in sight, then the ways out. */
import type { Ref } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { SeatView, SeenToken } from '#exercise/view.ts';
import type { MapPlan } from '#scenario/map/map-plan.ts';
import { surroundingsOf } from '../ground/surroundings.ts';
import { menRing, type Ring, ringOf } from '../theme/sides.ts';
import { cx } from '../ui/class-names.ts';
import controls from '../ui/controls.module.css';
import { Theirs } from '../ui/theirs.tsx';
import { HeardNow } from './heard-now.tsx';
import { TokenSign } from './token-sign.tsx';
import { useSaying } from './use-saying.ts';
import { bearingWords, exitWords, type Saying, stateWords } from './where-words.ts';
import styles from './where-you-are.module.css';

/** What was pressed, and the element that was. */
type Aimed = (picked: { readonly token: string } | { readonly place: string }, at: Element) => void;

/**
 * The whole of the sand table in words; rings follow what the reader knows. While it stands beside a drawn table, `hidden` keeps it for
 * screen readers only and nothing in it takes the focus; else, with `onAim`, whatever can be aimed at is a button. Without a map nothing is
 * measured.
 */
export function WhereYouAre(props: {
  readonly view: SeatView;
  readonly map?: MapPlan | null;
  readonly at?: Ref<HTMLElement>;
  readonly hidden?: boolean;
  readonly onAim?: Aimed;
}) {
  const { view, map = null, hidden = false, onAim: aim = null } = props;
  const saying = useSaying();
  const { t, g } = saying;
  const men = menRing(view);
  const { spots, exits } = surroundingsOf(view, map);
  const onAim = hidden ? null : aim;
  return (
    <section
      ref={props.at ?? null}
      className={hidden ? controls.hidden : styles.where}
      aria-labelledby="stand"
      data-part="stand"
      tabIndex={-1}
    >
      <h2 id="stand" className={styles.head}>
        {t.stand}
      </h2>
      {spots.length === 0 ? <p className={styles.none}>{t.standNone}</p> : null}
      <ul className={styles.places}>
        {spots.map((spot) => (
          <li key={spot.id} className={styles.place} data-own={spot.own}>
            <h3>
              <Press on={onAim} picked={{ place: spot.id }}>
                {spot.label}
              </Press>
              {spot.own ? <small>{t.here}</small> : null}
              {spot.own || spot.bearing === null ? null : (
                <small className={styles.bearing}>{bearingWords(spot.bearing, saying)}</small>
              )}
            </h3>
            <ul className={styles.tokens}>
              {spot.own ? (
                <li className={styles.token}>
                  <TokenSign kind="person" ring="local" you />
                  <span>
                    {t.you}
                    <small data-ring="local">
                      <Theirs words={view.callsign} />
                    </small>
                  </span>
                </li>
              ) : null}
              {spot.tokens.map((token) => (
                <TokenLine
                  key={token.id}
                  token={token}
                  ring={ringOf(token, men)}
                  saying={saying}
                  on={onAim}
                />
              ))}
            </ul>
          </li>
        ))}
      </ul>
      <HeardNow view={view} map={map} />
      {exits.length === 0 ? null : (
        <section className={styles.exits} aria-label={g.exits}>
          <h3>{g.exits}</h3>
          <ul>
            {exits.map((way) => (
              <li key={way.name}>{exitWords(way, saying)}</li>
            ))}
          </ul>
        </section>
      )}
    </section>
  );
}

function TokenLine(props: {
  readonly token: SeenToken;
  readonly ring: Ring;
  readonly saying: Saying;
  readonly on: Aimed | null;
}) {
  const { token, ring, saying } = props;
  const state = stateWords(token, saying);
  return (
    <li className={styles.token}>
      <TokenSign kind={token.kind} ring={ring} />
      <span>
        <Press on={props.on} picked={{ token: token.id }}>
          {token.label}
        </Press>
        {/* Shape and name say the rest; who the men are is what changes, so it stands in words. */}
        {token.side === 'men' ? <small data-ring={ring}>{saying.t.rings[ring]}</small> : null}
        {state.length === 0 ? null : <small>{state.join(', ')}</small>}
      </span>
    </li>
  );
}

function Press(props: {
  readonly on: Aimed | null;
  readonly picked: Parameters<Aimed>[0];
  readonly children: string;
}) {
  const { on, picked } = props;
  const words = <Theirs words={props.children} />;
  if (on === null) return words;
  return (
    <AriaButton
      className={cx(styles.press)}
      aria-haspopup="dialog"
      onPress={(event) => on(picked, event.target)}
    >
      {words}
    </AriaButton>
  );
}
