/** Both suites on every adapter. */
import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { indexedDbJournal } from '#journal/indexed-db.ts';
import type { Journal } from '#journal/journal.ts';
import { memoryJournal } from '#journal/memory.ts';
import { readerNotesContract } from './reader-notes-contract.ts';
import { runStoreContract } from './run-store-contract.ts';

let count = 0;
const ADAPTERS: readonly (readonly [string, boolean, () => Promise<Journal>])[] = [
  ['memory', false, async () => memoryJournal()],
  ['IndexedDB', true, () => indexedDbJournal(`contract-${++count}`)],
];

describe.each(ADAPTERS)('%s', (name, lasting, fresh) => {
  runStoreContract(name, fresh);
  readerNotesContract(name, fresh);
  test('[JN9] says whether it outlives the page', async () => {
    expect((await fresh()).lasting).toBe(lasting);
  });
});
