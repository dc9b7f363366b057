import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Sealed } from '#exercise/entries.ts';
import type { Finding } from '#law/findings.ts';
import { standings } from '#law/standings.ts';
import { homeScreen, openScreen } from '#table/flow/screens.ts';
import { debriefRun } from '#table/runs/debrief-run.ts';
import { keepBodies } from '#table/runs/keep-bodies.ts';
import { branchRun, resumeRun, startRun } from '#table/runs/open-run.ts';
import { openRunStorage } from '#table/runs/run-storage.ts';
import { troubleOf } from '#table/trouble/trouble-found.ts';
import { shell } from '#table/words/en/shell.ts';
import { ENGLISH } from '#table/words/texts.ts';
import { laterRoom } from './other-version.ts';
import { flagship, room, settings, type TestRoom } from './shipped-room.ts';

async function begun(at: TestRoom, ms = 40_000) {
  const opened = await startRun(at, flagship(), settings);
  await at.tempo.pass(ms);
  const { session } = opened;
  const [action] = session.view().actions;
  if (action) await session.send({ kind: 'act', action: action.id });
  return opened;
}
async function ended(at: TestRoom): Promise<string> {
  const { run, session } = await begun(at);
  await session.send({ kind: 'stop' });
  session.close();
  return run;
}
/** The same runs as a page finds them whose engine is another. */
async function withOtherEngine(
  from: TestRoom,
  run: string,
  without: 'bodies' | 'nothing',
): Promise<TestRoom> {
  const kept = await from.storage.journal.read(run);
  if (!kept) throw new Error('no run');
  const there = room();
  const { journal } = there.storage;
  await journal.create(run, { ...kept.opening, engine: '1' }, kept.meta, kept.entries);
  if (kept.sealed) await journal.seal(run, kept.sealed);
  if (without === 'nothing')
    for (const one of await from.storage.journal.reports(run)) await journal.keepReport(run, one);
  return there;
}
const states = async (at: TestRoom) => (await homeScreen(at, [])).runs.map(({ state }) => state);
const trouble = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (cause: unknown) => troubleOf(cause).kind,
  );

describe('after a new version', () => {
  test('[TB131] an unfinished run goes on with the words and the law it began with, to a debrief under them', async () => {
    const here = room();
    // Long enough for a duty to come due.
    const { run, session } = await begun(here, 400_000);
    session.hide();
    const before = session.view();
    session.close();
    const respelled = await laterRoom(here, { scenario: 'respelled' });
    expect(await states(respelled)).toEqual(['running']);
    const { session: same } = await resumeRun(respelled, run);
    expect(same.view()).toEqual(before);
    same.close();
    // The address of a run names its scenario.
    expect(await states(await laterRoom(here, { scenario: 'removed' }))).toEqual(['stuck']);
    const there = await laterRoom(here, { law: true });
    expect(await states(there)).toEqual(['running']);
    const again = await resumeRun(there, run);
    expect(again.session.view()).toEqual(before);
    await again.session.send({ kind: 'stop' });
    const { report, provenance } = await debriefRun(there, run);
    expect(provenance).toBe('own');
    expect(report.scenario.title).not.toBe('A call with another name');
    expect(report.findings.length).toBeGreaterThan(0);
    expect(JSON.stringify(report)).not.toContain('Lately');
    const branch = await branchRun(there, run, 1);
    expect((await resumeRun(there, branch)).session.ended()).toBe(false);
  });

  test('[TB132] a debrief opens as it was first shown, in each language, and names its version', async () => {
    const here = room();
    const run = await ended(here);
    const first = [await debriefRun(here, run, 'en'), await debriefRun(here, run, 'es')];
    for (const changed of [
      { law: true },
      { scenario: 'as it was', law: true },
      {},
      { scenario: 'respelled' },
      { scenario: 'removed' },
    ] as const) {
      const there = await laterRoom(here, changed);
      for (const { report } of first) {
        const now = await debriefRun(there, run, report.language);
        expect(now.report).toEqual(report);
        expect(now.provenance).toBe('shown');
      }
      const screen = await openScreen(there, ENGLISH, () => {}, { screen: 'debrief', run });
      const opening = (await here.storage.journal.read(run))?.opening.playbook ?? '';
      expect(JSON.stringify(screen)).toContain(shell.storage.version(opening.slice(7, 15)));
    }
    expect((await debriefRun(here, run)).provenance).toBeNull();
  });

  test('[TB132] by another engine too, without what could be tried again', async () => {
    const here = room();
    const run = await ended(here);
    const { report } = await debriefRun(here, run);
    const there = await withOtherEngine(here, run, 'nothing');
    const now = await debriefRun(there, run);
    expect(now.provenance).toBe('shown');
    expect(now.report.findings.map(({ retry }) => retry).filter(Boolean)).toEqual([]);
    expect({ ...now.report, findings: [] }).toEqual({ ...report, findings: [] });
  });

  test('[DB10] without bodies and report, findings and standings stand as they were sealed', async () => {
    const here = room();
    const run = await ended(here);
    const { report } = await debriefRun(here, run);
    const there = await withOtherEngine(here, run, 'bodies');
    const now = await debriefRun(await laterRoom(there, { law: true }), run);
    expect(now.provenance).toBe('sealed');
    expect(now.report.ruling).toEqual(report.ruling);
    expect(now.report.findings.map(({ finding }) => finding)).toEqual(
      report.findings.map(({ finding }) => finding),
    );
    expect(now.report.timeline.length).toBe(report.timeline.length);
    const gone = { ...there, library: { ...there.library, scenarios: [] } };
    expect((await debriefRun(gone, run)).report.ruling).toEqual(report.ruling);
  });

  test('[TB131] a run that cannot go on is listed without a way to resume it, and its address says why', async () => {
    const here = room();
    const { run, session } = await begun(here);
    session.close();
    const there = await withOtherEngine(here, run, 'bodies');
    expect(await states(there)).toEqual(['stuck']);
    expect(await trouble(resumeRun(there, run))).toBe('otherVersion');
    expect(await trouble(debriefRun(there, run))).toBe('otherVersion');
    const play = { screen: 'play', scenario: 'residence-207', settings, run: null, notices: [] } as const;
    expect(await openScreen(there, ENGLISH, () => {}, play)).toMatchObject({
      kind: 'brief',
      unfinished: null,
    });
  });
});

