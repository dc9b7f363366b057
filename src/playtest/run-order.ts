/**
 * The order of runs on one axis (SPEC RH55): grave below unsound below sound with gaps below sound; of equal standings the one that kept
 * more of what was due is above. Axes are never put together, and the number means nothing but its place among others.
 */
import type { StandingWord } from '#law/findings.ts';

/** A number that is greater for a better run; null where the axis was not exercised, which is neither good nor bad. */
export function orderOf(standing: StandingWord, kept: number, due: number): number | null {
  const place = STANDINGS.indexOf(standing);
  if (place < 0) return null;
  // A share lies between 0 and 1, so it never reaches the next standing. Where nothing was due nothing was left undone.
  return place * 2 + (due === 0 ? 1 : kept / due);
}

const STANDINGS: readonly StandingWord[] = ['grave', 'unsound', 'gaps', 'sound'];
