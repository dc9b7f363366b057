/**
 * A journal in the browser's IndexedDB. Stores: `runs` (what a list shows), `entries` by run and place, `sealed`, `reasons`, and
 * `reader` for what belongs to no run.
 *
 * Entries are appended in one transaction with strict durability: it completes when the browser has handed it to the disk. Two tabs that
 * write the same run are kept apart by the transaction's own check of what is there.
 */
import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import { type Entry, FIRST_SEQ, type Sealed } from '#exercise/entries.ts';
import {
  assertRun,
  type Journal,
  JournalFailure,
  type KeptCard,
  type KeptRun,
  type Reason,
  type RunMeta,
  withReason,
} from './journal.ts';
import { isEntry, isOpening } from './run-shape.ts';

const VERSION = 2;

interface RunRow {
  readonly id: string;
  readonly opening: KeptRun['opening'];
  readonly meta: RunMeta;
  /** How many entries are kept, and the seq of the last. */
  readonly count: number;
  readonly last: number | null;
}
interface Schema extends DBSchema {
  runs: { key: string; value: RunRow };
  entries: {
    key: [string, number];
    value: { readonly run: string; readonly n: number; readonly entry: Entry };
  };
  sealed: { key: string; value: { readonly run: string; readonly sealed: Sealed } };
  reasons: { key: string; value: { readonly run: string; readonly reasons: readonly Reason[] } };
  /** What belongs to the reader and to no run. Since version 2. */
  reader: { key: string; value: { readonly what: 'next-time'; readonly items: readonly string[] } };
}
const ALL = ['runs', 'entries', 'sealed', 'reasons'] as const;

/**
 * Opens the journal, making it on the first visit. Throws `forbidden` where the browser has no IndexedDB or does not allow it.
 *
 * @param name The database; tests use their own.
 * @param onStale Called when another tab opened a newer version: this one can write no more until it is loaded again.
 */
export async function indexedDbJournal(
  name = 'deconflict',
  onStale: () => void = () => {},
): Promise<Journal> {
  let db: IDBPDatabase<Schema>;
  try {
    if (typeof indexedDB === 'undefined') throw new Error('This browser has no IndexedDB.');
    db = await openDB<Schema>(name, VERSION, {
      upgrade(growing, from) {
        if (from < 1) {
          growing.createObjectStore('runs', { keyPath: 'id' });
          growing.createObjectStore('entries', { keyPath: ['run', 'n'] });
          growing.createObjectStore('sealed', { keyPath: 'run' });
          growing.createObjectStore('reasons', { keyPath: 'run' });
        }
        if (from < 2) growing.createObjectStore('reader', { keyPath: 'what' });
      },
      blocking() {
        db.close();
        onStale();
      },
    });
  } catch (cause) {
    throw new JournalFailure('forbidden', 'The browser does not let this page keep anything.', cause);
  }
  return journalOver(db);
}

function journalOver(db: IDBPDatabase<Schema>): Journal {
  return {
    lasting: true,
    create: (id, opening, meta, entries = []) =>
      inOne(db, ['runs', 'entries'], 'strict', async (tx) => {
        assertRun(null, entries);
        if (await tx.objectStore('runs').get(id)) {
          throw new JournalFailure('taken', `A run ${id} exists already.`);
        }
        await tx
          .objectStore('runs')
          .add({ id, opening, meta, count: entries.length, last: entries.at(-1)?.seq ?? null });
        for (const [n, entry] of entries.entries())
          await tx.objectStore('entries').add({ run: id, n, entry });
      }),
    append: (id, expected, entries) =>
      inOne(db, ['runs', 'entries'], 'strict', async (tx) => {
        const row = found(id, await tx.objectStore('runs').get(id));
        if (row.count !== expected) return 'conflict';
        assertRun(row.last, entries);
        const at = Math.max(row.meta.at, entries.at(-1)?.command.at ?? 0);
        const last = entries.at(-1)?.seq ?? row.last;
        const count = expected + entries.length;
        await tx.objectStore('runs').put({ ...row, count, last, meta: { ...row.meta, at } });
        for (const [n, entry] of entries.entries()) {
          await tx.objectStore('entries').add({ run: id, n: expected + n, entry });
        }
        return 'kept';
      }),
    beat: (id, at, touched) =>
      inOne(db, ['runs'], 'relaxed', async (tx) => {
        const row = found(id, await tx.objectStore('runs').get(id));
        if (row.meta.state === 'ended') return;
        await tx
          .objectStore('runs')
          .put({ ...row, meta: { ...row.meta, at: Math.max(row.meta.at, at), touched } });
      }),
    read: (id) => guarded(() => readRun(db, id)),
    list: () => guarded(() => listRuns(db)),
    forget: (id) =>
      inOne(db, ALL, 'strict', async (tx) => {
        await tx.objectStore('runs').delete(id);
        await tx.objectStore('entries').delete(entriesOf(id));
        await tx.objectStore('sealed').delete(id);
        await tx.objectStore('reasons').delete(id);
      }),
    seal: (id, sealed) =>
      inOne(db, ['runs', 'sealed'], 'strict', async (tx) => {
        const row = found(id, await tx.objectStore('runs').get(id));
        if (await tx.objectStore('sealed').get(id)) return;
        await tx.objectStore('sealed').add({ run: id, sealed });
        await tx.objectStore('runs').put({ ...row, meta: { ...row.meta, state: 'ended' } });
      }),
    addReason: (id, seq, words) =>
      inOne(db, ['runs', 'reasons'], 'strict', async (tx) => {
        found(id, await tx.objectStore('runs').get(id));
        const kept = (await tx.objectStore('reasons').get(id))?.reasons ?? [];
        await tx.objectStore('reasons').put({ run: id, reasons: withReason(kept, seq, words) });
      }),
    decline: (id) =>
      inOne(db, ['runs'], 'strict', async (tx) => {
        const row = found(id, await tx.objectStore('runs').get(id));
        await tx.objectStore('runs').put({ ...row, meta: { ...row.meta, declined: true } });
      }),
    nextTime: () =>
      guarded(async () => {
        const items: unknown = (await db.get('reader', 'next-time'))?.items;
        return Array.isArray(items) ? items.filter((item) => typeof item === 'string') : [];
      }),
    keepNextTime: (items) =>
      inOne(db, ['reader'], 'strict', async (tx) => {
        await tx.objectStore('reader').put({ what: 'next-time', items });
      }),
  };
}

