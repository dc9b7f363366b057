/** What the notebook shows: each thing known, with what it was before, newest first. Pure. */
import type { Known, LogItem, SeatView } from '#exercise/view.ts';

export interface Noted extends Known {
  /** What was noted of it before, newest first: the same words from elsewhere count, the same again does not. */
  readonly before: readonly Known[];
  /** The one noted last. */
  readonly newest: boolean;
}

/** The order of the log decides which of two learnt at one moment is newer. SPEC TB55. */
export function historyOf(view: Pick<SeatView, 'known' | 'log'>): readonly Noted[] {
  const learnt = view.log.filter((item): item is Learnt => item.kind === 'learnt');
  const last = (fact: string) => learnt.findLast((item) => item.fact === fact)?.n ?? -1;
  return [...view.known]
    .sort((a, b) => b.at - a.at || last(b.fact) - last(a.fact))
    .map((known, i) => ({ ...known, before: beforeOf(known, learnt), newest: i === 0 }));
}

type Learnt = LogItem & { readonly kind: 'learnt' };

function beforeOf(known: Known, learnt: readonly Learnt[]): readonly Known[] {
  const all = learnt.filter((item) => item.fact === known.fact);
  const steps = all.filter((item, i) => {
    const next = all[i + 1];
    // The last of them is what is known now.
    return next !== undefined && !same(item, next);
  });
  return steps
    .map(({ fact, label, value, words, at, name, basis }) => ({ fact, label, value, words, at, name, basis }))
    .reverse();
}

function same(
  a: Pick<Known, 'value' | 'basis' | 'name'>,
  b: Pick<Known, 'value' | 'basis' | 'name'>,
): boolean {
  return a.value === b.value && a.basis === b.basis && a.name === b.name;
}
