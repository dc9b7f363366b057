/** A card that has just come up is not waited away: a Wait that comes at once was pressed for what stood there before (TB18). */
import type { SeatView } from '#exercise/view.ts';

/** For so long after a card opened, or took the place of one that was answered, in real milliseconds, a Wait changes nothing. */
export const CARD_GRACE_MS = 700;

export interface CardGrace {
  /** Notes at `now` what is shown after what was shown. */
  note(before: SeatView, after: SeatView, now: number): void;
  /** Whether a Wait at `now` comes too soon to mean the card. */
  covers(now: number): boolean;
}

/** Begins without a card: a run that is taken up may be waited on at once. */
export function cardGrace(): CardGrace {
  let asked = Number.NEGATIVE_INFINITY;
  return {
    note(before, after, now) {
      const known = cardsOf(before);
      const cards = [...cardsOf(after)];
      const isAnother = cards[0] !== undefined && cards[0] !== [...known][0];
      if (isAnother || cards.some((card) => !known.has(card))) asked = now;
    },
    covers: (now) => now - asked < CARD_GRACE_MS,
  };
}

/** The open cards by name; another opening of the same decision is another card. */
export function cardsOf({ decisions }: SeatView): ReadonlySet<string> {
  return new Set(decisions.map(({ decision, visit }) => `${decision} ${visit}`));
}
