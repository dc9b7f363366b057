/** The real exercise behind a local session. */
import { advanceTo } from '#exercise/clock.ts';
import type { Engine, Exercise } from '#exercise/exercise.ts';
import { nextDue } from '#exercise/next-due.ts';
import { openExercise } from '#exercise/open.ts';
import { seatView } from '#exercise/seat-view.ts';
import { step } from '#exercise/step.ts';
import type { RenderLocale } from '#exercise/words.ts';
import type { Core } from './core.ts';

/** The exercise of an engine, seen from one seat in the reader's language. */
export function exerciseCore(engine: Engine, seat: string, locale: RenderLocale): Core<Exercise> {
  return {
    seat,
    clock: engine.opening.clock,
    start() {
      const { exercise, trace } = openExercise(engine);
      return { state: exercise, trace };
    },
    step(state, command) {
      const stepped = step(engine, state, command);
      if (!stepped.ok) return stepped;
      return { ok: true, entries: stepped.entries, state: stepped.exercise, trace: stepped.trace };
    },
    view: (state, trace, at = state.at) => seatView(engine, { ...state, at }, trace, seat, locale),
    at: (state) => state.at,
    ended: (state) => state.ended !== -1,
    nextDue,
    jump: (state) => advanceTo(engine, state),
  };
}
