/** Single-key shortcuts of the play screen. They can be turned off (WCAG 2.1.4) and never fire in a text, a menu or a dialog. */
import { useEffect, useRef } from 'react';

/**
 * Calls `press` with the upper-case key (`' '` for Space, `'1'`–`'9'` for digits) and the moment it went down on the page's own clock; it
 * answers whether it took the key.
 */
export function useKeys(on: boolean, press: (key: string, moment: number) => boolean): void {
  const latest = useRef(press);
  latest.current = press;
  useEffect(() => {
    if (!on) return;
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      if (!(event.target instanceof Element) || taken(event.target, event.key)) return;
      if (latest.current(event.key.toUpperCase(), event.timeStamp)) event.preventDefault();
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, [on]);
}

/** Whether the focused element needs this key for itself. */
function taken(at: Element, key: string): boolean {
  if (
    at.closest('input, textarea, select, [contenteditable], [role=menu], [role=dialog], [role=alertdialog]')
  )
    return true;
  return key === ' ' && at.closest('button, a, summary, [role=radio]') !== null;
}
