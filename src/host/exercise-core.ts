/** The real exercise behind a host. */
import { advanceTo } from '#exercise/clock.ts';
import type { Engine, Exercise } from '#exercise/exercise.ts';
import { nextDue } from '#exercise/next-due.ts';
import { openExercise } from '#exercise/open.ts';
import { watchSeat } from '#exercise/seat-watch.ts';
import { step } from '#exercise/step.ts';
import type { Core } from './core.ts';

/** The exercise of an engine. */
export function exerciseCore(engine: Engine): Core<Exercise> {
  const { seats } = engine.playbook;
  return {
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
    watch(seat, locale) {
      const watch = watchSeat(engine, seat, locale);
      return {
        feed: (events) => watch.feed(events),
        view: (state, at = state.at) => watch.view({ ...state, at }),
      };
    },
    isFilled: ({ filled = engine.filled }, seat) => filled.some((n) => seats[n]?.id === seat),
    at: (state) => state.at,
    ended: (state) => state.ended !== -1,
    nextDue,
    jump: (state) => advanceTo(engine, state),
  };
}
