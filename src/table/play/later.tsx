/** In a second try: what was chosen in the run it grew from, after the place where it begins. Information only. */

import type { LaterInWords } from '../props/screen-props.ts';
import { useDesk } from '../words/desk-words.ts';
import { mmss } from '../words/durations.ts';
import styles from './later.module.css';

/** Folded; nothing if there is nothing. */
export function Later({ later }: { readonly later: readonly LaterInWords[] }) {
  const t = useDesk().play;
  if (later.length === 0) return null;
  return (
    <details className={styles.later} data-part="later">
      <summary>{t.later}</summary>
      <ol>
        {later.map((one) => (
          <li key={`${one.at} ${one.said}`}>
            <time>{mmss(one.at)}</time>
            <span>
              {one.ask === null ? null : <small>{one.ask}</small>}
              {one.said}
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}
