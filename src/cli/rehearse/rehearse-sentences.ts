/** What a rehearsal means, in sentences an instructor can act on (SPEC CL36). */
import { AXES, type Axis } from '#law/trace.ts';
import type { BotName } from '#playtest/bot.ts';
import { CUED } from '#playtest/cues.ts';
import { LADDER, type Separation } from '#playtest/separation.ts';
import { botsOf, listed, numbersOf, type Told } from './rehearse-names.ts';

/** One thing that was found: `isWell` false where the author has something to fix, null for what is only reported. */
export interface Finding {
  readonly isWell: boolean | null;
  readonly text: string;
}

/** Everything found, what tells bots apart first. */
export function sentencesOf(told: Told): readonly Finding[] {
  return [
    ...LADDER.flatMap((pair) => apart(told, pair)),
    ...cueFindings(told),
    ...reach(told),
    ...endings(told),
    ...missed(told),
  ];
}

function apart(told: Told, [better, than]: readonly [BotName, BotName]): readonly Finding[] {
  const { words, rehearsal } = told;
  const rungs = rehearsal.separations.filter((one) => one.better === better && one.than === than);
  if (rungs.length === 0) return [];
  const where = ({ axes, laws }: Group) => words.on(axisList(told, axes), lawList(told, laws));
  const yes = grouped(rungs, true, rehearsal.packs).map((group) => {
    const shares = group.of.map(({ share }) => share * 100);
    return `${where(group)} (${words.pairs(told.number(Math.min(...shares)), told.number(Math.max(...shares)))})`;
  });
  const no = grouped(rungs, false, rehearsal.packs).map(where);
  const names = [words.bots[better], words.bots[than]] as const;
  const text =
    yes.length === 0
      ? `${words.tellsNot(...names)} ${listed(no, words.and)}.`
      : `${[`${words.tells(...names)} ${listed(yes, words.and)}`, ...no.map(words.doesNot)].join('; ')}.`;
  // Where common sense does all that the law asks, nothing is wrong with the scenario.
  const isFault = no.length > 0 && better !== 'by-the-book';
  return [{ isWell: no.length === 0 ? true : isFault ? false : null, text }];
}

interface Group {
  readonly axes: Axis[];
  /** Null where those are all. */
  readonly laws: readonly string[] | null;
  readonly of: Separation[];
}

/** The rungs that are apart, or that are not: axes on which the same packs are so, together. */
function grouped(all: readonly Separation[], isApart: boolean, packs: readonly string[]): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const axis of AXES) {
    const of = all.filter((one) => one.axis === axis && one.isApart === isApart);
    if (of.length === 0) continue;
    const laws = packs.filter((pack) => of.some((one) => one.pack === pack));
    const key = laws.join();
    const group = groups.get(key) ?? {
      axes: [],
      laws: laws.length === packs.length ? null : laws,
      of: [],
    };
    group.axes.push(axis);
    group.of.push(...of);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function cueFindings(told: Told): readonly Finding[] {
  const { words, rehearsal } = told;
  if (rehearsal.cues.length === 0) return [];
  const found = CUED.flatMap((bot) =>
    [true, false].flatMap((isBetter): Finding[] => {
      const out = rehearsal.cues.filter(
        (one) => one.bot === bot && !one.isWithin && one.share > one.to === isBetter,
      );
      if (out.length === 0) return [];
      const where = out.map(({ axis, pack }) => words.under(words.axes[axis], told.pack(pack)));
      return [{ isWell: false, text: words.cue[bot](listed(where, words.and), isBetter) }];
    }),
  );
  return found.length > 0 ? found : [{ isWell: true, text: words.noCue }];
}

/** A standing counts as within reach where at least half of the runs by the book that exercise the axis get there. */
const REACHED = 0.5;

function reach(told: Told): readonly Finding[] {
  const { words, rehearsal } = told;
  const all = numbersOf(rehearsal, 'by-the-book').flatMap(({ packs }) =>
    packs.flatMap(({ pack, axes }) =>
      AXES.flatMap((axis) => {
        const { sound, gaps, 'not-exercised': not } = axes[axis].standings;
        // What no run exercised is no more out of reach than within it. Shares are sums of divisions: 1 may fall short of itself.
        return not > 1 - 1e-9 ? [] : [{ pack, axis, share: (sound + gaps) / (1 - not) }];
      }),
    ),
  );
  if (all.length === 0) return [];
  const low = all.filter(({ share }) => share < REACHED);
  if (low.length === 0)
    return [{ isWell: true, text: words.reach(told.percent(Math.min(...all.map(({ share }) => share)))) }];
  return low.map(({ pack, axis, share }) => ({
    isWell: false,
    text: words.outOfReach(words.under(words.axes[axis], told.pack(pack)), told.percent(share)),
  }));
}

function endings({ words, rehearsal, number }: Told): readonly Finding[] {
  const runs = rehearsal.bots.reduce((sum, { endings: of }) => sum + (of.stuck ?? 0) + (of.endless ?? 0), 0);
  return [
    runs === 0
      ? { isWell: true, text: words.allEnded }
      : { isWell: false, text: words.notEnded(number(runs)) },
  ];
}

/** The duty that careful (else whoever played first) misses most often of the times it came due, under any pack. */
function missed(told: Told): readonly Finding[] {
  const { words, rehearsal } = told;
  const bots = botsOf(rehearsal);
  const bot = bots.includes('careful') ? 'careful' : bots[0];
  if (bot === undefined) return [];
  const duties = numbersOf(rehearsal, bot).flatMap(({ packs, runs }) =>
    packs.flatMap((pack) =>
      pack.duties
        .map(({ duty, met, late, missed: not }) => ({
          duty,
          due: met + late + not,
          share: not / (met + late + not),
        }))
        .filter(({ due }) => due * 10 >= runs),
    ),
  );
  const worst = duties.reduce((most, one) => (one.share > most.share ? one : most), {
    duty: '',
    due: 0,
    share: 0,
  });
  if (worst.share === 0) return [];
  return [
    {
      isWell: null,
      text: words.missedMost(words.bots[bot], told.duty(worst.duty), told.percent(worst.share)),
    },
  ];
}

function axisList({ words }: Told, axes: readonly Axis[]): string {
  return listed(
    axes.map((axis) => words.axes[axis]),
    words.and,
  );
}

function lawList(told: Told, laws: readonly string[] | null): string | null {
  if (told.rehearsal.packs.length === 1) return '';
  return laws === null ? null : listed(laws.map(told.pack), told.words.and);
}
