/**
 * The bot that goes by the book (SPEC RH53): a careful person who also knows the pack, what it says of each act and which duties stand
 * open. It meets duties by the earliest due first, takes an answer that the law commends as soon as it is read, and waits with any other:
 * the next thing learnt may settle it. What the law is against it leaves, even if that means to say nothing.
 */
import { Attention } from './attention.ts';
import {
  answer,
  type Bot,
  begin,
  keyOf,
  LAST_MOMENT_MS,
  LATER,
  type Move,
  most,
  oneOf,
  until,
} from './bot.ts';
import { worth } from './common-sense-policy.ts';
import type { LawAdvisor, OpenDuty, Said } from './law-advisor.ts';
import type { Card, Choice, SeatObservation } from './seat-observation.ts';

export class ByTheBook implements Bot {
  readonly #book: LawAdvisor;
  readonly #attention = new Attention();
  #seed = 0;
  #begun = 0;

  constructor(book: LawAdvisor) {
    this.#book = book;
  }

  begin(seed: number): void {
    this.#book.clear();
    this.#attention.clear();
    this.#seed = seed;
    this.#begun = 0;
  }

  next(observation: SeatObservation): Move {
    const { at } = observation;
    this.#attention.look(observation);
    const cards = observation.mayAnswer ? observation.cards() : [];
    if (observation.isFree) {
      const action = this.#action(observation, lastFor(cards[0]));
      if (action !== undefined) return this.#does(action, begin(action), at);
    }
    let wake = LATER;
    for (const card of cards) {
      const last = lastFor(card);
      const read = Math.min(card.opened + card.readingMs, last);
      const choice = at >= read ? this.#option(card, observation) : undefined;
      const isSettled = choice !== undefined && this.#book.says(choice).merits > 0 && observation.isFree;
      if (choice !== undefined && (isSettled || at >= last))
        return this.#does(choice, answer(card, choice), at);
      const next = at < read ? read : last;
      if (next > at) wake = Math.min(wake, next);
    }
    return until(wake);
  }

  #does(choice: Choice, move: Move, at: number): Move {
    this.#attention.did(choice, at);
    this.#begun += 1;
    return move;
  }

  /** A standing action that is over before `last`: what meets the duty due first, else what common sense asks for. */
  #action(observation: SeatObservation, last: number): Choice | undefined {
    const lawful = observation
      .actions()
      .filter((one) => observation.at + one.takesMs < last && breaches(this.#book.says(one)) === 0);
    const duties = [...this.#book.duties()].sort((a, b) => a.due - b.due);
    for (const duty of duties) {
      const meeting = lawful.filter((one) => this.#book.meets(one, duty));
      if (meeting.length > 0) return this.#best(meeting, observation, duty);
    }
    const wanted = lawful.filter((one) => this.#attention.wants(one, observation) > 0);
    return oneOf(
      most(wanted, (one) => this.#attention.wants(one, observation)),
      this.#seed,
      'bot book action',
      this.#begun,
    );
  }

  #best(meeting: readonly Choice[], observation: SeatObservation, { duty }: OpenDuty): Choice | undefined {
    return oneOf(
      most(meeting, ({ acts }) => worth(acts, observation)),
      this.#seed,
      'bot book duty',
      duty,
    );
  }

  /** The best answer that the law is not against; none where it is against all. */
  #option(card: Card, observation: SeatObservation): Choice | undefined {
    const lawful = card.choices.filter((one) => breaches(this.#book.says(one)) === 0);
    const merited = most(lawful, (one) => this.#book.says(one).merits);
    return oneOf(
      most(merited, ({ acts }) => worth(acts, observation)),
      this.#seed,
      'bot book option',
      keyOf(card),
    );
  }
}

/** The last moment at which a card is sure to be answered; none where there is no card. */
const lastFor = (card: Card | undefined) => (card === undefined ? LATER : card.lapses - LAST_MOMENT_MS);

const breaches = ({ grave, forbidden, discouraged }: Said) => grave + forbidden + discouraged;
