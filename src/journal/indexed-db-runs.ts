/**
 * Runs in IndexedDB. Entries are appended in one transaction with strict durability: it completes when the browser has handed it to the disk.
 * Two tabs that write the same run are kept apart by the transaction's own check of what is there.
 */
import { FIRST_SEQ } from '#exercise/entries.ts';
import type { Journal, KeptRun } from './journal.ts';
import { JournalFailure } from './journal-failure.ts';
import { isEntry } from './run-shape.ts';
import {
  assertRun,
  type Body,
  type KeptCard,
  type OwnBodies,
  type RunBodies,
  type RunStore,
} from './run-store.ts';
import { isReport, isRow, OF_A_RUN, ownOf, type RunRow, rowOf, type Tx } from './stores.ts';
import type { InOne } from './transaction.ts';

/** The `seq` before a run's first entry. */
const NO_SEQ = FIRST_SEQ - 1;

/** `read` brings the notes of the run too, of one transaction. */
export function runsOver(inOne: InOne): RunStore & Pick<Journal, 'read'> {
  return {
    create: (id, opening, meta, entries = [], bodies = null) =>
      inOne(
        ['runs', 'entries', 'bodies'],
        'strict',
        async (tx) => {
          assertRun(null, entries);
          if (await tx.objectStore('runs').get(id)) {
            throw new JournalFailure('taken', `A run ${id} exists already.`);
          }
          const own = bodies === null ? {} : { bodies: await layBodies(tx, bodies) };
          const last = entries.at(-1)?.seq ?? null;
          await tx.objectStore('runs').add({ id, opening, meta, count: entries.length, last, ...own });
          for (const [n, entry] of entries.entries())
            await tx.objectStore('entries').add({ run: id, n, entry });
        },
        entries.length,
      ),
    append: (id, expected, entries) =>
      inOne(['runs', 'entries'], 'strict', async (tx) => {
        const row = await rowOf(tx, id);
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
      inOne(['runs'], 'relaxed', async (tx) => {
        const row = await rowOf(tx, id);
        if (row.meta.state === 'ended') return;
        await tx
          .objectStore('runs')
          .put({ ...row, meta: { ...row.meta, at: Math.max(row.meta.at, at), touched } });
      }),
    read: (id) => inOne(OF_A_RUN, 'readonly', (tx) => readRun(tx, id)),
    readSince: (id, seq) =>
      inOne(['runs', 'entries'], 'readonly', async (tx) => {
        const row = await rowOf(tx, id);
        const rows = await tx.objectStore('entries').getAll(entriesOf(id, seq));
        const entries = rows.map(({ entry }) => entry);
        const last = row.last ?? NO_SEQ;
        const whole =
          isRow(row) && last === NO_SEQ + row.count && isSequence(entries, seq, Math.max(seq, last));
        if (!whole) throw damaged(id);
        return entries;
      }),
    list: () => inOne(['runs'], 'readonly', listRuns),
    forget: (id) =>
      inOne([...OF_A_RUN, 'bodies', 'reports'], 'strict', async (tx) => {
        const row = await tx.objectStore('runs').get(id);
        await tx.objectStore('runs').delete(id);
        await tx.objectStore('entries').delete(entriesOf(id));
        await tx.objectStore('sealed').delete(id);
        await tx.objectStore('reasons').delete(id);
        await tx.objectStore('reports').delete(reportsOf(id));
        await forgetBodies(tx, row);
      }),
    seal: (id, sealed) =>
      inOne(['runs', 'sealed'], 'strict', async (tx) => {
        const row = await rowOf(tx, id);
        if (await tx.objectStore('sealed').get(id)) return;
        await tx.objectStore('sealed').add({ run: id, sealed });
        await tx.objectStore('runs').put({ ...row, meta: { ...row.meta, state: 'ended' } });
      }),
    keepBodies: (id, bodies) =>
      inOne(['runs', 'bodies'], 'strict', async (tx) => {
        const row = await rowOf(tx, id);
        if (ownOf(row) !== null) return;
        await tx.objectStore('runs').put({ ...row, bodies: await layBodies(tx, bodies) });
      }),
    body: (hash) =>
      inOne(['bodies'], 'readonly', async (tx) => {
        const kept: Partial<Body> | undefined = await tx.objectStore('bodies').get(hash);
        return typeof kept?.text === 'string' ? kept.text : null;
      }),
    keepReport: (id, report) =>
      inOne(['runs', 'reports'], 'strict', async (tx) => {
        await rowOf(tx, id);
        const { language, of, digest, text } = report;
        if (await tx.objectStore('reports').get([id, language])) return;
        await tx.objectStore('reports').add({ run: id, language, of, digest, text });
      }),
    reports: (id) =>
      inOne(['reports'], 'readonly', async (tx) => {
        const kept = await tx.objectStore('reports').getAll(reportsOf(id));
        return kept
          .filter(isReport)
          .map(({ language, of, digest, text }) => ({ language, of, digest, text }));
      }),
  };
}

async function layBodies(tx: Tx, { playbook, law }: RunBodies): Promise<OwnBodies> {
  for (const { hash, text } of [playbook, law]) await tx.objectStore('bodies').put({ hash, text });
  return { playbook: playbook.hash, law: law.hash };
}

/** Removes the bodies of a run that was removed, except those that another needs. */
async function forgetBodies(tx: Tx, row: RunRow | undefined): Promise<void> {
  const own = row === undefined ? null : ownOf(row);
  if (own === null) return;
  const needed = new Set<string>();
  for (const other of await tx.objectStore('runs').getAll()) {
    for (const hash of Object.values(ownOf(other) ?? {})) needed.add(hash);
  }
  for (const hash of Object.values(own)) if (!needed.has(hash)) await tx.objectStore('bodies').delete(hash);
}

/** The entries of a run after that one, where they stand: the first at place 0. */
function entriesOf(id: string, after = NO_SEQ): IDBKeyRange {
  return IDBKeyRange.bound([id, after - NO_SEQ], [id, Number.MAX_SAFE_INTEGER]);
}

function reportsOf(id: string): IDBKeyRange {
  return IDBKeyRange.bound([id, ''], [id, '\uffff']);
}

async function readRun(tx: Tx, id: string): Promise<KeptRun | null> {
  const [row, rows, sealed, reasons] = await Promise.all([
    tx.objectStore('runs').get(id),
    tx.objectStore('entries').getAll(entriesOf(id)),
    tx.objectStore('sealed').get(id),
    tx.objectStore('reasons').get(id),
  ]);
  if (!row) return null;
  const entries = rows.map(({ entry }) => entry);
  const whole = isRow(row) && entries.length === row.count && isSequence(entries, NO_SEQ, row.last ?? NO_SEQ);
  if (!whole) throw damaged(id);
  return {
    id,
    opening: row.opening,
    meta: row.meta,
    entries,
    sealed: sealed?.sealed ?? null,
    reasons: reasons?.reasons ?? [],
    ...(reasons?.marks === undefined ? {} : { marks: reasons.marks }),
    bodies: ownOf(row),
  };
}

async function listRuns(tx: Tx): Promise<readonly KeptCard[]> {
  const rows = await tx.objectStore('runs').getAll();
  const sound = rows.filter(isRow).sort((a, b) => b.meta.touched - a.meta.touched);
  return [
    ...sound.map((row) => {
      const { id, opening, meta } = row;
      return { id, state: meta.state, opening, meta, bodies: ownOf(row) };
    }),
    ...rows.filter((row) => !isRow(row)).map(({ id }) => ({ id, state: 'damaged' as const })),
  ];
}

/** Whether these are the entries after the one and up to the other, each counting on by one. */
function isSequence(entries: readonly unknown[], after: number, last: number): boolean {
  return last - after === entries.length && entries.every((entry, n) => isEntry(entry, after + 1 + n));
}

function damaged(id: string): JournalFailure {
  return new JournalFailure('damaged', `The saved run ${id} is damaged.`);
}
