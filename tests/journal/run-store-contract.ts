/** What every store of runs must do, whatever it keeps them in: one suite, run on every adapter. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Entry, Sealed } from '#exercise/entries.ts';
import { JournalFailure } from '#journal/journal-failure.ts';
import type { RunStore } from '#journal/run-store.ts';
import { digestOf, entry, meta, opening } from './sample-run.ts';

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

/** @param fresh An empty store, another each time. */
export function runStoreContract(name: string, fresh: () => Promise<RunStore>): void {
  describe(`a store of runs in ${name}`, () => {
    test('[JN1] what was appended is read back whole and in order', async () => {
      const store = await fresh();
      await store.create('a', opening, meta);
      expect(await store.append('a', 0, entries(0, 2))).toBe('kept');
      expect(await store.append('a', 2, entries(2, 12))).toBe('kept');
      const run = await store.read('a');
      expect(run?.entries).toEqual(entries(0, 12));
      expect(run?.opening).toEqual(opening);
      expect(run?.meta.at).toBe(1_200);
      expect(run?.sealed).toBeNull();
    });

    test('[JN1] entries that leave a gap are refused whole', async () => {
      const store = await fresh();
      await store.create('a', opening, meta);
      await expect(store.append('a', 0, [entry(1), entry(3)])).rejects.toThrow('JN1');
      expect((await store.read('a'))?.entries).toEqual([]);
    });

    test('[JN2] a second run under the same id is refused and the first one stays', async () => {
      const store = await fresh();
      await store.create('a', opening, meta, entries(0, 3));
      await expect(store.create('a', { ...opening, seed: 8 }, meta)).rejects.toEqual(failure('taken'));
      const run = await store.read('a');
      expect(run?.opening.seed).toBe(7);
      expect(run?.entries).toHaveLength(3);
    });

    test('[JN3] a writer that has not seen the last entries gets a conflict and changes nothing', async () => {
      const store = await fresh();
      await store.create('a', opening, meta);
      await store.append('a', 0, entries(0, 2));
      expect(await store.append('a', 0, entries(0, 1))).toBe('conflict');
      expect(await store.append('a', 3, entries(3, 4))).toBe('conflict');
      expect((await store.read('a'))?.entries).toEqual(entries(0, 2));
    });

    test('[JN3] of two writers at the same moment one is kept and the other told', async () => {
      const store = await fresh();
      await store.create('a', opening, meta);
      const answers = await Promise.all([
        store.append('a', 0, [entry(1, 10)]),
        store.append('a', 0, [entry(1, 20)]),
      ]);
      expect([...answers].sort()).toEqual(['conflict', 'kept']);
      expect((await store.read('a'))?.entries).toHaveLength(1);
    });

    test('[JN3] writers that race and catch up lose nothing and keep one order', async () => {
      let runs = 0;
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 2, maxLength: 6 }),
          async (sizes) => {
            const store = await fresh();
            await store.create('a', opening, meta);
            const write = async (size: number) => {
              for (;;) {
                const from = (await store.read('a'))?.entries.length ?? 0;
                if ((await store.append('a', from, entries(from, from + size))) === 'kept') return;
                runs += 1;
              }
            };
            await Promise.all(sizes.map(write));
            const total = sizes.reduce((sum, size) => sum + size, 0);
            expect((await store.read('a'))?.entries).toEqual(entries(0, total));
          },
        ),
        { numRuns: 15, seed: 20 },
      );
      expect(runs).toBeGreaterThan(0);
    });

    test('[JN3] appending to a run that was forgotten says so', async () => {
      const store = await fresh();
      await expect(store.append('a', 0, [entry(1)])).rejects.toEqual(failure('gone'));
      await expect(store.beat('a', 0, 0)).rejects.toEqual(failure('gone'));
      await expect(store.seal('a', sealed)).rejects.toBeInstanceOf(JournalFailure);
      expect(await store.read('a')).toBeNull();
    });

    test('[JN18] what came after an entry is read by itself, in order; nothing after the last', async () => {
      const store = await fresh();
      await store.create('a', opening, meta, entries(0, 2));
      await store.create('b', opening, meta, entries(0, 12));
      expect(await store.readSince('a', 0)).toEqual(entries(0, 2));
      await store.append('a', 2, entries(2, 11));
      for (const seq of [0, 1, 2, 9, 10]) expect(await store.readSince('a', seq)).toEqual(entries(seq, 11));
      for (const seq of [11, 12, 5_000]) expect(await store.readSince('a', seq)).toEqual([]);
      await store.create('empty', opening, meta);
      expect(await store.readSince('empty', 0)).toEqual([]);
      await store.forget('a');
      await expect(store.readSince('a', 3)).rejects.toEqual(failure('gone'));
      expect(await store.readSince('b', 10)).toEqual(entries(10, 12));
    });

    test('[JN18] whoever follows a run while it is written gets every entry once, in order', async () => {
      const store = await fresh();
      await store.create('a', opening, meta);
      const write = async () => {
        for (let at = 0; at < 30; at += 3) await store.append('a', at, entries(at, at + 3));
      };
      const follow = async () => {
        const seen: Entry[] = [];
        while (seen.length < 30) seen.push(...(await store.readSince('a', seen.at(-1)?.seq ?? 0)));
        return seen;
      };
      const [, ...seen] = await Promise.all([write(), follow(), follow()]);
      expect(seen).toEqual([entries(0, 30), entries(0, 30)]);
    });

    test('[JN18] what was read by itself can be changed without changing what is kept', async () => {
      const store = await fresh();
      await store.create('a', opening, meta, entries(0, 2));
      const [last] = await store.readSince('a', 1);
      Object.assign(last ?? {}, { digest: 'changed' });
      expect(await store.readSince('a', 1)).toEqual(entries(1, 2));
    });

    test('[JN4] a seal is written once and ends the run', async () => {
      const store = await fresh();
      await store.create('a', opening, meta);
      await store.seal('a', sealed);
      await store.seal('a', { ...sealed, ending: 'another' });
      const run = await store.read('a');
      expect(run?.sealed).toEqual(sealed);
      expect(run?.meta.state).toBe('ended');
    });

    test('[JN5] the time reached is kept and never goes back', async () => {
      const store = await fresh();
      await store.create('a', opening, meta);
      await store.beat('a', 4_000, 2_000);
      await store.beat('a', 3_000, 3_000);
      await store.append('a', 0, [entry(1, 3_500)]);
      const run = await store.read('a');
      expect(run?.meta).toEqual({ ...meta, at: 4_000, touched: 3_000 });
    });

    test('[JN8] runs are listed last touched first, and a forgotten one is gone with all that belongs to it', async () => {
      const store = await fresh();
      await store.create('a', opening, { ...meta, touched: 1 });
      await store.create('b', opening, { ...meta, touched: 3 }, entries(0, 4));
      await store.create('c', opening, { ...meta, touched: 2 });
      expect((await store.list()).map(({ id }) => id)).toEqual(['b', 'c', 'a']);
      await store.seal('b', sealed);
      await store.forget('b');
      expect((await store.list()).map(({ id }) => id)).toEqual(['c', 'a']);
      await store.create('b', opening, meta);
      const run = await store.read('b');
      expect(run?.entries).toEqual([]);
      expect(run?.sealed).toBeNull();
    });

    test('[JN8] what is returned can be changed without changing what is kept', async () => {
      const store = await fresh();
      const mine = entries(0, 1);
      await store.create('a', opening, meta, mine);
      Object.assign(mine[0] ?? {}, { digest: 'changed' });
      const run = await store.read('a');
      Object.assign(run?.entries[0] ?? {}, { digest: 'changed' });
      expect((await store.read('a'))?.entries).toEqual(entries(0, 1));
    });

    test('[JN14] bodies are kept once, and forgotten with the last run that needs them', async () => {
      const store = await fresh();
      const body = (n: number) => ({ hash: digestOf(n), text: `{"n":${n}}` });
      const [one, other] = [
        { playbook: body(1), law: body(2) },
        { playbook: body(3), law: body(2) },
      ];
      await store.create('a', opening, meta, [], one);
      await store.create('b', opening, meta, [], other);
      await store.create('c', opening, meta);
      expect((await store.read('c'))?.bodies).toBeNull();
      await store.keepBodies('c', one);
      await store.keepBodies('c', other);
      expect((await store.read('c'))?.bodies).toEqual({ playbook: digestOf(1), law: digestOf(2) });
      const kept = () => Promise.all([1, 2, 3].map((n) => store.body(digestOf(n))));
      await store.forget('a');
      expect(await kept()).toEqual(['{"n":1}', '{"n":2}', '{"n":3}']);
      await store.forget('c');
      expect(await kept()).toEqual([null, '{"n":2}', '{"n":3}']);
      await store.forget('b');
      expect(await kept()).toEqual([null, null, null]);
      await expect(store.keepBodies('a', one)).rejects.toEqual(failure('gone'));
    });

    test('[JN15] the first report of each language stays, and goes with its run', async () => {
      const store = await fresh();
      const report = (language: string, text: string) => ({
        language,
        of: digestOf(9),
        digest: digestOf(8),
        text,
      });
      await store.create('a', opening, meta);
      for (const [language, text] of [
        ['en', 'first'],
        ['en', 'second'],
        ['es', 'primero'],
      ] as const) {
        await store.keepReport('a', report(language, text));
      }
      expect(await store.reports('a')).toEqual([report('en', 'first'), report('es', 'primero')]);
      await store.forget('a');
      expect(await store.reports('a')).toEqual([]);
      await expect(store.keepReport('a', report('en', 'x'))).rejects.toEqual(failure('gone'));
    });
  });
}
