/** What a seat may ask of an exercise, and what the clock does. `at` is stamped by the writer, never by a seat. */
export type Command =
  /** Answer an open decision. `visit` says which opening of it was seen; a stale one is refused. */
  | {
      readonly kind: 'choose';
      readonly at: number;
      readonly seat: string;
      readonly decision: string;
      readonly visit: number;
      readonly option: string;
    }
  /** Begin a standing action. `words` are how it was said, at most `LONGEST_SENTENCE` characters; they are kept and change nothing. */
  | {
      readonly kind: 'act';
      readonly at: number;
      readonly seat: string;
      readonly action: string;
      readonly words?: string;
    }
  /** Say first: the trainee's own words, kept before the options are shown. At most `LONGEST_WORDS` characters. */
  | {
      readonly kind: 'say';
      readonly at: number;
      readonly seat: string;
      readonly decision: string;
      readonly visit: number;
      readonly words: string;
    }
  /** Discussion clock: the seat is content to let time pass. */
  | { readonly kind: 'wait'; readonly at: number; readonly seat: string }
  /** Let everything due at or before `at` happen. */
  | { readonly kind: 'advance'; readonly at: number }
  /** Leave the exercise early: ENDEX with the ending `stopped`, no judgement of what was still open. */
  | { readonly kind: 'stop'; readonly at: number; readonly seat: string };

/** Characters of a sentence said with a standing action, and of one's own words before a card. */
export const LONGEST_SENTENCE = 300;
export const LONGEST_WORDS = 2_000;
