/**
 * Turns real time into exercise time: whole milliseconds since STARTEX that run at a speed or stand still (TB2).
 *
 * It stands still until told to go. Changing speed or standing still never moves the moment reached.
 */
export interface RunClock {
  at(now: number): number;
  running(): boolean;
  go(now: number): void;
  stand(now: number): void;
  speed(now: number, times: number): void;
  /** Puts the clock to a moment without changing whether it runs. */
  set(now: number, at: number): void;
}

/** A clock that stands at `start` and goes at single speed. */
export function runClock(start: number): RunClock {
  let base = start;
  let since: number | null = null;
  let times = 1;
  const at = (now: number) => (since === null ? base : base + Math.floor(Math.max(0, now - since) * times));
  return {
    at,
    running: () => since !== null,
    go(now) {
      since ??= now;
    },
    stand(now) {
      base = at(now);
      since = null;
    },
    speed(now, next) {
      base = at(now);
      if (since !== null) since = now;
      times = next;
    },
    set(now, moment) {
      base = moment;
      if (since !== null) since = now;
    },
  };
}
