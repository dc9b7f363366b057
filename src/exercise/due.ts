/** The due events of a draft, sorted by moment, rank and number (SPEC EX6). */
import type { Draft } from './draft.ts';
import type { Due } from './exercise.ts';

export const RANK = { completion: 0, story: 1, inject: 2, lapse: 3 } as const;

/** Lays a due event at its place in the order; the draft's counter breaks ties. */
export function schedule(draft: Draft, at: number, rank: number, what: Due['what']): void {
  draft.n += 1;
  const due: Due = { at, rank, n: draft.n, what };
  let place = draft.due.length;
  while (place > 0 && isBefore(due, draft.due[place - 1])) place -= 1;
  draft.due.splice(place, 0, due);
}

/** Takes away every due event that `goes` names. */
export function cancel(draft: Draft, goes: (what: Due['what']) => boolean): void {
  if (draft.due.some((due) => goes(due.what))) draft.due = draft.due.filter((due) => !goes(due.what));
}

function isBefore(a: Due, b: Due | undefined): boolean {
  if (b === undefined) return false;
  if (a.at !== b.at) return a.at < b.at;
  if (a.rank !== b.rank) return a.rank < b.rank;
  return a.n < b.n;
}
