/**
 * The page's one connection to a database of the browser: opened when it is first asked for, given up when another tab needs the database,
 * and opened anew when it is asked for again (JN13). No wait lasts longer than the patience given: browsers leave some requests without an
 * answer for as long as another tab holds the database.
 */
import { type DBSchema, type IDBPDatabase, type OpenDBCallbacks, openDB } from 'idb';
import { failureOf } from './failure-of.ts';
import { JournalFailure } from './journal-failure.ts';

/** Why the database was taken from this page: a newer version of the page needs it, or somebody deletes it. */
export type Taken = 'newer' | 'deleted';

export interface Connecting<S extends DBSchema> {
  readonly name: string;
  readonly version: number;
  /** Every store the database must have once it is open. */
  readonly stores: readonly string[];
  readonly upgrade: NonNullable<OpenDBCallbacks<S>['upgrade']>;
  /** Called when the connection was closed for another tab. */
  readonly onTaken: (by: Taken) => void;
  readonly patience: Patience;
}

/** Milliseconds until a wait is called off: for a database that another tab holds, for one that gives no sign, for one piece of work. */
export interface Patience {
  readonly blocked: number;
  readonly open: number;
  readonly work: number;
}
export const PATIENCE: Patience = { blocked: 1_000, open: 2_500, work: 8_000 };

export interface Connection<S extends DBSchema> {
  /**
   * The open database. Throws `blocked`, `slow`, `newer`, `full`, `forbidden` or `broken`; after the first two, the failure's `over` resolves
   * should the database open after all.
   */
  database(): Promise<IDBPDatabase<S>>;
  /** Lets go of it: the next `database()` opens it anew. */
  drop(): void;
}

export function connectionTo<S extends DBSchema>(to: Connecting<S>): Connection<S> {
  let opening: Promise<IDBPDatabase<S>> | null = null;
  /** Whether the request that is open was told to wait for another tab; and who is to hear of it. */
  let wasBlocked = false;
  let isBlocked = () => {};
  const drop = () => {
    const dropped = opening;
    opening = null;
    dropped?.then(
      (db) => db.close(),
      () => undefined,
    );
  };
  const ask = (): Promise<IDBPDatabase<S>> => {
    wasBlocked = false;
    if (typeof indexedDB === 'undefined') throw new JournalFailure('forbidden', FORBIDDEN);
    const asked: Promise<IDBPDatabase<S>> = openDB<S>(to.name, to.version, {
      upgrade: to.upgrade,
      blocked: () => {
        wasBlocked = true;
        isBlocked();
      },
      blocking: (_ours, wanted, event) => {
        if (event.target instanceof IDBDatabase) event.target.close();
        if (opening === asked) opening = null;
        to.onTaken(wanted === null ? 'deleted' : 'newer');
      },
      terminated: () => {
        if (opening === asked) opening = null;
      },
    }).then((db) => {
      if (to.stores.every((store) => [...db.objectStoreNames].some((name) => name === store))) return db;
      db.close();
      throw new JournalFailure('broken', `The database ${to.name} is not one of this page.`);
    });
    // What failed is asked for anew next time; what only takes long is waited for again.
    asked.catch(() => {
      if (opening === asked) opening = null;
    });
    return asked;
  };
  return {
    async database() {
      try {
        opening ??= ask();
      } catch (cause) {
        throw failureOf(cause);
      }
      const asked = opening;
      const over = asked.then(() => undefined);
      over.catch(() => undefined);
      return await new Promise<IDBPDatabase<S>>((resolve, reject) => {
        const giveUp = (kind: 'blocked' | 'slow') => () =>
          reject(new JournalFailure(kind, WAITED[kind], over));
        const slow = setTimeout(giveUp('slow'), to.patience.open);
        let blocked: ReturnType<typeof setTimeout> | undefined;
        isBlocked = () => {
          clearTimeout(slow);
          blocked = setTimeout(giveUp('blocked'), to.patience.blocked);
        };
        if (wasBlocked) isBlocked();
        asked
          .then(resolve, (cause: unknown) => reject(failureOf(cause)))
          .finally(() => {
            clearTimeout(slow);
            clearTimeout(blocked);
          });
      });
    },
    drop,
  };
}

const FORBIDDEN = 'This browser has no IndexedDB.';
const WAITED = {
  blocked: 'Another tab holds an older version of the database.',
  slow: 'The database gave no answer.',
};
