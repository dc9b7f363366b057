import 'fake-indexeddb/auto';
import { describe, expect, test, vi } from 'vitest';
import { indexedDbJournal } from '#journal/indexed-db.ts';
import { addressOfRun, openScreen, startScreen } from '#table/flow/screens.ts';
import { debriefRun } from '#table/runs/debrief-run.ts';
import { runFileText } from '#table/runs/export-run.ts';
import { LARGEST_FILE } from '#table/runs/import-run.ts';
import { branchRun, resumeRun, startRun } from '#table/runs/open-run.ts';
import { memoryRunStorage, openRunStorage } from '#table/runs/run-storage.ts';
import { TableTrouble, troubleOf } from '#table/trouble/trouble-found.ts';
import { shell } from '#table/words/en/shell.ts';
import { ENGLISH } from '#table/words/texts.ts';
import { importHere as importRun, pickedOf } from './import-here.ts';
import { flagship, room, settings, type TestRoom } from './shipped-room.ts';

/** Plays the shipped scenario a little, stops it, and answers the run. */
async function playedRun(at: TestRoom): Promise<string> {
  const { run, session } = await startRun(at, flagship(), settings);
  await at.tempo.pass(40_000);
  const action = session.view().actions[0];
  if (action) expect(await session.send({ kind: 'act', action: action.id })).toEqual({ ok: true });
  const card = session.view().decisions[0];
  const option = card?.options[0];
  if (card && option) {
    await session.send({ kind: 'choose', decision: card.decision, visit: card.visit, option: option.id });
  }
  await at.tempo.pass(20_000);
  await session.send({ kind: 'stop' });
  expect(session.ended()).toBe(true);
  session.close();
  return run;
}
const file = pickedOf;
async function exported(at: TestRoom, run: string): Promise<string> {
  const kept = await at.storage.of(run).read(run);
  if (!kept) throw new Error('no run');
  return runFileText(kept);
}
const found = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (cause: unknown) => troubleOf(cause),
  );

describe('a run of the shipped scenario', () => {
  test('[TB10] is debriefed when it is over, sealed once, and not before', async () => {
    const here = room();
    const { run, session } = await startRun(here, flagship(), settings);
    expect(await found(debriefRun(here, run))).toMatchObject({ kind: 'unfinished', run });
    await session.send({ kind: 'stop' });
    const first = await debriefRun(here, run);
    expect(first.sealed).toBe(true);
    expect(first.report.ruling.pack).toBe('ca-los-angeles');
    const sealed = (await here.storage.journal.read(run))?.sealed;
    expect(sealed?.ending).toBe('stopped');
    expect(sealed?.digest).toBe(session.played().entries.at(-1)?.digest);
    expect(sealed?.trace).toEqual(session.played().trace);
    await debriefRun(here, run);
    expect((await here.storage.journal.read(run))?.sealed).toEqual(sealed);
  });

  test('[TB5] is resumed by another page exactly where it was', async () => {
    const here = room();
    const { run, session } = await startRun(here, flagship(), settings);
    await here.tempo.pass(31_000);
    session.hide();
    const { view } = { view: session.view() };
    session.close();
    const again = await resumeRun(room(here.storage.journal), run);
    expect(again.session.view()).toEqual(view);
    expect(again.session.played().entries).toEqual(session.played().entries);
    expect(again.session.clock().paused).toBe(true);
  });

  test('[TB9] a branch shares the entries up to the chosen one and leaves the old run alone', async () => {
    const here = room();
    const run = await playedRun(here);
    const before = await here.storage.journal.read(run);
    const middle = before?.entries.at(-2)?.seq ?? 0;
    const branch = await branchRun(here, run, middle);
    const kept = await here.storage.journal.read(branch);
    expect(kept?.opening.parent).toEqual({ run: expect.stringMatching(/^sha256:/), seq: middle });
    expect(kept?.entries).toEqual(before?.entries.slice(0, -1));
    expect(kept?.meta.state).toBe('running');
    expect(await here.storage.journal.read(run)).toEqual(before);
    expect((await resumeRun(here, branch)).session.ended()).toBe(false);
  });

  test('[TB11] leaves as a file and is taken in elsewhere once, with its reasons', async () => {
    const here = room();
    const run = await playedRun(here);
    await debriefRun(here, run);
    await here.storage.journal.addReason(run, null, 'I did not know who they were.');
    const text = await exported(here, run);
    expect(await importRun(here, file(text))).toMatchObject({ ok: true, twice: true, run });
    const there = room();
    const took = await importRun(there, file(text));
    expect(took).toMatchObject({ ok: true, twice: false });
    expect(await importRun(there, file(text))).toMatchObject({ ok: true, twice: true });
    if (!took.ok) return;
    const kept = await there.storage.journal.read(took.run);
    expect(kept?.reasons.map(({ words }) => words)).toEqual(['I did not know who they were.']);
    const [mine, theirs] = await Promise.all([debriefRun(here, run), debriefRun(there, took.run)]);
    expect(theirs.report).toEqual(mine.report);
  });
});

