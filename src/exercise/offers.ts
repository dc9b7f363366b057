/** What a seat could do now, so that law can ask whether it had the chance (DESIGN.md §5: no chance, no miss). */
import { type Draft, emit, holds, isPlayed } from './draft.ts';
import { at } from './invariant.ts';
import type { Offer } from './lookup.ts';

/**
 * Everything on offer to people: standing actions whose condition holds, by action and seat, then options of open decisions.
 * Being busy does not withdraw an offer: it is the seat's own doing.
 */
export function offersOf(draft: Draft): readonly Offer[] {
  const { engine, lookup } = draft;
  const offers: Offer[] = [];
  for (const [n, standing] of lookup.standing.entries()) {
    if (!standing.some(({ seat }) => isPlayed(draft, seat))) continue;
    if (!holds(draft, at(engine.playbook.actions, n).when)) continue;
    for (const offer of standing) if (isPlayed(draft, offer.seat)) offers.push(offer);
  }
  for (const open of draft.open) {
    const decision = at(engine.playbook.decisions, open.decision);
    for (const option of decision.options) {
      if (!holds(draft, option.when)) continue;
      const source = { decision: decision.id, visit: open.visit, option: option.id };
      offers.push({
        key: `${source.decision} ${source.visit} ${source.option}`,
        seat: decision.seat,
        source,
      });
    }
  }
  return offers;
}

/** Says in the trace what came on offer and what went since last looked: first what went, each in the order of `offersOf`. */
export function noteOffers(draft: Draft, now: readonly Offer[] = offersOf(draft)): void {
  const before = draft.offers;
  if (
    before.length === now.length &&
    before.every((offer, n) => offer === now[n] || offer.key === now[n]?.key)
  )
    return;
  const had = new Set(before.map((offer) => offer.key));
  const have = new Set(now.map((offer) => offer.key));
  for (const offer of before) {
    if (have.has(offer.key)) continue;
    emit(draft, { kind: 'withdrawn', seat: seatId(draft, offer), source: offer.source });
  }
  for (const offer of now) {
    if (had.has(offer.key)) continue;
    const acts = actsOf(draft, offer);
    emit(draft, { kind: 'offered', seat: seatId(draft, offer), source: offer.source, acts });
  }
  draft.offers = now;
}

function seatId(draft: Draft, offer: Offer): string {
  return at(draft.engine.playbook.seats, offer.seat).id;
}

function actsOf(draft: Draft, { source }: Offer) {
  const { playbook } = draft.engine;
  if ('action' in source) return at(playbook.actions, draft.lookup.actions.get(source.action) ?? -1).acts;
  if (!('decision' in source)) return [];
  const decision = at(playbook.decisions, draft.lookup.decisions.get(source.decision) ?? -1);
  return decision.options.find((option) => option.id === source.option)?.acts ?? [];
}
