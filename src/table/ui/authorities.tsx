/** The authorities behind a reason, folded behind their number: each with its standing on the day and how it was verified. */
import type { AuthorityNote } from '#debrief/report.ts';
import { useDesk } from '../words/desk-words.ts';
import { quotedWords } from '../words/shown-words.ts';
import styles from './authorities.module.css';
import { Theirs } from './theirs.tsx';

/** In the order given; nothing if there are none. */
export function Authorities({ of }: { readonly of: readonly AuthorityNote[] }) {
  const t = useDesk().debrief;
  if (of.length === 0) return null;
  return (
    <>
      <details className={styles.authorities} data-print="no">
        <summary>{t.authoritiesCount(of.length)}</summary>
        <ul>
          {of.map((one) => (
            <li key={one.id}>
              <Note of={one} />
            </li>
          ))}
        </ul>
      </details>
      {/* On paper the citation is enough: the list at the end says the rest once. */}
      <p data-print="only">
        {t.authorities}: {of.map((one) => quotedWords(one.citation)).join('; ')}.
      </p>
    </>
  );
}

/** Every authority of a debrief once, for paper only. */
export function AuthorityList({ of }: { readonly of: readonly AuthorityNote[] }) {
  const t = useDesk().debrief;
  if (of.length === 0) return null;
  return (
    <section className={styles.register} data-print="only" aria-labelledby="authorities">
      <h2 id="authorities">{t.authorities}</h2>
      <ul>
        {of.map((one) => (
          <li key={one.id}>
            <Note of={one} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Citation, standing on the day, how verified, what it says, where it stands. */
function Note({ of }: { readonly of: AuthorityNote }) {
  const t = useDesk().debrief;
  const [is = of.status, asTo] = of.status.split(' as to ');
  const status = t.statuses[is] ?? is;
  return (
    <>
      <p className={styles.citation}>
        <Theirs words={of.citation} />
      </p>
      <p>
        <Theirs words={of.summary} />
      </p>
      <p className={styles.source}>
        {asTo === undefined ? status : t.asTo(status, asTo)}. {t.verified[of.verified]}{' '}
        <Theirs words={of.source} />
      </p>
    </>
  );
}
