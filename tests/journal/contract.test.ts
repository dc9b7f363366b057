/** What every journal must do, whatever it keeps runs in: one suite, run on every adapter. */
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Sealed } from '#exercise/entries.ts';
import { indexedDbJournal } from '#journal/indexed-db.ts';
import { type Journal, JournalFailure } from '#journal/journal.ts';
import { memoryJournal } from '#journal/memory.ts';
import { digestOf, entry, meta, opening } from './sample-run.ts';

let count = 0;
const ADAPTERS: readonly (readonly [string, boolean, () => Promise<Journal>])[] = [
  ['memory', false, async () => memoryJournal()],
  ['IndexedDB', true, () => indexedDbJournal(`contract-${++count}`)],
];

const entries = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => entry(from + index + 1));
const sealed: Sealed = {
  digest: digestOf(9),
  ending: 'apart',
  at: 900,
  trace: [{ kind: 'ended' }],
  findings: [],
  reasons: [],
};
const failure = (kind: string) => expect.objectContaining({ name: 'JournalFailure', kind });

describe.each(ADAPTERS)('a journal in %s', (_name, lasting, fresh) => {
  test('[JN9] says whether it outlives the page', async () => {
    expect((await fresh()).lasting).toBe(lasting);
  });

  test('[JN14] bodies are kept once, and forgotten with the last run that needs them', async () => {
    const journal = await fresh();
    const body = (n: number) => ({ hash: digestOf(n), text: `{"n":${n}}` });
    const [one, other] = [
      { playbook: body(1), law: body(2) },
      { playbook: body(3), law: body(2) },
    ];
    await journal.create('a', opening, meta, [], one);
    await journal.create('b', opening, meta, [], other);
    await journal.create('c', opening, meta);
    expect((await journal.read('c'))?.bodies).toBeNull();
    await journal.keepBodies('c', one);
    await journal.keepBodies('c', other);
    expect((await journal.read('c'))?.bodies).toEqual({ playbook: digestOf(1), law: digestOf(2) });
    const kept = () => Promise.all([1, 2, 3].map((n) => journal.body(digestOf(n))));
    await journal.forget('a');
    expect(await kept()).toEqual(['{"n":1}', '{"n":2}', '{"n":3}']);
    await journal.forget('c');
    expect(await kept()).toEqual([null, '{"n":2}', '{"n":3}']);
    await journal.forget('b');
    expect(await kept()).toEqual([null, null, null]);
    await expect(journal.keepBodies('a', one)).rejects.toEqual(failure('gone'));
  });

  test('[JN15] the first report of each language stays, and goes with its run', async () => {
    const journal = await fresh();
    const report = (language: string, text: string) => ({
      language,
      of: digestOf(9),
      digest: digestOf(8),
      text,
    });
    await journal.create('a', opening, meta);
    for (const [language, text] of [
      ['en', 'first'],
      ['en', 'second'],
      ['es', 'primero'],
    ] as const) {
      await journal.keepReport('a', report(language, text));
    }
    expect(await journal.reports('a')).toEqual([report('en', 'first'), report('es', 'primero')]);
    await journal.forget('a');
    expect(await journal.reports('a')).toEqual([]);
    await expect(journal.keepReport('a', report('en', 'x'))).rejects.toEqual(failure('gone'));
  });

  describe('a run', () => {
    test('[JN1] what was appended is read back whole and in order', async () => {
      const journal = await fresh();
      await journal.create('a', opening, meta);
      expect(await journal.append('a', 0, entries(0, 2))).toBe('kept');
      expect(await journal.append('a', 2, entries(2, 12))).toBe('kept');
      const run = await journal.read('a');
      expect(run?.entries).toEqual(entries(0, 12));
      expect(run?.opening).toEqual(opening);
      expect(run?.meta.at).toBe(1_200);
      expect(run?.sealed).toBeNull();
    });

    test('[JN1] entries that leave a gap are refused whole', async () => {
      const journal = await fresh();
      await journal.create('a', opening, meta);
      await expect(journal.append('a', 0, [entry(1), entry(3)])).rejects.toThrow('JN1');
      expect((await journal.read('a'))?.entries).toEqual([]);
    });

    test('[JN11] having declined to say why is kept, and nothing else changes', async () => {
      const journal = await fresh();
      await journal.create('a', opening, meta, entries(0, 2));
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

    test('[JN2] a second run under the same id is refused and the first one stays', async () => {
      const journal = await fresh();
      await journal.create('a', opening, meta, entries(0, 3));
      await expect(journal.create('a', { ...opening, seed: 8 }, meta)).rejects.toEqual(failure('taken'));
      const run = await journal.read('a');
      expect(run?.opening.seed).toBe(7);
      expect(run?.entries).toHaveLength(3);
    });

    test('[JN3] a writer that has not seen the last entries gets a conflict and changes nothing', async () => {
      const journal = await fresh();
      await journal.create('a', opening, meta);
      await journal.append('a', 0, entries(0, 2));
      expect(await journal.append('a', 0, entries(0, 1))).toBe('conflict');
      expect(await journal.append('a', 3, entries(3, 4))).toBe('conflict');
      expect((await journal.read('a'))?.entries).toEqual(entries(0, 2));
    });

    test('[JN3] of two writers at the same moment one is kept and the other told', async () => {
      const journal = await fresh();
      await journal.create('a', opening, meta);
      const answers = await Promise.all([
        journal.append('a', 0, [entry(1, 10)]),
        journal.append('a', 0, [entry(1, 20)]),
      ]);
      expect([...answers].sort()).toEqual(['conflict', 'kept']);
      expect((await journal.read('a'))?.entries).toHaveLength(1);
    });

    test('[JN3] writers that race and catch up lose nothing and keep one order', async () => {
      let runs = 0;
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 2, maxLength: 6 }),
          async (sizes) => {
            const journal = await fresh();
            await journal.create('a', opening, meta);
            const write = async (size: number) => {
              for (;;) {
                const from = (await journal.read('a'))?.entries.length ?? 0;
                if ((await journal.append('a', from, entries(from, from + size))) === 'kept') return;
                runs += 1;
              }
            };
            await Promise.all(sizes.map(write));
            const total = sizes.reduce((sum, size) => sum + size, 0);
            expect((await journal.read('a'))?.entries).toEqual(entries(0, total));
          },
        ),
        { numRuns: 15, seed: 20 },
      );
      expect(runs).toBeGreaterThan(0);
    });

    test('[JN3] appending to a run that was forgotten says so', async () => {
      const journal = await fresh();
      await expect(journal.append('a', 0, [entry(1)])).rejects.toEqual(failure('gone'));
      await expect(journal.beat('a', 0, 0)).rejects.toEqual(failure('gone'));
      await expect(journal.seal('a', sealed)).rejects.toBeInstanceOf(JournalFailure);
      expect(await journal.read('a')).toBeNull();
    });
  });

  describe('beside the entries', () => {
    test('[JN4] a seal is written once and ends the run', async () => {
      const journal = await fresh();
      await journal.create('a', opening, meta);
      await journal.seal('a', sealed);
      await journal.seal('a', { ...sealed, ending: 'another' });
      const run = await journal.read('a');
      expect(run?.sealed).toEqual(sealed);
      expect(run?.meta.state).toBe('ended');
    });

    test('[JN5] the time reached is kept and never goes back', async () => {
      const journal = await fresh();
      await journal.create('a', opening, meta);
      await journal.beat('a', 4_000, 2_000);
      await journal.beat('a', 3_000, 3_000);
      await journal.append('a', 0, [entry(1, 3_500)]);
      const run = await journal.read('a');
      expect(run?.meta).toEqual({ ...meta, at: 4_000, touched: 3_000 });
    });

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

    test('[JN8] runs are listed last touched first, and a forgotten one is gone with all that belongs to it', async () => {
      const journal = await fresh();
      await journal.create('a', opening, { ...meta, touched: 1 });
      await journal.create('b', opening, { ...meta, touched: 3 }, entries(0, 4));
      await journal.create('c', opening, { ...meta, touched: 2 });
      expect((await journal.list()).map(({ id }) => id)).toEqual(['b', 'c', 'a']);
      await journal.addReason('b', null, 'why');
      await journal.forget('b');
      expect((await journal.list()).map(({ id }) => id)).toEqual(['c', 'a']);
      await journal.create('b', opening, meta);
      const run = await journal.read('b');
      expect(run?.entries).toEqual([]);
      expect(run?.reasons).toEqual([]);
    });

    test('[JN8] what is returned can be changed without changing what is kept', async () => {
      const journal = await fresh();
      const mine = entries(0, 1);
      await journal.create('a', opening, meta, mine);
      Object.assign(mine[0] ?? {}, { digest: 'changed' });
      const run = await journal.read('a');
      Object.assign(run?.entries[0] ?? {}, { digest: 'changed' });
      expect((await journal.read('a'))?.entries).toEqual(entries(0, 1));
    });
  });
});
