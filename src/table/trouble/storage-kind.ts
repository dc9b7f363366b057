/** How the browser's storage fails, as the page tells it. */
import type { FailureKind } from '#journal/journal-failure.ts';

/** Why the browser's storage cannot be had: as it was opened, or later, when another tab took it or it was deleted. */
export type StorageTrouble =
  | Extract<FailureKind, 'blocked' | 'slow' | 'newer' | 'forbidden' | 'full' | 'broken'>
  | 'taken'
  | 'deleted';

/** How storage failed; whatever has no words of its own is told as `broken`. */
export function storageTrouble(kind: FailureKind): StorageTrouble {
  return kind === 'damaged' || kind === 'gone' || kind === 'taken' ? 'broken' : kind;
}
