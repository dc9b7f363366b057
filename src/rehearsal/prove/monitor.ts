/**
 * The judge beside an exploration: what a pack still needs of the past, as a few integers that go on with each event (SPEC RH31).
 *
 * It comes to the words of `kernel/judge.ts` without the trace behind it: open duties, acts that may still meet one, and by axis the
 * worst so far. A standing act that a decision may still cut is followed twice, as it is and as if it had been cut.
 */
import type { Under } from '#law/stack.ts';
import { AXES } from '#law/trace.ts';
import { int } from '../kernel/conditions.ts';
import { EVENT, STAMP } from '../kernel/events.ts';
import {
  type Asks,
  fits,
  isBreachSign,
  type LawTables,
  lawTablesOf,
  SIGN,
  VERDICTS,
} from '../kernel/law-tables.ts';
import { HEAD, type Run, SEAT, SEAT_SIZE } from '../kernel/state.ts';

/** Bits of what was found on an axis so far. */
export const FOUND = { any: 1, gaps: 2, forbidden: 4, grave: 8, unmet: 16 } as const;
/** Bits of what ever happened to a duty in all that was followed: it opened, was met (in time or late), was missed though it could be met. */
export const CAME = { opened: 1, met: 2, missed: 4 } as const;
/** Words of a standing, by number, as the kernel's judge gives them. */
const WORD = { sound: 0, gaps: 1, unsound: 2, grave: 3, none: 4 } as const;

const FORBIDDEN = VERDICTS.indexOf('forbidden');
const DISCOURAGED = VERDICTS.indexOf('discouraged');
/** By axis: FOUND bits, then duties that came due less twice those missed. */
const AXIS_SIZE = 2;
const STANDS = { shut: 0, open: 1, overdue: 2 } as const;
/** A duty: how it stands, when it is due (-1: not yet known), whether there was a chance, acts that may still meet it, whether one did. */
const DUTY = { stands: 0, due: 1, chance: 2, unspent: 3, spent: 4 } as const;
const DUTY_SIZE = 5;
const FROM = AXES.length * AXIS_SIZE;

/** One seat of a kernel's run under one law. `keep` and `load` go with the kernel's; `follow` reads what its trace says since. */
export class Monitor {
  readonly law: LawTables;
  /** Integers of the kept form. */
  readonly size: number;
  /** CAME bits by duty, over all that was followed since it was made. */
  readonly came: Uint8Array;
  /** By axis, 1 where in all that was followed anything was found that is not against the seat. */
  readonly everEarned = new Uint8Array(AXES.length);
  readonly #run: Run;
  readonly #seat: number;
  readonly #duties: number;
  /** As it is; and, while an act may still be cut, as if it had been. */
  #side: Int32Array;
  #cut: Int32Array;
  /** The act that may still be cut; 0 for none. */
  #cuttable = 0;
  readonly #known: Int32Array;
  readonly #asKnown: Int32Array;
  readonly #least: Int32Array;
  readonly #place: Int32Array;
  readonly #seen: Int32Array;
  #seenN = 0;
  readonly #sees: Int32Array;
  readonly #offered: Uint8Array;
  #last = 0;
  #missed: number[] = [];

