/** The notebook: what you know, from whom, on what basis, when; what it was before; the newest marked. */
import type { Ref } from 'react';
import type { Known, SeatView } from '#exercise/view.ts';
import { BASES } from '#law/facts.ts';
import { Theirs } from '../../ui/theirs.tsx';
import { useDesk } from '../../words/desk-words.ts';
import { mmss } from '../../words/durations.ts';
import { valueWords } from '../../words/known-words.ts';
import styles from './notebook.module.css';
import { historyOf } from './notebook-history.ts';

/** Newest first; how sure stands in words and, beside them, as one to four marks. */
export function Notebook({
  view,
  at,
}: {
  readonly view: Pick<SeatView, 'known' | 'log'>;
  readonly at: Ref<HTMLElement>;
}) {
  const desk = useDesk();
  const t = desk.play;
  const noted = historyOf(view);
  return (
    <section ref={at} className={styles.notebook} aria-label={t.notebook} data-part="notebook" tabIndex={-1}>
      <h2 className={styles.head}>
        {t.notebook} <small>{t.known}</small>
      </h2>
      {noted.length === 0 ? <p className={styles.none}>{t.knownNone}</p> : null}
      <ol className={styles.list}>
        {noted.map((one) => (
          <li key={one.fact} className={styles.known} data-newest={one.newest}>
            <p className={styles.label}>
              <span>
                <Theirs words={one.label} />
                {one.newest ? <b>{desk.ground.newest}</b> : null}
              </span>
              <time>{mmss(one.at)}</time>
            </p>
            <p className={styles.value}>
              <Theirs words={valueWords(desk, one.fact, one.value, one.words)} />
            </p>
            <From known={one} />
            {one.before.length === 0 ? null : (
              <ol className={styles.before} aria-label={desk.ground.was}>
                {one.before.map((was) => (
                  <li key={`${was.at} ${was.value} ${was.name}`}>
                    <span>
                      {desk.ground.was} <Theirs words={valueWords(desk, was.fact, was.value, was.words)} /> (
                      {desk.bases[was.basis]}, <Theirs words={was.name} />)
                    </span>
                    <time>{mmss(was.at)}</time>
                  </li>
                ))}
              </ol>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function From({ known }: { readonly known: Known }) {
  const { bases } = useDesk();
  return (
    <p className={styles.from}>
      <Sure steps={BASES.indexOf(known.basis) + 1} />
      {bases[known.basis]}, <Theirs words={known.name} />
    </p>
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
