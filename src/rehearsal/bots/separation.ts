/** What a scenario tells apart: one bot's runs against another's by rank, axis by axis and pack by pack (SPEC RH55). */
import { AXES, type Axis } from '#law/trace.ts';
import type { BotName } from './bot.ts';
import { above } from './rank-test.ts';

/** Whether `better` comes out above `than`: in which share of pairs of runs, and by how much of a chance were they alike. */
export interface Separation {
  readonly pack: string;
  readonly axis: Axis;
  readonly better: BotName;
  readonly than: BotName;
  readonly share: number;
  readonly p: number;
  readonly isApart: boolean;
}
/** Where a bot that goes by a cue stands among those whose habit says nothing: its share of pairs won against random, and the middle 95 % of theirs. */
export interface CueNumbers {
  readonly pack: string;
  readonly axis: Axis;
  readonly bot: BotName;
  readonly share: number;
  readonly from: number;
  readonly to: number;
  readonly isWithin: boolean;
}

/** Who should come out above whom. */
export const LADDER: readonly (readonly [BotName, BotName])[] = [
  ['by-the-book', 'careful'],
  ['careful', 'random'],
  ['careful', 'hasty'],
  ['random', 'worst'],
];
/** Bots that go by how an option stands on the card. */
export const CUED = ['longest', 'first'] as const;

/** The orders of a bot's runs on one axis under one pack. */
export type Orders = (bot: BotName, pack: string, axis: number) => readonly number[];

/** Every pair of the ladder of which both were played, under each pack, on each axis that both exercised. */
export function separations(
  bots: readonly BotName[],
  packs: readonly string[],
  orders: Orders,
): readonly Separation[] {
  const pairs = LADDER.filter((pair) => pair.every((bot) => bots.includes(bot)));
  return packs.flatMap((pack) =>
    AXES.flatMap((axis, n) =>
      pairs.flatMap(([better, than]): Separation[] => {
        const [ours, theirs] = [orders(better, pack, n), orders(than, pack, n)];
        if (ours.length < 2 || theirs.length < 2) return [];
        const { share, p } = above(ours, theirs);
        return [{ pack, axis, better, than, share, p, isApart: p < SURE }];
      }),
    ),
  );
}

/** Where longest and first stand among habits that say nothing; `habits` are the shares each won against random. */
export function cues(
  bots: readonly BotName[],
  packs: readonly string[],
  orders: Orders,
  habits: (pack: string, axis: number) => readonly number[],
): readonly CueNumbers[] {
  return packs.flatMap((pack) =>
    AXES.flatMap((axis, n) => {
      const shares = [...habits(pack, n)].sort((a, b) => a - b);
      const theirs = orders('random', pack, n);
      if (shares.length === 0 || theirs.length === 0) return [];
      const [from, to] = middle(shares);
      return CUED.filter((bot) => bots.includes(bot)).flatMap((bot): CueNumbers[] => {
        const ours = orders(bot, pack, n);
        if (ours.length === 0) return [];
        const share = shareAbove(ours, theirs);
        return [{ pack, axis, bot, share, from, to, isWithin: share >= from && share <= to }];
      });
    }),
  );
}

/** How often a value of the first list is above one of the second, a tie counting half. */
export function shareAbove(ours: readonly number[], theirs: readonly number[]): number {
  const sorted = [...theirs].sort((a, b) => a - b);
  const below = (value: number, orEqual: boolean) => {
    let [from, to] = [0, sorted.length];
    while (from < to) {
      const mid = (from + to) >> 1;
      const one = sorted[mid] ?? 0;
      if (one < value || (orEqual && one === value)) from = mid + 1;
      else to = mid;
    }
    return from;
  };
  const wins = ours.reduce((sum, value) => sum + (below(value, false) + below(value, true)) / 2, 0);
  return wins / (ours.length * theirs.length);
}

/** Below this chance a difference is held to be one. */
const SURE = 0.01;
/** What lies outside on either side. */
const TAIL = 0.025;

function middle(sorted: readonly number[]): readonly [number, number] {
  const out = Math.floor(TAIL * sorted.length);
  return [sorted[out] ?? 0, sorted[sorted.length - 1 - out] ?? 1];
}
