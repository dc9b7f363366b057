/** Duties beside a coded trace: the same fold as `law/duties.ts`, over tables (SPEC RH5, LW9 to LW11, LW29). */
import { STOPPED } from '#exercise/endex.ts';
import { HOW, NOT, openDuty, STANDS, stepDuty } from '#law/algebra.ts';
import { Chances, longer, NEVER } from './chances.ts';
import { int } from './conditions.ts';
import { type OpenNow, OUTCOME, OUTCOME_SIZE } from './duty-outcomes.ts';
import { codeAt, EVENT, STAMP, type UnreadByDuties } from './events.ts';
import { type Asks, fits, type LawTables } from './law-tables.ts';
import { perceived } from './perceived.ts';
import { Questions } from './questions.ts';
import type { Run } from './state.ts';

const OPEN_SIZE = 8;

/** What a pass over a coded trace leaves: how duties ended, and the seat's own acts. Used again for each run. */
export class DutyWatch {
  readonly #law: LawTables;
  readonly #run: Run;
  outcomes = new Int32Array(64 * OUTCOME_SIZE);
  outcomesN = 0;
  /** Places of the seat's own act events in the trace. */
  acts = new Int32Array(256);
  actsN = 0;
  /** What the whole trace says beforehand. */
  readonly chances: Chances;
  readonly known: Int32Array;
  readonly seen: Int32Array;
  readonly questions: Questions;
  #seenN = 0;
  readonly #sources: number;
  /** Open duties: duty, opened, due (-1: not yet known), overdue at (-1: not), overdue seq; given up at (-1: not), seq and act of that. */
  readonly #open: Int32Array;
  #openN = 0;
  #nextDue = NEVER;
  /** Acts so far that were not cut, by place in the trace; by duty, which of them met it. */
  #past = new Int32Array(256);
  #pastN = 0;
  #spent: Int32Array;
  readonly #least: Int32Array;

  constructor(law: LawTables, run: Run) {
    const { tables } = run;
    const duties = law.stack.duties.length;
    this.#law = law;
    this.#run = run;
    const known = tables.knownOf[law.seat] ?? new Int32Array(0);
    this.known = new Int32Array(known.length);
    this.seen = new Int32Array(tables.playbook.observations.length);
    this.#least = Int32Array.from(known, (slot) => int(tables.slotMin, slot));
    this.#sources = tables.sources.length;
    this.chances = new Chances(law, run);
    this.questions = new Questions(law, run);
    this.#open = new Int32Array(duties * OPEN_SIZE);
    this.#spent = new Int32Array(duties * this.#past.length);
  }