type Stores = (typeof ALL)[number] | 'reader';

/**
 * Does the work in one transaction: if any of it fails, none of it happened. Resolves when the transaction is complete.
 *
 * The work awaits each request before the next, so that a refused one leaves no other promise rejected beside the one thrown.
 */
function inOne<T, S extends readonly Stores[]>(
  db: IDBPDatabase<Schema>,
  stores: S,
  durability: 'strict' | 'relaxed',
  work: (tx: IDBPTransaction<Schema, Stores[], 'readwrite'>) => Promise<T>,
): Promise<T> {
  return guarded(async () => {
    const tx = db.transaction<Stores[], 'readwrite'>([...stores], 'readwrite', { durability });
    const refusal = tx.done.then(
      () => null,
      (cause: unknown) => ({ cause }),
    );
    let result: T;
    try {
      result = await work(tx);
    } catch (cause) {
      abort(tx);
      await refusal;
      throw cause;
    }
    const refused = await refusal;
    if (refused) throw refused.cause;
    return result;
  });
}

/** A transaction that failed by itself is over already and cannot be aborted again; that is fine. */
function abort(tx: { abort(): void }): void {
  try {
    tx.abort();
  } catch {
    return;
  }
}

function found(id: string, row: RunRow | undefined): RunRow {
  if (!row) throw new JournalFailure('gone', `There is no run ${id}.`);
  return row;
}

function entriesOf(id: string): IDBKeyRange {
  return IDBKeyRange.bound([id, 0], [id, Number.MAX_SAFE_INTEGER]);
}

async function readRun(db: IDBPDatabase<Schema>, id: string): Promise<KeptRun | null> {
  const tx = db.transaction(ALL, 'readonly');
  const [row, rows, sealed, reasons] = await Promise.all([
    tx.objectStore('runs').get(id),
    tx.objectStore('entries').getAll(entriesOf(id)),
    tx.objectStore('sealed').get(id),
    tx.objectStore('reasons').get(id),
  ]);
  await tx.done;
  if (!row) return null;
  const entries = rows.map(({ entry }) => entry);
  const whole = isRow(row) && entries.length === row.count && isSequence(entries, row.last);
  if (!whole) throw new JournalFailure('damaged', `The saved run ${id} is damaged.`);
  return {
    id,
    opening: row.opening,
    meta: row.meta,
    entries,
    sealed: sealed?.sealed ?? null,
    reasons: reasons?.reasons ?? [],
  };
}

async function listRuns(db: IDBPDatabase<Schema>): Promise<readonly KeptCard[]> {
  const rows = await db.getAll('runs');
  const sound = rows.filter(isRow).sort((a, b) => b.meta.touched - a.meta.touched);
  return [
    ...sound.map(({ id, opening, meta }) => ({ id, state: meta.state, opening, meta })),
    ...rows.filter((row) => !isRow(row)).map(({ id }) => ({ id, state: 'damaged' as const })),
  ];
}

/** What is stored may be anything: another version of us wrote it, or a person with the developer tools. */
function isRow(row: RunRow): boolean {
  const meta: Partial<RunMeta> | undefined = row.meta;
  return (
    typeof meta === 'object' &&
    meta !== null &&
    Number.isSafeInteger(meta.at) &&
    Number.isFinite(meta.touched) &&
    (meta.state === 'running' || meta.state === 'ended') &&
    typeof meta.title === 'string' &&
    (meta.declined === undefined || typeof meta.declined === 'boolean') &&
    (meta.parent === undefined || typeof meta.parent === 'string') &&
    Number.isSafeInteger(row.count) &&
    isOpening(row.opening)
  );
}

/** Whether these are entries that count on by one from a run's first seq to `last`. */
function isSequence(entries: readonly unknown[], last: number | null): boolean {
  if ((last ?? FIRST_SEQ - 1) !== FIRST_SEQ - 1 + entries.length) return false;
  return entries.every((entry, n) => isEntry(entry, FIRST_SEQ + n));
}

/** Turns what the browser throws into a failure with a kind. */
async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof JournalFailure || (cause instanceof Error && cause.message.startsWith('JN')))
      throw cause;
    const name = cause instanceof Error ? cause.name : '';
    if (name === 'QuotaExceededError')
      throw new JournalFailure('full', 'There is no room left to keep the run.', cause);
    if (name === 'SecurityError' || name === 'NotAllowedError') {
      throw new JournalFailure('forbidden', 'The browser does not let this page keep anything.', cause);
    }
    throw new JournalFailure('broken', 'The storage of this browser stopped answering.', cause);
  }
}
