/** What the reader means to do next time: proposed from what to improve, kept by their own choice; home shows it again (ui/next-time-list.tsx) (SPEC TB35). */
import type { FindingInContext } from '#debrief/report.ts';
import { Button } from '../ui/controls.tsx';
import styles from '../ui/next-time.module.css';
import { Theirs } from '../ui/theirs.tsx';
import { useDesk } from '../words/desk-words.ts';
import { casesOf } from './cases.ts';

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
