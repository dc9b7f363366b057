/** One run of a kernel, played to its end by a bot (SPEC RH50). */
import { NOTHING_LEFT } from '#exercise/endex.ts';
import type { Bot } from './bot.ts';
import type { Stage } from './stage.ts';

/** How a run came to its end: by ENDEX, because nothing more could happen, or because it would not end. */
export type Outcome = 'ended' | 'stuck' | 'endless';

/**
 * Plays the run of that seed. Time goes from one thing that happens to the next, or to a moment the bot named; `stands` is called wherever
 * the story stands after something was done or happened. A story that runs beyond the limit is stopped, and so is one whose effects follow
 * each other without end. A bot that would do more than it can in one moment has to wait.
 */
export function playOut(
  { kernel, observation, limit }: Stage,
  bot: Bot,
  seed: number,
  stands = () => {},
): Outcome {
  kernel.open(seed);
  bot.begin(seed);
  let [moment, deeds] = [-1, 0];
  for (let steps = 0; kernel.ended === -1; steps++) {
    stands();
    const { at, nextDue } = kernel;
    if (at > limit || steps > MOST_STEPS) return 'endless';
    if (at > moment) [moment, deeds] = [at, 0];
    const move = deeds < MOST_DEEDS ? bot.next(observation) : null;
    if (move !== null && move.take !== null) {
      deeds += 1;
      if (kernel.take(at, move.take.n, move.visit) === 'runaway') return 'endless';
      continue;
    }
    const wake = move === null || move.until <= at ? at + 1 : move.until;
    const next = nextDue < 0 ? wake : Math.min(wake, nextDue);
    if (!Number.isFinite(next)) return 'stuck';
    if (kernel.advance(next) === 'runaway') return 'endless';
  }
  stands();
  return kernel.ended === NOTHING_LEFT ? 'stuck' : 'ended';
}

/** A story of an hour has a thousand or so. */
const MOST_STEPS = 20_000;
/** More than anybody does in one moment: acts that take no time. */
const MOST_DEEDS = 8;
