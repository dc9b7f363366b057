import { expect, test } from 'vitest';
import type { SeatView } from '#exercise/view.ts';
import { startRun } from '#table/runs/open-run.ts';
import { CARD_GRACE_MS, cardGrace } from '#table/session/card-grace.ts';
import { viewOf } from './seat-at.ts';
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

test('[TB18] nor is a card waited away that took the place of one just answered', () => {
  const card = (decision: string) => ({ decision, visit: 1 }) as SeatView['decisions'][number];
  const both = viewOf({ decisions: [card('a'), card('b')] });
  const grace = cardGrace();
  grace.note(viewOf({}), both, 0);
  grace.note(both, viewOf({ decisions: [card('b')] }), 10_000);
  expect(grace.covers(10_000 + CARD_GRACE_MS - 1)).toBe(true);
  expect(grace.covers(10_000 + CARD_GRACE_MS)).toBe(false);
  grace.note(viewOf({ decisions: [card('b')] }), viewOf({}), 20_000);
  expect(grace.covers(20_001), 'nothing came up').toBe(false);
});
