/** Where the page's runs are: the browser's storage, or memory where that cannot be had, and runs that went on without saving. */
import type { Taken } from '#journal/connection.ts';
import { indexedDbJournal } from '#journal/indexed-db.ts';
import type { Journal } from '#journal/journal.ts';
import { memoryJournal } from '#journal/memory.ts';
import type { StorageTrouble } from '../trouble/storage-kind.ts';
import { askToLast } from './ask-to-last.ts';

export interface RunStorage {
  readonly journal: Journal;
  /** Why runs are kept in memory only; null where the browser keeps them. */
  readonly why: StorageTrouble | null;
  /** The journal that holds this run. */
  of(run: string): Journal;
  /** From now on this run is looked for there. */
  moved(run: string, journal: Journal): void;
}

/**
 * Opens the browser's storage; throws JournalFailure where it cannot be had, within a few seconds (TB99). The first run that is kept there
 * asks the browser, once, not to throw it away by itself.
 */
export async function openRunStorage(onTaken: (by: Taken) => void, name?: string): Promise<RunStorage> {
  const journal = await indexedDbJournal(name, onTaken);
  return runStorageOver({
    ...journal,
    async create(...run) {
      await journal.create(...run);
      askToLast();
    },
  });
}

/** Storage in memory, and why there is no other: the page works, and says that it keeps nothing (TB8). */
export function memoryRunStorage(why: StorageTrouble): RunStorage {
  return { ...runStorageOver(memoryJournal()), why };
}

/** Storage over one journal. */
export function runStorageOver(journal: Journal): RunStorage {
  const elsewhere = new Map<string, Journal>();
  return {
    journal,
    why: null,
    of: (run) => elsewhere.get(run) ?? journal,
    moved(run, to) {
      if (to !== journal) elsewhere.set(run, to);
    },
  };
}
