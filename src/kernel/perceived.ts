/** What a seat has in sight, as a list of observations that grows and shrinks with the trace (SPEC RH5). */
import { int } from './conditions.ts';

/**
 * Adds an observation to those in sight, the first `n` of `seen`, and drops what it closes (1 in `closes`).
 *
 * Gives how many are in sight now; the complement of that (`~count`, below nothing) where it was in sight already.
 */
export function perceived(
  seen: Int32Array,
  n: number,
  observation: number,
  closes: ArrayLike<number> | undefined,
): number {
  let [to, isNew] = [0, true];
  for (let i = 0; i < n; i++) {
    const one = int(seen, i);
    if (one === observation) isNew = false;
    if (closes !== undefined && closes[one] === 1) continue;
    seen[to] = one;
    to += 1;
  }
  if (!isNew) return ~to;
  seen[to] = observation;
  return to + 1;
}
