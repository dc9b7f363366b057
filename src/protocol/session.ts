/**
 * The one door between a seat and its exercise: the same for solo play in the browser and for a seat of an exercise that many play.
 */
import type { Refusal } from '#exercise/refusals.ts';
import type { SeatView } from '#exercise/view.ts';

/** What a seat asks; the session stamps moment and seat. */
export type Ask =
  | { readonly kind: 'choose'; readonly decision: string; readonly visit: number; readonly option: string }
  | { readonly kind: 'act'; readonly action: string; readonly words?: string }
  | { readonly kind: 'say'; readonly decision: string; readonly visit: number; readonly words: string }
  | { readonly kind: 'wait' }
  | { readonly kind: 'stop' };

export type Answer = { readonly ok: true } | { readonly ok: false; readonly why: Refusal | 'not-saved' };

/** The state of the clock as a seat may see it. */
export interface ClockView {
  readonly policy: 'live' | 'discussion';
  readonly speed: 1 | 2 | 4;
  readonly paused: boolean;
}

export interface Session {
  /** The view as of now; a new object whenever anything in it changed. */
  view(): SeatView;
  clock(): ClockView;
  /** Called after every change, after it is kept; returns how to stop listening. */
  subscribe(changed: () => void): () => void;
  /** Resolves after the entry is in the journal (append, then tell). */
  send(ask: Ask): Promise<Answer>;
  /** Stops listening; the journal keeps what it has. */
  close(): void;
}

/** What only somebody has who plays alone: a clock of their own, and a journal on their own machine. */
export interface SoloSession extends Session {
  /** Whether the last entry is kept safe; `failed` says why not, in a word the desk turns into a sentence. */
  saved(): { readonly state: 'saved' | 'saving' | 'failed'; readonly why: string | null };
  /**
   * Discussion clock: lets so many milliseconds pass as life would, no further than the moment at which somebody asks the seat something.
   * Where time runs by itself it does nothing.
   */
  pass(ms: number): Promise<Answer>;
  pause(on: boolean): void;
  speed(times: 1 | 2 | 4): void;
}
