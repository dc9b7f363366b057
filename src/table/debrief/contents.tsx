/** What a debrief holds, as a row that stays in sight: each word leads to its part and takes the focus there (SPEC TB67). */

import { useDesk } from '../words/desk-words.ts';
import styles from './contents.module.css';

/** Parts by the id of their heading; those that are not there are not named. */
export function Contents({ parts }: { readonly parts: readonly (readonly [id: string, name: string])[] }) {
  const t = useDesk().contents;
  return (
    <nav className={styles.contents} aria-label={t.title} data-print="no">
      <ul>
        {parts.map(([id, name]) => (
          <li key={id}>
            <button type="button" onClick={() => goTo(id)}>
              {name}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The page's address says which run is read, so that a part of it cannot stand there too. */
function goTo(id: string): void {
  const heading = document.getElementById(id);
  if (heading === null) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  heading.scrollIntoView({ block: 'start' });
}
