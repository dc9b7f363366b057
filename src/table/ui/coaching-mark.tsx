/** "Coaching — ungraded": on play, debrief and paper, so that nobody takes a coached run for a graded one (TB59). */

import { useDesk } from '../words/desk-words.ts';
import styles from './coaching-mark.module.css';

/** The words in full ink, and once more across the page like a watermark, for pictures of the screen and for paper. */
export function CoachingMark({ why = false }: { readonly why?: boolean }) {
  const t = useDesk().coaching;
  return (
    <>
      <p className={styles.mark} data-part="coaching-mark">
        <b>{t.mark}</b>
        {why ? <span> {t.markWhy}</span> : null}
      </p>
      {/* Drawn, not written: a reader of the page has the words above. */}
      <svg className={styles.water} viewBox="0 0 1000 700" aria-hidden="true">
        <text x="500" y="350" textAnchor="middle" transform="rotate(-28 500 350)">
          {t.mark}
        </text>
      </svg>
    </>
  );
}
