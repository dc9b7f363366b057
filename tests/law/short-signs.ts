/** Rulings as short as a probe writes them. */
import type { Signs } from '#law/judge-acts.ts';
import { AXES } from '#law/trace.ts';

/** Three signs in the order of AXES and `!` for grave, as a probe's `expect` is written. */
export function shortSigns(ruled: Signs): string {
  return `${AXES.map((axis) => ruled.signs[axis]).join('')}${ruled.grave ? '!' : ''}`;
}
