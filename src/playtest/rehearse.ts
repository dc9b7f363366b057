/** Many seeded runs of a scenario by bots, ruled under several packs, and what they tell of the scenario (SPEC RH54, RH55). */
import type { Under } from '#law/stack.ts';
import { findSeeds, type WantedTruth } from '#plans/find-seed.ts';
import { planOpening } from '#plans/plan-opening.ts';
import type { Playbook } from '#scenario/playbook.ts';
import type { Bot, BotName } from './bot.ts';
import { CUED, type CueNumbers, cues } from './cues.ts';
import { playOut } from './play-out.ts';
import { randomBaseline } from './random.ts';
import { type Separation, separations } from './separation.ts';
import { isLawful, makeBot, stageOf } from './stage.ts';
import { type PackNumbers, type PlayNumbers, Tally } from './tally.ts';

/** What to rehearse: each bot plays `runs` runs, of the seeds from `seed` on; with a truth, of those that draw it. */
export interface RehearsalWish {
  readonly seat: string;
  readonly laws: readonly Under[];
  readonly bots: readonly BotName[];
  readonly runs: number;
  readonly seed: number;
  /** The time factor in percent. */
  readonly extended: number;
  readonly truth?: WantedTruth;
  /** Called now and then with how many runs are done of how many. */
  readonly progress?: (done: number, all: number) => void;
}
/** One bot's numbers. A bot that goes by a pack's law plays anew under each, so it has one entry for each; any other has one with all packs. */
export interface BotNumbers extends PlayNumbers {
  readonly bot: BotName;
  readonly packs: readonly PackNumbers[];
}
/** What a rehearsal came to. Plain JSON; `habits` is how many baselines longest and first are held against, `habitRuns` how many runs each made. */
export interface Rehearsal {
  readonly scenario: string;
  /** The truth that all runs draw, where one was asked for. */
  readonly truth?: WantedTruth;
  readonly asOf: string;
  readonly seat: string;
  readonly runs: number;
  readonly seed: number;
  readonly extended: number;
  readonly baselines: number;
  readonly baselineRuns: number;
  readonly packs: readonly string[];
  readonly bots: readonly BotNumbers[];
  readonly separations: readonly Separation[];
  readonly cues: readonly CueNumbers[];
}

/** Rehearses. Deterministic. Throws for a seat or pack there is not, and for a truth that too few seeds draw. */
export function rehearse(playbook: Playbook, wish: RehearsalWish): Rehearsal {
  const { laws, bots, runs, progress } = wish;
  const seat = playbook.seats.findIndex(({ id }) => id === wish.seat);
  if (seat < 0) throw new Error(`RH54: no seat "${wish.seat}"`);
  const seeds = seedsOf(playbook, wish);
  const stage = stageOf(playbook, seat, laws, wish.extended);
  const isCued = bots.includes('random') && CUED.some((bot) => bots.includes(bot));
  const baselineRuns = Math.min(runs, Math.max(LEAST_BASELINE_RUNS, Math.ceil(runs / 10)));
  const parts = bots.map((bot) => (isLawful(bot) ? laws.map((law) => [law]) : [laws]));
  const rules = isCued ? BASELINES + CUED.filter((bot) => bots.includes(bot)).length : 0;
  const all = parts.flat().length * runs + rules * baselineRuns;
  let done = 0;
  const play = (bot: Bot, under: readonly Under[], count: number): Tally => {
    const tally = new Tally(
      stage.kernel,
      stage.judges.filter((judge) => under.includes(judge.law.under)),
    );
    for (const played of seeds.slice(0, count)) {
      const outcome = playOut(stage, bot, played, () => tally.stand());
      tally.count(outcome);
      done += 1;
      if (done % PROGRESS === 0) progress?.(done, all);
    }
    return tally;
  };
  const tallies = bots.map((bot, n) => ({
    bot,
    played: (parts[n] ?? []).map((under) => play(makeBot(bot, stage, under), under, runs)),
  }));
  const packs = laws.map(({ pack }) => pack);
  const orders = (bot: BotName, pack: string, axis: number) =>
    tallies
      .find((one) => one.bot === bot)
      ?.played.find((tally) => tally.rules(pack))
      ?.orders(pack, axis) ?? [];
  // Longest and first play once more what baselines play, so that nothing but the rule they go by differs: not even the seeds.
  const again = (bot: Bot) => (isCued ? [play(bot, laws, baselineRuns)] : []);
  const baselines = Array.from({ length: isCued ? BASELINES : 0 }, (_, n) =>
    again(randomBaseline(n + 1)),
  ).flat();
  const cued = CUED.filter((bot) => bots.includes(bot)).flatMap((bot) =>
    again(makeBot(bot, stage, laws)).map((tally) => ({ bot, tally })),
  );
  return {
    scenario: playbook.id,
    ...(wish.truth === undefined ? {} : { truth: wish.truth }),
    asOf: laws[0]?.asOf ?? playbook.asOf,
    seat: wish.seat,
    runs,
    seed: wish.seed,
    extended: wish.extended,
    baselines: baselines.length,
    baselineRuns: isCued ? baselineRuns : 0,
    packs,
    bots: tallies.flatMap(({ bot, played }) =>
      played.map((tally) => ({ bot, ...tally.played(), packs: tally.ruled() })),
    ),
    separations: separations(bots, packs, orders),
    cues: cues(cued, baselines, packs, (pack, axis) => orders('random', pack, axis)),
  };
}

function seedsOf(playbook: Playbook, { runs, seed, truth }: RehearsalWish): readonly number[] {
  if (truth === undefined) return Array.from({ length: runs }, (_, n) => seed + n);
  const seeds = findSeeds(playbook, planOpening(playbook), truth, runs, seed);
  if (seeds.length < runs)
    throw new Error(`RH54: ${seeds.length} seeds draw that truth, ${runs} were asked for`);
  return seeds;
}

const BASELINES = 100;
const LEAST_BASELINE_RUNS = 10;
const PROGRESS = 50;
