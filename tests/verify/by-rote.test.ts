/** What silence, pressing and good manners are worth on the flagship: nothing that common sense does not beat, and nothing that chance does not give. */
import { expect, test, vi } from 'vitest';
import type { BotName } from '#playtest/bot.ts';
import { courtesy } from '#playtest/courtesy.ts';
import { playOut } from '#playtest/play-out.ts';
import type { Rehearsal } from '#playtest/rehearse.ts';
import { makeBot, stageOf } from '#playtest/stage.ts';
import { deconflict } from '../cli/deconflict.ts';
import { shippedGames } from './games.ts';

vi.setConfig({ testTimeout: 300_000 });

const flagship = shippedGames().find(({ name }) => name === 'residence-207 patrol');
if (flagship === undefined) throw new Error('the flagship is not shipped');
const { playbook, laws } = flagship;
/** Of each bot under each truth. */
const RUNS = process.env.PROVE_RUNS === undefined ? '40' : '80';

/** What a bot takes in one run of the flagship: sources by number, standing actions and options apart. */
function taken(name: BotName, seed: number) {
  const stage = stageOf(
    playbook,
    playbook.seats.findIndex(({ id }) => id === 'patrol'),
    laws,
    100,
  );
  const bot = makeBot(name, stage, laws);
  const takes: { readonly n: number; readonly decision: number }[] = [];
  const watched = {
    begin: (of: number) => bot.begin(of),
    next: (observation: Parameters<typeof bot.next>[0]) => {
      const move = bot.next(observation);
      if (move.take !== null) takes.push(move.take);
      return move;
    },
  };
  expect(playOut(stage, watched, seed)).toBe('ended');
  return takes;
}

test('[RH69] buttons presses each standing action once and answers nothing; silent does nothing; both come to an end', () => {
  for (const seed of [1, 2, 3]) {
    const pressed = taken('buttons', seed);
    expect(pressed.length).toBeGreaterThan(20);
    expect(new Set(pressed.map(({ n }) => n)).size).toBe(pressed.length);
    expect(pressed.filter(({ decision }) => decision >= 0)).toEqual([]);
    expect(taken('silent', seed)).toEqual([]);
  }
});

test('[RH69] courtesy is heard in the words: asking and offering before ordering and threatening', () => {
  const polite = 'Please let me help; may I ask why you wait?';
  const rough = 'Stop. Hands out, or I draw and arrest you.';
  expect(courtesy(polite)).toBeGreaterThan(courtesy('Write it down.'));
  expect(courtesy('Write it down.')).toBeGreaterThan(courtesy(rough));
  const nicest = taken('politeness', 1);
  expect(nicest.filter(({ decision }) => decision >= 0).length).toBeGreaterThan(5);
});

test.each(['federal', 'impostors'])(
  '[RH69] with %s, careful comes out above buttons and silent on every axis under every pack',
  async (team) => {
    const bots = 'careful,buttons,silent';
    const { out } = await deconflict(
      ...['rehearse', playbook.id, '--runs', RUNS, '--bot', bots, '--truth', `team=${team}`, '--json'],
    );
    const { separations, packs, truth, bots: numbers } = JSON.parse(out) as Rehearsal;
    expect(truth).toEqual({ team });
    expect(separations.length).toBe(packs.length * 3 * 2);
    for (const { pack, axis, than, share, p } of separations) {
      expect(p, `careful above ${than}: ${pack}, ${axis}, ${share} of pairs`).toBeLessThan(0.01);
    }
    // Who does nothing, or only presses, is sound nowhere.
    for (const { bot, packs: ruled } of numbers.filter((one) => one.bot !== 'careful')) {
      for (const { pack, axes } of ruled) {
        for (const [axis, { standings }] of Object.entries(axes)) {
          expect(standings.unsound + standings.grave, `${bot}, ${pack}, ${axis}`).toBe(1);
        }
      }
    }
  },
);
