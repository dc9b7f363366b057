/** Follows everything that could be where something is not known: the same doing again and again, with every combination of answers. */

/** Answers questions; one doing asks them in the same order as long as it got the same answers. */
export class Forks {
  readonly #answers: number[] = [];
  readonly #many: number[] = [];
  #asked = 0;

  /** Does it once for every combination of answers. */
  each(doing: () => void): void {
    this.#answers.length = 0;
    this.#many.length = 0;
    do {
      this.#asked = 0;
      doing();
    } while (this.#next());
  }

  /** One of the numbers below `many`; every one in turn. */
  ask(many: number): number {
    const n = this.#asked;
    this.#asked += 1;
    if (n === this.#answers.length) {
      this.#answers.push(0);
      this.#many.push(many);
    }
    return this.#answers[n] ?? 0;
  }

  /** Moves on to the next combination: the last answer that has another changes, those after it are asked anew. */
  #next(): boolean {
    this.#answers.length = this.#asked;
    this.#many.length = this.#asked;
    for (;;) {
      const last = this.#answers.pop();
      const many = this.#many.pop();
      if (last === undefined || many === undefined) return false;
      if (last + 1 === many) continue;
      this.#answers.push(last + 1);
      this.#many.push(many);
      return true;
    }
  }
}
