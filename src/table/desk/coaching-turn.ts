/** The coaching level's turns: when one is over, and what the view holds for each of the five steps (TB58). Reads the view and nothing else. */
import type { LogItem, SeatView } from '#exercise/view.ts';

type Did = Extract<LogItem, { kind: 'did' }>;

/** How many turns are over: what was done and is done. What runs still is not over, and what was broken off was no turn. */
export function turnsOver(view: SeatView): number {
  const count = (kind: LogItem['kind']) => view.log.filter((item) => item.kind === kind).length;
  return count('did') - count('cut') - (view.busy === null ? 0 : 1);
}

/** What the last turn was, and what was told since it began, without the reader's own doings. */
export interface Turn {
  readonly did: string;
  readonly back: readonly { readonly n: number; readonly name: string; readonly text: string }[];
}

/** Null before anything was done. What is still going on is not the last turn. */
export function lastTurn(view: SeatView): Turn | null {
  const acts = view.log.filter((item): item is Did => item.kind === 'did');
  const over = view.busy === null ? acts : acts.filter(({ text }) => text !== view.busy?.what);
  const last = over.at(-1);
  if (last === undefined) return null;
  const back = view.log.flatMap((item) => {
    if (item.n <= last.n) return [];
    if (item.kind === 'line' && item.text !== '') return [{ n: item.n, name: item.name, text: item.text }];
    return item.kind === 'arrived' ? [{ n: item.n, name: item.name, text: '' }] : [];
  });
  return { did: last.text, back };
}

/** Who and what is in sight, by place, in the order in which the view has them; the reader's own place first, even if nobody is there. */
export function whoStandsWhere(
  view: SeatView,
): readonly { readonly place: string; readonly own: boolean; readonly who: readonly string[] }[] {
  const found = new Map<string, string[]>();
  if (view.place !== null) found.set(view.place.label, []);
  for (const { label, place, how, you } of view.tokens) {
    if (you) continue;
    const words = how === null ? label : `${label} (${how})`;
    found.set(place, [...(found.get(place) ?? []), words]);
  }
  return [...found].map(([place, who]) => ({ place, own: place === view.place?.label, who }));
}
