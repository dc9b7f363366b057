/** Real time, as a value that tests replace: the only way in which a host learns how late it is. */

export interface Tempo {
  /** Milliseconds on a clock that never goes back. */
  now(): number;
  /** Milliseconds since the epoch, for dates that people read. */
  date(): number;
  /** Calls once, about `ms` later; the answer stops it. */
  after(ms: number, call: () => void): () => void;
}
