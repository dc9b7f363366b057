/** What the journal's database is made of: its stores, the rows in them, and whether a row is one. */
import type { DBSchema, IDBPTransaction } from 'idb';
import type { Entry, Sealed } from '#exercise/entries.ts';
import type { Mark } from '#exercise/marks.ts';
import { JournalFailure } from './journal-failure.ts';
import type { Reason } from './reader-notes.ts';
import { isDigest, isOpening } from './run-shape.ts';
import type { Body, KeptReport, OwnBodies, RunMeta, StoredRun } from './run-store.ts';

/** Of the database. A newer one keeps what an older one kept. */
export const VERSION = 3;

export interface RunRow {
  readonly id: string;
  readonly opening: StoredRun['opening'];
  readonly meta: RunMeta;
  /** How many entries are kept, and the seq of the last. */
  readonly count: number;
  readonly last: number | null;
  /** Since version 3; absent for a run kept before. */
  readonly bodies?: OwnBodies;
}
export interface Schema extends DBSchema {
  runs: { key: string; value: RunRow };
  entries: {
    key: [string, number];
    value: { readonly run: string; readonly n: number; readonly entry: Entry };
  };
  sealed: { key: string; value: { readonly run: string; readonly sealed: Sealed } };
  reasons: {
    key: string;
    value: { readonly run: string; readonly reasons: readonly Reason[]; readonly marks?: readonly Mark[] };
  };
  /** What belongs to the reader and to no run. Since version 2. */
  reader: { key: string; value: { readonly what: 'next-time'; readonly items: readonly string[] } };
  /** Since version 3. */
  bodies: { key: string; value: Body };
  /** Since version 3. */
  reports: { key: [string, string]; value: KeptReport & { readonly run: string } };
}
/** Each store with its key. */
export const KEYS = {
  runs: 'id',
  entries: ['run', 'n'],
  sealed: 'run',
  reasons: 'run',
  reader: 'what',
  bodies: 'hash',
  reports: ['run', 'language'],
} as const;
export type Stores = keyof typeof KEYS;
/** The stores in which a run itself is kept. */
export const OF_A_RUN = ['runs', 'entries', 'sealed', 'reasons'] as const;
export type Tx = IDBPTransaction<Schema, Stores[], 'readwrite'>;

/** What is stored may be anything: another version of us wrote it, or a person with the developer tools. */
export function isRow(row: RunRow): boolean {
  const meta: Partial<RunMeta> | undefined = row.meta;
  return (
    typeof meta === 'object' &&
    meta !== null &&
    Number.isSafeInteger(meta.at) &&
    Number.isFinite(meta.touched) &&
    (meta.state === 'running' || meta.state === 'ended') &&
    typeof meta.title === 'string' &&
    (meta.declined === undefined || typeof meta.declined === 'boolean') &&
    (meta.unchecked === undefined || typeof meta.unchecked === 'boolean') &&
    (meta.parent === undefined || typeof meta.parent === 'string') &&
    (meta.attempt === undefined || typeof meta.attempt === 'number') &&
    Number.isSafeInteger(row.count) &&
    isOpening(row.opening)
  );
}

/** The hashes of a run's bodies; null where it has none, or what is stored there is something else. */
export function ownOf({ bodies }: RunRow): OwnBodies | null {
  return isDigest(bodies?.playbook) && isDigest(bodies.law)
    ? { playbook: bodies.playbook, law: bodies.law }
    : null;
}

export function isReport({ language, of, digest, text }: Partial<KeptReport>): boolean {
  return typeof language === 'string' && isDigest(of) && isDigest(digest) && typeof text === 'string';
}

/** The row of a run; throws `gone` where there is none. */
export async function rowOf(tx: Tx, id: string): Promise<RunRow> {
  const row = await tx.objectStore('runs').get(id);
  if (!row) throw new JournalFailure('gone', `There is no run ${id}.`);
  return row;
}
