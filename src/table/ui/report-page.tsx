/** The page of a report of a run, such as the debrief: what it is, of what, the ways on, and the report itself. */
import type { ReactNode, Ref } from 'react';
import { Mark } from './controls.tsx';
import styles from './report.module.css';

/** `about` is a line beside the title and `ways` the buttons at the end of the bar; `heading` is given where the focus is led to the title. */
export function ReportPage(props: {
  readonly part: string;
  readonly title: string;
  readonly heading?: Ref<HTMLHeadingElement>;
  readonly about: ReactNode;
  readonly ways: ReactNode;
  readonly children: ReactNode;
}) {
  const { heading } = props;
  return (
    <div className={styles.page}>
      <header className={styles.bar}>
        <Mark />
        <h1 {...(heading === undefined ? {} : { ref: heading, tabIndex: -1 })}>{props.title}</h1>
        <p className={styles.dim}>{props.about}</p>
        <span className={styles.end}>{props.ways}</span>
      </header>
      <main className={styles.main} data-part={props.part}>
        {props.children}
      </main>
    </div>
  );
}
