/**
 * The judge beside an exploration: the words of `kernel/packed-judge.ts` without the trace behind it (SPEC RH31).
 *
 * A standing act that a decision may still cut is followed on two duty states, as it is and as if it had been cut.
 */
import { STOPPED } from '#exercise/endex.ts';
import { int } from '#kernel/conditions.ts';
import { AIM, type CodeOf, codeAt, EVENT, STAMP } from '#kernel/events.ts';
import { type Asks, fits, type LawTables, lawTablesOf, ruleSign } from '#kernel/law-tables.ts';
import { perceived } from '#kernel/perceived.ts';
import { letPass } from '#kernel/questions.ts';
import { HEAD, type Run, SEAT, SEAT_SIZE } from '#kernel/state.ts';
import { AXIS_COUNT, doesCount, heavier, isBreachSign } from '#law/algebra.ts';
import type { Under } from '#law/stack.ts';
import { AXES } from '#law/trace.ts';
import { DutyState, type Ledger, type Senses } from './duty-state.ts';

/** One seat of a kernel's run under one law. `keep` and `load` go with the kernel's; `follow` reads what its trace says since. */
export class Monitor {
  readonly law: LawTables;
  /** Integers of the kept form. */
  readonly size: number;
  /** What was met, missed and earned in all that was followed since it was made. */
  readonly ledger: Ledger;
  readonly #run: Run;
  readonly #seat: number;
  /** As it is; and, while an act may still be cut, as if it had been. */
  #is: DutyState;
  #cut: DutyState;
  /** The act that may still be cut; 0 for none. */
  #cuttable = 0;
  readonly #senses: Senses;
  readonly #asKnown: Int32Array;
  readonly #least: Int32Array;
  readonly #place: Int32Array;
  readonly #sees: Int32Array;

