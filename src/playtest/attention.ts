/** What a careful player has in mind: what was perceived since when, what it did about it, and so what is still called for. */
import { callsFor, worth } from './common-sense-policy.ts';
import type { Choice, SeatObservation } from './seat-observation.ts';

/** The memory of one run. Moments are milliseconds since STARTEX. */
export class Attention {
  readonly #since = new Map<string, number>();
  readonly #done = new Map<string, number>();
  readonly #used = new Set<number>();

  /** Forgets everything: a new run begins. */
  clear(): void {
    this.#since.clear();
    this.#done.clear();
    this.#used.clear();
  }

  /** Takes in what is perceived now. What closed and opens again counts as new. */
  look(observation: SeatObservation): void {
    const seen = observation.sees();
    for (const kind of this.#since.keys()) if (!seen.has(kind)) this.#since.delete(kind);
    for (const kind of seen) if (!this.#since.has(kind)) this.#since.set(kind, observation.at);
  }

  /** Remembers that it was done. */
  did(choice: Choice, at: number): void {
    this.#used.add(choice.n);
    for (const { kind } of choice.acts) this.#done.set(kind, at);
  }

  /**
   * How much a standing action is wanted: its worth, and more where something perceived calls for it and nothing like it was done since;
   * where nothing does, only once. 0 or less where there is no reason.
   */
  wants(choice: Choice, observation: SeatObservation): number {
    if (choice.asksAgain) return observation.missed > 0 ? 1 : 0;
    const worthNow = worth(choice.acts, observation);
    if (worthNow <= 0) return worthNow;
    const isCalled = choice.acts.some(({ kind }) => {
      const done = this.#done.get(kind) ?? -1;
      return callsFor(kind).some((seen) => (this.#since.get(seen) ?? -1) > done);
    });
    if (isCalled) return worthNow + CALLED;
    return this.#used.has(choice.n) ? 0 : worthNow;
  }
}

/** What is called for comes before all that is not. */
const CALLED = 10;
