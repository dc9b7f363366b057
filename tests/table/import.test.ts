import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RunFile } from '#exercise/entries.ts';
import { isEntry, isOpening } from '#journal/run-shape.ts';
import { canonicalJson, hashOf, hashOfText } from '#language/canonical.ts';
import { MOST_ENTRIES, readRunFile } from '#protocol/run-file.ts';
import { debriefRun } from '#table/runs/debrief-run.ts';
import { allRunsText, runFileText } from '#table/runs/export-run.ts';
import { branchRun, resumeRun, startRun } from '#table/runs/open-run.ts';
import { shell } from '#table/words/en/shell.ts';
import { shell as ES } from '#table/words/es/shell.ts';
import { importHere, pickedOf } from './import-here.ts';
import { laterRoom } from './other-version.ts';
import { flagship, room, settings, type TestRoom } from './shipped-room.ts';

const file = pickedOf;

async function ended(at: TestRoom): Promise<string> {
  const { run, session } = await startRun(at, flagship(), settings);
  await at.tempo.pass(40_000);
  const [action] = session.view().actions;
  if (action) await session.send({ kind: 'act', action: action.id });
  await session.send({ kind: 'stop' });
  session.close();
  await debriefRun(at, run);
  return run;
}
async function fileOf(at: TestRoom, run: string): Promise<RunFile> {
  const kept = await at.storage.journal.read(run);
  if (!kept) throw new Error('no run');
  return JSON.parse(runFileText(kept)) as RunFile;
}
async function allOf(at: TestRoom): Promise<string> {
  return (await allRunsText(at.storage)).parts.join('');
}

describe('a run file', () => {
  test('[TB133] that is read is a run the journal would list: no field of the opening is looser', async () => {
    const here = room();
    const good = await fileOf(here, await ended(here));
    const hostile = fc.oneof(
      fc.constantFrom(
        '',
        ' ',
        'x',
        'sha256:1',
        'SHA256:'.padEnd(71, 'A'),
        '2026-13-45',
        '2026-02-30',
        '\0',
        'x'.repeat(5_000),
      ),
      fc.constantFrom(
        -1,
        1.5,
        1e21,
        0,
        null,
        true,
        [],
        {},
        [''],
        { '': '' },
        { a: '' },
        { run: '', seq: 0 },
        { id: 'a', hash: 'b', asOf: 'c' },
      ),
      fc.string(),
      fc.integer(),
    );
    const places = [
      ...Object.keys(good.opening).map((key) => [key]),
      ...Object.keys(good.opening.pack).map((key) => ['pack', key]),
    ];
    let taken = 0;
    fc.assert(
      fc.property(fc.constantFrom(...places), hostile, ([key = '', inner], value) => {
        const opening: Record<string, unknown> = { ...good.opening };
        opening[key] = inner === undefined ? value : { ...good.opening.pack, [inner]: value };
        const read = readRunFile(JSON.stringify({ ...good, opening }));
        if (!read.ok) return;
        taken += 1;
        expect(isOpening(read.run.opening), JSON.stringify(opening)).toBe(true);
        expect(read.run.entries.every((entry, n) => isEntry(entry, n + 1))).toBe(true);
      }),
      { numRuns: 600 },
    );
    expect(taken, 'nothing was ever read').toBeGreaterThan(0);
    for (const [key, value] of [
      ['hash', 'abc'],
      ['asOf', '2026-13-45'],
    ] as const) {
      const spoilt = { ...good, opening: { ...good.opening, pack: { ...good.opening.pack, [key]: value } } };
      expect(await importHere(room(), file(JSON.stringify(spoilt)))).toMatchObject({
        problem: 'not-a-run',
        why: expect.stringContaining(`opening.pack.${key}`),
      });
    }
  });

  test('[TB133] with more entries than anybody makes is refused in words, before any of them is read', async () => {
    const here = room();
    const good = await fileOf(here, await ended(here));
    const many = Array.from({ length: MOST_ENTRIES + 1 }, (_, n) => ({ seq: n + 1 }));
    const answer = await importHere(room(), file(JSON.stringify({ ...good, entries: many })));
    expect(answer).toMatchObject({
      problem: 'not-a-run',
      why: expect.stringMatching(/5,001 entries; no more than 5,000/),
    });
  });

  test('[TB11] of bytes that are not UTF-8 is refused at their line, and never kept with other words', async () => {
    const here = room();
    const run = await ended(here);
    await here.storage.journal.addReason(run, null, 'MARKER');
    const text = JSON.stringify(await fileOf(here, run), null, 1);
    const at = text.indexOf('MARKER');
    expect(at).toBeGreaterThan(0);
    const bytes = new TextEncoder().encode(text);
    const line = String(text.slice(0, at).split('\n').length);
    const spoilt = (...written: number[]) => {
      const other = bytes.slice();
      other.set(written, at);
      return other;
    };
    const utf16 = new Uint8Array(Uint16Array.from(`\ufeff${text}`, (char) => char.charCodeAt(0)).buffer);
    for (const [holds, where] of [
      [spoilt(0xe9), line],
      [spoilt(0xed, 0xa0, 0x80), line],
      [spoilt(0xc3), line],
      [utf16, '1'],
      [utf16.slice(2), '1'],
    ] as const) {
      const there = room();
      expect(await importHere(there, pickedOf(holds))).toMatchObject({ problem: 'not-utf8', why: where });
      expect(await there.storage.journal.list()).toEqual([]);
    }
    for (const { refusedImport } of [shell, ES]) expect(refusedImport['not-utf8'](line)).toContain(line);
    const marked = new Uint8Array([0xef, 0xbb, 0xbf, ...spoilt(0xc3, 0xa9)]);
    expect(await importHere(room(), pickedOf(marked))).toMatchObject({ ok: true });
  });

  test('[TB133] tells how far it is, and what is stopped keeps nothing', async () => {
    const here = room();
    const { run, session } = await startRun(here, flagship(), { ...settings, clock: 'discussion' });
    for (let n = 0; n < 120; n += 1) {
      await session.pass(1);
    }
    session.close();
    const text = JSON.stringify(await fileOf(here, run));
    const [there, stop] = [room(), new AbortController()];
    const told: number[] = [];
    const stopped = importHere(there, file(text), {
      tell: (share) => {
        told.push(share);
        stop.abort();
      },
      stop: stop.signal,
    });
    await expect(stopped).rejects.toThrow();
    expect(told.length).toBeGreaterThan(1);
    expect(await there.storage.journal.list()).toEqual([]);
  });
});

