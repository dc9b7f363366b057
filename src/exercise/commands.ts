/** What may be asked of an exercise, and what the clock does. `at` is stamped by the writer, never by whoever asks. */
import type { SeatSettings } from './seat-settings.ts';

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
  /**
   * The person in the seat stops: they leave it, as with `leave`. Where nobody else plays it is ENDEX with the ending `stopped`, without
   * judgement of what was still open.
   */
  | { readonly kind: 'stop'; readonly at: number; readonly seat: string }
  /** Somebody sits down in a seat that nobody plays. What of the settings is left out is as the opening says for that seat. */
  | ({ readonly kind: 'fill'; readonly at: number; readonly seat: string } & SeatSettings)
  /** The person in a seat is gone, though the exercise goes on, with nobody if need be. */
  | { readonly kind: 'leave'; readonly at: number; readonly seat: string }
  /** One seat hands others what it knows, and says it in words; no playbook says yet what can be passed on. */
  | {
      readonly kind: 'speak';
      readonly at: number;
      readonly seat: string;
      readonly over: (typeof OVER)[number];
      readonly to?: readonly string[];
      readonly facts?: readonly string[];
      readonly words?: string;
    }
  /** A controller releases an inject by its id, or a line written there and then; no playbook has injects yet. */
  | {
      readonly kind: 'inject';
      readonly at: number;
      readonly inject?: string;
      readonly line?: {
        readonly from: string;
        readonly to: readonly string[];
        readonly over: (typeof OVER)[number];
        readonly words: string;
      };
    }
  /** Whoever directs ends the exercise: ENDEX with the first ending that fits (EX42). */
  | { readonly kind: 'end'; readonly at: number };

/** By what means a seat speaks to another. */
export const OVER = ['radio', 'phone', 'face'] as const;

/** Characters of a sentence said with a standing action, and of one's own words before a card. */
export const LONGEST_SENTENCE = 300;
export const LONGEST_WORDS = 2_000;
