/** Whether the page is drawn dark now: as the reader chose, else as the system has it. */
import { useSyncExternalStore } from 'react';
import { usePreferring } from './preferences.ts';

const DARK = '(prefers-color-scheme: dark)';

/** Follows the system while the reader has chosen nothing. */
export function useNight(): boolean {
  const { theme } = usePreferring().preferences;
  const system = useSyncExternalStore(
    (changed) => {
      const media = matchMedia(DARK);
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    () => matchMedia(DARK).matches,
  );
  return theme === 'system' ? system : theme === 'dark';
}
