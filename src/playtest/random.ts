/**
 * Bots that press what they press without asking what it does (SPEC RH51): a card is answered at a random moment of its time, or a little
 * after it, which is never; now and then a standing action is begun. They differ only in which option they take, so that what they come
 * to differs only by that.
 */
import { shuffle } from '#exercise/chance.ts';
import { answer, type Bot, begin, fraction, keyOf, LATER, type Move, most, oneOf, until } from './bot.ts';
import { courtesy } from './courtesy.ts';
import type { Card, Choice, SeatObservation } from './seat-observation.ts';

/** Which option a card gets; `key` is one number per decision and visit. */
type Pick = (card: Card, seed: number, key: number) => Choice | undefined;

/** Any option, each as likely. */
export const byChance = (): Bot =>
  new Presser((card, seed, key) => oneOf(card.choices, seed, 'bot option', key));

/** The longest option as it is shown; among equals any. */
export const byLength = (): Bot =>
  new Presser((card, seed, key) =>
    oneOf(
      most(card.choices, ({ text }) => text.length),
      seed,
      'bot option',
      key,
    ),
  );

/** The option that sounds most polite; of those that sound equally so the longest. */
export const byCourtesy = (): Bot =>
  new Presser((card, seed, key) => {
    const nicest = most(card.choices, ({ text }) => courtesy(text));
    return oneOf(
      most(nicest, ({ text }) => text.length),
      seed,
      'bot option',
      key,
    );
  });

/** The option that stands first on the card as the seat sees it: of those on offer, in the order of the run's seed. */
export const byPlace = (): Bot =>
  new Presser(({ id, visit, size, choices }, seed) => {
    const order = shuffle(seed, id, visit, size);
    return most(choices, ({ place }) => -order.indexOf(place))[0];
  });

/**
 * A habit that says nothing: number `habit` puts the options of each decision in one order of its own, the same in every run, and takes
 * the first that is on offer, just as longest and first do. What many baselines come to is what such a rule comes to by chance.
 */
export const randomBaseline = (habit: number): Bot =>
  new Presser(({ decision, choices }) => {
    const order = shuffle(habit, 'bot habit', decision, MOST_OPTIONS);
    return most(choices, ({ place }) => order[place] ?? -1)[0];
  });

/** More options than a card holds. */
const MOST_OPTIONS = 32;
/** A share of cards whose moment lies after they lapse: nobody answers them. */
const LATENESS = 1.1;
/** Between two standing actions: as many milliseconds at least, and at most. */
const [SHORTEST_GAP, LONGEST_GAP] = [10_000, 80_000];

class Presser implements Bot {
  readonly #pick: Pick;
  #seed = 0;
  #begun = 0;
  #nextAt = 0;

  constructor(pick: Pick) {
    this.#pick = pick;
  }

  begin(seed: number): void {
    this.#seed = seed;
    this.#begun = 0;
    this.#nextAt = this.#gap();
  }

  next(observation: SeatObservation): Move {
    const { at } = observation;
    let wake = LATER;
    if (observation.mayAnswer) {
      for (const card of observation.cards()) {
        const key = keyOf(card);
        const moment =
          card.opened + fraction(this.#seed, 'bot moment', key) * LATENESS * (card.lapses - card.opened);
        const choice = at >= moment ? this.#pick(card, this.#seed, key) : undefined;
        if (choice !== undefined) return answer(card, choice);
        if (moment > at) wake = Math.min(wake, Math.ceil(moment));
      }
    }
    if (!observation.isFree) return until(wake);
    if (at < this.#nextAt) return until(Math.min(wake, this.#nextAt));
    const action = oneOf(observation.actions(), this.#seed, 'bot action', this.#begun);
    this.#begun += 1;
    this.#nextAt = at + this.#gap();
    return action === undefined ? until(Math.min(wake, this.#nextAt)) : begin(action);
  }

  #gap(): number {
    const share = fraction(this.#seed, 'bot gap', this.#begun);
    return SHORTEST_GAP + Math.floor(share * (LONGEST_GAP - SHORTEST_GAP));
  }
}
