/** What the reader means to do next time, as home shows it. */
import { useDesk } from '../words/desk-words.ts';
import { Button } from './controls.tsx';
import styles from './next-time.module.css';
import { Theirs } from './theirs.tsx';

/** One line for each, with a way to take it off; nothing while it is empty. */
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
