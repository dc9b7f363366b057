/** How wide an element is drawn, in CSS pixels, now and after every change. */
import { type RefObject, useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/**
 * `before` is what is taken for it until it was measured. What depends on a new width is drawn in the same frame; so the element's own
 * size must not follow from it.
 */
export function useWidth(it: RefObject<HTMLElement | null>, before: number): number {
  const [width, setWidth] = useState(before);
  useLayoutEffect(() => {
    const element = it.current;
    if (element === null) return;
    setWidth(element.clientWidth);
    const resized = new ResizeObserver(() => flushSync(() => setWidth(element.clientWidth)));
    resized.observe(element);
    return () => resized.disconnect();
  }, [it]);
  return width;
}
