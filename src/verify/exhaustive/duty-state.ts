/**
 * What a pack still needs of the past, as integers: by axis what was found, by duty how it stands (SPEC RH31).
 *
 * Duties are those of the stack, in order. Nothing here knows a moment beyond when an open duty is due.
 */

import { int } from '#kernel/conditions.ts';
import { type Asks, dutySign, fits, type LawTables } from '#kernel/law-tables.ts';
import {
  AXIS_COUNT,
  doesCount,
  FOUND,
  foundOf,
  HOW,
  isBreachSign,
  NOT,
  openDuty,
  SIGN,
  STANDS,
  standingOf,
  stepDuty,
} from '#law/algebra.ts';
import { balanced } from '#law/let-pass.ts';

/** Bits of what ever happened to a duty in all that was followed: it opened, was met (in time or late), was missed though it could be met. */
export const CAME = { opened: 1, met: 2, missed: 4 } as const;

/** By axis: FOUND bits, then duties that came due less twice those missed, then the balance of questions (LW25). */
const AXIS_SIZE = 3;
/** A duty: how it stands, when it is due (-1: not yet known), whether there was a chance, acts that may still meet it, whether one did. */
const DUTY = { stands: 0, due: 1, chance: 2, unspent: 3, spent: 4 } as const;
const DUTY_SIZE = 5;
const FROM = AXIS_COUNT * AXIS_SIZE;

/** What a seat knows and sees now, what it is offered, and until when that was followed; shared by its duty states. */
export interface Senses {
  readonly known: Int32Array;
  /** Observations that are open, the first `seenN`. */
  readonly seen: Int32Array;
  seenN: number;
  /** By source, 1 where it is on offer. */
  readonly offered: Uint8Array;
  last: number;
}
/** What is remembered over everything that was followed: CAME bits by duty, duties newly missed, axes on which anything was earned. */
export interface Ledger {
  readonly came: Uint8Array;
  readonly missed: number[];
  readonly earned: Uint8Array;
  /** How often anything was found against the seat in this run. */
  against: number;
}

/** One account of a run: as it is, or as it would be. Only what really is goes into the ledger as met or missed. */
export class DutyState {
  readonly ints: Int32Array;
  isReal: boolean;
  readonly #law: LawTables;
  readonly #senses: Senses;
  readonly #ledger: Ledger;
  readonly #duties: number;

