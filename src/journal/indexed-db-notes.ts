/** What a reader notes, in IndexedDB: reasons in a store of their own, declining in the row of its run, and `reader` for what belongs to none. */
import { withMark } from '#exercise/marks.ts';
import { type ReaderNotes, withReason } from './reader-notes.ts';
import { rowOf } from './stores.ts';
import type { InOne } from './transaction.ts';

/** All but `read`, which is of one transaction with the run (indexed-db-runs.ts). */
export function notesOver(inOne: InOne): Omit<ReaderNotes, 'read'> {
  return {
    addReason: (id, seq, words) =>
      inOne(['runs', 'reasons'], 'strict', async (tx) => {
        await rowOf(tx, id);
        const noted = await tx.objectStore('reasons').get(id);
        const reasons = withReason(noted?.reasons ?? [], seq, words);
        await tx.objectStore('reasons').put({ ...noted, run: id, reasons });
      }),
    mark: (id, mark) =>
      inOne(['runs', 'reasons'], 'strict', async (tx) => {
        await rowOf(tx, id);
        const noted = await tx.objectStore('reasons').get(id);
        const marks = withMark(noted?.marks ?? [], mark);
        await tx.objectStore('reasons').put({ reasons: [], ...noted, run: id, marks });
      }),
    decline: (id) =>
      inOne(['runs'], 'strict', async (tx) => {
        const row = await rowOf(tx, id);
        await tx.objectStore('runs').put({ ...row, meta: { ...row.meta, declined: true } });
      }),
    nextTime: () =>
      inOne(['reader'], 'readonly', async (tx) => {
        const items: unknown = (await tx.objectStore('reader').get('next-time'))?.items;
        return Array.isArray(items) ? items.filter((item) => typeof item === 'string') : [];
      }),
    keepNextTime: (items) =>
      inOne(['reader'], 'strict', async (tx) => {
        await tx.objectStore('reader').put({ what: 'next-time', items });
      }),
  };
}
