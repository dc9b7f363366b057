/**
 * The port through which is kept what a reader writes beside runs: why they did what they did, that they chose to say nothing, and what they
 * mean to do next time. One contract suite (tests/journal/reader-notes-contract.ts) runs on every adapter. What is noted of a run goes when
 * the run is forgotten. Adapters throw `JournalFailure` when the world says no.
 */
import type { Sealed } from '#exercise/entries.ts';
import type { Mark } from '#exercise/marks.ts';

/** One reason a trainee gave, as written. `seq` is the entry it speaks of, null for the run as a whole; `version` counts from 1 per `seq`. */
export type Reason = Sealed['reasons'][number];

/** What is noted of one run. */
export interface RunNotes {
  readonly reasons: readonly Reason[];
  readonly meta: { readonly declined?: boolean };
  /** What an instructor said of its findings; absent where nothing was. */
  readonly marks?: readonly Mark[];
}

export interface ReaderNotes {
  /** What is noted of a run; null if there is no such run. */
  read(run: string): Promise<RunNotes | null>;
  /** Adds a version of the trainee's reason for a moment; earlier versions stay (JN7). Throws `gone` if there is no such run. */
  addReason(run: string, seq: number | null, words: string): Promise<void>;
  /** Keeps an instructor's mark in place of an earlier one on the same finding (JN20). Throws `gone` if there is no such run. */
  mark(run: string, mark: Mark): Promise<void>;
  /** Notes that the trainee chose to say nothing (JN11). Throws `gone` if there is no such run. */
  decline(run: string): Promise<void>;
  /** What the reader means to do next time, over all runs, oldest first (JN12). */
  nextTime(): Promise<readonly string[]>;
  /** Keeps the whole list in place of the one before. */
  keepNextTime(items: readonly string[]): Promise<void>;
}

/** The reasons with one more version. */
export function withReason(reasons: readonly Reason[], seq: number | null, words: string): readonly Reason[] {
  const version = 1 + reasons.filter((reason) => reason.seq === seq).length;
  return [...reasons, { seq, words, version }];
}
