/** The notebook: what you know, from whom, how sure. */
import type { Ref } from 'react';
import type { Known } from '#exercise/view.ts';
import { BASES } from '#law/facts.ts';
import { mmss } from './durations.ts';
import { valueWords } from './known-words.ts';
import styles from './notebook.module.css';
import { useDesk } from './words.ts';

/** Newest first; how sure stands in words and, beside them, as one to four marks. */
export function Notebook({ known, at }: { readonly known: readonly Known[]; readonly at: Ref<HTMLElement> }) {
  const desk = useDesk();
  const t = desk.play;
  const newest = [...known].sort((a, b) => b.at - a.at);
  return (
    <section ref={at} className={styles.notebook} aria-label={t.notebook} data-part="notebook" tabIndex={-1}>
      <h2 className={styles.head}>
        {t.notebook} <small>{t.known}</small>
      </h2>
      {newest.length === 0 ? <p className={styles.none}>{t.knownNone}</p> : null}
      <ul className={styles.list}>
        {newest.map((one) => (
          <li key={one.fact} className={styles.known}>
            <p className={styles.label}>
              {one.label}
              <time>{mmss(one.at)}</time>
            </p>
            <p className={styles.value}>{valueWords(desk, one.fact, one.value, one.words)}</p>
            <p className={styles.from}>
              <Sure steps={BASES.indexOf(one.basis) + 1} />
              {desk.bases[one.basis]}, {one.name}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Sure({ steps }: { readonly steps: number }) {
  return (
    <svg className={styles.sure} width="26" height="10" viewBox="0 0 26 10" aria-hidden="true">
      {BASES.map((basis, i) => (
        <rect key={basis} x={i * 7} y={0.5} width={5} height={9} rx={1.5} data-on={i < steps} />
      ))}
    </svg>
  );
}
