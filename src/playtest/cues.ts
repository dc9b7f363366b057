/**
 * Whether an option can be told by how it stands on the card (SPEC RH55): a bot that always goes by length, place or tone, held against a hundred
 * that go by an order of options that says nothing, on the same seeds.
 */
import { AXES, type Axis } from '#law/trace.ts';
import type { BotName } from './bot.ts';
import { shareAbove } from './rank-test.ts';
import type { Tally } from './tally.ts';

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

/** Bots that go by how an option stands on the card. */
export const CUED = ['longest', 'first', 'politeness'] as const;

/** Each such bot on each axis under each pack where it, random and baselines exercised it. `random` answers the orders of random's runs. */
export function cues(
  cued: readonly { readonly bot: BotName; readonly tally: Tally }[],
  baselines: readonly Tally[],
  packs: readonly string[],
  random: (pack: string, axis: number) => readonly number[],
): readonly CueNumbers[] {
  return packs.flatMap((pack) =>
    AXES.flatMap((axis, n) => {
      const theirs = random(pack, n);
      const won = (tally: Tally) => {
        const ours = tally.orders(pack, n);
        return ours.length === 0 || theirs.length === 0 ? [] : [shareAbove(ours, theirs)];
      };
      const shares = baselines.flatMap(won).sort((a, b) => a - b);
      const [from, to] = middle(shares);
      return cued.flatMap(({ bot, tally }) =>
        won(tally).map(
          (share): CueNumbers => ({
            pack,
            axis,
            bot,
            share,
            from,
            to,
            isWithin: share >= from && share <= to,
          }),
        ),
      );
    }),
  );
}

/** What lies outside on either side. */
const TAIL = 0.025;

function middle(sorted: readonly number[]): readonly [number, number] {
  const out = Math.floor(TAIL * sorted.length);
  return [sorted[out] ?? 0, sorted[sorted.length - 1 - out] ?? 1];
}
