/** Runs and what their reader notes of them, in one place: what the page keeps. Whoever needs only one of the two takes that port. */
import type { ReaderNotes, RunNotes } from './reader-notes.ts';
import type { RunStore, StoredRun } from './run-store.ts';

/** A run with what is noted of it. */
export type KeptRun = StoredRun & RunNotes;

export interface Journal extends RunStore, ReaderNotes {
  /** Whether runs outlive the page (JN9). */
  readonly lasting: boolean;
  /** The whole run and its notes, of one moment; null if there is none. Throws `damaged` if what is there is not a run (JN6). */
  read(run: string): Promise<KeptRun | null>;
}
