/** How duties beside a coded trace stand and end, as `duty-watch.ts` leaves it to those who read it. */

/** Integers of an outcome: `act` is -1 where none met it or gave it up, `mask` the acts that met it; `due` is -1 where it had none yet; `before` is 1 where an earlier act met it. */
export const OUTCOME = {
  duty: 0,
  /** HOW of the law's algebra */
  how: 1,
  at: 2,
  seq: 3,
  opened: 4,
  due: 5,
  act: 6,
  mask: 7,
  before: 8,
} as const;
export const OUTCOME_SIZE = 9;

/** A duty that stands open; `isWaived` where a choice has given it up. */
export interface OpenNow {
  readonly duty: number;
  readonly opened: number;
  readonly due: number;
  readonly isWaived: boolean;
}
