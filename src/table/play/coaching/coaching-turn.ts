/** The coaching level's turns: when one is over, and what the view holds for each of the five steps (TB58). Reads the view and nothing else. */
import type { SeatView } from '#exercise/view.ts';

/**
 * How many decisions are over: answered, in deeds or by silence, and what was chosen is done. A standing action is none, so nobody is
 * stopped after every press; what runs still is not over.
 */
export function turnsOver(view: SeatView): number {
  const { log, busy } = view;
  const running = busy === null ? undefined : log.findLast((item) => item.kind === 'did');
  return log.filter(
    (item) => item.kind === 'lapsed' || (item.kind === 'did' && item.card === true && item !== running),
  ).length;
}

/** What the last decision was (the question, where it was left unanswered), and what was told since, without the reader's own doings. */
export interface Turn {
  readonly did: string;
  readonly back: readonly { readonly n: number; readonly name: string; readonly text: string }[];
}

/** Null before anything was done. What is still going on is not the last turn. */
export function lastTurn(view: SeatView): Turn | null {
  const running = view.busy === null ? undefined : view.log.findLast((item) => item.kind === 'did');
  const last = view.log.findLast(
    (item) => item.kind === 'lapsed' || (item.kind === 'did' && item.card === true && item !== running),
  );
  if (last === undefined) return null;
  const back = view.log.flatMap((item) => {
    if (item.n <= last.n) return [];
    if (item.kind === 'line' && item.text !== '') return [{ n: item.n, name: item.name, text: item.text }];
    return item.kind === 'arrived' ? [{ n: item.n, name: item.name, text: '' }] : [];
  });
  return { did: last.kind === 'lapsed' ? last.ask : last.kind === 'did' ? last.text : '', back };
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
