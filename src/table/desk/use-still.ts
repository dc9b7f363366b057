/** Whether the reader asked for less motion. */
import { useSyncExternalStore } from 'react';

const asked = () => matchMedia('(prefers-reduced-motion: reduce)');

/** Follows the system's setting while the page is open. */
export function useStill(): boolean {
  return useSyncExternalStore(
    (tell) => {
      const query = asked();
      query.addEventListener('change', tell);
      return () => query.removeEventListener('change', tell);
    },
    () => asked().matches,
  );
}
