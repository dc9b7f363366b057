/** Whether the page is drawn dark now: as the reader chose, else as the system has it. */

import { useMedia } from '../ui/use-media.ts';
import { usePreferring } from './preferences.ts';

/** Follows the system while the reader has chosen nothing. */
export function useNight(): boolean {
  const { theme } = usePreferring().preferences;
  const system = useMedia('(prefers-color-scheme: dark)');
  return theme === 'system' ? system : theme === 'dark';
}
