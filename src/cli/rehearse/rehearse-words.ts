/** The words of a rehearsal's report, in English; `rehearse-words-es.ts` has the same in Spanish. */
import type { StandingWord } from '#law/findings.ts';
import type { Axis } from '#law/trace.ts';
import type { BotName } from '#playtest/bot.ts';

/** Every text of the report that is not the scenario's or the law's own. Counts come as words' arguments. */
export interface RehearsalWords {
  readonly lang: string;
  /** In which numbers are written. */
  readonly locale: string;
  /** Of a number already written. */
  readonly percent: (number: string) => string;
  readonly title: string;
  readonly contents: string;
  readonly axes: Readonly<Record<Axis, string>>;
  readonly standings: Readonly<Record<StandingWord, string>>;
  readonly bots: Readonly<Record<BotName, string>>;
  readonly whoTheyAre: Readonly<Record<BotName, string>>;
  readonly and: string;
  readonly endings: Readonly<Record<string, string>>;
  readonly underTruth: (truth: string) => string;
  readonly made: (of: {
    readonly runs: string;
    readonly from: string;
    readonly to: string;
    readonly seat: string;
    readonly extended: string;
    readonly day: string;
  }) => string;
  readonly sections: Readonly<
    Record<
      | 'tells'
      | 'players'
      | 'standings'
      | 'apart'
      | 'time'
      | 'endings'
      | 'choices'
      | 'actions'
      | 'duties'
      | 'breaches'
      | 'coverage'
      | 'method',
      string
    >
  >;
  readonly leads: Readonly<
    Record<'standings' | 'apart' | 'time' | 'endings' | 'choices' | 'actions' | 'duties' | 'breaches', string>
  >;
  readonly tells: (better: string, than: string) => string;
  readonly tellsNot: (better: string, than: string) => string;
  /** `laws` is null where those are all, empty where there is only one. */
  readonly on: (axes: string, laws: string | null) => string;
  readonly doesNot: (on: string) => string;
  readonly pairs: (least: string, most: string) => string;
  readonly noCue: string;
  /** `isBetter`: it wins too often, else too seldom. */
  readonly cue: Readonly<
    Record<'longest' | 'first' | 'politeness', (where: string, isBetter: boolean) => string>
  >;
  readonly reach: (share: string) => string;
  readonly outOfReach: (where: string, share: string) => string;
  readonly allEnded: string;
  readonly notEnded: (runs: string) => string;
  readonly under: (axis: string, law: string) => string;
  readonly kept: (kept: string, due: string) => string;
  readonly pairAxis: string;
  readonly pairRow: (better: string, than: string) => string;
  readonly cueRow: (bot: string) => string;
  readonly band: string;
  readonly minutes: string;
  readonly asTable: string;
  readonly noAnswer: string;
  readonly put: (times: string) => string;
  readonly neverTaken: string;
  readonly neverOffered: string;
  readonly neverPut: string;
  readonly grave: string;
  readonly none: string;
  readonly coverage: Readonly<
    Record<'states' | 'options' | 'actions' | 'endings', (seen: string, all: string) => string>
  >;
  readonly notSeen: string;
  readonly missedMost: (bot: string, duty: string, share: string) => string;
  readonly method: readonly string[];
  readonly foot: string;
  readonly progress: (done: number, all: number) => string;
  readonly written: (file: string) => string;
}

