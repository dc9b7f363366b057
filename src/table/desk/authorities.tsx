/** The authorities behind a finding: each with how it was verified; summary and source unfold. */
import type { AuthorityNote } from '#debrief/report.ts';
import { desk } from '#table/texts/en/desk.ts';
import styles from './findings.module.css';

const t = desk.debrief;

/** In the order given; nothing if there are none. */
export function Authorities({ of }: { readonly of: readonly AuthorityNote[] }) {
  return (
    <ul className={styles.authorities} aria-label={t.authorities}>
      {of.map((one) => (
        <li key={one.id}>
          <details>
            <summary>
              {one.citation} <i>{t.verified[one.verified]}</i>
            </summary>
            <p>
              {one.summary} {one.status}
            </p>
            <p className={styles.source}>{one.source}</p>
          </details>
        </li>
      ))}
    </ul>
  );
}