describe('a damaged run file', () => {
  test('[TB11] is refused with what is wrong, and nothing is taken in', async () => {
    const here = room();
    const text = await exported(here, await playedRun(here));
    const last = JSON.parse(text).entries.length as number;
    const change = (edit: (value: ReturnType<typeof JSON.parse>) => void) => {
      const value = JSON.parse(text);
      edit(value);
      return JSON.stringify(value);
    };
    const bad: readonly (readonly [string, string, string])[] = [
      ['empty', '', 'not-a-run'],
      ['cut short', text.slice(0, -100), 'not-a-run'],
      ['something else', '{"kind":"plan"}', 'not-a-run'],
      ['a later format', change((value) => Object.assign(value, { format: 3 })), 'not-a-run'],
      [
        'another scenario',
        change((value) => Object.assign(value.opening, { scenario: 'nope' })),
        'unknown-scenario',
      ],
      ['another engine', change((value) => Object.assign(value.opening, { engine: '0' })), 'other-version'],
      [
        'another playbook',
        change((value) => Object.assign(value.opening, { playbook: `sha256:${'0'.repeat(64)}` })),
        'other-version',
      ],
      [
        'an unknown pack',
        change((value) => Object.assign(value.opening.pack, { id: 'mars' })),
        'other-version',
      ],
      ['another seed', change((value) => Object.assign(value.opening, { seed: 8 })), 'does-not-replay'],
      [
        'a changed digest',
        change((value) => Object.assign(value.entries[0], { digest: `sha256:${'0'.repeat(64)}` })),
        'does-not-replay',
      ],
      [
        'a changed moment',
        change((value) => {
          value.entries[last - 1].command.at += 1;
        }),
        'does-not-replay',
      ],
      [
        'a choice nobody had',
        change((value) => Object.assign(value.entries[last - 1].command, { kind: 'act', action: 'fly' })),
        'does-not-replay',
      ],
    ];
    const there = room();
    for (const [what, damaged, problem] of bad) {
      const answer = await importRun(there, file(damaged));
      expect(answer, what).toMatchObject({ ok: false, problem });
      if (!answer.ok)
        expect(shell.refusedImport[answer.problem](answer.why)).toMatch(/^[A-Z].*Nothing was imported\.$/);
    }
    expect(await there.storage.journal.list()).toEqual([]);
  });

  test('[TB11] one that is too large is not opened, one that cannot be read is told', async () => {
    const arrayBuffer = vi.fn(async () => new ArrayBuffer());
    const large = { size: LARGEST_FILE + 1, arrayBuffer };
    expect(await importRun(room(), large)).toMatchObject({ problem: 'too-big' });
    expect(arrayBuffer).not.toHaveBeenCalled();
    const gone = async () => {
      throw new DOMException('gone', 'NotFoundError');
    };
    expect(await importRun(room(), { size: 1, arrayBuffer: gone })).toMatchObject({ problem: 'unreadable' });
  });
});

