/** How often a host looks at the clock. */

/** How often the shown time moves; also the longest wait for what falls due. */
export const TICK_MS = 200;
/** How often the time reached is noted in the journal. */
export const BEAT_MS = 1_000;
/** A tick later than this means that the machine slept: that time does not count. */
export const SLEPT_MS = 5_000;
