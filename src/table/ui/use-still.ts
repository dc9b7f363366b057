/** Whether the reader asked for less motion. */
import { useMedia } from './use-media.ts';

/** Follows the system's setting while the page is open. */
export function useStill(): boolean {
  return useMedia('(prefers-reduced-motion: reduce)');
}
