/** The exceptions of a browser's storage, told by kind. */
import { type FailureKind, JournalFailure } from './journal-failure.ts';

/** What a browser's storage threw, as a failure with a kind. */
export function failureOf(cause: unknown): JournalFailure {
  if (cause instanceof JournalFailure) return cause;
  const name = cause instanceof Error || cause instanceof DOMException ? cause.name : '';
  const kind = KINDS[name] ?? 'broken';
  return new JournalFailure(kind, `The storage of this browser says no (${name || String(cause)}).`, cause);
}

/** Names of exceptions as the standard and the browsers give them. */
const KINDS: Readonly<Record<string, FailureKind>> = {
  QuotaExceededError: 'full',
  SecurityError: 'forbidden',
  NotAllowedError: 'forbidden',
  VersionError: 'newer',
};
