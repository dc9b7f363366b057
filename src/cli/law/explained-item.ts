/** What `law explain` tells of a rule, a duty or a suspension, and of each authority it cites. */
import { isUnreadPolicy, statusOn } from '#law/on-day.ts';
import type { Authority, Law } from '#law/pack.ts';
import { citedBy, type LawItem, lawItems, packsWith, probesOf } from '#law/resting.ts';

/** A rule, duty or suspension, with what it rests on, what lifts it and what holds it. */
export type ExplainedItem = ReturnType<typeof explainedItem>;

/** What there is to tell of an item on a day. */
export function explainedItem(law: Law, item: LawItem, asOf: string) {
  const spoken = probesOf(law, item, asOf).map(({ probe, holds }) => ({
    ref: probe.ref,
    packs: holds.map((pack) => ({ pack, expect: probe.expect[pack] ?? '' })),
  }));
  return {
    ...item,
    packs: packsWith(law, item.layer),
    liftedBy: lawItems(law).filter((one) => one.kind === 'suspension' && one.item.rule === item.id),
    authorities: citedBy(item).flatMap((id) => {
      const authority = law.authorities[id];
      return authority === undefined ? [] : [noteOf(authority, asOf)];
    }),
    /** Without it these would be ruled otherwise than they expect. */
    heldBy: spoken.filter(({ packs }) => packs.length > 0),
    alsoIn: spoken.filter(({ packs }) => packs.length === 0).map(({ ref }) => ref),
  };
}

/** An authority as it stands on a day. */
export function noteOf(authority: Authority, asOf: string) {
  const { id, citation, verified, quote, source } = authority;
  const { is, asTo } = statusOn(authority, asOf);
  const readOn = authority.readOn ?? null;
  return { id, citation, is, asTo, verified, readOn, quote, source, unread: isUnreadPolicy(authority) };
}
