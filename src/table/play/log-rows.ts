/** The log as it is shown: lines whole, one's own doings and what went into the notebook folded to a few words. Pure. */
import type { LogItem, SeatView } from '#exercise/view.ts';
import { type Caption, captioned } from './heard.ts';

type Did = Extract<LogItem, { kind: 'did' }>;
type Learnt = Extract<LogItem, { kind: 'learnt' }>;

/** What was done, with what was learned before anybody spoke again; either may be missing, not both. */
export interface Folded {
  readonly kind: 'folded';
  readonly at: number;
  readonly n: number;
  readonly did: Did | null;
  readonly learnt: readonly Learnt[];
}
export type Row = Exclude<LogItem, Did | Learnt | { readonly kind: 'done' }> | Caption | Folded;

/** Oldest first. That something is done is no row: what came of it is told by somebody, or noted. SPEC TB102. */
export function rowsOf(view: Pick<SeatView, 'log' | 'sounds'>): readonly Row[] {
  const rows: Row[] = [];
  for (const item of captioned(view)) {
    if (item.kind === 'done') continue;
    const last = rows.at(-1);
    if (item.kind === 'did') {
      rows.push({ kind: 'folded', at: item.at, n: item.n, did: item, learnt: [] });
    } else if (item.kind !== 'learnt') {
      rows.push(item);
    } else if (last?.kind === 'folded') {
      rows[rows.length - 1] = { ...last, learnt: [...last.learnt, item] };
    } else {
      rows.push({ kind: 'folded', at: item.at, n: item.n, did: null, learnt: [item] });
    }
  }
  return rows;
}

/** The first words of what was done, three at most; whole where it is no longer. Of what was said to somebody, after whom. */
export function brief(text: string): string {
  const [, whom, said] = /^(.{1,60}?): (.+)$/.exec(text) ?? [];
  if (whom !== undefined && said !== undefined) return `${whom}: ${brief(said)}`;
  const words = text.split(/\s+/);
  if (words.length <= BRIEF + 1) return text;
  return `${words
    .slice(0, BRIEF)
    .join(' ')
    .replace(/[,;:.]$/, '')} …`;
}
const BRIEF = 3;
