/** One seat followed through a run: what it was told is folded once, as it comes, and its view is made of that whenever it is asked for (SPEC EX38). */
import type { TraceEvent } from '#law/trace.ts';
import type { Engine, Exercise } from './exercise.ts';
import { seatFold } from './seat-fold.ts';
import { seatNumber, viewOf } from './seat-view.ts';
import { watchShortForms } from './short-forms.ts';
import type { SeatView } from './view.ts';
import type { RenderLocale } from './words.ts';

export interface SeatWatch {
  /** What happened since; each event of a run once, in order, from STARTEX on. */
  feed(events: readonly TraceEvent[]): void;
  /** The view as `seatView` would make it of everything fed so far. Costs what is new, not what was told before. */
  view(exercise: Exercise): SeatView;
}

/** Begins to follow a seat, before anything happened. Throws an invariant (EX9) for a seat the playbook does not have. */
export function watchSeat(engine: Engine, seat: string, locale: RenderLocale): SeatWatch {
  const n = seatNumber(engine, seat);
  const { told, take } = seatFold(engine, n, locale);
  const met = watchShortForms(engine.playbook, locale);
  return {
    feed(events) {
      for (const event of events) take(event);
    },
    view: (exercise) => viewOf(engine, exercise, n, told, met, locale),
  };
}
