/** Walks through many games, kernel and exercise side by side. */
import { engineOf, type Game, generatedGames, shippedGames } from '../verify/games.ts';
import { PLANTED } from '../verify/planted.ts';
import { type Counts, differs, noCounts, type Pair, pairOf, type Stride } from './side-by-side.ts';

/** What walks came to: the first difference, null where there is none. */
export interface Walked {
  readonly difference: string | null;
  readonly counts: Counts;
}

/** What became of the planted differences: how many there are, those that no game shows, and what differs where none is planted. */
export interface Shown {
  readonly planted: number;
  readonly unseen: readonly string[];
  readonly unplanted: readonly string[];
}

const BATCH = 140;
const MOST_BATCHES = 4;
/** A story that comes to fewer commands a walk than this, after so many walks, is left; so is one that ran away so often. */
const [LEAST_WALKS, LEAST_MOVES, MOST_RUNAWAYS] = [5, 12, 20];

/** How many commands are walked in all, on each shipped scenario and on each generated story, and how many batches of these there are. */
export interface Length {
  readonly commands: number;
  readonly shipped: number;
  readonly generated: number;
  readonly batches: number;
}

/** Both, one after the other: what is warm stays warm. */
export function walks(length: Length): { all: Walked; planted: Shown } {
  return { all: walkAll(length), planted: walkPlanted() };
}

/** Walks on shipped scenarios for so many commands each, then on generated stories until so many were made in all. */
function walkAll({ commands, shipped, generated, batches }: Length): Walked {
  const counts = noCounts();
  for (const game of shippedGames()) {
    const difference = walkThrough(game, shipped, { moves: 250, rulings: 250 }, counts);
    if (difference !== null) return { difference, counts };
  }
  for (let batch = 0; counts.commands < commands && batch < batches * MOST_BATCHES; batch++) {
    for (const game of generatedGames(BATCH, batch)) {
      if (counts.commands >= commands) break;
      const difference = walkThrough(game, generated, { moves: 120, rulings: 60 }, counts);
      if (difference !== null) return { difference, counts };
    }
  }
  return { difference: null, counts };
}

/** Walks with each planted difference until a game shows it, and once with none. */
function walkPlanted(): Shown {
  const games = [...generatedGames(16), ...shippedGames()];
  const walked = (plant?: (pair: Pair) => void) => (game: Game) =>
    walkThrough(game, 400, { moves: 70, rulings: 35 }, noCounts(), plant);
  const unseen = PLANTED.filter(({ plant }) => !games.some((game) => isSeen(() => walked(plant)(game))));
  return {
    planted: PLANTED.length,
    unseen: unseen.map(({ what }) => what),
    unplanted: games.map(walked()).filter((one) => one !== null),
  };
}

/** Walks a game from seeds 1 on until it made so many commands; the first difference, null where there is none. */
function walkThrough(
  game: Game,
  commands: number,
  stride: Stride,
  counts: Counts,
  plant: ((pair: Pair) => void) | null = null,
): string | null {
  const engine = engineOf(game, 1);
  // Tables are kept beside their playbook: those that a difference is planted in belong to a copy.
  const pair = pairOf(
    plant === null ? engine : { ...engine, playbook: structuredClone(engine.playbook) },
    game.laws,
  );
  plant?.(pair);
  const before = counts.commands;
  const ranAway = (counts.refused.runaway ?? 0) + MOST_RUNAWAYS;
  for (let seed = 1; counts.commands < before + commands; seed++) {
    // Some generated stories end or run away at once, and running away is dear: they are left for the next.
    if (seed > LEAST_WALKS && counts.commands - before < seed * LEAST_MOVES) break;
    if ((counts.refused.runaway ?? 0) > ranAway) break;
    const difference = differs(engineOf(game, seed), pair, seed, stride, counts);
    if (difference !== null) return `${game.name}, seed ${seed}: ${difference.slice(0, 2_000)}`;
  }
  return null;
}

/** A kernel with a planted difference may also break down: that is seen too. */
function isSeen(walk: () => string | null): boolean {
  try {
    return walk() !== null;
  } catch {
    return true;
  }
}
