/** Authorities that want another look on a day: their status changed, a court halted them, they do not stand, or they were read long ago (SPEC LW41). */
import { inForce, statusOn } from './on-day.ts';
import type { Authority, Law } from './pack.ts';
import { type LawItem, lawItems, restingOn } from './resting.ts';

/** Why an authority wants another look. */
export type Staleness =
  /** Its status changed within the year before the day. */
  | { readonly why: 'changed'; readonly on: string; readonly from: string; readonly to: string }
  /** A court has halted it, as to somebody or as a whole. */
  | { readonly why: 'halted'; readonly is: string; readonly asTo: string | null }
  /** It is neither in force that day nor halted: not yet, merely enacted, superseded or ended. */
  | { readonly why: 'not-in-force'; readonly is: string }
  /** The law was read more than a year before the day. */
  | { readonly why: 'read-long-ago'; readonly on: string };

export interface Stale {
  readonly authority: Authority;
  readonly because: readonly Staleness[];
  /** What rests on it. */
  readonly items: readonly LawItem[];
}

/** Every authority that wants another look on that day: those on which something rests first, each part in file order. */
export function staleOn(law: Law, asOf: string): readonly Stale[] {
  const items = lawItems(law);
  const stale = Object.values(law.authorities).flatMap((authority) => {
    const because = [
      ...changed(authority, asOf),
      ...standing(authority, asOf),
      ...readLongAgo(authority, asOf),
    ];
    return because.length === 0 ? [] : [{ authority, because, items: restingOn(items, authority.id) }];
  });
  return [...stale.filter((one) => one.items.length > 0), ...stale.filter((one) => one.items.length === 0)];
}

/** The authorities that do not say on which day they were read, so that nobody can tell how old their reading is. */
export function undated(law: Law): readonly Authority[] {
  return Object.values(law.authorities).filter(({ readOn }) => readOn === undefined);
}

/** The same day a year before; 29 February becomes 28. */
export function yearBefore(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const before = `${String(Number(year) - 1).padStart(4, '0')}-${month}-`;
  return `${before}${month === '02' && date === '29' ? '28' : date}`;
}

function changed({ history }: Authority, asOf: string): readonly Staleness[] {
  const since = yearBefore(asOf);
  return history.flatMap((entry, at): Staleness[] =>
    entry.on > since && entry.on <= asOf
      ? [{ why: 'changed', on: entry.on, from: history[at - 1]?.is ?? 'not-yet', to: entry.is }]
      : [],
  );
}

function standing(authority: Authority, asOf: string): readonly Staleness[] {
  const { is, asTo } = statusOn(authority, asOf);
  if (is === 'enjoined' || is === 'stayed') return [{ why: 'halted', is, asTo }];
  return inForce(authority, asOf) ? [] : [{ why: 'not-in-force', is }];
}

function readLongAgo({ readOn }: Authority, asOf: string): readonly Staleness[] {
  return readOn !== undefined && readOn < yearBefore(asOf) ? [{ why: 'read-long-ago', on: readOn }] : [];
}
