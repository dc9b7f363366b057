/** The bot that does the worst (SPEC RH53): of every card what the pack holds gravest, at once; of standing actions those it is against; no duty. */

import { answer, type Bot, begin, IDLE, keyOf, type Move, most, oneOf, until } from './bot.ts';
import type { LawAdvisor } from './law-advisor.ts';
import type { Choice, SeatObservation } from './seat-observation.ts';

export class Worst implements Bot {
  readonly #book: LawAdvisor;
  readonly #done = new Set<number>();
  #seed = 0;

  constructor(book: LawAdvisor) {
    this.#book = book;
  }

  begin(seed: number): void {
    this.#book.clear();
    this.#done.clear();
    this.#seed = seed;
  }

  next(observation: SeatObservation): Move {
    const [card] = observation.mayAnswer ? observation.cards() : [];
    if (card !== undefined) {
      const read = Math.min(card.opened + card.readingMs, card.lapses - 1_000);
      if (observation.at < read) return until(read);
      const gravest = most(card.choices, (one) => this.#harm(one));
      const choice = oneOf(gravest, this.#seed, 'bot worst', keyOf(card));
      return choice === undefined ? IDLE : answer(card, choice);
    }
    if (!observation.isFree) return IDLE;
    const action = observation.actions().find((one) => !this.#done.has(one.n) && this.#harm(one) > 0);
    if (action === undefined) return IDLE;
    this.#done.add(action.n);
    return begin(action);
  }

  /** Grave before forbidden before discouraged; of what is equally so, what earns least. */
  #harm(choice: Choice): number {
    const { grave, forbidden, discouraged, merits } = this.#book.says(choice);
    return grave * 1_000 + forbidden * 100 + discouraged * 10 - merits;
  }
}
