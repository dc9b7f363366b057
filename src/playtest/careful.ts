/**
 * The careful bot: a person with common sense and no lessons in law (SPEC RH52). It reads a card, thinks, finishes what it is doing, and
 * takes what seems best to it; one answer in eight is a slip. Between cards it does what the moment calls for, one thing after another.
 */
import { Attention } from './attention.ts';
import {
  answer,
  type Bot,
  begin,
  fraction,
  keyOf,
  LAST_MOMENT_MS,
  LATER,
  type Move,
  most,
  oneOf,
  until,
} from './bot.ts';
import { worth } from './common-sense-policy.ts';
import type { Card, Choice, SeatObservation } from './seat-observation.ts';

export class Careful implements Bot {
  readonly #attention = new Attention();
  #seed = 0;
  #begun = 0;
  #nextAt = 0;

  begin(seed: number): void {
    this.#attention.clear();
    this.#seed = seed;
    this.#begun = 0;
    this.#nextAt = this.#gap();
  }

  next(observation: SeatObservation): Move {
    const { at } = observation;
    this.#attention.look(observation);
    const [card] = observation.mayAnswer ? observation.cards() : [];
    if (card !== undefined) {
      const ready = this.#readyAt(card);
      // A card is answered once what is being done is done, unless its time runs out.
      const isDue = at >= ready && (observation.isFree || at >= card.lapses - LAST_MOMENT_MS);
      const choice = isDue ? this.#pick(card, observation) : undefined;
      if (choice !== undefined) return this.#does(choice, answer(card, choice), at);
      return until(at < ready ? ready : Math.max(at + 1, card.lapses - LAST_MOMENT_MS));
    }
    if (!observation.isFree || at < this.#nextAt) return until(this.#nextAt > at ? this.#nextAt : LATER);
    const wanted = most(observation.actions(), (one) => this.#attention.wants(one, observation));
    const action = oneOf(wanted, this.#seed, 'bot careful action', this.#begun);
    if (action === undefined || this.#attention.wants(action, observation) <= 0) return until(LATER);
    this.#begun += 1;
    this.#nextAt = at + this.#gap();
    return this.#does(action, begin(action), at);
  }

  #does(choice: Choice, move: Move, at: number): Move {
    this.#attention.did(choice, at);
    return move;
  }

  #pick(card: Card, observation: SeatObservation): Choice | undefined {
    const key = keyOf(card);
    if (fraction(this.#seed, 'bot careful slip', key) < SLIPS)
      return oneOf(card.choices, this.#seed, 'bot careful slips to', key);
    return oneOf(
      most(card.choices, ({ acts }) => worth(acts, observation)),
      this.#seed,
      'bot careful option',
      key,
    );
  }

  #readyAt(card: Card): number {
    const thinks = Math.floor(fraction(this.#seed, 'bot careful thinks', keyOf(card)) * MOST_THOUGHT_MS);
    return Math.min(card.opened + card.readingMs + thinks, card.lapses - LAST_MOMENT_MS);
  }

  #gap(): number {
    return SHORTEST_GAP + Math.floor(fraction(this.#seed, 'bot careful gap', this.#begun) * GAP_SPREAD);
  }
}

const SLIPS = 1 / 8;
const MOST_THOUGHT_MS = 10_000;
/** Between two standing actions: as many milliseconds at least, and so many more at most. */
const [SHORTEST_GAP, GAP_SPREAD] = [15_000, 20_000];
