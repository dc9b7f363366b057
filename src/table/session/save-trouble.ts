/** Why an entry could not be kept, and the word by which the desk knows it. */
import { type FailureKind, JournalFailure } from '#journal/journal-failure.ts';

/** Why the last entry is not kept. `conflict`: another tab wrote this run; `replay`: what it wrote does not fit this version. */
export type SaveTrouble = FailureKind | 'conflict' | 'replay';

/** How the desk calls what it has a sentence for; everything else is its `default`. */
export function saveWord(trouble: SaveTrouble): string {
  return WORDS[trouble] ?? 'default';
}

/** The kind of whatever a journal threw. */
export function kindOf(cause: unknown): FailureKind {
  return cause instanceof JournalFailure ? cause.kind : 'broken';
}

const WORDS: Partial<Record<SaveTrouble, string>> = { full: 'quota', forbidden: 'blocked' };
