/** The page before anything has come. */
import styles from './frames/shell.module.css';

export function Opening({ text }: { readonly text: string }) {
  return (
    <p role="status" className={styles.loading}>
      {text}
    </p>
  );
}
