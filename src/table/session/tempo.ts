/** Real time, as a value that tests replace: the only way in which the table learns how late it is. */

export interface Tempo {
  /** Milliseconds on a clock that never goes back. */
  now(): number;
  /** Milliseconds since the epoch, for dates that people read. */
  date(): number;
  /** Calls once, about `ms` later; the answer stops it. */
  after(ms: number, call: () => void): () => void;
}

/** The browser's clock. */
export const realTempo: Tempo = {
  now: () => performance.now(),
  date: () => Date.now(),
  after(ms, call) {
    const timer = setTimeout(call, ms);
    return () => clearTimeout(timer);
  },
};
