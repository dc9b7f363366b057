/** Questions that ran out unanswered, over tables: the same as `law/let-pass.ts` (SPEC RH5, LW25). */
import { doesCount, isBreachSign, isMeritSign } from '#law/algebra.ts';
import { balanced } from '#law/let-pass.ts';
import { AXES } from '#law/trace.ts';
import { longer } from './chances.ts';
import { int } from './conditions.ts';
import { EVENT, STAMP } from './events.ts';
import { type Asks, fits, type LawTables, ruleSign } from './law-tables.ts';
import type { Run } from './state.ts';

/** Integers of a question let pass: the axes on which as bits, when it ran out, by which entry, decision, visit. */
export const PASSED = { axes: 0, at: 1, seq: 2, decision: 3, visit: 4 } as const;
export const PASSED_SIZE = 5;

/** What a seat has before it: facts by place, observations that are open (the first `n`), and by source 1 where it is on offer. */
export interface Before {
  readonly known: Int32Array;
  readonly seen: Int32Array;
  readonly n: number;
  readonly offered: Uint8Array;
}

/** One seat's questions in the run that is followed. */
export class Questions {
  passed = new Int32Array(16 * PASSED_SIZE);
  passedN = 0;
  /** By axis, questions let pass less those answered, as far as that is counted. */
  readonly balance = new Int32Array(AXES.length);
  /** By source, 1 where it is on offer. */
  readonly offered: Uint8Array;
  readonly #law: LawTables;
  readonly #run: Run;

  constructor(law: LawTables, run: Run) {
    this.#law = law;
    this.#run = run;
    this.offered = new Uint8Array(run.tables.sources.length);
  }

  clear(): void {
    this.passedN = 0;
    this.balance.fill(0);
    this.offered.fill(0);
  }

  /** Follows the event at that place of the trace, given what the seat then knows and perceives. */
  follow(place: number, known: Int32Array, seen: Int32Array, n: number): void {
    const { t } = this.#run;
    const kind = int(t, place);
    if (kind === EVENT.offered) this.offered[int(t, place + STAMP)] = 1;
    else if (kind === EVENT.withdrawn) this.offered[int(t, place + STAMP)] = 0;
    else if (kind === EVENT.lapsed) this.#ended(place, known, seen, n);
  }

  #ended(place: number, known: Int32Array, seen: Int32Array, n: number): void {
    const { t, tables } = this.#run;
    const [decision, visit, movedOn] = [STAMP, STAMP + 1, STAMP + 2].map((operand) =>
      int(t, place + operand),
    );
    if (decision === undefined || visit === undefined || movedOn === 1) return;
    if (int(tables.askedOf, decision) !== this.#law.seat) return;
    const axes = letPass(this.#law, this.#run, decision, { known, seen, n, offered: this.offered });
    if (axes === 0) return;
    const from = this.passedN * PASSED_SIZE;
    if (from === this.passed.length) this.passed = longer(this.passed);
    this.passed.set([axes, int(t, place + 2), int(t, place + 3), decision, visit], from);
    this.passedN += 1;
    this.#weigh((axis) => (axes >> axis) & 1);
  }

  /** A question was answered. */
  answered(): void {
    this.#weigh(() => -1);
  }

  /** How many were let pass on the axis. */
  on(axis: number): number {
    let n = 0;
    for (let from = 0; from < this.passedN * PASSED_SIZE; from += PASSED_SIZE) {
      n += (int(this.passed, from) >> axis) & 1;
    }
    return n;
  }

  #weigh(by: (axis: number) => number): void {
    for (let axis = 0; axis < AXES.length; axis++) {
      this.balance[axis] = balanced(int(this.balance, axis), by(axis));
    }
  }
}

/** The axes, as bits, on which an answer to the question would have been to the seat's credit. */
export function letPass(law: LawTables, { tables }: Run, decision: number, before: Before): number {
  let axes = 0;
  const first = int(tables.optionsAt, decision);
  for (let source = first; tables.sources[source]?.decision === decision; source++) {
    if (before.offered[source] === 1) axes |= earnable(law, source, before);
  }
  return axes;
}

/** The axes on which rules would give merit for the source; none where any rule that counts is against it. */
function earnable(law: LawTables, source: number, { known, seen, n }: Before): number {
  const doesFit = (asks: Asks) => fits(asks, known, seen, n);
  let axes = 0;
  for (const { rule, acts } of law.candidates[source] ?? []) {
    if (!acts.some((act) => doesFit(act.when) && !act.unless.some(doesFit))) continue;
    for (let axis = 0; axis < AXES.length; axis++) {
      const sign = ruleSign(law, rule, axis);
      if (!doesCount(sign)) continue;
      if (isBreachSign(sign)) return 0;
      if (isMeritSign(sign)) axes |= 1 << axis;
    }
  }
  return axes;
}
