/** Single-key shortcuts of the play screen. They can be turned off (WCAG 2.1.4) and never fire in a text, a menu or a dialog. */
import { useEffect, useRef } from 'react';

/** The letter of each group of actions. */
export const GROUP_KEYS: Readonly<Record<string, string>> = {
  radio: 'R',
  verify: 'V',
  camera: 'C',
  medical: 'M',
  perimeter: 'P',
  crowd: 'W',
  note: 'N',
  partner: 'T',
  law: 'L',
};
export const KEYS = {
  pause: ' ',
  notebook: 'B',
  where: 'I',
  decision: 'D',
  law: 'K',
  help: '?',
} as const;

/** Calls `press` with the upper-case key (`' '` for Space, `'1'`–`'9'` for digits); it answers whether it took the key. */
export function useKeys(on: boolean, press: (key: string) => boolean): void {
  const latest = useRef(press);
  latest.current = press;
  useEffect(() => {
    if (!on) return;
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      if (!(event.target instanceof Element) || taken(event.target, event.key)) return;
      if (latest.current(event.key.toUpperCase())) event.preventDefault();
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
