/** Reading takes time on the discussion clock: as much as life would, and no more once somebody asks. */
import { expect, test } from 'vitest';
import { makeEngine } from '#exercise/engine.ts';
import { replay } from '#host/core.ts';
import { exerciseCore } from '#host/exercise-core.ts';
import { readingMs } from '#scenario/texts/reading-time.ts';
import { startRun } from '#table/runs/open-run.ts';
import { flagship, room, settings } from './shipped-room.ts';

async function begun(clock: 'live' | 'discussion') {
  const here = room();
  const { session, run } = await startRun(here, flagship(), { ...settings, clock });
  await here.tempo.pass(1);
  return { here, session, run };
}

test('[TB61] opening a card on the discussion clock lets its reading time pass, and a run so played replays', async () => {
  const { here, session, run } = await begun('discussion');
  const takes = readingMs(['A card of forty words '.repeat(8)]);
  expect(takes).toBe(12_000);
  const before = session.view().at;
  expect(await session.pass(3_000)).toEqual({ ok: true });
  expect(session.view().at).toBe(before + 3_000);
  await session.pass(takes);
  const kept = await here.storage.of(run).read(run);
  if (kept === null || kept === undefined) throw new Error('the run was not kept');
  expect(kept.entries.map(({ command }) => command.kind)).not.toContain('act');
  const playbook = (await flagship().load()).default;
  const core = exerciseCore(makeEngine(playbook, kept.opening, 'grid'));
  expect(replay(core, kept.entries)).toMatchObject({ ok: true });
  session.close();
});

test('[TB61] reading ends when a decision opens: whoever is asked looks up', async () => {
  const { session } = await begun('discussion');
  await session.pass(20 * 60_000);
  const { decisions, at } = session.view();
  expect(decisions.length).toBeGreaterThan(0);
  expect(at).toBe(decisions[0]?.opened);
  // A card that is open already does not hold time back: reading on, its time runs out as in life.
  const lapses = decisions[0]?.lapses ?? 0;
  await session.pass(lapses - at - 1);
  expect(session.view().decisions.map(({ decision }) => decision)).toContain(decisions[0]?.decision);
  for (let i = 0; i < 5; i += 1) await session.pass(10_000);
  expect(session.view().log.some(({ kind }) => kind === 'lapsed')).toBe(true);
  session.close();
});

test('[TB61] on the live clock reading makes no entry: time runs by itself', async () => {
  const { session } = await begun('live');
  const { at } = session.view();
  expect(await session.pass(60_000)).toEqual({ ok: true });
  expect(session.view().at).toBeLessThan(at + 1_000);
  expect(session.played().entries).toHaveLength(0);
  session.close();
});
