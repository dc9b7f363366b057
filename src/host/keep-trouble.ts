/** Why an entry could not be kept. */
import { type FailureKind, JournalFailure } from '#journal/journal-failure.ts';

/** `conflict`: another writer wrote this run; `replay`: what it wrote does not fit this version. */
export type KeepTrouble = FailureKind | 'conflict' | 'replay';

/** The kind of whatever a journal threw. */
export function kindOf(cause: unknown): FailureKind {
  return cause instanceof JournalFailure ? cause.kind : 'broken';
}