  constructor(run: Run, under: Under, seat: number) {
    const { tables } = run;
    const { observations, slots } = tables.playbook;
    const known = tables.knownOf[seat] ?? new Int32Array(0);
    this.#run = run;
    this.#seat = seat;
    this.law = lawTablesOf(tables, under, seat);
    this.#senses = {
      known: new Int32Array(known.length),
      seen: new Int32Array(observations.length),
      seenN: 0,
      offered: new Uint8Array(tables.sources.length),
      last: 0,
    };
    this.ledger = {
      came: new Uint8Array(this.law.stack.duties.length),
      missed: [],
      earned: new Uint8Array(AXIS_COUNT),
      against: 0,
    };
    this.#is = new DutyState(this.law, this.#senses, this.ledger, true);
    this.#cut = new DutyState(this.law, this.#senses, this.ledger, false);
    this.#asKnown = new Int32Array(known.length);
    this.#least = Int32Array.from(known, (slot) => int(tables.slotMin, slot));
    this.#place = Int32Array.from(slots, (_, slot) => known.indexOf(slot));
    this.#sees = new Int32Array(observations.length);
    this.size = this.#is.ints.length * 2 + known.length + 1;
  }

  /** Before STARTEX: nothing was found, nothing is open. */
  blank(): void {
    this.#is.ints.fill(0);
    this.#cut.ints.fill(0);
    this.#cuttable = 0;
    this.#senses.known.fill(0);
    this.#senses.seenN = 0;
    this.#senses.offered.fill(0);
    this.#senses.last = 0;
    this.ledger.against = 0;
  }

  /** Writes the kept form to `into` from `at`; moments in it are counted from the run's own. */
  keep(into: Int32Array, at: number): void {
    const now = int(this.#run.s, HEAD.at);
    const size = this.#is.ints.length;
    this.#is.write(into, at, now);
    if (this.#cuttable === 0) into.fill(0, at + size, at + size * 2);
    else this.#cut.write(into, at + size, now);
    into.set(this.#senses.known, at + size * 2);
    into[at + this.size - 1] = this.#cuttable === 0 ? 0 : 1;
  }

  /** Goes on from a kept form beside a run that was loaded just now. */
  load(kept: Int32Array, at: number): void {
    const { s, seats, seeing, offers, offersN } = this.#run;
    const senses = this.#senses;
    const now = int(s, HEAD.at);
    const size = this.#is.ints.length;
    this.#is.read(kept, at, now);
    this.#cut.read(kept, at + size, now);
    senses.known.set(kept.subarray(at + size * 2, at + this.size - 1));
    this.#cuttable = int(kept, at + this.size - 1) === 0 ? 0 : int(seats, this.#seat * SEAT_SIZE + SEAT.act);
    senses.seenN = 0;
    for (let i = 0; i < int(s, HEAD.seeing) * 2; i += 2) {
      if (int(seeing, i) !== this.#seat) continue;
      senses.seen[senses.seenN] = int(seeing, i + 1);
      senses.seenN += 1;
    }
    senses.offered.fill(0);
    for (let i = 0; i < offersN; i += 2) senses.offered[int(offers, i)] = 1;
    senses.last = now;
  }

  /** Follows the run's trace from integer `from` to its end, and its clock to where it stands. */
  follow(from: number): void {
    const { t, tn, tables, s } = this.#run;
    for (let at = from; at < tn; at += int(t, at + 1)) {
      const now = int(t, at + 2);
      this.#pass(now);
      const [a, b] = [int(t, at + STAMP), int(t, at + STAMP + 1)];
      const code = codeAt(this.#run, at);
      switch (code) {
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
          if (place >= 0) this.#senses.known[place] = b - int(this.#least, place) + 1;
          break;
        }
        case EVENT.observed:
          if (a === this.#seat) this.#observed(b, now);
          break;
        case EVENT.offered:
          this.#senses.offered[a] = 1;
          break;
        case EVENT.withdrawn:
          this.#senses.offered[a] = 0;
          break;
        case EVENT.lapsed:
          if (int(t, at + STAMP + 2) === 0) this.#ranOut(a);
          break;
        case EVENT.objective:
          this.#objective(a, b !== AIM.unmet);
          break;
        case EVENT.ended:
          if (this.#cuttable !== 0) this.#wasCut();
          if (a !== STOPPED) this.#is.endex();
          break;
        default:
          code satisfies CodeOf<
            | 'closed'
            | 'told'
            | 'asked'
            | 'said'
            | 'lapsed'
            | 'moved'
            | 'revealed'
            | 'sound'
            | 'arrived'
            | 'world'
          >;
      }
    }
    this.#pass(int(s, HEAD.at));
  }

  /** Whether a grave finding is sure, whatever may come. */
  get grave(): boolean {
    return this.#is.grave;
  }

  /** FOUND bits of an axis. */
  found(axis: number): number {
    return this.#is.found(axis);
  }

  /** The number of the axis's word in `kernel/packed-judge.ts`; final once the run has ended. */
  word(axis: number): number {
    return this.#is.word(axis);
  }

  /** Duties that were missed for the first time since this was asked last. */
  justMissed(): readonly number[] {
    return this.ledger.missed.length === 0 ? NOBODY : this.ledger.missed.splice(0);
  }

  #pass(now: number): void {
    this.#is.pass(now);
    if (this.#cuttable !== 0) this.#cut.pass(now);
    this.#senses.last = now;
  }

  #acted(at: number, id: number, source: number): void {
    const { tables, t } = this.#run;
    const isOption = (tables.sources[source]?.decision ?? -1) >= 0;
    if (isOption) this.#asked(ANSWERED);
    this.#rule(at, source, !isOption);
    if (!isOption && int(t, at + STAMP + 3) > 0) {
      this.#cut.ints.set(this.#is.ints);
      this.#cuttable = id;
    } else if (this.#cuttable !== 0) this.#cut.meet(source);
    this.#is.meet(source);
  }

  /** A question's time ran out: it was let pass on each axis on which an answer would have been to the seat's credit. */
  #ranOut(decision: number): void {
    if (int(this.#run.tables.askedOf, decision) !== this.#seat) return;
    const { known, seen, seenN: n, offered } = this.#senses;
    const axes = letPass(this.law, this.#run, decision, { known, seen, n, offered });
    this.#asked((axis) => (axes >> axis) & 1);
  }

  #asked(by: (axis: number) => number): void {
    for (let axis = 0; axis < AXIS_COUNT; axis++) {
      this.#is.question(axis, by(axis));
      if (this.#cuttable !== 0) this.#cut.question(axis, by(axis));
    }
  }

  #wasCut(): void {
    [this.#is, this.#cut] = [this.#cut, this.#is];
    this.#is.isReal = true;
    this.#cut.isReal = false;
    this.#cuttable = 0;
  }

  #observed(n: number, now: number): void {
    const senses = this.#senses;
    const count = perceived(senses.seen, senses.seenN, n, this.#run.tables.closes[n]);
    senses.seenN = count < 0 ? ~count : count;
    if (count < 0) return;
    this.#is.observed(n, now);
    if (this.#cuttable !== 0) this.#cut.observed(n, now);
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
    const gravest = new Array<number>(AXIS_COUNT).fill(-1);
    for (const { rule, acts } of candidates) {
      if (!acts.some((act) => this.#fitsAct(act.when, act.unless, sees))) continue;
      for (let axis = 0; axis < AXIS_COUNT; axis++) {
        const sign = ruleSign(this.law, rule, axis);
        if (doesCount(sign)) gravest[axis] = heavier(gravest[axis] ?? -1, sign);
      }
    }
    gravest.forEach((sign, axis) => {
      if (sign < 0 || (onlyBreaches && !isBreachSign(sign))) return;
      this.#is.count(axis, sign, false);
      if (this.#cuttable !== 0) this.#cut.count(axis, sign, false);
    });
  }

  #fitsAct(when: Asks, unless: readonly Asks[], sees: number): boolean {
    if (!fits(when, this.#asKnown, this.#sees, sees)) return false;
    for (const block of unless) if (fits(block, this.#asKnown, this.#sees, sees)) return false;
    return true;
  }

  #objective(n: number, isFine: boolean): void {
    const one = this.#run.tables.playbook.objectives[n];
    if (one === undefined || one.seat !== this.#seat || isFine) return;
    this.#is.unmet(AXES.indexOf(one.axis));
    if (this.#cuttable !== 0) this.#cut.unmet(AXES.indexOf(one.axis));
  }
}

const NOBODY: readonly number[] = [];
const ANSWERED = () => -1;
