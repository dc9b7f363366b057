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
/** Who should come out above whom. */
export const LADDER: readonly (readonly [BotName, BotName])[] = [
  ['by-the-book', 'careful'],
  ['careful', 'random'],
  ['careful', 'hasty'],
  ['careful', 'buttons'],
  ['careful', 'silent'],
  ['random', 'worst'],
];
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

/** Below this chance a difference is held to be one. */
const SURE = 0.01;