test('[JN14] a run that was kept without bodies gets those it still fits, and goes on after the next version', async () => {
  const here = room();
  const { run, session } = await begun(here);
  session.close();
  const kept = await here.storage.journal.read(run);
  if (!kept) throw new Error('no run');
  const there = room();
  await there.storage.journal.create(run, kept.opening, kept.meta, kept.entries);
  await there.storage.journal.create('alien', { ...kept.opening, engine: '1' }, kept.meta, kept.entries);
  await keepBodies(there);
  const later = await laterRoom(there, { law: true });
  expect((await homeScreen(later, [])).runs.map(({ id, state }) => [id, state])).toEqual(
    expect.arrayContaining([
      [run, 'running'],
      ['alien', 'stuck'],
    ]),
  );
  expect((await resumeRun(later, run)).reopened.law).not.toBeNull();
});

interface Dump {
  readonly version: number;
  readonly runs: readonly {
    readonly id: string;
    readonly count: number;
    readonly meta: { readonly state: string };
  }[];
  readonly entries: readonly { readonly run: string; readonly entry: unknown }[];
  readonly sealed: readonly { readonly run: string; readonly sealed: Sealed }[];
  readonly reasons: readonly { readonly run: string; readonly reasons: unknown }[];
  readonly reader: readonly { readonly items: readonly string[] }[];
}
/** All stores of the database that commit e841366 left in Chromium: a finished run with a reason, its second try, three that were not ended. */
const LEFT = JSON.parse(
  readFileSync(join(import.meta.dirname, 'fixtures/kept-by-e841366.json'), 'utf8'),
) as Dump;

async function leftBehind(name: string): Promise<TestRoom> {
  const keys = { runs: 'id', entries: ['run', 'n'], sealed: 'run', reasons: 'run', reader: 'what' } as const;
  await new Promise<void>((resolve, reject) => {
    const asked = indexedDB.open(name, LEFT.version);
    asked.onupgradeneeded = () => {
      for (const [store, keyPath] of Object.entries(keys) as [keyof typeof keys, string | string[]][]) {
        const made = asked.result.createObjectStore(store, { keyPath });
        for (const row of LEFT[store]) made.add(row);
      }
    };
    asked.onsuccess = () => {
      asked.result.close();
      resolve();
    };
    asked.onerror = () => reject(asked.error);
  });
  return { ...room(), storage: await openRunStorage(() => {}, name) };
}

describe('a database left by e841366', () => {
  test('[JN16] opens with every run, entry, seal, reason and the list for next time', async () => {
    const { storage } = await leftBehind('left-whole');
    expect(LEFT.version).toBe(2);
    expect((await storage.journal.list()).length).toBe(LEFT.runs.length);
    for (const { id } of LEFT.runs) {
      const kept = await storage.journal.read(id);
      expect(kept?.entries).toEqual(LEFT.entries.filter(({ run }) => run === id).map(({ entry }) => entry));
      expect(kept?.sealed).toEqual(LEFT.sealed.find(({ run }) => run === id)?.sealed ?? null);
      expect(kept?.reasons).toEqual(LEFT.reasons.find(({ run }) => run === id)?.reasons ?? []);
    }
    expect(await storage.journal.nextTime()).toEqual(LEFT.reader[0]?.items);
    expect(LEFT.reader[0]?.items.length).toBe(1);
  });

  test.each(['as it is', 'changed'])(
    '[TB132] its finished run opens with its findings; the scenario %s',
    async (how) => {
      const left = await leftBehind(`left-${how}`);
      const at = how === 'changed' ? await laterRoom(left, { law: true }) : left;
      const [one] = LEFT.sealed;
      if (!one) throw new Error('nothing was sealed');
      const { report, reasons } = await debriefRun(at, one.run);
      const findings = one.sealed.findings as readonly Finding[];
      expect(report.ruling.findings.map(({ rule, verdict, at: when }) => [rule, verdict, when])).toEqual(
        findings.map(({ rule, verdict, at: when }) => [rule, verdict, when]),
      );
      expect(report.ruling.axes).toEqual(
        standings(
          findings,
          report.objectives.filter(({ met }) => !met).map(({ axis }) => axis),
        ),
      );
      expect(reasons).toEqual(['I wanted to know who they were first. <b>Ñandú</b>']);
    },
  );

  test('[TB131] of its unfinished runs only those that go on are offered', async () => {
    const left = await leftBehind('left-unfinished');
    const changed = await laterRoom(left, {});
    expect(await states(changed)).toEqual(['stuck', 'stuck', 'stuck', 'stuck', 'ended']);
    for (const at of [changed, left]) {
      for (const { id, state } of (await homeScreen(at, [])).runs) {
        if (state === 'ended') continue;
        expect(await trouble(resumeRun(at, id))).toBe(state === 'running' ? null : 'otherVersion');
      }
    }
  });
});
