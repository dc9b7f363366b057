/** ENDEX: what happened, and the way to the debrief. */
import { useEffect, useRef } from 'react';
import type { SeatView } from '#exercise/view.ts';
import { Button } from '../ui/controls.tsx';
import { Theirs } from '../ui/theirs.tsx';
import { useDesk } from '../words/desk-words.ts';
import { endingWords } from '../words/ending-words.ts';
import styles from './ended.module.css';

/** Takes the place of the decision and the focus with it, since nothing else can be done. */
export function Ended(props: {
  readonly ending: NonNullable<SeatView['ended']>;
  readonly onDebrief: () => void;
}) {
  const t = useDesk().play;
  const place = useRef<HTMLElement>(null);
  useEffect(() => place.current?.focus({ preventScroll: true }), []);
  const { title, text } = endingWords(t, props.ending);
  return (
    <section ref={place} tabIndex={-1} className={styles.ended} aria-labelledby="ended">
      <p className={styles.small}>{t.ended}</p>
      <h2 id="ended">
        <Theirs words={title} />
      </h2>
      <p>
        <Theirs words={text} />
      </p>
      <Button weight="primary" onPress={props.onDebrief}>
        {t.debrief}
      </Button>
    </section>
  );
}
