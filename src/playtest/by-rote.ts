/**
 * Bots that go by no thought at all (SPEC RH69): who says and does nothing, and who presses every standing action once and answers nothing.
 * What a scenario and its law give them is what silence and pressing are worth.
 */
import { type Bot, begin, IDLE, LATER, type Move, until } from './bot.ts';
import type { SeatObservation } from './seat-observation.ts';

/** Does nothing and answers nothing. */
export class Silent implements Bot {
  begin(): void {}

  next(): Move {
    return IDLE;
  }
}

/** Begins every standing action once, in the order of the bar, as soon as it is possible and nothing is under way; answers no card. */
export class Buttons implements Bot {
  readonly #pressed = new Set<number>();

  begin(): void {
    this.#pressed.clear();
  }

  next(observation: SeatObservation): Move {
    if (!observation.isFree) return until(LATER);
    const next = observation.actions().find(({ n }) => !this.#pressed.has(n));
    if (next === undefined) return IDLE;
    this.#pressed.add(next.n);
    return begin(next);
  }
}
