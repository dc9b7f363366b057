/**
 * Whether runs of one kind come out above runs of another, by rank alone (SPEC RH55): the Brunner-Munzel test, which unlike
 * Mann-Whitney's needs neither equal spread nor values without ties (E. Brunner, U. Munzel, Biometrical Journal 42, 2000).
 */
import { upperTail } from './student-t.ts';

/** `share`: how often a value of the first list is above one of the second, a tie counting half. `p`: the chance of so much or more were they alike. */
export interface Above {
  readonly share: number;
  readonly p: number;
}

/** Compares two lists, each of at least two values. One-sided. Throws for shorter ones. */
export function above(ours: readonly number[], theirs: readonly number[]): Above {
  const [m, n] = [ours.length, theirs.length];
  if (m < 2 || n < 2) throw new Error('RH55: a rank test needs two values on each side');
  const all = midRanks([...ours, ...theirs]);
  const [us, them] = [all.slice(0, m), all.slice(m)];
  const [ownUs, ownThem] = [midRanks(ours), midRanks(theirs)];
  const [meanUs, meanThem] = [mean(us), mean(them)];
  const share = shareOf(us, n);
  const spread = (ranks: readonly number[], own: readonly number[], centre: number) =>
    ranks.reduce((sum, rank, i) => sum + (rank - (own[i] ?? 0) - centre + (ranks.length + 1) / 2) ** 2, 0) /
    (ranks.length - 1);
  const [varUs, varThem] = [spread(us, ownUs, meanUs), spread(them, ownThem, meanThem)];
  const pooled = m * varUs + n * varThem;
  if (pooled === 0) return { share, p: withoutSpread(share, m, n) };
  const t = (m * n * (meanUs - meanThem)) / ((m + n) * Math.sqrt(pooled));
  const df = pooled ** 2 / ((m * varUs) ** 2 / (m - 1) + (n * varThem) ** 2 / (n - 1));
  return { share, p: upperTail(t, df) };
}

/** How often a value of the first list is above one of the second, a tie counting half; neither is empty. */
export function shareAbove(ours: readonly number[], theirs: readonly number[]): number {
  return shareOf(midRanks([...ours, ...theirs]).slice(0, ours.length), theirs.length);
}

/** Ranks from 1, ties sharing the middle of theirs. */
export function midRanks(values: readonly number[]): readonly number[] {
  const order = values.map((_, i) => i).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const ranks = new Array<number>(values.length).fill(0);
  let from = 0;
  while (from < order.length) {
    let to = from;
    while (to < order.length && values[order[to] ?? 0] === values[order[from] ?? 0]) to += 1;
    for (let i = from; i < to; i++) ranks[order[i] ?? 0] = (from + 1 + to) / 2;
    from = to;
  }
  return ranks;
}

/** What the ranks of one list among both say of it: sums of halves are exact, so equal shares are equal numbers. */
function shareOf(us: readonly number[], n: number): number {
  const m = us.length;
  return (us.reduce((sum, rank) => sum + rank, 0) - (m * (m + 1)) / 2) / (m * n);
}

/** Where no value of one list lies among the other's, the test has no spread: how many ways of dealing the values out come to as much is counted. */
function withoutSpread(share: number, m: number, n: number): number {
  if (share < 1) return 1;
  let ways = 1;
  for (let i = 1; i <= m; i++) ways = (ways * (n + i)) / i;
  return 1 / ways;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
