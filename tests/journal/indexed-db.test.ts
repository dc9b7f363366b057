import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { indexedDbJournal } from '#journal/indexed-db.ts';
import { entry, meta, opening } from './sample-run.ts';

let count = 0;
const name = () => `deconflict-test-${++count}`;

describe('a journal in IndexedDB', () => {
  afterEach(() => vi.restoreAllMocks());

  test('[JN9] two tabs see one journal, and a tab that comes later finds what was kept', async () => {
    const shared = name();
    const one = await indexedDbJournal(shared);
    const two = await indexedDbJournal(shared);
    expect(one.lasting).toBe(true);
    await one.create('a', opening, meta);
    expect(await one.append('a', 0, [entry(1)])).toBe('kept');
    expect(await two.append('a', 0, [entry(1)])).toBe('conflict');
    expect(await two.append('a', 1, [entry(2)])).toBe('kept');
    const later = await indexedDbJournal(shared);
    expect((await later.read('a'))?.entries).toEqual([entry(1), entry(2)]);
  });

  test('[JN1] entries are kept with strict durability', async () => {
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
    const journal = await indexedDbJournal(name());
    await journal.create('a', opening, meta);
    await journal.append('a', 0, [entry(1)]);
    const ours = transaction.mock.calls.filter(([, , options]) => options);
    expect(ours.map(([, mode, options]) => [mode, options?.durability])).toEqual([
      ['readwrite', 'strict'],
      ['readwrite', 'strict'],
    ]);
  });

  test.each([
    ['an entry is missing', 'entries', (db: string) => remove(db, 'entries', ['a', 1])],
    ['an entry is not one', 'entries', (db: string) => put(db, 'entries', { run: 'a', n: 1, entry: 'x' })],
    [
      'the run is not one',
      'runs',
      (db: string) => put(db, 'runs', { id: 'a', meta: null, count: 2, last: 1 }),
    ],
    [
      'the opening lost its seed',
      'runs',
      (db: string) =>
        put(db, 'runs', { id: 'a', meta, count: 2, last: 1, opening: { ...opening, seed: 'seven' } }),
    ],
  ])(
    '[JN6] a saved run in which %s is damaged, said so, and can be forgotten',
    async (_what, store, damage) => {
      const database = name();
      const journal = await indexedDbJournal(database);
      await journal.create('a', opening, meta, [entry(1), entry(2)]);
      await damage(database);
      await expect(journal.read('a')).rejects.toMatchObject({ kind: 'damaged' });
      await expect(journal.readSince('a', 0)).rejects.toMatchObject({ kind: 'damaged' });
      if (store === 'runs') expect(await journal.list()).toEqual([{ id: 'a', state: 'damaged' }]);
      await journal.forget('a');
      expect(await journal.list()).toEqual([]);
    },
  );

  test.each([
    ['QuotaExceededError', 'full'],
    ['SecurityError', 'forbidden'],
    ['UnknownError', 'broken'],
  ])('[JN10] %s is told as %s, and nothing is half written', async (errorName, kind) => {
    const journal = await indexedDbJournal(name());
    await journal.create('a', opening, meta, [entry(1)]);
    const add = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (this: IDBObjectStore) {
      this.transaction.abort();
      throw new DOMException('no', errorName);
    });
    await expect(journal.append('a', 1, [entry(2)])).rejects.toMatchObject({ kind });
    add.mockRestore();
    expect((await journal.read('a'))?.entries).toEqual([entry(1)]);
    expect(await journal.append('a', 1, [entry(2)])).toBe('kept');
  });

  test('[JN10] a browser that forbids storage is told as forbidden', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('no', 'SecurityError');
    });
    await expect(indexedDbJournal(name())).rejects.toMatchObject({ kind: 'forbidden' });
  });
});

async function put(database: string, store: string, value: unknown): Promise<void> {
  const db = await openDB(database);
  await db.put(store, value);
  db.close();
}
async function remove(database: string, store: string, key: [string, number]): Promise<void> {
  const db = await openDB(database);
  await db.delete(store, key);
  db.close();
}

test('[JN12] a storage of the version before keeps its runs and gains the list for next time', async () => {
  const shared = name();
  const old = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(shared, 1);
    request.onupgradeneeded = () => {
      const db = request.result;
      db.createObjectStore('runs', { keyPath: 'id' });
      db.createObjectStore('entries', { keyPath: ['run', 'n'] });
      db.createObjectStore('sealed', { keyPath: 'run' });
      db.createObjectStore('reasons', { keyPath: 'run' });
      request.transaction?.objectStore('runs').add({ id: 'a', opening, meta, count: 1, last: 1 });
      request.transaction?.objectStore('entries').add({ run: 'a', n: 0, entry: entry(1) });
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  old.close();
  const journal = await indexedDbJournal(shared);
  expect((await journal.read('a'))?.entries).toEqual([entry(1)]);
  await journal.keepNextTime(['Camera on.']);
  expect(await (await indexedDbJournal(shared)).nextTime()).toEqual(['Camera on.']);
});
