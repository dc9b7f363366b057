/** What the seat could have known, apart from the findings: each with the one thing that would have brought it. */
import type { CouldHaveKnown as Item, Sooner as SoonerTold } from '#debrief/report.ts';
import { Fold } from '../ui/fold.tsx';
import { Theirs } from '../ui/theirs.tsx';
import { useDesk } from '../words/desk-words.ts';
import { mmss } from '../words/durations.ts';
import { valueWords } from '../words/known-words.ts';
import { quotedWords } from '../words/shown-words.ts';
import styles from './debrief.module.css';
import { Sooner } from './sooner.tsx';

interface Known {
  readonly items: readonly Item[];
  readonly sooner?: SoonerTold | undefined;
}

/** In the order given, and what bore on when the answer to the question came. */
export function CouldHaveKnown({ items, sooner }: Known) {
  const desk = useDesk();
  const t = desk.debrief;
  return (
    <section className={styles.box} aria-labelledby="could">
      <h2 id="could">{t.could}</h2>
      {items.length === 0 ? <p className={styles.text}>{t.couldNone}</p> : null}
      <Lines of={items.slice(0, FIRST)} />
      {items.length > FIRST ? (
        <Fold label={desk.contents.moreCould(items.length - FIRST)}>
          <Lines of={items.slice(FIRST)} />
        </Fold>
      ) : null}
      {sooner === undefined ? null : <Sooner of={sooner} />}
    </section>
  );
}

/** As many as are read at once. */
const FIRST = 4;

function Lines({ of }: { readonly of: readonly Item[] }) {
  const desk = useDesk();
  const t = desk.debrief;
  return (
    <ul className={styles.lines}>
      {of.map((one) => (
        <li key={`${one.fact} ${one.value} ${one.by}`}>
          <p>
            <b>
              <Theirs words={one.label} />:
            </b>{' '}
            <Theirs words={valueWords(desk, one.fact, one.value)} />
          </p>
          <p className={styles.dim}>
            {t.couldBy(
              one.andThen === undefined
                ? quotedWords(one.by)
                : t.couldThen(quotedWords(one.by), quotedWords(one.andThen)),
              mmss(one.openSince),
            )}{' '}
            {t.couldBe(mmss(one.wouldBe))}
            {one.was === null ? t.couldNever : t.couldWas(mmss(one.was))}
          </p>
        </li>
      ))}
    </ul>
  );
}
