/** What a reader may want later: one line that says how much there is, and opens. */
import { type ReactNode, useState } from 'react';
import styles from './debrief.module.css';

/** Closed at first. Opens by itself when something in it is pointed at from elsewhere; on paper it is open. */
export function Fold(props: {
  readonly label: string;
  readonly pointed?: boolean;
  readonly children: ReactNode;
}) {
  const { label, pointed = false, children } = props;
  const [open, setOpen] = useState(pointed);
  const [before, setBefore] = useState(pointed);
  if (pointed !== before) {
    setBefore(pointed);
    if (pointed) setOpen(true);
  }
  return (
    <details
      className={styles.fold}
      open={open}
      onToggle={(event) => {
        // A card that folds inside this one tells of it too.
        if (event.target === event.currentTarget) setOpen(event.currentTarget.open);
      }}
    >
      <summary>{label}</summary>
      {children}
    </details>
  );
}
