/** Whether the page is drawn dark now: as the reader chose, else as the system has it. */
import { usePreferring } from './preferences.ts';
import { useMedia } from './use-media.ts';

/** Follows the system while the reader has chosen nothing. */
export function useNight(): boolean {
  const { theme } = usePreferring().preferences;
  const system = useMedia('(prefers-color-scheme: dark)');
  return theme === 'system' ? system : theme === 'dark';
}
