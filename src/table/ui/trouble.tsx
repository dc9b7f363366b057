/** A clear screen with a way on, whatever went wrong. */

import type { TroubleProps } from '../props/screen-props.ts';
import { useDesk } from '../words/desk-words.ts';
import { shownWords } from '../words/shown-words.ts';
import { Button, Mark } from './controls.tsx';
import styles from './page.module.css';

/** Says what happened and offers the ways on; the first is the main one. */
export function Trouble({ title, text, ways, details }: TroubleProps) {
  const desk = useDesk();
  return (
    <div className={styles.page}>
      <header className={styles.bar}>
        <Mark />
      </header>
      <main className={styles.narrow}>
        <h1 className={styles.title}>{title}</h1>
        <p className={styles.lead}>{text}</p>
        <div className={styles.row}>
          {ways.map((way, i) => (
            <Button key={way.label} weight={i === 0 ? 'primary' : 'plain'} onPress={way.onPress}>
              {way.label}
            </Button>
          ))}
        </div>
        {details === null ? null : (
          <details className={styles.fold}>
            <summary>{desk.trouble.details}</summary>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
            <pre className={styles.details} tabIndex={0}>
              {shownWords(details)}
            </pre>
          </details>
        )}
      </main>
    </div>
  );
}
