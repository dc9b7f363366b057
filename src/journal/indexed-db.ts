/**
 * A journal in the browser's IndexedDB. Stores: `runs` (what a list shows), `entries` by run and place, `sealed`, `reasons`, `reports`,
 * `bodies` by hash (what runs are a function of, each once), and `reader` for what belongs to no run.
 */
import { connectionTo, PATIENCE, type Patience, type Taken } from './connection.ts';
import { notesOver } from './indexed-db-notes.ts';
import { runsOver } from './indexed-db-runs.ts';
import type { Journal } from './journal.ts';
import { KEYS, type Schema, type Stores, VERSION } from './stores.ts';
import { inOneOver } from './transaction.ts';

/**
 * Opens the journal, making it on the first visit. Throws `forbidden`, `blocked`, `slow`, `newer`, `full` or `broken` where it cannot be
 * opened (JN13); every method throws the same later.
 *
 * @param name The database; tests use their own.
 * @param onTaken Called when another tab took the database: this page can keep no more until it is loaded again or opens it anew.
 */
export async function indexedDbJournal(
  name = 'deconflict',
  onTaken: (by: Taken) => void = () => {},
  patience: Patience = PATIENCE,
): Promise<Journal> {
  const connection = connectionTo<Schema>({
    name,
    version: VERSION,
    stores: Object.keys(KEYS),
    upgrade(growing) {
      // By what is there and not by the number: anybody may have made a database of this name.
      for (const [store, key] of Object.entries(KEYS) as [Stores, string | string[]][]) {
        if (!growing.objectStoreNames.contains(store)) growing.createObjectStore(store, { keyPath: key });
      }
    },
    onTaken,
    patience,
  });
  await connection.database();
  const inOne = inOneOver(connection, patience.work);
  return { lasting: true, ...runsOver(inOne), ...notesOver(inOne) };
}
