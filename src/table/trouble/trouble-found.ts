/** What stands in the way of showing a screen, as a value: thrown by whoever finds it, shown by the shell with ways on (TB7). */
import { JournalFailure } from '#journal/journal-failure.ts';
import { storageTrouble } from './storage-kind.ts';

export type TroubleKind =
  | 'nowhere'
  | 'unknownScenario'
  | 'unknownRun'
  | 'unfinished'
  | 'damagedRun'
  | 'otherVersion'
  | 'doesNotReplay'
  | 'notLoaded'
  | 'storage'
  | 'fault';

export interface TroubleFound {
  readonly kind: TroubleKind;
  /** The scenario for `unknownScenario`, the entry for `doesNotReplay`, the kind for `storage`; else empty. */
  readonly subject: string;
  /** The run it concerns, if it concerns one. */
  readonly run: string | null;
  /** For whoever repairs it. */
  readonly details: string | null;
}

export class TableTrouble extends Error {
  readonly found: TroubleFound;
  constructor(kind: TroubleKind, about: Partial<Omit<TroubleFound, 'kind'>> = {}) {
    super(`${kind} ${about.subject ?? ''}`.trim());
    this.name = 'TableTrouble';
    this.found = { kind, subject: '', run: null, details: null, ...about };
  }
}

/** What is in the way, whatever was thrown: a known trouble, a part that did not load, or a fault of ours. */
export function troubleOf(cause: unknown): TroubleFound {
  if (cause instanceof TableTrouble) return cause.found;
  const details = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
  if (cause instanceof JournalFailure) {
    return { kind: 'storage', subject: storageTrouble(cause.kind), run: null, details };
  }
  return { kind: isNotLoaded(details) ? 'notLoaded' : 'fault', subject: '', run: null, details };
}

/** What browsers say when a lazy part of the page cannot be fetched, and Vite when its style sheet cannot. */
function isNotLoaded(text: string): boolean {
  return /dynamically imported module|importing a module script|module script failed|preload CSS/i.test(text);
}
