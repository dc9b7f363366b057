/** The hasty bot: whatever is over soonest, at once, and nothing that nobody asks for (SPEC RH51). */
import { answer, type Bot, IDLE, keyOf, type Move, most, oneOf, until } from './bot.ts';
import type { SeatObservation } from './seat-observation.ts';

/** Answers each card before it can have been read, with the option that takes the least time; among equals any. */
export class Hasty implements Bot {
  #seed = 0;

  begin(seed: number): void {
    this.#seed = seed;
  }

  next(observation: SeatObservation): Move {
    const [card] = observation.mayAnswer ? observation.cards() : [];
    if (card === undefined) return IDLE;
    if (observation.at < card.opened + REACTION_MS) return until(card.opened + REACTION_MS);
    const quickest = most(card.choices, ({ takesMs }) => -takesMs);
    const choice = oneOf(quickest, this.#seed, 'bot hasty', keyOf(card));
    return choice === undefined ? IDLE : answer(card, choice);
  }
}

const REACTION_MS = 2_000;