export const english: RehearsalWords = {
  lang: 'en',
  locale: 'en-US',
  percent: (number) => `${number}%`,
  title: 'Rehearsal',
  contents: 'Contents',
  axes: {
    jurisdiction: 'Jurisdiction',
    constitutional: 'Constitutional limits',
    'crowd-safety': 'Crowd safety',
  },
  standings: {
    sound: 'Sound',
    gaps: 'Sound, with gaps',
    unsound: 'Not sound',
    grave: 'Serious violation',
    'not-exercised': 'Not tested',
  },
  bots: {
    'by-the-book': 'By the book',
    careful: 'Careful',
    random: 'Random',
    hasty: 'Hasty',
    longest: 'Longest',
    first: 'First',
    politeness: 'Politeness',
    buttons: 'Buttons',
    silent: 'Silent',
    worst: 'Worst',
  },
  whoTheyAre: {
    'by-the-book':
      'Has common sense and knows the law of the place: does its duties, takes what the law commends, waits when unsure.',
    careful:
      'Has common sense and no legal training: reads, asks, checks, helps injured people. One answer in eight is a slip.',
    random: 'Presses anything, at any moment.',
    hasty: 'Takes whatever is over soonest, before it can have been read. Does nothing unasked.',
    longest: 'As random, but always takes the longest option.',
    first: 'As random, but always takes the option shown first.',
    politeness: 'As random, but always takes the option that sounds most polite.',
    buttons: 'Presses every standing action once, as soon as it can. Answers no card.',
    silent: 'Says nothing and does nothing.',
    worst: 'Takes what the law of the place holds gravest.',
  },
  and: 'and',
  endings: { stopped: 'Stopped', stuck: 'Stuck: nothing more could happen', endless: 'Never ended' },
  underTruth: (truth) => `Only seeds that draw ${truth}.`,
  made: ({ runs, from, to, seat, extended, day }) =>
    `${runs} runs of each player, seeds ${from} to ${to}. Seat: ${seat}. Time: ${extended}%. Law as of ${day}.`,
  sections: {
    tells: 'What this tells you',
    players: 'Who played',
    standings: 'How the runs came out',
    apart: 'Who comes out above whom',
    time: 'How long the runs took',
    endings: 'How they ended',
    choices: 'What they chose',
    actions: 'What they did unasked',
    duties: 'Duties missed most',
    breaches: 'Rules broken most',
    coverage: 'What was seen of the scenario',
    method: 'How this was measured',
  },
  leads: {
    standings: 'Each bar is all runs of one player, under one law, on one axis.',
    apart:
      'Take one run of each of two players: in how many of 100 such pairs is the first one’s run better? At 50 the axis does not tell them apart. Each mark is one law.',
    time: 'Minutes of the story. The line is from the shortest to the longest run, the box holds the middle half, the bar in it is the median.',
    endings: 'Share of each player’s runs.',
    choices:
      'Share of the times the card was put. An option that nobody takes may not be needed, or its wording may frighten.',
    actions: 'How many times in a run, on average.',
    duties: 'Of the times the duty came due: how often it was missed.',
    breaches: 'Share of runs in which the rule was broken.',
  },
  tells: (better, than) => `The scenario tells ${better} from ${than}`,
  tellsNot: (better, than) => `The scenario does not tell ${better} from ${than}`,
  on: (axes, laws) => `on ${axes}${laws === '' ? '' : ` under ${laws ?? 'every law'}`}`,
  doesNot: (on) => `it does not ${on}`,
  pairs: (least, most) =>
    least === most ? `better in ${least} of 100 pairs` : `better in ${least} to ${most} of 100 pairs`,
  noCue:
    'Length, place and politeness give nothing away: whoever always takes the longest option, the first, or the most polite, does as well as any habit that says nothing.',
  cue: {
    longest: (where, isBetter) =>
      `Length gives answers away: always taking the longest option does ${isBetter ? 'better' : 'worse'} than habits that say nothing, ${where}.`,
    first: (where, isBetter) =>
      `Place gives answers away: always taking the first option does ${isBetter ? 'better' : 'worse'} than habits that say nothing, ${where}.`,
    politeness: (where, isBetter) =>
      `Politeness gives answers away: always taking the most polite option does ${isBetter ? 'better' : 'worse'} than habits that say nothing, ${where}.`,
  },
  reach: (share) =>
    `Sound is within reach of what the seat can know: by the book gets there in ${share} of runs that exercise the axis, where it is hardest.`,
  outOfReach: (where, share) =>
    `Sound may be out of reach ${where}: by the book gets there in only ${share} of runs that exercise it.`,
  allEnded: 'Every run came to an ending.',
  notEnded: (runs) => `${runs} runs came to no ending.`,
  under: (axis, law) => `on ${axis} under ${law}`,
  kept: (kept, due) => `met ${kept} of ${due}`,
  pairAxis: 'of 100 pairs',
  pairRow: (better, than) => `${better} above ${than}`,
  cueRow: (bot) => `${bot} above Random`,
  band: 'what 95 of 100 habits that say nothing come to',
  minutes: 'minutes',
  asTable: 'As a table',
  noAnswer: 'No answer in time',
  put: (times) => `asked ${times} times`,
  neverTaken: 'never taken',
  neverOffered: 'never on offer',
  neverPut: 'never asked',
  grave: 'grave',
  none: 'None.',
  coverage: {
    states: (seen, all) => `${seen} of ${all} states were reached`,
    options: (seen, all) => `${seen} of ${all} options were taken`,
    actions: (seen, all) => `${seen} of ${all} standing actions were begun`,
    endings: (seen, all) => `${seen} of ${all} endings were reached`,
  },
  notSeen: 'Not',
  missedMost: (bot, duty, share) =>
    `${bot} misses this duty most: “${duty}” (${share} of the times it came due).`,
  method: [
    'The players are programs. They see what a trainee in that seat sees: words, cards, the clock, what the seat knows. None sees hidden truths.',
    'Runs are ordered on each axis by their standing, and within a standing by the share kept of what was due. The three axes are never combined.',
    'Two players count as told apart where a one-sided Brunner-Munzel rank test gives p below 0.01.',
    'Longest, first and politeness are held against 100 players with a habit that says nothing: each puts the options of every card in one arbitrary order and keeps to it.',
    'By the book and Worst play again under each law, so what they chose is shown over all laws together. The other players know no law: they play once and are judged under each.',
  ],
  foot: 'Programs are no trainees: this shows what a scenario can tell apart, not how your class will do. The law packs are training material until counsel has reviewed them.',
  progress: (done, all) => `${done} of ${all} runs`,
  written: (file) => `${file} written.`,
};
