import { expect, test } from 'vitest';
import { startRun } from '#table/runs/open-run.ts';
import { CARD_GRACE_MS } from '#table/session/card-grace.ts';
import { flagship, room, settings } from './shipped-room.ts';

test('[TB18] a Wait pressed as a card opens does not wait the card away; a moment later it does', async () => {
  const here = room();
  const { session } = await startRun(here, flagship(), { ...settings, clock: 'discussion' });
  for (let i = 0; i < 40 && session.view().decisions.length === 0; i += 1) {
    await session.send({ kind: 'wait' });
    await here.tempo.pass(1);
  }
  const opened = session.view();
  expect(opened.decisions).toHaveLength(1);
  const kept = session.played().entries.length;

  expect(await session.send({ kind: 'wait' })).toEqual({ ok: true });
  expect(session.played().entries).toHaveLength(kept);
  expect(session.view().at).toBe(opened.at);

  await here.tempo.pass(CARD_GRACE_MS);
  await session.send({ kind: 'wait' });
  expect(session.view().at).toBeGreaterThan(opened.at);
  session.close();
});