  /** Follows the whole trace. What is still open at its end has no outcome unless it was due. */
  follow(): void {
    this.chances.gather();
    this.questions.clear();
    this.known.fill(0);
    this.#nextDue = NEVER;
    [this.#seenN, this.#openN, this.#pastN, this.outcomesN, this.actsN] = [0, 0, 0, 0, 0];
    const { t, tn, tables } = this.#run;
    const { seat } = this.#law;
    let lastSeq = 0;
    for (let at = 0; at < tn; at += int(t, at + 1)) {
      const [now, seq] = [int(t, at + 2), int(t, at + 3)];
      if (now >= this.#nextDue) this.#fallDue(now, lastSeq);
      lastSeq = seq;
      const a = int(t, at + STAMP);
      const code = codeAt(this.#run, at);
      switch (code) {
        case EVENT.act:
          if (tables.sources[int(t, at + STAMP + 1)]?.seat === seat) this.#acted(at, now, seq);
          break;
        case EVENT.learnt:
          if (int(tables.knower, a) === seat) this.#learnt(a, int(t, at + STAMP + 1));
          break;
        case EVENT.closed:
          if (a === seat) this.#closed(int(t, at + STAMP + 1));
          break;
        case EVENT.observed:
          if (a === seat) this.#observed(int(t, at + STAMP + 1), now, seq);
          break;
        case EVENT.ended:
          if (a !== STOPPED) this.#ended(now, seq);
          break;
        default:
          code satisfies UnreadByDuties;
          this.questions.follow(at, this.known, this.seen, this.#seenN);
      }
    }
    for (let i = 0; i < this.#openN; i++) this.#lapse(i * OPEN_SIZE);
  }

  /** The duties that stand open where the trace that was followed ends, in the order in which they opened; `due` is -1 where it has no moment yet. */
  open(): readonly OpenNow[] {
    return Array.from({ length: this.#openN }, (_, n) => {
      const one = this.#open.subarray(n * OPEN_SIZE, (n + 1) * OPEN_SIZE);
      return { duty: int(one, 0), opened: int(one, 1), due: int(one, 2), isWaived: int(one, 5) >= 0 };
    });
  }

  #learnt(slot: number, value: number): void {
    const known = this.#run.tables.knownOf[this.#law.seat];
    const place = known === undefined ? -1 : known.indexOf(slot);
    this.known[place] = value - int(this.#least, place) + 1;
  }

  #closed(kind: number): void {
    let to = 0;
    for (let i = 0; i < this.#seenN; i++) {
      const one = int(this.seen, i);
      if (int(this.#run.tables.kindOf, one) === kind) continue;
      this.seen[to] = one;
      to += 1;
    }
    this.#seenN = to;
  }

  #observed(n: number, now: number, seq: number): void {
    const count = perceived(this.seen, this.#seenN, n, this.#run.tables.closes[n]);
    this.#seenN = count < 0 ? ~count : count;
    if (count < 0) return;
    this.#endBySight(n, now, seq);
    for (const duty of this.#law.opens[n] ?? []) this.#begin(duty, now, seq);
  }

  #endBySight(n: number, now: number, seq: number): void {
    const observations = this.#run.tables.playbook.observations.length;
    let to = 0;
    const end = this.#openN * OPEN_SIZE;
    for (let from = 0; from < end; from += OPEN_SIZE) {
      const how = int(this.#law.onSight, int(this.#open, from) * observations + n);
      if ((how & 1) === 1) {
        this.#lapse(from);
        continue;
      }
      if (how === 2 && int(this.#open, from + 3) < 0) this.#fall(from, now, seq);
      to = this.#shift(from, to);
    }
    this.#openN = to / OPEN_SIZE;
  }

  #begin(duty: number, now: number, seq: number): void {
    const { when, unless, within } = this.#law;
    for (let i = 0; i < this.#openN; i++) if (int(this.#open, i * OPEN_SIZE) === duty) return;
    const asked = when[duty];
    if (asked === null || asked === undefined || !this.#holds(asked)) return;
    for (const block of unless[duty] ?? []) if (this.#holds(block)) return;
    const due = int(within, duty) >= 0 ? now + int(within, duty) : -1;
    const how = this.#law.stack.duties[duty]?.item.earlier ?? 'ignored';
    const earlier = how === 'ignored' ? NONE : this.#earlier(duty);
    const comes = openDuty(how, earlier >= 0, earlier === SPENT, this.#isOver(duty));
    if (comes === HOW.met) {
      const at = int(this.#past, earlier >> 5);
      const { t } = this.#run;
      this.#end(duty, comes, now, seq, now, due, int(t, at + STAMP), this.#alike(at, earlier & 31), 1);
      this.#spent[duty * this.#past.length + (earlier >> 5)] = 1;
    }
    if (comes !== STANDS.open) return;
    const at = this.#openN * OPEN_SIZE;
    this.#open[at] = duty;
    this.#open[at + 1] = now;
    this.#open[at + 2] = due;
    this.#open[at + 3] = -1;
    this.#open[at + 4] = -1;
    this.#open[at + 5] = -1;
    this.#openN += 1;
    if (due >= 0 && due < this.#nextDue) this.#nextDue = due;
  }

  /** Whether something is in sight that ends the duty. */
  #isOver(duty: number): boolean {
    for (let i = 0; i < this.#seenN; i++) {
      if ((int(this.#law.onSight, duty * this.seen.length + int(this.seen, i)) & 1) === 1) return true;
    }
    return false;
  }

  #holds(asks: Asks): boolean {
    return fits(asks, this.known, this.seen, this.#seenN);
  }

  /** The last act before that meets the duty, is not undone since and has not met it yet, as place in `past` times 32 plus bit; else NONE or SPENT. */
  #earlier(duty: number): number {
    const { meets, undoes, contents } = this.#law;
    const sources = this.#sources;
    let found = NONE;
    for (let i = this.#pastN - 1; i >= 0; i--) {
      const source = int(this.#run.t, int(this.#past, i) + STAMP + 1);
      const [met, undone] = [int(meets, duty * sources + source), int(undoes, duty * sources + source)];
      if ((met | undone) === 0) continue;
      for (let bit = (contents[source]?.length ?? 0) - 1; bit >= 0; bit--) {
        if (((undone >> bit) & 1) === 1) return found;
        if (((met >> bit) & 1) === 0) continue;
        if (int(this.#spent, duty * this.#past.length + i) === 0) return i * 32 + bit;
        found = SPENT;
      }
    }
    return found;
  }

  /** To the judge, one act object cited twice by an option is one act. */
  #alike(at: number, bit: number): number {
    const alike = this.#law.alike[int(this.#run.t, at + STAMP + 1)];
    return alike === undefined ? 0 : int(alike, bit);
  }

  #acted(at: number, now: number, seq: number): void {
    const { t } = this.#run;
    if (this.actsN === this.acts.length) this.acts = longer(this.acts);
    this.acts[this.actsN] = at;
    this.actsN += 1;
    const id = int(t, at + STAMP);
    if (this.chances.cut[id] === 1) return;
    const source = int(t, at + STAMP + 1);
    if ((this.#run.tables.sources[source]?.decision ?? -1) >= 0) this.questions.answered();
    const here = this.#pastN;
    this.#makeRoom();
    let to = 0;
    for (let from = 0; from < this.#openN * OPEN_SIZE; from += OPEN_SIZE) {
      const duty = int(this.#open, from);
      const mask = int(this.#law.meets, duty * this.#sources + source);
      const how = mask === 0 ? NOT : this.#step(from, 'acted');
      if (how === NOT) {
        if (int(this.#law.waives, duty * this.#sources + source) !== 0) this.#waive(from, now, seq, id);
        to = this.#shift(from, to);
        continue;
      }
      this.#end(duty, how, now, seq, int(this.#open, from + 1), int(this.#open, from + 2), id, mask, 0);
      this.#spent[duty * this.#past.length + here] = 1;
    }
    this.#openN = to / OPEN_SIZE;
    this.#past[here] = at;
    this.#pastN = here + 1;
  }

  #step(from: number, step: 'acted' | 'lapsed'): number {
    const isOverdue = int(this.#open, from + 3) >= 0;
    const isWaived = int(this.#open, from + 5) >= 0;
    const mayBeLate = this.#law.stack.duties[int(this.#open, from)]?.item.late !== null;
    return stepDuty(
      isOverdue ? STANDS.overdue : isWaived ? STANDS.waived : STANDS.open,
      step,
      isWaived || (isOverdue && this.#hadChance(from)),
      mayBeLate,
    );
  }

  /** A choice gives up what is not yet due; the first one counts. */
  #waive(from: number, now: number, seq: number, act: number): void {
    if (int(this.#open, from + 3) >= 0 || int(this.#open, from + 5) >= 0) return;
    this.#open[from + 5] = now;
    this.#open[from + 6] = seq;
    this.#open[from + 7] = act;
  }

  #ended(now: number, seq: number): void {
    for (let from = 0; from < this.#openN * OPEN_SIZE; from += OPEN_SIZE) {
      const waits = int(this.#law.within, int(this.#open, from)) === -2;
      if (waits && int(this.#open, from + 3) < 0) this.#fall(from, now, seq);
    }
  }

  #fallDue(now: number, lastSeq: number): void {
    this.#nextDue = NEVER;
    for (let from = 0; from < this.#openN * OPEN_SIZE; from += OPEN_SIZE) {
      const due = int(this.#open, from + 2);
      if (due < 0 || int(this.#open, from + 3) >= 0) continue;
      if (due <= now) {
        this.#open[from + 3] = due;
        this.#open[from + 4] = lastSeq;
      } else if (due < this.#nextDue) {
        this.#nextDue = due;
      }
    }
  }

  #fall(from: number, now: number, seq: number): void {
    this.#open[from + 2] = now;
    this.#open[from + 3] = now;
    this.#open[from + 4] = seq;
  }

  #lapse(from: number): void {
    const how = this.#step(from, 'lapsed');
    if (how === NOT) return;
    const isWaived = int(this.#open, from + 5) >= 0;
    const stamp = from + (isWaived ? 5 : 3);
    const [at, seq] = [int(this.#open, stamp), int(this.#open, stamp + 1)];
    const [duty, opened, due] = [int(this.#open, from), int(this.#open, from + 1), int(this.#open, from + 2)];
    this.#end(duty, how, at, seq, opened, due, isWaived ? int(this.#open, from + 7) : -1, 0, 0);
  }

  #hadChance(from: number): boolean {
    const due = int(this.#open, from + 2);
    return this.chances.first(int(this.#open, from), int(this.#open, from + 1), due < 0 ? NEVER : due) >= 0;
  }

  #shift(from: number, to: number): number {
    if (from !== to) for (let i = 0; i < OPEN_SIZE; i++) this.#open[to + i] = int(this.#open, from + i);
    return to + OPEN_SIZE;
  }

  #end(
    duty: number,
    how: number,
    at: number,
    seq: number,
    opened: number,
    due: number,
    act: number,
    mask: number,
    before: number,
  ): void {
    const from = this.outcomesN * OUTCOME_SIZE;
    if (from + OUTCOME_SIZE > this.outcomes.length) this.outcomes = longer(this.outcomes);
    const { outcomes } = this;
    outcomes[from] = duty;
    outcomes[from + OUTCOME.how] = how;
    outcomes[from + OUTCOME.at] = at;
    outcomes[from + OUTCOME.seq] = seq;
    outcomes[from + OUTCOME.opened] = opened;
    outcomes[from + OUTCOME.due] = due;
    outcomes[from + OUTCOME.act] = act;
    outcomes[from + OUTCOME.mask] = mask;
    outcomes[from + OUTCOME.before] = before;
    this.outcomesN += 1;
  }

  /** Room for one more act that counts, which so far has met nothing. */
  #makeRoom(): void {
    const duties = this.#law.stack.duties.length;
    const had = this.#past.length;
    if (this.#pastN === had) {
      const spent = new Int32Array(duties * had * 2);
      for (let duty = 0; duty < duties; duty++) {
        spent.set(this.#spent.subarray(duty * had, (duty + 1) * had), duty * had * 2);
      }
      this.#past = longer(this.#past);
      this.#spent = spent;
    }
    for (let duty = 0; duty < duties; duty++) this.#spent[duty * this.#past.length + this.#pastN] = 0;
  }
}

const [NONE, SPENT] = [-1, -2];
