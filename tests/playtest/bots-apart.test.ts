/**
 * What the flagship tells apart, and how that is known: the order of runs, the rank test, baselines that say nothing. 30 runs of each bot in
 * `npm test`; a hundred times `PROVE_RUNS` (2,000) in `npm run prove`.
 */
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { readSources } from '#cli/disk/sources.ts';
import type { BotName } from '#playtest/bot.ts';
import { above, midRanks, shareAbove } from '#playtest/rank-test.ts';
import { type Rehearsal, type RehearsalWish, rehearse } from '#playtest/rehearse.ts';
import { orderOf } from '#playtest/run-order.ts';
import { upperTail } from '#playtest/student-t.ts';
import { readScenario } from '#scenario/read.ts';
import { deconflict } from '../cli/deconflict.ts';
import { shippedGames } from '../verify/games.ts';

const TIMES = Number(process.env.PROVE_RUNS ?? '0');
const RUNS = TIMES === 0 ? 30 : TIMES * 100;
// A loaded machine may take many times what a quiet one does.
vi.setConfig({ testTimeout: 120_000 + RUNS * 1_000 });

test('[RH55] runs are ordered by standing, those of one standing by the share kept; what was not exercised has no place', () => {
  const ordered = [
    ['grave', 0, 9],
    ['grave', 9, 9],
    ['unsound', 0, 9],
    ['unsound', 1, 3],
    ['unsound', 2, 3],
    ['gaps', 1, 9],
    ['gaps', 9, 10],
    ['sound', 1, 1],
  ] as const;
  const places = ordered.map(([word, kept, due]) => orderOf(word, kept, due) ?? Number.NaN);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(orderOf('unsound', 2, 6)).toBe(orderOf('unsound', 1, 3));
  // Even all kept is below the next standing with nothing kept.
  expect(orderOf('grave', 9, 9)).toBeLessThan(orderOf('unsound', 0, 9) ?? 0);
  expect(orderOf('not-exercised', 0, 0)).toBe(null);
});

test('[RH55] the rank test gives the published values', () => {
  // Brunner and Munzel 2000: pain scores after shoulder surgery (Lumley 1996), as in the manuals of lawstat and SciPy.
  const treated = [1, 2, 1, 1, 1, 1, 1, 1, 1, 1, 2, 4, 1, 1];
  const untreated = [3, 3, 4, 3, 1, 2, 3, 1, 1, 5, 4];
  const { share, p } = above(untreated, treated);
  expect(2 * p).toBeCloseTo(0.0057862086661515377, 12);
  expect(share).toBeCloseTo(0.788961, 6);
  expect(above(treated, untreated).share).toBeCloseTo(1 - share, 12);
  expect(above(treated, untreated).p).toBeCloseTo(1 - p, 12);
  const pairs = untreated.flatMap((ours) => treated.map((theirs) => (Math.sign(ours - theirs) + 1) / 2));
  const wins = pairs.reduce((sum, won) => sum + won, 0);
  expect(shareAbove(untreated, treated)).toBe(wins / pairs.length);
  expect(shareAbove([2], [1])).toBe(1);
  expect(midRanks([10, 30, 20, 20])).toEqual([1, 4, 2.5, 2.5]);
  // Student 1908 and any table since: 0.025 at 10 degrees, 0.05 at one, 0.995 below it, 0.025 at a thousand.
  expect(upperTail(2.228138851964939, 10)).toBeCloseTo(0.025, 10);
  expect(upperTail(6.313751514675043, 1)).toBeCloseTo(0.05, 12);
  expect(upperTail(-63.65674116287399, 1)).toBeCloseTo(0.995, 12);
  expect(upperTail(1.9623390808264078, 1000)).toBeCloseTo(0.025, 10);
  expect(upperTail(0, 7)).toBe(0.5);
});

test('[RH55] values quite apart are counted out, equal ones say nothing, fewer than two are refused', () => {
  expect(above([7, 8, 9], [1, 2, 3])).toEqual({ share: 1, p: 1 / 20 });
  expect(above([1, 2, 3], [7, 8, 9])).toEqual({ share: 0, p: 1 });
  expect(above([4, 4], [4, 4])).toEqual({ share: 0.5, p: 1 });
  expect(() => above([1], [1, 2])).toThrow(/RH55/);
});

