/** The words of a rehearsal's report, in English; `rehearse-words-es.ts` has the same in Spanish. */
import type { StandingWord } from '#law/findings.ts';
import type { Axis } from '#law/trace.ts';
import type { BotName } from '#playtest/bot.ts';

/** Every text of the report that is not the scenario's or the law's own. Counts come as words' arguments. */
export interface RehearsalWords {
  readonly lang: string;
  /** For numbers and dates. */
  readonly locale: string;
  /** A text that somebody reads or says, in the language's own quotation marks. */
  readonly quoted: (text: string) => string;
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
  quoted: (text) => `“${text}”`,
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
      'Has common sense and knows the law of the place. Meets its duties, chooses what the law commends, and waits when unsure.',
    careful:
      'Has common sense and no legal training. Reads, asks, checks, and helps injured people. One choice in eight is a slip.',
    random: 'Picks anything at any time.',
    hasty: 'Chooses the quickest option before anyone could have read it. Does nothing unless asked.',
    longest: 'Like Random, but always chooses the longest option.',
    first: 'Like Random, but always chooses the option shown first.',
    politeness: 'Like Random, but always chooses the option that sounds most polite.',
    buttons: 'Does every action once, as soon as possible. Never answers a card.',
    silent: 'Says nothing and does nothing.',
    worst: 'Chooses what the law of the place condemns most.',
  },
  and: 'and',
  endings: { stopped: 'Stopped', stuck: 'Stuck: nothing more could happen', endless: 'Never ended' },
  underTruth: (truth) => `Only seeds that draw this truth: ${truth}.`,
  made: ({ runs, from, to, seat, extended, day }) =>
    `${runs} runs by each player, seeds ${from} to ${to}. Seat: ${seat}. Time to decide: ${extended}%. Law of ${day}.`,
  sections: {
    tells: 'What this tells you',
    players: 'Who played',
    standings: 'How runs turned out',
    apart: 'Which players come out ahead',
    time: 'How long runs took',
    endings: 'How they ended',
    choices: 'What they chose',
    actions: 'What they did without being asked',
    duties: 'Duties missed most',
    breaches: 'Rules broken most',
    coverage: 'How much of the scenario they reached',
    method: 'How this was measured',
  },
  leads: {
    standings: 'Each bar shows all runs by one player, under one law, on one axis.',
    apart:
      'Take one run by each of two players. In how many of 100 such pairs is the first player’s run better? At 50 the axis does not tell the two apart. Each mark is one law.',
    time: 'Minutes of the story. The line goes from the shortest to the longest run. The box holds the middle half. The bar in the box is the median.',
    endings: 'Percentage of each player’s runs.',
    choices:
      'Percentage of the times that the card was shown. If nobody chooses an option, it may not be needed, or its wording may scare people away.',
    actions: 'The average number of times per run.',
    duties: 'How often the duty was missed, as a percentage of the times that it came due.',
    breaches: 'Percentage of runs in which the rule was broken.',
  },
  tells: (better, than) => `The scenario tells ${better} from ${than}`,
  tellsNot: (better, than) => `The scenario does not tell ${better} from ${than}`,
  on: (axes, laws) => `on ${axes}${laws === '' ? '' : ` under ${laws ?? 'every law'}`}`,
  doesNot: (on) => `it does not ${on}`,
  pairs: (least, most) =>
    least === most ? `better in ${least} of 100 pairs` : `better in ${least} to ${most} of 100 pairs`,
  noCue:
    'Length, position and politeness give nothing away: always choosing the longest, the first or the most polite option does as well as choosing by habit, without reading.',
  cue: {
    longest: (where, isBetter) =>
      `Length gives answers away: always choosing the longest option does ${isBetter ? 'better' : 'worse'} than choosing by habit, without reading, ${where}.`,
    first: (where, isBetter) =>
      `Position gives answers away: always choosing the first option does ${isBetter ? 'better' : 'worse'} than choosing by habit, without reading, ${where}.`,
    politeness: (where, isBetter) =>
      `Politeness gives answers away: always choosing the most polite option does ${isBetter ? 'better' : 'worse'} than choosing by habit, without reading, ${where}.`,
  },
  reach: (share) =>
    `A sound standing is within reach with what the seat can know: By the book reaches it in ${share} of runs that test the axis, even where it is hardest.`,
  outOfReach: (where, share) =>
    `A sound standing may be out of reach ${where}: By the book reaches it in only ${share} of runs that test it.`,
  allEnded: 'Every run came to an ending.',
  notEnded: (runs) => `${runs} runs never reached an ending.`,
  under: (axis, law) => `on ${axis} under ${law}`,
  kept: (kept, due) => `met ${kept} of ${due}`,
  pairAxis: 'of 100 pairs',
  pairRow: (better, than) => `${better} above ${than}`,
  cueRow: (bot) => `${bot} above Random`,
  band: 'where 95 of 100 players that choose by habit, without reading, end up',
  minutes: 'minutes',
  asTable: 'As a table',
  noAnswer: 'No answer in time',
  put: (times) => `asked ${times} times`,
  neverTaken: 'never chosen',
  neverOffered: 'never possible',
  neverPut: 'never asked',
  grave: 'serious violation',
  none: 'None.',
  coverage: {
    states: (seen, all) => `${seen} of ${all} states were reached`,
    options: (seen, all) => `${seen} of ${all} options were chosen`,
    actions: (seen, all) => `${seen} of ${all} actions were started`,
    endings: (seen, all) => `${seen} of ${all} endings were reached`,
  },
  notSeen: 'Missing',
  missedMost: (bot, duty, share) =>
    `${bot} misses this duty most: “${duty}” (${share} of the times that it came due).`,
  method: [
    'The players are programs. They see what a trainee in that seat sees: words, cards, the clock, and what the seat knows. No player sees a hidden truth.',
    'On each axis runs are ranked by their standing, and runs with the same standing by the percentage of duties met. The three axes are never combined.',
    'Two players count as told apart when a one-sided Brunner-Munzel rank test gives p below 0.01.',
    'Longest, First and Politeness are compared with 100 players that choose by habit, without reading: each puts the options of every card in one arbitrary order and keeps to it.',
    'By the book and Worst play again under each law, so the report shows their choices over all laws together. The other players know no law: they play once and are judged under each.',
  ],
  foot: 'Programs are not trainees: this shows what a scenario can tell apart, not how your class will do. The law packs are training material until counsel has reviewed them.',
  progress: (done, all) => `${done} of ${all} runs`,
  written: (file) => `The report is in ${file}.`,
};
