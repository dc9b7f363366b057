/** What belongs to whoever sits in a seat: how they are spoken to, how much of a decision they are shown, how much time they have. */

/**
 * How much of a decision the desk shows: `guided` asks and lists answers, `say-first` asks for the trainee's own words before them,
 * `uncued` tells nobody that anything is asked, `coaching` stops after each turn and is ungraded. The exercise is the same at all of them.
 */
export const LEVELS = ['guided', 'say-first', 'uncued', 'coaching'] as const;
export type Level = (typeof LEVELS)[number];

/** Extended-time factors, in percent. */
export const FACTORS = [100, 150, 200] as const;

/** What a seat has otherwise than the opening says for all. Only `extended` decides anything of the run. */
export interface SeatSettings {
  /** The extended-time factor in percent: 100, 150 or 200. */
  readonly extended?: number;
  readonly language?: string;
  readonly level?: Level;
}