describe('screens', () => {
  const go = (at: TestRoom, route: Parameters<typeof openScreen>[3]) =>
    openScreen(at, ENGLISH, () => {}, route);

  test('[TB7] what is not there leads to a trouble that says what', async () => {
    const here = room();
    const play = { screen: 'play', settings, run: null, notices: [] } as const;
    expect(await found(go(here, { screen: 'nowhere', address: '#/x' }))).toMatchObject({ kind: 'nowhere' });
    expect(await found(go(here, { screen: 'debrief', run: 'zzz' }))).toMatchObject({ kind: 'unknownRun' });
    expect(await found(go(here, { ...play, scenario: 'nope' }))).toMatchObject({ kind: 'unknownScenario' });
    const brief = await go(here, { ...play, scenario: 'residence-207', run: 'gone' });
    expect(brief).toMatchObject({ kind: 'brief', notices: [{ text: shell.notices.runGone }] });
  });

  test('[TB7] a run that was changed where it is kept is shown as such, and others are not touched', async () => {
    const here = room();
    const run = await playedRun(here);
    const kept = await here.storage.journal.read(run);
    if (!kept) throw new Error('no run');
    const { opening, meta, entries } = kept;
    const other = `sha256:${'0'.repeat(64)}`;
    await here.storage.journal.create('older', { ...opening, playbook: other }, meta, entries);
    await here.storage.journal.create('changed', { ...opening, seed: opening.seed + 1 }, meta, entries);
    expect(await found(debriefRun(here, 'older'))).toMatchObject({ kind: 'otherVersion', run: 'older' });
    expect(await found(debriefRun(here, 'changed'))).toMatchObject({ kind: 'doesNotReplay', run: 'changed' });
    expect(await found(debriefRun(here, run))).toBeNull();
  });

  test('[TB7] Start puts the run into the address, and that address leads back into it', async () => {
    const here = room();
    const put: string[] = [];
    const brief = await go(here, {
      screen: 'play',
      scenario: 'residence-207',
      settings,
      run: null,
      notices: [],
    });
    const started = await startScreen(here, (address) => put.push(address), brief);
    expect(put).toEqual([await addressOfRun(here, started.run)]);
    expect(started.pocketLaw('en').length).toBeGreaterThan(5);
    const back = await go(here, {
      screen: 'play',
      scenario: 'residence-207',
      settings,
      run: started.run,
      notices: [],
    });
    expect(back).toMatchObject({ kind: 'play', run: started.run, resumed: true, settings });
    const offered = await go(here, {
      screen: 'play',
      scenario: 'residence-207',
      settings,
      run: null,
      notices: [],
    });
    expect(offered).toMatchObject({ kind: 'brief', unfinished: { address: put[0] } });
  });

  test('[TB8] where storage is forbidden everything works in memory, and says so', async () => {
    const here: TestRoom = { ...room(), storage: memoryRunStorage('forbidden') };
    const home = await go(here, { screen: 'home', notices: [] });
    expect(home).toMatchObject({ notices: [{ text: shell.notices.keepsNothing }] });
    const run = await playedRun(here);
    expect((await debriefRun(here, run)).sealed).toBe(true);
  });

  test('[TB8] a browser that keeps runs says nothing', async () => {
    const storage = await openRunStorage(() => {}, 'screens-quiet');
    expect(storage.journal.lasting).toBe(true);
    expect(await go({ ...room(), storage }, { screen: 'home', notices: [] })).toMatchObject({
      runs: [],
      notices: [],
    });
  });

  test('[TB7] a damaged saved run is listed, its address says so, and it can be deleted', async () => {
    const journal = await indexedDbJournal('screens-damaged');
    const here = room(journal);
    const run = await playedRun(here);
    const damaged = room({
      ...journal,
      read: () =>
        journal.read(run).then(() => {
          throw new TableTrouble('damagedRun', { run });
        }),
    });
    expect(await found(go(damaged, { screen: 'debrief', run }))).toMatchObject({ kind: 'damagedRun', run });
    await journal.forget(run);
    expect(await go(here, { screen: 'home', notices: [] })).toMatchObject({ runs: [] });
  });
});
