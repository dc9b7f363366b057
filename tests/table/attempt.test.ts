/** Which try at a call a run is: told in the list, in the debrief and in the file, and by nobody's forgetting taken away. */
import { expect, test } from 'vitest';
import { readRunFile } from '#protocol/run-file.ts';
import { homeScreen, openScreen } from '#table/flow/screens.ts';
import { debriefRun } from '#table/runs/debrief-run.ts';
import { runFileName, runFileText } from '#table/runs/export-run.ts';
import { branchRun, resumeRun, startRun } from '#table/runs/open-run.ts';
import { ENGLISH } from '#table/words/texts.ts';
import { importHere as importRun, pickedOf } from './import-here.ts';
import { flagship, room, settings, type TestRoom } from './shipped-room.ts';

async function played(at: TestRoom, seed: number): Promise<string> {
  const { run, session } = await startRun(at, flagship(), { ...settings, seed });
  await session.send({ kind: 'stop' });
  session.close();
  return run;
}

const listed = async (at: TestRoom) =>
  new Map((await homeScreen(at, [])).runs.map(({ id, attempt }) => [id, attempt]));

const kept = async (at: TestRoom, run: string) => {
  const found = await at.storage.of(run).read(run);
  if (found === null) throw new Error('no run');
  return found;
};

test('[TB141] the same call begun again is a second try, another call is a first; the list, the file and its name say so', async () => {
  const here = room();
  const first = await played(here, 1);
  const again = await played(here, 1);
  const other = await played(here, 2);
  expect([...(await listed(here))].sort()).toEqual(
    [
      [first, undefined],
      [again, 2],
      [other, undefined],
    ].sort(),
  );
  const [firstFile, secondFile] = [await kept(here, first), await kept(here, again)];
  expect(runFileName(firstFile)).not.toContain('try');
  expect(runFileName(secondFile)).toContain('-try2-');
  expect(JSON.parse(runFileText(firstFile))).not.toHaveProperty('attempt');
  const read = readRunFile(runFileText(secondFile));
  expect(read.ok && read.run.attempt).toBe(2);
  // Whoever forgets the first run is no beginner again.
  await here.storage.journal.forget(first);
  expect((await listed(here)).get(again)).toBe(2);
  const third = await played(here, 1);
  expect((await listed(here)).get(third)).toBe(3);
});

test('[TB141] a run that grows from another is a further try, in its debrief and on another machine too', async () => {
  const here = room();
  const first = await played(here, 1);
  const branch = await branchRun(here, first, 0);
  const { session } = await resumeRun(here, branch);
  session.pause(false);
  await session.send({ kind: 'stop' });
  session.close();
  await debriefRun(here, first);
  await debriefRun(here, branch);
  const screenOf = (run: string) => openScreen(here, ENGLISH, () => {}, { screen: 'debrief', run });
  expect(await screenOf(first)).not.toHaveProperty('attempt');
  expect(await screenOf(branch)).toMatchObject({ kind: 'debrief', attempt: 2 });
  const text = runFileText(await kept(here, branch));
  const there = room();
  const brought = await importRun(there, pickedOf(text));
  expect(brought.ok && (await listed(there)).get(brought.run)).toBe(2);
});

test('[TB141] a run kept before tries were counted is a second one where it grew from another', async () => {
  const here = room();
  const first = await played(here, 1);
  const old = await kept(here, first);
  const { attempt: _none, ...meta } = old.meta;
  const parent = { run: 'sha256:0', seq: 0 };
  await here.storage.journal.create('old', { ...old.opening, parent }, meta, old.entries);
  expect((await listed(here)).get('old')).toBe(2);
});
