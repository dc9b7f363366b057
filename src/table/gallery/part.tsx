/** One part on the page of parts: a caption and the part itself. */
import type { ReactNode } from 'react';
import { cx } from '../ui/class-names.ts';
import styles from './parts.module.css';

/** `still` holds a further state of a part that is there already: it can be looked at and not pressed, and no screen reader meets it twice. */
export function Part(props: {
  /** Its caption; without one it is what its group is called. */
  readonly name?: string;
  readonly children: ReactNode;
  readonly wide?: boolean;
  readonly still?: boolean;
  /** In a frame of its own, padded or of a set height. */
  readonly frame?: 'padded' | 'tall' | 'card' | 'plain';
}) {
  const { frame } = props;
  return (
    <figure className={styles.part} data-wide={props.wide === true}>
      {props.name === undefined ? null : <figcaption>{props.name}</figcaption>}
      <div
        inert={props.still === true}
        className={
          frame === undefined
            ? undefined
            : cx(
                styles.box,
                frame === 'tall' && styles.tall,
                frame === 'card' && styles.card,
                frame === 'padded' && styles.framed,
              )
        }
      >
        {props.children}
      </div>
    </figure>
  );
}

/** Parts that belong together. */
export function Group({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <section className={styles.group}>
      <h2>{name}</h2>
      {children}
    </section>
  );
}
