import 'fake-indexeddb/auto';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { indexedDbJournal } from '#journal/indexed-db.ts';
import type { Journal } from '#journal/journal.ts';
import { JournalFailure } from '#journal/journal-failure.ts';
import { VERSION } from '#journal/stores.ts';
import { entry, meta, opening } from './sample-run.ts';

/** Short enough for a test, long enough for a machine that is busy. */
const SOON = { blocked: 60, open: 120, work: 120 };
let count = 0;
const name = () => `connection-${++count}`;

function opened(database: string, version?: number): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open(database, version);
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
}
/** A request that is never answered. */
function silent<T extends IDBRequest>(like: T): T {
  return Object.defineProperty(Object.create(like), 'addEventListener', { value: () => {} });
}
async function failureOf(work: Promise<unknown>): Promise<JournalFailure> {
  const cause = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(cause instanceof JournalFailure)) throw new Error(`no failure: ${String(cause)}`);
  return cause;
}

describe('a storage that cannot be opened', () => {
  afterEach(() => vi.restoreAllMocks());

  test('[JN13] held by an older tab: told as blocked, open once that lets go, and then with all its stores', async () => {
    const held = name();
    // As another program may have made it: of an older version, with nothing in it.
    const other = await opened(held, 1);
    const failure = await failureOf(indexedDbJournal(held, () => {}, SOON));
    expect(failure.kind).toBe('blocked');
    other.close();
    await failure.over;
    const journal = await indexedDbJournal(held);
    await journal.create('a', opening, meta, [entry(1)]);
    expect((await journal.read('a'))?.entries).toEqual([entry(1)]);
  });

  test('[JN13] one that never answers is told as slow', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => silent(IDBOpenDBRequest.prototype));
    expect((await failureOf(indexedDbJournal(name(), () => {}, SOON))).kind).toBe('slow');
  });

  test('[JN13] one of a newer version is told as newer, and is not touched', async () => {
    const later = name();
    (await opened(later, 99)).close();
    expect((await failureOf(indexedDbJournal(later))).kind).toBe('newer');
    const now = await opened(later);
    expect(now.version).toBe(99);
    now.close();
  });

  test.each([
    ['QuotaExceededError', 'full'],
    ['SecurityError', 'forbidden'],
    ['NotAllowedError', 'forbidden'],
    ['InvalidStateError', 'broken'],
    ['UnknownError', 'broken'],
    ['AbortError', 'broken'],
  ])('[JN13] %s as it is opened is told as %s', async (thrown, kind) => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('no', thrown);
    });
    expect((await failureOf(indexedDbJournal(name()))).kind).toBe(kind);
  });

  test('[JN13] a database of our version with other things in it is told as broken', async () => {
    const foreign = name();
    await new Promise<void>((resolve) => {
      const asked = indexedDB.open(foreign, VERSION);
      asked.onupgradeneeded = () => asked.result.createObjectStore('cats');
      asked.onsuccess = () => {
        asked.result.close();
        resolve();
      };
    });
    expect((await failureOf(indexedDbJournal(foreign))).kind).toBe('broken');
  });
});

describe('a storage that is taken away', () => {
  afterEach(() => vi.restoreAllMocks());
  const kept = async (database: string, onTaken: (by: string) => void): Promise<Journal> => {
    const journal = await indexedDbJournal(database, onTaken, SOON);
    await journal.create('a', opening, meta, [entry(1)]);
    return journal;
  };

  test('[JN13] a newer version in another tab gets it at once, and this page is told', async () => {
    const [shared, onTaken] = [name(), vi.fn()];
    const journal = await kept(shared, onTaken);
    const newer = await opened(shared, 99);
    expect(onTaken).toHaveBeenCalledExactlyOnceWith('newer');
    expect((await failureOf(journal.append('a', 1, [entry(2)]))).kind).toBe('newer');
    newer.close();
  });

  test('[JN13] deleted while a run is played: told, the run is gone, and it can be kept anew', async () => {
    const [shared, onTaken] = [name(), vi.fn()];
    const journal = await kept(shared, onTaken);
    await new Promise((resolve) => {
      indexedDB.deleteDatabase(shared).onsuccess = resolve;
    });
    expect(onTaken).toHaveBeenCalledExactlyOnceWith('deleted');
    expect((await failureOf(journal.append('a', 1, [entry(2)]))).kind).toBe('gone');
    await journal.create('a', opening, meta, [entry(1), entry(2)]);
    expect((await journal.read('a'))?.entries).toEqual([entry(1), entry(2)]);
  });

  test('[JN13] a connection that the browser closed without a word is opened anew', async () => {
    const journal = await kept(name(), () => {});
    const { transaction } = IDBDatabase.prototype;
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementationOnce(function (this: IDBDatabase) {
      this.close();
      return transaction.call(this, ['runs']);
    });
    expect(await journal.append('a', 1, [entry(2)])).toBe('kept');
  });

  test('[JN13] work that never ends is called off and told as slow; the next try finds what was kept', async () => {
    const journal = await kept(name(), () => {});
    vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementationOnce(() => silent(IDBRequest.prototype));
    expect((await failureOf(journal.append('a', 1, [entry(2)]))).kind).toBe('slow');
    expect((await journal.read('a'))?.entries).toEqual([entry(1)]);
    expect(await journal.append('a', 1, [entry(2)])).toBe('kept');
  });
});
