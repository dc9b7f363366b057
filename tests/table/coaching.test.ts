/** Coaching: when a turn is over, what its steps hold, and that a coached run says what it is. */
import { expect, test } from 'vitest';
import { readRunFile } from '#protocol/run-file.ts';
import { lastTurn, turnsOver, whoStandsWhere } from '#table/play/coaching/coaching-turn.ts';
import { compareRun } from '#table/runs/compare-run.ts';
import { debriefRun } from '#table/runs/debrief-run.ts';
import { runFileText } from '#table/runs/export-run.ts';
import { startRun } from '#table/runs/open-run.ts';
import { desk as english } from '#table/words/en/desk.ts';
import { shell } from '#table/words/en/shell.ts';
import { desk as spanish } from '#table/words/es/desk.ts';
import { flagship, room, settings } from './shipped-room.ts';

const coached = { ...settings, level: 'coaching', clock: 'live' } as const;

test('[TB58] a turn is over when a decision is answered and done; a press of an action is none, and what runs is not over', async () => {
  const here = room();
  const { session } = await startRun(here, flagship(), coached);
  const over = () => turnsOver(session.view());
  expect(over()).toBe(0);
  expect(lastTurn(session.view())).toBeNull();
  await here.tempo.pass(3_000);
  await session.send({ kind: 'act', action: 'note-facts' });
  expect(session.view().busy).not.toBeNull();
  expect(over()).toBe(0);
  await here.tempo.pass(12_000);
  expect(session.view().busy).toBeNull();
  expect(over()).toBe(0);
  expect(lastTurn(session.view())).toBeNull();
  // A choice that cuts a running action: the action was no turn, the choice is one when it is done.
  await here.tempo.pass(20_000);
  const card = session.view().decisions[0];
  const option = card?.options.find(({ takes }) => takes > 0);
  if (!card || !option) throw new Error('no card opened');
  await session.send({ kind: 'act', action: 'note-facts' });
  await session.send({ kind: 'choose', decision: card.decision, visit: card.visit, option: option.id });
  expect(session.view().log.some(({ kind }) => kind === 'cut')).toBe(true);
  expect(over()).toBe(0);
  await here.tempo.pass(option.takes + 1_000);
  expect(over()).toBe(1);
  const turn = lastTurn(session.view());
  expect(turn?.did).toBe(option.say);
  expect(turn?.back.length).toBeGreaterThan(0);
  session.close();
});

test('[TB58] the steps hold what the view holds; their questions are five in each language and judge nothing', async () => {
  const { session } = await startRun(room(), flagship(), coached);
  const view = session.view();
  const where = whoStandsWhere(view);
  expect(where[0]).toMatchObject({ place: view.place?.label, own: true });
  const seen = view.tokens.filter(({ you }) => !you).map(({ label }) => label);
  const told = where.flatMap(({ who }) => who).join(', ');
  for (const label of seen) expect(told).toContain(label);
  for (const { coaching } of [english, spanish]) {
    expect(coaching.steps).toHaveLength(5);
    // Every one of them asks: nothing here is stated, so nothing is judged.
    for (const { asks } of coaching.steps) for (const ask of asks) expect(ask).toMatch(/\?$/);
  }
  session.close();
});

test('[TB59] debrief, comparison and run file of a coached run say coaching', async () => {
  const here = room();
  const { session, run } = await startRun(here, flagship(), coached);
  await session.send({ kind: 'stop' });
  session.close();
  const { report } = await debriefRun(here, run);
  expect(report.level).toBe('coaching');
  expect((await compareRun(here, run, [], 'en', shell)).level).toBe('coaching');
  const kept = await here.storage.of(run).read(run);
  if (!kept) throw new Error('the run was not kept');
  const read = readRunFile(runFileText(kept));
  expect(read.ok && read.run.opening.level).toBe('coaching');
});
