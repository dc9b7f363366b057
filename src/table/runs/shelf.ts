/** Where the page's runs are: the browser's storage, or memory where that is forbidden, and runs that went on without saving. */
import { indexedDbJournal } from '#journal/indexed-db.ts';
import { type Journal, JournalFailure } from '#journal/journal.ts';
import { memoryJournal } from '#journal/memory.ts';

export interface Shelf {
  readonly journal: Journal;
  /** The journal that holds this run. */
  of(run: string): Journal;
  /** From now on this run is looked for there. */
  moved(run: string, journal: Journal): void;
}

/**
 * Opens the browser's storage. Where it is missing or refuses, runs are kept in memory, and `journal.lasting` is false (TB8).
 *
 * @param onStale Another tab opened a newer version of the storage; this page can write no more.
 */
export async function openShelf(onStale: () => void, name?: string): Promise<Shelf> {
  let journal: Journal;
  try {
    journal = await indexedDbJournal(name, onStale);
  } catch (cause) {
    if (!(cause instanceof JournalFailure)) throw cause;
    journal = memoryJournal();
  }
  return shelfOver(journal);
}

/** A shelf over one journal. */
export function shelfOver(journal: Journal): Shelf {
  const elsewhere = new Map<string, Journal>();
  return {
    journal,
    of: (run) => elsewhere.get(run) ?? journal,
    moved(run, to) {
      if (to !== journal) elsewhere.set(run, to);
    },
  };
}
