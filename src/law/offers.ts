/** What was on offer to a seat, and when: whether a duty could have been met at all (SPEC LW10). */
import type { Act } from './acts.ts';
import { actMatches } from './match.ts';
import type { Pattern } from './pack.ts';
import type { TraceEvent } from './trace.ts';

/** One thing on offer from `from` until `until` (Infinity while never withdrawn). */
export interface Offer {
  readonly acts: readonly Act[];
  readonly from: number;
  readonly until: number;
}

/** Every offer made to the seat, in the order made. What is withdrawn at the moment it is offered was never a chance and is left out. */
export function offersTo(trace: readonly TraceEvent[], seat: string): Offer[] {
  const offers: { key: string; acts: readonly Act[]; from: number; until: number }[] = [];
  const open = new Map<string, { until: number }>();
  for (const event of trace) {
    if (event.kind !== 'offered' && event.kind !== 'withdrawn') continue;
    if (event.seat !== seat) continue;
    const key = JSON.stringify(Object.entries(event.source).sort());
    const before = open.get(key);
    if (before !== undefined) before.until = event.at;
    open.delete(key);
    if (event.kind === 'offered') {
      const offer = { key, acts: event.acts, from: event.at, until: Number.POSITIVE_INFINITY };
      offers.push(offer);
      open.set(key, offer);
    }
  }
  return offers.filter((offer) => offer.until > offer.from);
}

/** The first moment in `[from, to)` at which an act that fits one of the patterns was on offer; null if none was. */
export function firstChance(
  offers: readonly Offer[],
  patterns: readonly Pattern[],
  from: number,
  to: number,
): number | null {
  if (from >= to) return null;
  const moments = offers
    .filter((offer) => offer.acts.some((act) => patterns.some((pattern) => actMatches(pattern, act))))
    .filter((offer) => offer.from < to && offer.until > from)
    .map((offer) => Math.max(offer.from, from));
  return moments.length === 0 ? null : Math.min(...moments);
}
