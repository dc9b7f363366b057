/** What must become of a reader's notes, whatever keeps them: one suite, run on every adapter. */
import { describe, expect, test } from 'vitest';
import type { Journal } from '#journal/journal.ts';
import type { ReaderNotes } from '#journal/reader-notes.ts';
import { entry, meta, opening } from './sample-run.ts';

const failure = (kind: string) => expect.objectContaining({ name: 'JournalFailure', kind });

/** The notes, and as much of the runs they are of as it takes to have some. */
type NotedRuns = ReaderNotes & Pick<Journal, 'create' | 'beat' | 'list' | 'forget' | 'read'>;

/** @param fresh Without runs and notes, another each time. */
export function readerNotesContract(name: string, fresh: () => Promise<NotedRuns>): void {
  describe(`a reader's notes in ${name}`, () => {
    test('[JN7] reasons keep every version, counted for each moment', async () => {
      const journal = await fresh();
      await journal.create('a', opening, meta);
      await journal.addReason('a', null, 'I was not sure.');
      await journal.addReason('a', 4, 'The plate.');
      await journal.addReason('a', null, 'I was not sure who they were.');
      expect((await journal.read('a'))?.reasons).toEqual([
        { seq: null, words: 'I was not sure.', version: 1 },
        { seq: 4, words: 'The plate.', version: 1 },
        { seq: null, words: 'I was not sure who they were.', version: 2 },
      ]);
    });

    test('[JN11] having declined to say why is kept, and nothing else changes', async () => {
      const journal = await fresh();
      await journal.create('a', opening, meta, [entry(1), entry(2)]);
      const before = await journal.read('a');
      await journal.decline('a');
      await journal.beat('a', 900, 2_000);
      expect(await journal.read('a')).toEqual({
        ...before,
        meta: { ...before?.meta, at: 900, touched: 2_000, declined: true },
      });
      await expect(journal.decline('none')).rejects.toEqual(failure('gone'));
    });

    test('[JN12] the list for next time is kept whole, beside the runs', async () => {
      const journal = await fresh();
      expect(await journal.nextTime()).toEqual([]);
      await journal.keepNextTime(['Ask dispatch first.', 'Camera on.']);
      await journal.keepNextTime(['Camera on.', 'Count the exits.']);
      expect(await journal.nextTime()).toEqual(['Camera on.', 'Count the exits.']);
      expect(await journal.list()).toEqual([]);
    });

    test('[JN20] marks of an instructor are kept one a finding, whatever is noted beside them', async () => {
      const journal = await fresh();
      await journal.create('a', opening, meta);
      expect(await journal.read('a')).not.toHaveProperty('marks');
      const mark = {
        seq: 3,
        axis: 'jurisdiction',
        rule: 'base/a',
        says: 'disagree',
        why: 'Not here.',
      } as const;
      const other = { ...mark, axis: 'constitutional', says: 'agree' } as const;
      await journal.mark('a', mark);
      await journal.addReason('a', null, 'I was not sure.');
      await journal.mark('a', other);
      await journal.mark('a', { ...mark, says: 'not-applicable' });
      const kept = await journal.read('a');
      expect(kept?.marks).toEqual([other, { ...mark, says: 'not-applicable' }]);
      expect(kept?.reasons.map(({ words }) => words)).toEqual(['I was not sure.']);
      await journal.forget('a');
      await expect(journal.mark('a', mark)).rejects.toEqual(failure('gone'));
    });

    test('[JN8] what is noted of a run goes with it; notes of a run that is not there are refused', async () => {
      const journal = await fresh();
      await journal.create('a', opening, meta);
      await journal.addReason('a', null, 'why');
      await journal.decline('a');
      await journal.keepNextTime(['Camera on.']);
      await journal.forget('a');
      expect(await journal.read('a')).toBeNull();
      await expect(journal.addReason('a', null, 'why')).rejects.toEqual(failure('gone'));
      await journal.create('a', opening, meta);
      expect(await journal.read('a')).toMatchObject({ reasons: [], meta });
      expect(await journal.nextTime()).toEqual(['Camera on.']);
    });
  });
}