describe('all runs of a device', () => {
  async function device(): Promise<TestRoom> {
    const here = room();
    const run = await ended(here);
    await debriefRun(here, run, 'es');
    await here.storage.journal.addReason(run, null, 'I did not know who they were.');
    await here.storage.journal.decline(await ended(here));
    await branchRun(here, run, 1);
    const going = await startRun(here, flagship(), { ...settings, seed: 9 });
    await here.tempo.pass(20_000);
    going.session.close();
    await here.storage.journal.keepNextTime(['Camera on.']);
    return here;
  }
  const everything = async (at: TestRoom) => {
    const { journal } = at.storage;
    const runs = await Promise.all(
      (await journal.list()).map(async ({ id }) => ({
        ...(await journal.read(id)),
        reports: await journal.reports(id),
      })),
    );
    return {
      runs: runs.sort((a, b) => ((a.id ?? '') < (b.id ?? '') ? -1 : 1)),
      nextTime: await journal.nextTime(),
    };
  };

  test('[TB134] leave in one file and come in again as they were, on a page of a later version too; twice is once', async () => {
    const here = await device();
    const text = await allOf(here);
    for (const there of [room(), await laterRoom(room(), { law: true })]) {
      expect(await importHere(there, file(text))).toMatchObject({
        ok: true,
        all: { taken: 4, twice: 0, refused: 0 },
      });
      const [sent, came] = [await everything(here), await everything(there)];
      expect(came).toEqual(sent);
      expect(await importHere(there, file(text))).toMatchObject({ all: { taken: 0, twice: 4 } });
      const [one] = (await there.storage.journal.list()).filter(({ state }) => state === 'running');
      if (one) await resumeRun(there, one.id);
      const [over] = (await there.storage.journal.list()).filter(({ state }) => state === 'ended');
      expect((await debriefRun(there, over?.id ?? '')).report).toEqual(
        (await debriefRun(here, over?.id ?? '')).report,
      );
    }
  });

  test('[TB134] what the file says of a run is held to the run: a report or seal that rules otherwise is made anew', async () => {
    const here = await device();
    const value = JSON.parse(await allOf(here));
    for (const run of value.runs) {
      for (const report of run.reports) {
        report.text = report.text
          .replaceAll('"verdict":"discouraged"', '"verdict":"commended"')
          .replace(/"standing":"[a-z-]+"/g, '"standing":"sound"');
        report.digest = hashOfText(report.text);
      }
      for (const finding of run.sealed?.findings ?? []) finding.verdict = 'commended';
    }
    const there = room();
    expect(await importHere(there, file(JSON.stringify(value)))).toMatchObject({ all: { taken: 4 } });
    for (const { id, state } of await there.storage.journal.list()) {
      if (state !== 'ended') continue;
      expect((await debriefRun(there, id)).report).toEqual((await debriefRun(here, id)).report);
    }
  });

  test('[TB134] a playbook or law that is not what its hash says, or does not play, is not taken in; other runs are', async () => {
    const here = await device();
    const spoil = async (change: (value: ReturnType<typeof JSON.parse>) => void) => {
      const value = JSON.parse(await allOf(here));
      change(value);
      // Where nothing of that playbook is known: then only what the file brings could play it.
      const there = await laterRoom(room(), { law: true });
      const took = await importHere(there, file(JSON.stringify(value)));
      return { took, there };
    };
    const swapped = await spoil(({ bodies }) => {
      for (const body of bodies) body.text = body.text.replace('207', '208');
    });
    expect(swapped.took).toMatchObject({ all: { taken: 4 } });
    for (const card of await swapped.there.storage.journal.list()) {
      expect(card).toMatchObject({ bodies: null, meta: { unchecked: true } });
    }
    const broken = await spoil((value) => {
      const playbook = JSON.parse(
        value.bodies.find(({ text }: { text: string }) => text.includes('"regions"')).text,
      );
      const text = canonicalJson({ ...playbook, decisions: 7 });
      value.bodies.push({ hash: hashOfText(text), text });
      for (const run of value.runs) {
        run.opening.playbook = hashOfText(text);
        if (run.bodies) run.bodies.playbook = hashOfText(text);
      }
    });
    expect(broken.took).toMatchObject({ all: { taken: 0, refused: 4 } });
  });

  test('[TB134] a run in it that is damaged leaves the others alone, and a file that is none is told', async () => {
    const here = await device();
    const value = JSON.parse(await allOf(here));
    value.runs[0].entries = [{ seq: 7 }];
    value.runs[1].opening.pack.hash = 'none';
    expect(await importHere(room(), file(JSON.stringify(value)))).toMatchObject({
      all: { taken: 2, refused: 2 },
    });
    for (const bad of [{ ...value, format: 3 }, { ...value, runs: 'all' }, { kind: 'runs' }]) {
      const answer = await importHere(room(), file(JSON.stringify(bad)));
      expect(answer).toMatchObject({ ok: false, problem: 'not-a-run' });
      if (!answer.ok)
        expect(shell.refusedImport[answer.problem](answer.why)).toMatch(/^[A-Z].*Nothing was imported\.$/);
    }
    expect(readRunFile(JSON.stringify(value))).toMatchObject({
      ok: false,
      why: expect.stringContaining('all the sessions'),
    });
    expect(hashOf(value)).toMatch(/^sha256:/);
  });

  test('[TB134] a run that nothing here can play is taken in as it is, and says so', async () => {
    const here = await device();
    const value = JSON.parse(await allOf(here));
    for (const run of value.runs) run.opening.engine = '1';
    const there = room();
    expect(await importHere(there, file(JSON.stringify(value)))).toMatchObject({ all: { taken: 4 } });
    for (const card of await there.storage.journal.list()) {
      expect(card).toMatchObject({ meta: { unchecked: true } });
      if (card.state === 'ended') expect((await debriefRun(there, card.id)).provenance).toBe('shown');
    }
    const [run] = value.runs.filter(({ state }: { state: string }) => state === 'ended');
    run.reports[0].text = JSON.stringify({
      format: 1,
      report: { ...JSON.parse(run.reports[0].text).report, timeline: [{ text: {} }] },
    });
    run.reports[0].digest = hashOfText(run.reports[0].text);
    const other = room();
    await importHere(other, file(JSON.stringify(value)));
    expect((await other.storage.journal.reports(run.id)).map(({ language }) => language)).not.toContain(
      run.reports[0].language,
    );
  });
});
