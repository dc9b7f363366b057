/** What the world refuses a journal: thrown by every adapter, of one kind whatever keeps the runs (SPEC JN10). */

export type FailureKind =
  /** The browser or the person forbids storage. */
  | 'forbidden'
  /** No room left. */
  | 'full'
  /** Another tab holds an older version of the storage open. */
  | 'blocked'
  /** The storage gave no answer for as long as anybody would wait. */
  | 'slow'
  /** A newer version of the page made what is there. */
  | 'newer'
  /** What is stored is not a run. */
  | 'damaged'
  /** There is no such run (any more). */
  | 'gone'
  /** The id is in use. */
  | 'taken'
  /** Anything else: the storage stopped answering. */
  | 'broken';

/** The world said no to the journal. Nothing was written, or, where it was `slow`, it may yet be. */
export class JournalFailure extends Error {
  readonly kind: FailureKind;
  constructor(kind: FailureKind, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'JournalFailure';
    this.kind = kind;
  }
  /** Resolves once what was waited for has come after all; null where nobody waits any more. */
  get over(): Promise<unknown> | null {
    return this.cause instanceof Promise ? this.cause : null;
  }
}
