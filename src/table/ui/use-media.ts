/** Whether a media query holds for the window. */
import { useCallback, useSyncExternalStore } from 'react';

/** Follows the query while the part stands, by one listener however often it is drawn. */
export function useMedia(query: string): boolean {
  const listen = useCallback(
    (changed: () => void) => {
      const media = matchMedia(query);
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    [query],
  );
  return useSyncExternalStore(listen, () => matchMedia(query).matches);
}
