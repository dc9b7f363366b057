/** What the reader means to do next time: proposed from what to improve, kept by their own choice, shown again on home. */
import type { FindingInContext } from '#debrief/report.ts';
import { Button } from '../ui/controls.tsx';
import { Theirs } from '../ui/theirs.tsx';
import { useDesk } from '../words/desk-words.ts';
import { casesOf } from './cases.ts';
import styles from './next-time.module.css';

/** At most this many are proposed: a list that is too long is not done. */
const PROPOSED = 5;

/** Proposes the gravest first, each as the sentence of its finding; what is on the list already can be taken off. */
export function NextTimeProposals(props: {
  readonly findings: readonly FindingInContext[];
  readonly items: readonly string[];
  readonly onItems: (items: readonly string[]) => void;
}) {
  const t = useDesk().nextTime;
  const titles = casesOf(props.findings)
    .filter((one) => one.improve)
    .map((one) => one.head.finding.title);
  const proposed = [...new Set(titles)].slice(0, PROPOSED);
  if (proposed.length === 0) return null;
  return (
    <section className={styles.box} aria-labelledby="next-time" data-part="next-time" data-print="no">
      <h2 id="next-time">{t.title}</h2>
      <p className={styles.note}>{t.note}</p>
      <ul>
        {proposed.map((item, i) => (
          <li key={item}>
            <span id={`next-${i}`}>
              <Theirs words={item} />
            </span>
            {props.items.includes(item) ? (
              <Button
                small
                weight="quiet"
                aria-describedby={`next-${i}`}
                onPress={() => props.onItems(props.items.filter((one) => one !== item))}
              >
                {t.remove}
              </Button>
            ) : (
              <Button
                small
                aria-describedby={`next-${i}`}
                onPress={() => props.onItems([...props.items, item])}
              >
                {t.add}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The list as home shows it; nothing while it is empty. */
export function NextTimeList(props: {
  readonly items: readonly string[];
  readonly onItems: ((items: readonly string[]) => void) | undefined;
}) {
  const t = useDesk().nextTime;
  const { items, onItems } = props;
  if (items.length === 0) return null;
  return (
    <section className={styles.box} aria-labelledby="next-time" data-part="next-time">
      <h2 id="next-time">{t.title}</h2>
      <ul>
        {items.map((item, i) => (
          <li key={item}>
            <span id={`next-${i}`}>
              <Theirs words={item} />
            </span>
            {onItems === undefined ? null : (
              <Button
                small
                weight="quiet"
                aria-describedby={`next-${i}`}
                onPress={() => onItems(items.filter((one) => one !== item))}
              >
                {t.done}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