  constructor(law: LawTables, senses: Senses, ledger: Ledger, isReal: boolean) {
    this.#law = law;
    this.#senses = senses;
    this.#ledger = ledger;
    this.#duties = law.stack.duties.length;
    this.ints = new Int32Array(FROM + this.#duties * DUTY_SIZE);
    this.isReal = isReal;
  }

  /** Whether a grave finding is sure: it was made, or a duty is overdue that could have been met, cannot be met late, and is grave to miss. */
  get grave(): boolean {
    for (let axis = 0; axis < AXIS_COUNT; axis++) if ((this.found(axis) & FOUND.grave) !== 0) return true;
    for (let duty = 0; duty < this.#duties; duty++) {
      const at = FROM + duty * DUTY_SIZE;
      if (int(this.ints, at) !== STANDS.overdue || int(this.ints, at + DUTY.chance) === 0) continue;
      if (this.#law.stack.duties[duty]?.item.late !== null) continue;
      for (let axis = 0; axis < AXIS_COUNT; axis++) {
        const sign = dutySign(this.#law, duty, HOW.missed, axis);
        if (doesCount(sign) && (sign & SIGN.grave) !== 0) return true;
      }
    }
    return false;
  }

  /** FOUND bits of an axis. */
  found(axis: number): number {
    return int(this.ints, axis * AXIS_SIZE);
  }

  /** The number of the axis's word; final once the run has ended. */
  word(axis: number): number {
    const at = axis * AXIS_SIZE;
    return standingOf(int(this.ints, at), int(this.ints, at + 1), int(this.ints, at + 2));
  }

  /** Writes itself to `into` from `at`, with due moments counted from `now`. */
  write(into: Int32Array, at: number, now: number): void {
    this.#shift(now);
    into.set(this.ints, at);
    this.#shift(-now);
  }

  /** Reads back what was written, at another moment. */
  read(from: Int32Array, at: number, now: number): void {
    this.ints.set(from.subarray(at, at + this.ints.length));
    this.#shift(-now);
  }

  /** An objective on the axis was not met. */
  unmet(axis: number): void {
    this.ints[axis * AXIS_SIZE] = this.found(axis) | FOUND.unmet;
  }

  /** A question was let pass on the axis (1), answered (-1), or neither (0). */
  question(axis: number, by: number): void {
    const at = axis * AXIS_SIZE + 2;
    this.ints[at] = balanced(int(this.ints, at), by);
  }

  /** Time passes: what was on offer meanwhile was a chance, and what is due now is overdue. */
  pass(now: number): void {
    for (let duty = 0; duty < this.#duties; duty++) {
      const at = FROM + duty * DUTY_SIZE;
      if (!this.#isPending(at)) continue;
      const due = int(this.ints, at + DUTY.due);
      if (
        now > this.#senses.last &&
        due > this.#senses.last &&
        int(this.ints, at + DUTY.chance) === 0 &&
        this.#mayMeet(duty)
      ) {
        this.ints[at + DUTY.chance] = 1;
      }
      if (due <= now) this.#fall(at);
    }
  }

  /** What an act does to duties: it ends those it meets, gives up those it waives, and is kept for those it may meet later. */
  meet(source: number): void {
    const { meets, undoes, waives, contents } = this.#law;
    const sources = this.#senses.offered.length;
    for (let duty = 0; duty < this.#duties; duty++) {
      const [met, undone] = [int(meets, duty * sources + source), int(undoes, duty * sources + source)];
      const waived = int(waives, duty * sources + source);
      if ((met | undone | waived) === 0) continue;
      const at = FROM + duty * DUTY_SIZE;
      let isSpent = false;
      const stands = int(this.ints, at);
      if (met !== 0 && stands !== STANDS.shut) {
        const how = this.#step(duty, 'acted');
        if (how !== NOT) {
          this.#close(duty, how);
          isSpent = true;
        }
      }
      if (waived !== 0 && int(this.ints, at) === STANDS.open) this.#waive(duty);
      let [unspent, spent, isMet] = [
        int(this.ints, at + DUTY.unspent),
        int(this.ints, at + DUTY.spent),
        false,
      ];
      for (let bit = 0; bit < (contents[source]?.length ?? 0); bit++) {
        // What undoes and what meets in one act count in their order, from the last back.
        if (((undone >> bit) & 1) === 1) [unspent, spent, isMet] = [0, 0, false];
        else if (((met >> bit) & 1) === 1) isMet = true;
      }
      this.ints[at + DUTY.unspent] = unspent + (isMet && !isSpent ? 1 : 0);
      this.ints[at + DUTY.spent] = spent | (isMet && isSpent ? 1 : 0);
    }
  }

  /** What a new observation does to duties: it ends some, makes some due, and opens some. */
  observed(n: number, now: number): void {
    const { onSight, opens } = this.#law;
    const observations = this.#senses.seen.length;
    for (let duty = 0; duty < this.#duties; duty++) {
      const at = FROM + duty * DUTY_SIZE;
      const how = int(onSight, duty * observations + n);
      if (how === 0 || int(this.ints, at) === STANDS.shut) continue;
      if ((how & 1) === 1) this.#lapse(duty);
      else if (this.#isPending(at)) this.#fall(at);
    }
    for (const duty of opens[n] ?? []) this.#begin(duty, now);
  }

  /** A finding on an axis. */
  count(axis: number, sign: number, isGap: boolean): void {
    this.ints[axis * AXIS_SIZE] = this.found(axis) | foundOf(sign, isGap);
    if (!isBreachSign(sign) && !isGap) this.#ledger.earned[axis] = 1;
    else if (this.isReal) this.#ledger.against += 1;
  }

  /** ENDEX: what was due then is, and nothing can be met any more. */
  endex(): void {
    const { within } = this.#law;
    for (let duty = 0; duty < this.#duties; duty++) {
      const at = FROM + duty * DUTY_SIZE;
      if (int(this.ints, at) === STANDS.open && int(within, duty) === -2) this.#fall(at);
      if (int(this.ints, at) !== STANDS.shut) this.#lapse(duty);
    }
  }

  #shift(by: number): void {
    for (let at = FROM; at < this.ints.length; at += DUTY_SIZE) {
      if (!this.#isPending(at) || int(this.ints, at + DUTY.due) === UNKNOWN) continue;
      this.ints[at + DUTY.due] = int(this.ints, at + DUTY.due) - by;
    }
  }

  /** Whether the duty is asked and not yet due. */
  #isPending(at: number): boolean {
    const stands = int(this.ints, at);
    return stands === STANDS.open || stands === STANDS.waived;
  }

  /** A choice gives it up, and was the chance. What may be met late goes on as if it had been due then: both end alike (LW29). */
  #waive(duty: number): void {
    const at = FROM + duty * DUTY_SIZE;
    this.ints[at + DUTY.chance] = 1;
    if (this.#law.stack.duties[duty]?.item.late === null) this.ints[at] = STANDS.waived;
    else this.#fall(at);
  }

  #mayMeet(duty: number): boolean {
    const { meets } = this.#law;
    const sources = this.#senses.offered.length;
    for (let source = 0; source < sources; source++) {
      if (this.#senses.offered[source] === 1 && int(meets, duty * sources + source) !== 0) return true;
    }
    return false;
  }

  #fall(at: number): void {
    this.ints[at] = STANDS.overdue;
    this.ints[at + DUTY.due] = 0;
  }

  #begin(duty: number, now: number): void {
    const { when, unless, within } = this.#law;
    const at = FROM + duty * DUTY_SIZE;
    if (int(this.ints, at) !== STANDS.shut) return;
    const asked = when[duty];
    if (asked === null || asked === undefined || !this.#holds(asked)) return;
    for (const block of unless[duty] ?? []) if (this.#holds(block)) return;
    const [unspent, spent] = [int(this.ints, at + DUTY.unspent), int(this.ints, at + DUTY.spent)];
    const earlier = this.#law.stack.duties[duty]?.item.earlier ?? 'ignored';
    const comes = openDuty(earlier, unspent > 0, spent === 1, this.#isOver(duty));
    if (comes === HOW.met) {
      this.#outcome(duty, comes);
      this.ints[at + DUTY.unspent] = unspent - 1;
      this.ints[at + DUTY.spent] = 1;
    }
    if (comes !== STANDS.open) return;
    this.ints[at] = STANDS.open;
    this.ints[at + DUTY.due] = int(within, duty) >= 0 ? now + int(within, duty) : UNKNOWN;
    this.ints[at + DUTY.chance] = 0;
    this.#ledger.came[duty] = (this.#ledger.came[duty] ?? 0) | CAME.opened;
  }

  /** Nobody can meet it any more: it was missed if it was overdue and there had been a chance. */
  #lapse(duty: number): void {
    const how = this.#step(duty, 'lapsed');
    if (how !== NOT) this.#close(duty, how);
    else this.#shut(duty);
  }

  #step(duty: number, step: 'acted' | 'lapsed'): number {
    const at = FROM + duty * DUTY_SIZE;
    const hadChance = int(this.ints, at + DUTY.chance) === 1;
    return stepDuty(int(this.ints, at), step, hadChance, this.#law.stack.duties[duty]?.item.late !== null);
  }

  /** Whether something is in sight that ends the duty. */
  #isOver(duty: number): boolean {
    const { seen, seenN } = this.#senses;
    for (let i = 0; i < seenN; i++) {
      if ((int(this.#law.onSight, duty * seen.length + int(seen, i)) & 1) === 1) return true;
    }
    return false;
  }

  #shut(duty: number): void {
    const at = FROM + duty * DUTY_SIZE;
    this.ints.fill(0, at, at + DUTY.unspent);
  }

  #close(duty: number, how: number): void {
    this.#shut(duty);
    this.#outcome(duty, how);
  }

  #outcome(duty: number, how: number): void {
    if (this.isReal) {
      const bit = how === HOW.missed ? CAME.missed : CAME.met;
      const had = this.#ledger.came[duty] ?? 0;
      if (how === HOW.missed && (had & CAME.missed) === 0) this.#ledger.missed.push(duty);
      this.#ledger.came[duty] = had | CAME.opened | bit;
    }
    for (let axis = 0; axis < AXIS_COUNT; axis++) {
      const sign = dutySign(this.#law, duty, how, axis);
      if (!doesCount(sign)) continue;
      this.count(axis, sign, how !== HOW.met);
      const at = axis * AXIS_SIZE + 1;
      this.ints[at] = int(this.ints, at) + (how === HOW.missed ? -1 : 1);
    }
  }

  #holds(asks: Asks): boolean {
    return fits(asks, this.#senses.known, this.#senses.seen, this.#senses.seenN);
  }
}

/** Later than any moment: a duty that waits for an observation or for ENDEX. */
const UNKNOWN = 0x7fffffff;
