/** The time reached, noted beside the entries of a run as it goes on (JN5). */
import type { RunStore } from '#journal/run-store.ts';
import { BEAT_MS } from './rhythm.ts';
import type { Tempo } from './tempo.ts';

export class MomentNote {
  readonly #run: string;
  readonly #tempo: Tempo;
  #noted: number;
  #isNoting = false;

  constructor(run: string, tempo: Tempo) {
    this.#run = run;
    this.#tempo = tempo;
    this.#noted = tempo.now();
  }

  /** Notes a moment, milliseconds since STARTEX, at most once a second unless it must be now, and never two at a time. Throws what the journal throws. */
  async note(journal: RunStore, at: number, must: boolean): Promise<void> {
    const now = this.#tempo.now();
    if (this.#isNoting || (!must && now - this.#noted < BEAT_MS)) return;
    this.#noted = now;
    this.#isNoting = true;
    try {
      await journal.beat(this.#run, at, this.#tempo.date());
    } finally {
      this.#isNoting = false;
    }
  }
}
