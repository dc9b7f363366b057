/** What bots play on, and the bots by their names. */

import { Kernel } from '#kernel/kernel.ts';
import { Judge } from '#kernel/packed-judge.ts';
import type { Under } from '#law/stack.ts';
import type { Playbook } from '#scenario/playbook.ts';
import type { Bot, BotName } from './bot.ts';
import { Buttons, Silent } from './by-rote.ts';
import { ByTheBook } from './by-the-book.ts';
import { Careful } from './careful.ts';
import { Hasty } from './hasty.ts';
import { LawAdvisor } from './law-advisor.ts';
import { byChance, byCourtesy, byLength, byPlace } from './random.ts';
import { SeatObservation } from './seat-observation.ts';
import { Worst } from './worst.ts';

/** One kernel, the eyes of the seat, a judge for each law. */
export interface Stage {
  readonly kernel: Kernel;
  readonly observation: SeatObservation;
  readonly judges: readonly Judge[];
  /** The moment after which a story counts as endless. */
  readonly limit: number;
}

/** Makes a stage for one seat of a playbook. */
export function stageOf(playbook: Playbook, seat: number, laws: readonly Under[], extended: number): Stage {
  const seats = playbook.seats.flatMap(({ id }, n) => (n === seat ? [id] : []));
  const kernel = new Kernel(playbook, { seats, extended });
  return {
    kernel,
    observation: new SeatObservation(kernel, seat),
    judges: laws.map((under) => new Judge(kernel.run, under, seat)),
    limit: playbook.minutes * 60_000 * MOST_TIMES_ITS_LENGTH,
  };
}

/** The bot of that name for a stage; by-the-book and worst go by the first of the laws. */
export function makeBot(name: BotName, { kernel, judges }: Stage, laws: readonly Under[]): Bot {
  const book = () => {
    const judge = judges.find(({ law }) => law.under === laws[0]);
    if (judge === undefined) throw new Error('RH53: a bot goes by a law that nobody judges by');
    return new LawAdvisor(kernel.run, judge.law);
  };
  switch (name) {
    case 'by-the-book':
      return new ByTheBook(book());
    case 'careful':
      return new Careful();
    case 'random':
      return byChance();
    case 'hasty':
      return new Hasty();
    case 'longest':
      return byLength();
    case 'first':
      return byPlace();
    case 'politeness':
      return byCourtesy();
    case 'buttons':
      return new Buttons();
    case 'silent':
      return new Silent();
    case 'worst':
      return new Worst(book());
  }
}

/** Whether the bot goes by a pack's law, and so plays otherwise under another. */
export function isLawful(bot: BotName): boolean {
  return bot === 'by-the-book' || bot === 'worst';
}

/** No story goes on for so many times its length. */
const MOST_TIMES_ITS_LENGTH = 5;
