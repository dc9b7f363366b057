/** What changed from one view of a seat to its next, and the next made of it: what crosses the wire instead of whole views (SPEC EX39). */
import type { SeatView } from './view.ts';

/** From one view to the next. What is not named is as it was. */
export interface ViewPatch {
  /** Parts that are otherwise now, whole; a list that was not there before among them. */
  readonly set?: Partial<SeatView>;
  /** Lists that are otherwise now, by the name of their part. */
  readonly lists?: Readonly<Record<string, ListPatch>>;
  /** Parts that are not there any more. */
  readonly gone?: readonly string[];
}
/** From one list to the next: what goes is taken out first, then what comes is put in, in this order. */
export interface ListPatch {
  /** Places in the list before, ascending. */
  readonly out: readonly number[];
  /** Each with its place in the list after, ascending. */
  readonly in: readonly (readonly [place: number, item: unknown])[];
}

type Parts = Readonly<Record<string, unknown>>;

/**
 * What makes `after` of `before`: for all views, `patch(before, diff(before, after))` equals `after`. Empty where nothing changed. Views of
 * one watch share the items of their logs, so that what has been told long ago is not looked at again.
 */
export function diff(before: SeatView, after: SeatView): ViewPatch {
  const [was, is] = [partsOf(before), partsOf(after)];
  const set: Record<string, unknown> = {};
  const lists: Record<string, ListPatch> = {};
  for (const [part, value] of Object.entries(is)) {
    const had = was[part];
    if (Array.isArray(had) && Array.isArray(value)) {
      const change = diffList(had, value);
      if (change !== null) lists[part] = change;
    } else if (!isSame(had, value)) {
      set[part] = value;
    }
  }
  const gone = Object.keys(was).filter((part) => !(part in is));
  return {
    ...(Object.keys(set).length > 0 ? { set: set as Partial<SeatView> } : {}),
    ...(Object.keys(lists).length > 0 ? { lists } : {}),
    ...(gone.length > 0 ? { gone } : {}),
  };
}

/** The view that a patch makes of the one before it; that one stays as it was. A patch of another view gives nothing to rely on. */
export function patch(before: SeatView, { set = {}, lists = {}, gone = [] }: ViewPatch): SeatView {
  const after: Record<string, unknown> = { ...before, ...set };
  for (const [part, change] of Object.entries(lists)) {
    const list = after[part];
    if (Array.isArray(list)) after[part] = patchList(list, change);
  }
  for (const part of gone) delete after[part];
  return after as Partial<SeatView> as SeatView;
}

function partsOf(view: SeatView): Parts {
  return { ...view };
}

/** Null where the lists are the same. What both have in common at their ends stays; of the rest, what can stay in its order. */
function diffList(before: readonly unknown[], after: readonly unknown[]): ListPatch | null {
  let from = 0;
  const shorter = Math.min(before.length, after.length);
  while (from < shorter && isSame(before[from], after[from])) from += 1;
  let tail = 0;
  while (tail < shorter - from && isSame(before[before.length - 1 - tail], after[after.length - 1 - tail]))
    tail += 1;
  const middle = before.slice(from, before.length - tail).map(spelled);
  const out: number[] = [];
  const added: (readonly [number, unknown])[] = [];
  let next = 0;
  for (let place = from; place < after.length - tail; place++) {
    const stays = middle.indexOf(spelled(after[place]), next);
    if (stays < 0) {
      added.push([place, after[place]]);
      continue;
    }
    for (; next < stays; next++) out.push(from + next);
    next = stays + 1;
  }
  for (; next < middle.length; next++) out.push(from + next);
  return out.length + added.length === 0 ? null : { out, in: added };
}

function patchList(before: readonly unknown[], { out, in: added }: ListPatch): readonly unknown[] {
  const goes = new Set(out);
  const after = before.filter((_, place) => !goes.has(place));
  for (const [place, item] of added) after.splice(place, 0, item);
  return after;
}

/** Equal as JSON. Two that are spelled in another order of their parts count as different, which costs a few bytes and no more. */
function isSame(a: unknown, b: unknown): boolean {
  return a === b || spelled(a) === spelled(b);
}

function spelled(value: unknown): string {
  return JSON.stringify(value) ?? '';
}
