/** A sentence above a screen, with a way on if there is one. */
import type { ReactNode } from 'react';
import styles from './banner.module.css';

/** Said politely to screen readers; `children` hold the way on. */
export function Banner({ text, children }: { readonly text: string; readonly children?: ReactNode }) {
  return (
    <div role="status" className={styles.banner}>
      <span>{text}</span>
      {children}
    </div>
  );
}