const flagship = shippedGames().find(({ name }) => name === 'residence-207 patrol');
if (flagship === undefined) throw new Error('the flagship is not shipped');
const { playbook } = flagship;
const laws = flagship.laws.filter(({ pack }, n, all) => all.findIndex((one) => one.pack === pack) === n);
const COMPARED: readonly BotName[] = ['by-the-book', 'careful', 'random', 'longest', 'first', 'politeness'];
const wish: RehearsalWish = { seat: 'patrol', laws, bots: COMPARED, runs: RUNS, seed: 1, extended: 100 };

test('[RH56] on the flagship by-the-book comes out above careful, careful above random, on each axis under every pack; longest, first and politeness are as good as any habit', async () => {
  const { out } = await deconflict(
    'rehearse',
    playbook.id,
    '--runs',
    `${RUNS}`,
    '--bot',
    COMPARED.join(),
    '--json',
  );
  const { separations, cues, packs, bots } = JSON.parse(out) as Rehearsal;
  if (TIMES > 0) process.stdout.write(`${JSON.stringify({ runs: RUNS, separations, cues })}\n`);
  expect(packs.length).toBe(4);
  for (const [better, than] of [
    ['by-the-book', 'careful'],
    ['careful', 'random'],
  ]) {
    const rungs = separations.filter((one) => one.better === better && one.than === than);
    expect(rungs.length).toBe(packs.length * 3);
    for (const { pack, axis, share, p } of rungs) {
      expect(p, `${better} above ${than}: ${pack}, ${axis}, ${share} of pairs`).toBeLessThan(0.01);
      expect(share).toBeGreaterThan(0.5);
    }
  }
  expect(cues.length).toBe(packs.length * 3 * 3);
  expect(cues.filter(({ isWithin }) => !isWithin)).toEqual([]);
  // Whoever goes by the book comes through sound: what a seat can know is enough.
  for (const { packs: ruled } of bots.filter(({ bot }) => bot === 'by-the-book')) {
    for (const { standings } of ruled.flatMap(({ axes }) => Object.values(axes))) {
      expect(standings.sound + standings.gaps).toBeGreaterThan(0.95);
    }
  }
});

test('[RH56] were the lawful option always the longest, longest would stand out', () => {
  const few = { ...wish, laws: laws.slice(0, 1), runs: 15 };
  const lawful = rehearse(playbook, { ...few, bots: ['by-the-book'] }).bots[0]?.decisions ?? [];
  const texts = { ...playbook.texts };
  playbook.decisions.forEach(({ options }, d) => {
    const taken = lawful[d]?.options.map((one) => one.taken) ?? [];
    const best = options[taken.indexOf(Math.max(...taken))]?.say ?? '';
    texts[best] = `${texts[best]}${' and so on'.repeat(20)}`;
  });
  const { cues } = rehearse({ ...playbook, texts }, { ...few, bots: ['random', 'longest'] });
  expect(cues.filter(({ share, to, isWithin }) => !isWithin && share > to).length).toBeGreaterThan(0);
});

test('[RH53] who goes by the book comes through the starter too, and common sense nearly so', () => {
  const starter = join(import.meta.dirname, '../../src/cli/starter');
  const files = new Map([
    ...readSources(),
    ...[...readSources(starter)].map(([name, text]) => [`starter/${name}`, text] as const),
  ]);
  const read = readScenario(files, 'starter').playbook;
  if (read === null) throw new Error('the starter does not read');
  const under = laws.map((law) => ({ ...law, asOf: read.asOf }));
  const { bots } = rehearse(read, { ...wish, laws: under, runs: 20, bots: ['by-the-book', 'careful'] });
  for (const { bot, packs } of bots) {
    for (const { standings } of packs.flatMap(({ axes }) => Object.values(axes))) {
      expect(standings.sound + standings.gaps).toBeGreaterThan(bot === 'careful' ? 0.6 : 0.99);
    }
  }
});
