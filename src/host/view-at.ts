/** A view some moments later, while nothing is due: only the clock moves, and with it who was on the way. */
import type { SeatView } from '#exercise/view.ts';

/** The view as of `at`. Made anew only when somebody has come where they went: they are then told as standing there, or as gone (TB2). */
export function viewAt(view: SeatView, at: number, anew: (at: number) => SeatView): SeatView {
  const hasCome = view.tokens.some(({ going }) => going !== null && going.until <= at);
  return { ...(hasCome ? anew(at) : view), at };
}
