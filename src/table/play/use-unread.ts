/** What has just been put before the reader takes no answer yet: nobody can have read it (TB113). */
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';

/** For so long it must have been in sight, in real milliseconds. */
const IN_SIGHT_MS = 700;
/** Between two looks whether it is. */
const LOOK_MS = 50;

export interface Unread {
  /** Whether it has not been in sight for long enough. */
  readonly isNow: (name: string) => boolean;
  /** Whether it had not been at that moment on the page's own clock: a key may have waited in line since. */
  readonly wasAt: (name: string, moment: number) => boolean;
}

/**
 * Follows what can be answered, by its names. It counts as read once all of it has been in sight at `place` without a break: not behind a
 * sheet, under another tab, or on a page nobody sees. What was read once stays so for as long as it can be answered. Null where it has no
 * place of its own.
 */
export function useUnread(names: readonly string[], place: RefObject<HTMLElement | null> | null): Unread {
  const [read, setRead] = useState<ReadonlyMap<string, number>>(new Map());
  const latest = useRef({ names, read });
  const key = names.join('\n');
  const hasUnread = names.some((name) => !read.has(name));
  useLayoutEffect(() => {
    latest.current = { names, read };
  });
  useEffect(() => {
    if (!hasUnread) return;
    let since = performance.now();
    const look = setInterval(() => {
      const now = performance.now();
      if (document.visibilityState !== 'visible' || (place?.current && !isInSight(place.current)))
        since = now;
      if (now - since < IN_SIGHT_MS) return;
      setRead((before) => new Map(latest.current.names.map((name) => [name, before.get(name) ?? now])));
    }, LOOK_MS);
    return () => clearInterval(look);
  }, [key, hasUnread, place]);
  return {
    isNow: (name) => !read.has(name),
    wasAt: (name, moment) => !(moment >= (latest.current.read.get(name) ?? Number.POSITIVE_INFINITY)),
  };
}

function isInSight(place: HTMLElement): boolean {
  return (
    place.checkVisibility({ visibilityProperty: true }) &&
    place.closest('[inert], [aria-hidden=true]') === null
  );
}
