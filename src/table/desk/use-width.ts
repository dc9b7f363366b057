/** How wide an element is drawn, in CSS pixels, now and after every change. */
import { type RefObject, useLayoutEffect, useState } from 'react';

/** `before` is what is taken for it until it was measured. */
export function useWidth(it: RefObject<HTMLElement | null>, before: number): number {
  const [width, setWidth] = useState(before);
  useLayoutEffect(() => {
    const element = it.current;
    if (element === null) return;
    const measure = () => setWidth(element.clientWidth);
    measure();
    const resized = new ResizeObserver(measure);
    resized.observe(element);
    return () => resized.disconnect();
  }, [it]);
  return width;
}
