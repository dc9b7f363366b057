/** What a reader may want later: one line that says how much there is, and opens. */
import { type ReactNode, useState } from 'react';
import { cx } from './class-names.ts';
import styles from './fold.module.css';

/** Closed at first. Opens by itself when something in it is pointed at from elsewhere; on paper it is open. */
export function Fold(props: {
  readonly label: string;
  readonly pointed?: boolean;
  /** One line among others, not a button. */
  readonly small?: boolean;
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
      className={cx(styles.fold, props.small === true && styles.aside)}
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
