/**
 * What stands in place of the scene while the live clock is stopped (TB140): whoever pauses does not go on reading at leisure what is read
 * under time. With extended time, on the discussion clock and while coaching, nothing is covered.
 */
import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { PlayProps } from '../props/screen-props.ts';
import { Button } from '../ui/controls.tsx';
import { Icon } from '../ui/icons.tsx';
import type { Followed } from '../ui/use-session.ts';
import { useDesk } from '../words/desk-words.ts';
import styles from './pause-cover.module.css';

/** Whether the scene is covered now. */
export function isCovered({ clock, view }: Followed, { level, extended }: PlayProps['settings']): boolean {
  const stands = clock.policy === 'live' && clock.paused && view.ended === null;
  return stands && extended === 100 && level !== 'coaching';
}

/** The cover over what is in `behind`. Focus that was there comes to its button, and goes back where it was once the clock runs. */
export function PauseCover(props: {
  readonly behind: RefObject<HTMLElement | null>;
  /** Where focus goes back to where what had it is gone. */
  readonly otherwise: RefObject<HTMLElement | null>;
  readonly said: string;
  readonly onGoOn: () => void;
}) {
  const t = useDesk().play;
  const { behind, otherwise } = props;
  const cover = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const had = document.activeElement;
    const place = cover.current;
    if (!(had instanceof HTMLElement) || !behind.current?.contains(had)) return;
    place?.querySelector('button')?.focus({ preventScroll: true });
    return () => {
      // Somebody who went elsewhere meanwhile stays there.
      if (!place?.contains(document.activeElement) && document.activeElement !== document.body) return;
      // What was behind the cover takes focus again only once it is drawn without it.
      queueMicrotask(() => (had.isConnected ? had : otherwise.current)?.focus({ preventScroll: true }));
    };
  }, [behind, otherwise]);
  return (
    <div ref={cover} className={styles.cover} data-part="paused">
      <h2>
        <Icon name="pause" /> {t.paused}
      </h2>
      <p>{t.covered}</p>
      {props.said === '' ? null : <p>{props.said}</p>}
      <Button weight="primary" onPress={props.onGoOn} data-part="go-on">
        {t.goOn}
      </Button>
    </div>
  );
}
