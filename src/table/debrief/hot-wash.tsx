/** The author's questions for the talk after a run; a scenario without any shows nothing. */

import { Theirs } from '../ui/theirs.tsx';
import { useDesk } from '../words/desk-words.ts';
import styles from './debrief.module.css';

/** In the author's order, numbered, so that an instructor can call them by number. */
export function HotWash({ questions }: { readonly questions: readonly string[] }) {
  const t = useDesk().debrief;
  if (questions.length === 0) return null;
  return (
    <section className={styles.box} aria-labelledby="hot-wash">
      <h2 id="hot-wash">{t.hotWash}</h2>
      <p className={styles.dim}>{t.hotWashNote}</p>
      <ol className={styles.questions}>
        {questions.map((question) => (
          <li key={question}>
            <Theirs words={question} />
          </li>
        ))}
      </ol>
    </section>
  );
}
