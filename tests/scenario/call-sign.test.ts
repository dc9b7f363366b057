import { expect, test } from 'vitest';
import { shippedPlaybook } from '#cli/disk/shipped.ts';
import { makeEngine } from '#exercise/engine.ts';
import { openExercise } from '#exercise/open.ts';
import { seatView } from '#exercise/seat-view.ts';
import { opening } from '../exercise/fixture.ts';

test.each([
  ['en', 'codes', '4-Adam-31'],
  ['en', 'plain', 'Unit 31'],
  ['es', 'codes', '4-Adam-31'],
  ['es', 'plain', 'Unidad 31'],
] as const)('[SC20] the first call names the seat as its pack speaks: %s, %s', (lang, words, name) => {
  const playbook = shippedPlaybook('residence-207');
  const engine = makeEngine(playbook, opening({ seats: ['patrol'] }), 'grid');
  const { exercise, trace } = openExercise(engine);
  const view = seatView(engine, exercise, trace, 'patrol', { lang, words });
  expect(view.callsign).toBe(name);
  expect(view.log.find((item) => item.kind === 'line')).toMatchObject({ forYou: true });
});
