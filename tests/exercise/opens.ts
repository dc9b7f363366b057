import type { Engine } from '#exercise/exercise.ts';
import { InvariantError } from '#exercise/invariant.ts';
import { openExercise } from '#exercise/open.ts';

/** Whether there is anything to play: a generated story may never settle at its opening, which is an invariant (EX12). Throws on any other. */
export function opens(engine: Engine): boolean {
  try {
    openExercise(engine);
    return true;
  } catch (error) {
    if (error instanceof InvariantError && error.rule === 'EX12') return false;
    throw error;
  }
}
