/** Where things stand, in words: your place, then every place where somebody or something is in sight. */
import type { Ref } from 'react';
import type { SeatView, SeenToken } from '#exercise/view.ts';
import type { DeskTexts } from '#table/texts/en/desk.ts';
import { menRing, type Ring, ringOf } from './sides.ts';
import { TokenSign } from './token-sign.tsx';
import styles from './where-you-are.module.css';
import { useDesk } from './words.ts';

const LEGEND: readonly (readonly [Ring, SeenToken['kind']])[] = [
  ['local', 'person'],
  ['unknown', 'person'],
  ['says', 'person'],
  ['confirmed', 'person'],
  ['public', 'group'],
  ['medical', 'person'],
];

/** The reader's own place first, then where the men are, then the others as they came into sight; rings follow what the reader knows. */
export function WhereYouAre({ view, at }: { readonly view: SeatView; readonly at: Ref<HTMLElement> }) {
  const t = useDesk().play;
  const men = menRing(view);
  const places = byPlace(view);
  return (
    <section ref={at} className={styles.where} aria-labelledby="stand" tabIndex={-1}>
      <h2 id="stand" className={styles.head}>
        {t.stand}
      </h2>
      {places.length === 0 ? <p className={styles.none}>{t.standNone}</p> : null}
      <ul className={styles.places}>
        {places.map((place) => (
          <li key={place.label} className={styles.place} data-own={place.own}>
            <h3>
              {place.label}
              {place.own ? <small>{t.here}</small> : null}
            </h3>
            <ul className={styles.tokens}>
              {place.own ? (
                <li className={styles.token}>
                  <TokenSign kind="person" ring="local" you />
                  <span>
                    {t.you}
                    <small data-ring="local">{view.callsign}</small>
                  </span>
                </li>
              ) : null}
              {place.tokens.map((token) => {
                const ring = ringOf(token, men);
                return (
                  <li key={token.id} className={styles.token}>
                    <TokenSign kind={token.kind} ring={ring} />
                    <span>
                      {token.label}
                      {/* Shape and name say the rest; who the men are is what changes, so it stands in words. */}
                      {token.side === 'men' ? <small data-ring={ring}>{t.rings[ring]}</small> : null}
                    </span>
                  </li>
                );
              })}
            </ul>
          </li>
        ))}
      </ul>
      <ul className={styles.legend} aria-label={t.legend}>
        {LEGEND.map(([ring, kind]) => (
          <li key={ring}>
            <TokenSign kind={kind} ring={ring} />
            {t.rings[ring]}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One sentence that says where the reader is and who is beside them, for whoever asks by key. */
export function whereInWords(view: SeatView, t: DeskTexts['play']): string {
  const place = view.place === null ? t.nowhere : t.youAre(view.place.label);
  const beside = byPlace(view).find((one) => one.own)?.tokens ?? [];
  return beside.length === 0 ? `${place}.` : `${place}. ${beside.map((one) => one.label).join(', ')}.`;
}

interface Group {
  readonly label: string;
  readonly own: boolean;
  readonly tokens: readonly SeenToken[];
}

function byPlace(view: SeatView): readonly Group[] {
  const own = view.place;
  const found = new Map<string, SeenToken[]>();
  if (own !== null) found.set(own.label, []);
  for (const token of view.tokens) {
    // The reader is drawn first and once, whatever the scenario calls their own token.
    if (token.you) continue;
    const there = found.get(token.place);
    if (there) there.push(token);
    else found.set(token.place, [token]);
  }
  const places = [...found].map(([label, tokens]) => ({
    label: label.charAt(0).toUpperCase() + label.slice(1),
    own: label === own?.label,
    tokens,
  }));
  // What is nearest comes first: the reader's own place, then where the men are.
  const rank = (place: Group) => (place.own ? 0 : place.tokens.some((one) => one.side === 'men') ? 1 : 2);
  return places.sort((a, b) => rank(a) - rank(b));
}