  constructor(run: Run, under: Under, seat: number) {
    const { tables } = run;
    const { observations, slots } = tables.playbook;
    this.#run = run;
    this.#seat = seat;
    this.law = lawTablesOf(tables, under, seat);
    this.#duties = this.law.stack.duties.length;
    this.#side = new Int32Array(FROM + this.#duties * DUTY_SIZE);
    this.#cut = this.#side.slice();
    const known = tables.knownOf[seat] ?? new Int32Array(0);
    this.#known = new Int32Array(known.length);
    this.#asKnown = new Int32Array(known.length);
    this.#least = Int32Array.from(known, (slot) => int(tables.slotMin, slot));
    this.#place = Int32Array.from(slots, (_, slot) => known.indexOf(slot));
    this.#seen = new Int32Array(observations.length);
    this.#sees = new Int32Array(observations.length);
    this.#offered = new Uint8Array(tables.sources.length);
    this.came = new Uint8Array(this.#duties);
    this.size = this.#side.length * 2 + known.length + 1;
  }

  /** Before STARTEX: nothing was found, nothing is open. */
  blank(): void {
    this.#side.fill(0);
    this.#cut.fill(0);
    this.#cuttable = 0;
    this.#known.fill(0);
    this.#seenN = 0;
    this.#offered.fill(0);
    this.#last = 0;
  }

  /** Writes the kept form to `into` from `at`; moments in it are counted from the run's own. */
  keep(into: Int32Array, at: number): void {
    const now = int(this.#run.s, HEAD.at);
    this.#shift(this.#side, now);
    into.set(this.#side, at);
    this.#shift(this.#side, -now);
    const second = at + this.#side.length;
    if (this.#cuttable === 0) into.fill(0, second, second + this.#cut.length);
    else {
      this.#shift(this.#cut, now);
      into.set(this.#cut, second);
      this.#shift(this.#cut, -now);
    }
    into.set(this.#known, second + this.#cut.length);
    into[at + this.size - 1] = this.#cuttable === 0 ? 0 : 1;
  }

  /** Goes on from a kept form beside a run that was loaded just now. */
  load(kept: Int32Array, at: number): void {
    const { s, seats, seeing, offers, offersN } = this.#run;
    const now = int(s, HEAD.at);
    const size = this.#side.length;
    this.#side.set(kept.subarray(at, at + size));
    this.#shift(this.#side, -now);
    this.#cut.set(kept.subarray(at + size, at + size * 2));
    this.#shift(this.#cut, -now);
    this.#known.set(kept.subarray(at + size * 2, at + this.size - 1));
    this.#cuttable = int(kept, at + this.size - 1) === 0 ? 0 : int(seats, this.#seat * SEAT_SIZE + SEAT.act);
    this.#seenN = 0;
    for (let i = 0; i < int(s, HEAD.seeing) * 2; i += 2) {
      if (int(seeing, i) !== this.#seat) continue;
      this.#seen[this.#seenN] = int(seeing, i + 1);
      this.#seenN += 1;
    }
    this.#offered.fill(0);
    for (let i = 0; i < offersN; i += 2) this.#offered[int(offers, i)] = 1;
    this.#last = now;
  }

  /** Follows the run's trace from integer `from` to its end, and its clock to where it stands. */
  follow(from: number): void {
    const { t, tn, tables, s } = this.#run;
    for (let at = from; at < tn; at += int(t, at + 1)) {
      const now = int(t, at + 2);
      this.#pass(now);
      const [a, b] = [int(t, at + STAMP), int(t, at + STAMP + 1)];
      switch (int(t, at)) {
        case EVENT.act:
          if (tables.sources[b]?.seat === this.#seat) this.#acted(at, a, b);
          break;
        case EVENT.cut:
          if (a === this.#cuttable) this.#wasCut();
          break;
        case EVENT.done:
          if (a === this.#cuttable) this.#cuttable = 0;
          break;
        case EVENT.learnt: {
          const place = int(this.#place, a);
          if (place >= 0) this.#known[place] = b - int(this.#least, place) + 1;
          break;
        }
        case EVENT.observed:
          if (a === this.#seat) this.#observed(b, now);
          break;
        case EVENT.offered:
          this.#offered[a] = 1;
          break;
        case EVENT.withdrawn:
          this.#offered[a] = 0;
          break;
        case EVENT.objective:
          this.#objective(a, b === 1);
          break;
        case EVENT.ended:
          this.#cuttable = 0;
          if (a >= 0) this.#endex(now);
          break;
      }
    }
    this.#pass(int(s, HEAD.at));
  }

  /** Whether a grave finding stands on any axis, whatever may come. */
  get grave(): boolean {
    for (let axis = 0; axis < AXES.length; axis++) if ((this.found(axis) & FOUND.grave) !== 0) return true;
    return false;
  }

  /** Duties that were missed for the first time since this was asked last. */
  justMissed(): readonly number[] {
    if (this.#missed.length === 0) return NOBODY;
    return this.#missed.splice(0);
  }

  /** FOUND bits of an axis. */
  found(axis: number): number {
    return int(this.#side, axis * AXIS_SIZE);
  }

  /** The number of the axis's word in `kernel/judge.ts`; final once the run has ended. */
  word(axis: number): number {
    const found = this.found(axis);
    if ((found & FOUND.grave) !== 0) return WORD.grave;
    const isMostMissed = int(this.#side, axis * AXIS_SIZE + 1) < 0;
    if ((found & (FOUND.unmet | FOUND.forbidden)) !== 0 || isMostMissed) return WORD.unsound;
    return (found & FOUND.gaps) !== 0 ? WORD.gaps : (found & FOUND.any) !== 0 ? WORD.sound : WORD.none;
  }

  /** Counts due moments of open duties from `by`. */
  #shift(side: Int32Array, by: number): void {
    for (let at = FROM; at < side.length; at += DUTY_SIZE) {
      if (int(side, at) === STANDS.open && int(side, at + DUTY.due) !== UNKNOWN) {
        side[at + DUTY.due] = int(side, at + DUTY.due) - by;
      }
    }
  }

  /** Time passes: what was on offer meanwhile was a chance, and what is due now is overdue. */
  #pass(now: number): void {
    this.#passOn(this.#side, now);
    if (this.#cuttable !== 0) this.#passOn(this.#cut, now);
    this.#last = now;
  }

  #passOn(side: Int32Array, now: number): void {
    for (let duty = 0; duty < this.#duties; duty++) {
      const at = FROM + duty * DUTY_SIZE;
      if (int(side, at) !== STANDS.open) continue;
      const due = int(side, at + DUTY.due);
      if (now > this.#last && due > this.#last && int(side, at + DUTY.chance) === 0 && this.#mayMeet(duty)) {
        side[at + DUTY.chance] = 1;
      }
      if (due <= now) this.#fall(side, at);
    }
  }

  #mayMeet(duty: number): boolean {
    const { meets } = this.law;
    const sources = this.#offered.length;
    for (let source = 0; source < sources; source++) {
      if (this.#offered[source] === 1 && int(meets, duty * sources + source) !== 0) return true;
    }
    return false;
  }

  #fall(side: Int32Array, at: number): void {
    side[at] = STANDS.overdue;
    side[at + DUTY.due] = 0;
  }

  #acted(at: number, id: number, source: number): void {
    const { tables, t } = this.#run;
    const isOption = (tables.sources[source]?.decision ?? -1) >= 0;
    this.#rule(at, source, !isOption);
    if (!isOption && int(t, at + STAMP + 3) > 0) {
      this.#cut.set(this.#side);
      this.#cuttable = id;
    } else if (this.#cuttable !== 0) this.#meet(this.#cut, source);
    this.#meet(this.#side, source);
  }

  #wasCut(): void {
    const side = this.#side;
    this.#side = this.#cut;
    this.#cut = side;
    this.#cuttable = 0;
  }

  /** What an act does to duties: it ends those it meets, and is kept for those it may meet later. */
  #meet(side: Int32Array, source: number): void {
    const { meets, undoes, contents } = this.law;
    const sources = this.#offered.length;
    for (let duty = 0; duty < this.#duties; duty++) {
      const [met, undone] = [int(meets, duty * sources + source), int(undoes, duty * sources + source)];
      if ((met | undone) === 0) continue;
      const at = FROM + duty * DUTY_SIZE;
      let isSpent = false;
      const stands = int(side, at);
      if (met !== 0 && stands !== STANDS.shut) {
        const late = stands === STANDS.overdue && int(side, at + DUTY.chance) === 1;
        if (!late || this.law.stack.duties[duty]?.item.late !== null) {
          this.#close(side, duty, late ? 1 : 0);
          isSpent = true;
        }
      }
      let [unspent, spent, isMet] = [int(side, at + DUTY.unspent), int(side, at + DUTY.spent), false];
      for (let bit = 0; bit < (contents[source]?.length ?? 0); bit++) {
        // What undoes and what meets in one act count in their order, from the last back.
        if (((undone >> bit) & 1) === 1) [unspent, spent, isMet] = [0, 0, false];
        else if (((met >> bit) & 1) === 1) isMet = true;
      }
      side[at + DUTY.unspent] = unspent + (isMet && !isSpent ? 1 : 0);
      side[at + DUTY.spent] = spent | (isMet && isSpent ? 1 : 0);
    }
  }

  #observed(n: number, now: number): void {
    const closes = this.#run.tables.closes[n];
    let [to, isNew] = [0, true];
    for (let i = 0; i < this.#seenN; i++) {
      const one = int(this.#seen, i);
      if (one === n) isNew = false;
      if (closes !== undefined && closes[one] === 1) continue;
      this.#seen[to] = one;
      to += 1;
    }
    if (isNew) {
      this.#seen[to] = n;
      to += 1;
    }
    this.#seenN = to;
    if (!isNew) return;
    this.#sight(this.#side, n, now);
    if (this.#cuttable !== 0) this.#sight(this.#cut, n, now);
  }

  /** What a new observation does to duties: it ends some, makes some due, and opens some. */
  #sight(side: Int32Array, n: number, now: number): void {
    const { onSight, opens } = this.law;
    const observations = this.#seen.length;
    for (let duty = 0; duty < this.#duties; duty++) {
      const at = FROM + duty * DUTY_SIZE;
      const how = int(onSight, duty * observations + n);
      if (how === 0 || int(side, at) === STANDS.shut) continue;
      if ((how & 1) === 1) this.#lapse(side, duty);
      else if (int(side, at) === STANDS.open) this.#fall(side, at);
    }
    for (const duty of opens[n] ?? []) this.#begin(side, duty, now);
  }

  #begin(side: Int32Array, duty: number, now: number): void {
    const { when, unless, within, onSight } = this.law;
    const at = FROM + duty * DUTY_SIZE;
    if (int(side, at) !== STANDS.shut) return;
    const asked = when[duty];
    if (asked === null || asked === undefined || !this.#holds(asked)) return;
    for (const block of unless[duty] ?? []) if (this.#holds(block)) return;
    const earlier = this.law.stack.duties[duty]?.item.earlier;
    if (earlier !== undefined && earlier !== 'ignored') {
      if (int(side, at + DUTY.unspent) > 0) {
        this.#outcome(side, duty, 0);
        side[at + DUTY.unspent] = int(side, at + DUTY.unspent) - 1;
        side[at + DUTY.spent] = 1;
        return;
      }
      if (int(side, at + DUTY.spent) === 1 && earlier === 'counts') return;
    }
    for (let i = 0; i < this.#seenN; i++) {
      if ((int(onSight, duty * this.#seen.length + int(this.#seen, i)) & 1) === 1) return;
    }
    side[at] = STANDS.open;
    side[at + DUTY.due] = int(within, duty) >= 0 ? now + int(within, duty) : UNKNOWN;
    side[at + DUTY.chance] = 0;
    this.came[duty] = (this.came[duty] ?? 0) | CAME.opened;
  }

  #endex(now: number): void {
    const { within } = this.law;
    const side = this.#side;
    for (let duty = 0; duty < this.#duties; duty++) {
      const at = FROM + duty * DUTY_SIZE;
      if (int(side, at) === STANDS.open && int(within, duty) === -2) this.#fall(side, at);
      if (int(side, at) !== STANDS.shut) this.#lapse(side, duty);
    }
    this.#last = now;
  }

  /** Nobody can meet it any more: it was missed if it was overdue and there had been a chance. */
  #lapse(side: Int32Array, duty: number): void {
    const at = FROM + duty * DUTY_SIZE;
    if (int(side, at) === STANDS.overdue && int(side, at + DUTY.chance) === 1) this.#close(side, duty, 2);
    else side.fill(0, at, at + DUTY.unspent);
  }

  #close(side: Int32Array, duty: number, how: number): void {
    const at = FROM + duty * DUTY_SIZE;
    side.fill(0, at, at + DUTY.unspent);
    this.#outcome(side, duty, how);
  }

  #outcome(side: Int32Array, duty: number, how: number): void {
    if (side === this.#side) {
      const bit = how === 2 ? CAME.missed : CAME.met;
      const had = this.came[duty] ?? 0;
      if (how === 2 && (had & CAME.missed) === 0) this.#missed.push(duty);
      this.came[duty] = had | CAME.opened | bit;
    }
    for (let axis = 0; axis < AXES.length; axis++) {
      const sign = int(this.law.dutySigns, duty * 9 + how * 3 + axis);
      if (sign < 0 || (sign & SIGN.counts) === 0) continue;
      this.#count(side, axis, sign, how !== 0);
      const at = axis * AXIS_SIZE + 1;
      side[at] = int(side, at) + (how === 2 ? -1 : 1);
    }
  }

  #holds(asks: Asks): boolean {
    return fits(asks, this.#known, this.#seen, this.#seenN);
  }

  /** The gravest that counts on each axis of the rules that fit the act at `place`. */
  #rule(place: number, source: number, onlyBreaches: boolean): void {
    const candidates = this.law.candidates[source] ?? [];
    if (candidates.length === 0) return;
    const { t } = this.#run;
    const from = place + STAMP + 6;
    const known = this.#asKnown.length;
    for (let i = 0; i < known; i++) this.#asKnown[i] = int(t, from + i) - int(this.#least, i) + 1;
    const sees = int(t, place + STAMP + 5);
    for (let i = 0; i < sees; i++) this.#sees[i] = int(t, from + known + i);
    const gravest = [-1, -1, -1];
    for (const { rule, acts } of candidates) {
      if (!acts.some((act) => this.#fitsAct(act.when, act.unless, sees))) continue;
      for (let axis = 0; axis < AXES.length; axis++) {
        const sign = int(this.law.ruleSigns, rule * 3 + axis);
        if (sign < 0 || (sign & SIGN.counts) === 0) continue;
        const before = gravest[axis] ?? -1;
        if (before < 0 || weight(sign) > weight(before)) gravest[axis] = sign;
      }
    }
    gravest.forEach((sign, axis) => {
      if (sign < 0 || (onlyBreaches && !isBreachSign(sign))) return;
      this.#count(this.#side, axis, sign, false);
      if (this.#cuttable !== 0) this.#count(this.#cut, axis, sign, false);
    });
  }

  #fitsAct(when: Asks, unless: readonly Asks[], sees: number): boolean {
    if (!fits(when, this.#asKnown, this.#sees, sees)) return false;
    for (const block of unless) if (fits(block, this.#asKnown, this.#sees, sees)) return false;
    return true;
  }

  #count(side: Int32Array, axis: number, sign: number, isGap: boolean): void {
    let bits: number = FOUND.any;
    if ((sign & SIGN.grave) !== 0) bits |= FOUND.grave;
    if ((sign & 7) === FORBIDDEN) bits |= FOUND.forbidden;
    if ((sign & 7) === DISCOURAGED || isGap) bits |= FOUND.gaps;
    side[axis * AXIS_SIZE] = int(side, axis * AXIS_SIZE) | bits;
    if (!isBreachSign(sign)) this.everEarned[axis] = 1;
  }

  #objective(n: number, isMet: boolean): void {
    const one = this.#run.tables.playbook.objectives[n];
    if (one === undefined || one.seat !== this.#seat || isMet) return;
    const at = AXES.indexOf(one.axis) * AXIS_SIZE;
    this.#side[at] = int(this.#side, at) | FOUND.unmet;
  }
}

/** Later than any moment: a duty that waits for an observation or for ENDEX. */
const UNKNOWN = 0x7fffffff;

const NOBODY: readonly number[] = [];

function weight(sign: number): number {
  return (sign & 7) + ((sign & SIGN.grave) !== 0 ? 1 : 0);
}
