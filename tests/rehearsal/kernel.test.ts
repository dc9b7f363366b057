/** The kernel and its judge against the exercise and the judge of the law, step by step: on what is shipped, and on generated playbooks and packs. */
import { expect, test, vi } from 'vitest';
import { REFUSALS } from '#exercise/refusals.ts';
import { engineOf, type Game, generatedGames, shippedGames } from './games.ts';
import { PLANTED } from './planted.ts';
import { type Counts, differs, noCounts, type Pair, pairOf, type Stride } from './side-by-side.ts';

// A loaded machine may take many times what a quiet one does.
vi.setConfig({ testTimeout: 900_000 });

const MOST_WALKS = 300;
const TIMES = Number(process.env.PROVE_RUNS ?? '1');

/** Walks a game from seeds 1 on until it made so many commands; the first difference, null where there is none. */
function walkThrough(
  game: Game,
  commands: number,
  stride: Stride,
  counts: Counts,
  plant: (pair: Pair) => void = () => {},
): string | null {
  const pair = pairOf(engineOf(game, 1), game.laws);
  plant(pair);
  const until = counts.commands + commands;
  // Some generated stories end or run away at once: they are left for the next.
  for (let seed = 1; counts.commands < until && seed < MOST_WALKS * TIMES; seed++) {
    const difference = differs(engineOf(game, seed), pair, seed, stride, counts);
    if (difference !== null) return `${game.name}, seed ${seed}: ${difference.slice(0, 2_000)}`;
  }
  return null;
}

test('[RH4] [RH5] kernel and judge equal exercise and law on shipped scenarios under every pack, and on generated ones', () => {
  const counts = noCounts();
  for (const game of shippedGames()) {
    expect(walkThrough(game, 15_000 * TIMES, { moves: 250, rulings: 250 }, counts)).toBe(null);
  }
  const shipped = counts.commands;
  expect(shipped).toBeGreaterThanOrEqual(15_000 * TIMES);
  for (const game of generatedGames(400 * TIMES)) {
    if (counts.commands >= 100_000 * TIMES) break;
    expect(walkThrough(game, 1_500, { moves: 120, rulings: 60 }, counts)).toBe(null);
  }
  expect(counts.commands).toBeGreaterThanOrEqual(100_000 * TIMES);
  expect(counts.rulings).toBeGreaterThan(2_000);
  for (const kind of EVENTS) expect(counts.events[kind] ?? 0, kind).toBeGreaterThan(50);
  for (const why of REFUSALS) expect(counts.refused[why] ?? 0, why).toBeGreaterThan(20);
  for (const kind of FINDINGS) expect(counts.findings[kind] ?? 0, kind).toBeGreaterThan(3);
});

/** Every kind of event there is. */
const EVENTS =
  'act cut done observed closed told learnt offered withdrawn asked said lapsed moved revealed sound arrived world objective ended'.split(
    ' ',
  );
const FINDINGS =
  'met met+ late late? missed missed? missed! forbidden forbidden! forbidden? forbidden+ discouraged discouraged? permitted commended commended+ required'.split(
    ' ',
  );

test('[RH4] [RH5] each planted difference is seen', () => {
  const games = [...generatedGames(10), ...shippedGames()];
  const unseen = PLANTED.filter(({ plant }) =>
    games.every(
      (game) => !isSeen(() => walkThrough(game, 400, { moves: 70, rulings: 35 }, noCounts(), plant)),
    ),
  );
  expect(PLANTED.length).toBeGreaterThanOrEqual(20);
  expect(unseen.map(({ what }) => what)).toEqual([]);
});

/** A kernel with a planted difference may also break down: that is seen too. */
function isSeen(walk: () => string | null): boolean {
  try {
    return walk() !== null;
  } catch {
    return true;
  }
}
