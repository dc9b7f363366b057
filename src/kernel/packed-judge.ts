/** The judge over a coded trace: the findings and standings of `law/judge.ts`, worked out from tables (SPEC RH5). */
import {
  AXIS_COUNT,
  doesCount,
  FOUND,
  foundOf,
  HOW,
  isBreachSign,
  isMeritSign,
  SIGN,
  standingOf,
  VERDICTS,
  weigh,
} from '#law/algebra.ts';
import type { Under } from '#law/stack.ts';
import { longer } from './chances.ts';
import { int } from './conditions.ts';
import { OUTCOME, OUTCOME_SIZE } from './duty-outcomes.ts';
import { DutyWatch } from './duty-watch.ts';
import { STAMP } from './events.ts';
import { type Candidate, dutySign, fits, type LawTables, lawTablesOf, ruleSign } from './law-tables.ts';
import type { Run } from './state.ts';
import { leftSlotOf } from './tables.ts';

/** Integers of a finding of a rule: the voices on its axis stand in `voices` from `from`, `count` pairs of rule and acts. */
export const SPOKEN = { axis: 0, rule: 1, act: 2, from: 3, count: 4 } as const;
export const SPOKEN_SIZE = 5;
/** Integers of a merit that a duty met by the same act already gives: act, axis, rule. */
export const DROPPED_SIZE = 3;

const PERMITTED = VERDICTS.indexOf('permitted');

/** One seat of a run under one pack on one day. `rule` may be asked again after each run; what it found stays until then. */
export class Judge {
  readonly law: LawTables;
  readonly watch: DutyWatch;
  spoken = new Int32Array(64 * SPOKEN_SIZE);
  spokenN = 0;
  voices = new Int32Array(512);
  voicesN = 0;
  dropped = new Int32Array(64 * DROPPED_SIZE);
  droppedN = 0;
  /** Per axis: the word (by its number in WORDS), kept, due. */
  readonly word = new Int32Array(AXIS_COUNT);
  readonly kept = new Int32Array(AXIS_COUNT);
  readonly due = new Int32Array(AXIS_COUNT);
  readonly #run: Run;
  readonly #credited: Int32Array;
  /** By axis, rule and source, the act that last began and was found in breach of the rule; by source, the act that last began. */
  readonly #breached = new Map<number, number>();
  readonly #began: Int32Array;
  /** Rules that fit the act being judged, and the acts they fit, in stack order. */
  readonly #fired: Int32Array;
  #firedN = 0;
  readonly #known: Int32Array;
  #seen: Int32Array;
  readonly #least: Int32Array;
  /** Per axis: FOUND bits, and how many duties came due less twice those missed. */
  readonly #found = new Int32Array(AXIS_COUNT);
  readonly #duties = new Int32Array(AXIS_COUNT);

  constructor(run: Run, under: Under, seat: number) {
    const law = lawTablesOf(run.tables, under, seat);
    const known = run.tables.knownOf[seat] ?? new Int32Array(0);
    this.#run = run;
    this.law = law;
    this.watch = new DutyWatch(law, run);
    this.#credited = new Int32Array(law.contentCount * AXIS_COUNT);
    this.#began = new Int32Array(run.tables.sources.length);
    this.#fired = new Int32Array(law.stack.rules.length * 2);
    this.#known = new Int32Array(known.length);
    this.#seen = new Int32Array(run.tables.playbook.observations.length);
    this.#least = Int32Array.from(known, (slot) => int(run.tables.slotMin, slot));
  }

  /** Rules the run as far as its trace goes. */
  rule(): void {
    const { watch } = this;
    watch.follow();
    this.spokenN = 0;
    this.voicesN = 0;
    this.droppedN = 0;
    this.#credited.fill(0);
    this.#breached.clear();
    this.#found.fill(0);
    this.#duties.fill(0);
    this.kept.fill(0);
    this.due.fill(0);
    for (let i = 0; i < watch.outcomesN; i++) this.#tallyOutcome(i * OUTCOME_SIZE);
    for (let i = 0; i < watch.actsN; i++) this.#judge(int(watch.acts, i));
    for (let axis = 0; axis < AXIS_COUNT; axis++) {
      this.due[axis] = int(this.due, axis) + watch.questions.on(axis);
      this.word[axis] = this.#wordOf(axis);
    }
  }

  #tallyOutcome(from: number): void {
    const { outcomes } = this.watch;
    const how = int(outcomes, from + OUTCOME.how);
    for (let axis = 0; axis < AXIS_COUNT; axis++) {
      const sign = dutySign(this.law, int(outcomes, from), how, axis);
      if (!doesCount(sign)) continue;
      this.#count(axis, sign, how !== HOW.met);
      this.#duties[axis] = int(this.#duties, axis) + (how === HOW.missed ? -1 : 1);
      this.due[axis] = int(this.due, axis) + 1;
      if (how === HOW.met) this.kept[axis] = int(this.kept, axis) + 1;
    }
  }

  #judge(place: number): void {
    const { t, tables } = this.#run;
    const from = place + STAMP;
    const id = int(t, from);
    const source = int(t, from + 1);
    const isOption = (tables.sources[source]?.decision ?? -1) >= 0;
    const resumes = int(t, from + 3) < (tables.sources[source]?.takesMs ?? 0);
    if (!resumes) this.#began[source] = id;
    const onlyBreaches = this.watch.chances.cut[id] === 1 || !isOption;
    this.#fire(this.law.candidates[source] ?? [], from);
    for (let axis = 0; axis < AXIS_COUNT; axis++) this.#speak(axis, id, source, onlyBreaches);
    this.#creditMet(id, source);
  }

  /** The rules that fit the act at `from`, by what its event says was known and seen. */
  #fire(candidates: readonly Candidate[], from: number): void {
    this.#firedN = 0;
    if (candidates.length === 0) return;
    const { t } = this.#run;
    const known = this.#known.length;
    for (let i = 0; i < known; i++) this.#known[i] = int(t, from + 6 + i) - int(this.#least, i) + 1;
    const sees = int(t, from + 5);
    for (let i = 0; i < sees; i++) this.#seen[i] = int(t, from + 6 + known + i);
    for (const { rule, acts } of candidates) {
      let mask = 0;
      for (const act of acts) if (this.#doesFit(act, sees)) mask |= act.bit;
      if (mask === 0) continue;
      this.#fired[this.#firedN] = rule;
      this.#fired[this.#firedN + 1] = mask;
      this.#firedN += 2;
    }
  }

  #doesFit(act: Candidate['acts'][number], sees: number): boolean {
    if (!fits(act.when, this.#known, this.#seen, sees)) return false;
    for (const block of act.unless) if (fits(block, this.#known, this.#seen, sees)) return false;
    return true;
  }

  /** The gravest verdict on one axis, and a graver one that does not count beside it. */
  #speak(axis: number, id: number, source: number, onlyBreaches: boolean): void {
    const voicesFrom = this.voicesN;
    let [counting, shown] = [-1, -1];
    for (let i = 0; i < this.#firedN; i += 2) {
      const [rule, mask] = [int(this.#fired, i), int(this.#fired, i + 1)];
      const sign = ruleSign(this.law, rule, axis);
      if (sign < 0) continue;
      if (isMeritSign(sign) && this.#isMeeting(id, axis, mask)) {
        this.#drop(id, axis, rule);
        continue;
      }
      const voice = this.#voice(rule, mask);
      if ((sign & SIGN.counts) !== 0) {
        if (counting < 0 || weigh(sign) > this.#weightAt(counting, axis)) counting = voice;
      } else if (shown < 0 || weigh(sign) > this.#weightAt(shown, axis)) {
        shown = voice;
      }
    }
    const alone =
      counting < 0 || (shown >= 0 && this.#weightAt(shown, axis) > this.#weightAt(counting, axis));
    const count = (this.voicesN - voicesFrom) / 2;
    if (counting >= 0) this.#say(axis, counting, id, source, onlyBreaches, voicesFrom, count);
    if (shown >= 0 && alone) this.#say(axis, shown, id, source, onlyBreaches, voicesFrom, count);
  }

  #say(
    axis: number,
    voice: number,
    id: number,
    source: number,
    onlyBreaches: boolean,
    from: number,
    count: number,
  ): void {
    const rule = int(this.voices, voice);
    const sign = ruleSign(this.law, rule, axis);
    if (onlyBreaches && !isBreachSign(sign)) return;
    if (isBreachSign(sign) && this.#wasFound(axis, rule, source)) return;
    if (isMeritSign(sign) && !this.#credit(axis, source, int(this.voices, voice + 1))) return;
    if (this.spokenN * SPOKEN_SIZE === this.spoken.length) this.spoken = longer(this.spoken);
    const at = this.spokenN * SPOKEN_SIZE;
    this.spoken[at] = axis;
    this.spoken[at + SPOKEN.rule] = rule;
    this.spoken[at + SPOKEN.act] = id;
    this.spoken[at + SPOKEN.from] = from;
    this.spoken[at + SPOKEN.count] = count;
    this.spokenN += 1;
    if (!doesCount(sign)) return;
    this.#count(axis, sign, false);
    if ((sign & SIGN.verdict) === PERMITTED) return;
    this.due[axis] = int(this.due, axis) + 1;
    if (isMeritSign(sign)) this.kept[axis] = int(this.kept, axis) + 1;
  }

  /** Whether what goes on was found in breach of the rule before it was cut (LW28). */
  #wasFound(axis: number, rule: number, source: number): boolean {
    const { sources } = this.#run.tables;
    const { action = -1, seat = -1 } = sources[source] ?? {};
    if (leftSlotOf(this.#run.tables, action, seat) < 0) return false;
    const key = (axis * this.law.stack.rules.length + rule) * sources.length + source;
    const began = int(this.#began, source);
    const was = this.#breached.get(key) === began;
    this.#breached.set(key, began);
    return was;
  }

  /** Whether one of these acts was not yet credited on the axis; all of them are then. */
  #credit(axis: number, source: number, mask: number): boolean {
    const contents = this.law.contents[source];
    if (contents === undefined) return false;
    let isNew = false;
    for (let bit = 0; bit < contents.length; bit++) {
      if (((mask >> bit) & 1) === 0) continue;
      const at = axis * this.law.contentCount + int(contents, bit);
      if (this.#credited[at] === 1) continue;
      this.#credited[at] = 1;
      isNew = true;
    }
    return isNew;
  }

  #creditMet(id: number, source: number): void {
    const { outcomes, outcomesN } = this.watch;
    for (let from = 0; from < outcomesN * OUTCOME_SIZE; from += OUTCOME_SIZE) {
      if (int(outcomes, from + OUTCOME.act) !== id) continue;
      for (let axis = 0; axis < AXIS_COUNT; axis++) {
        if (this.#isMerit(from, axis)) this.#credit(axis, source, int(outcomes, from + OUTCOME.mask));
      }
    }
  }

  /** Whether merit on the axis is for nothing but acts that met a duty which gives merit there. */
  #isMeeting(id: number, axis: number, mask: number): boolean {
    const { outcomes, outcomesN } = this.watch;
    for (let from = 0; from < outcomesN * OUTCOME_SIZE; from += OUTCOME_SIZE) {
      if (int(outcomes, from + OUTCOME.act) !== id || !this.#isMerit(from, axis)) continue;
      if ((mask & ~int(outcomes, from + OUTCOME.mask)) === 0) return true;
    }
    return false;
  }

  #isMerit(outcome: number, axis: number): boolean {
    const { outcomes } = this.watch;
    return (
      int(outcomes, outcome + OUTCOME.how) === HOW.met &&
      isMeritSign(dutySign(this.law, int(outcomes, outcome), HOW.met, axis))
    );
  }

  #drop(id: number, axis: number, rule: number): void {
    if (this.droppedN * DROPPED_SIZE === this.dropped.length) this.dropped = longer(this.dropped);
    const at = this.droppedN * DROPPED_SIZE;
    this.dropped[at] = id;
    this.dropped[at + 1] = axis;
    this.dropped[at + 2] = rule;
    this.droppedN += 1;
  }

  #voice(rule: number, mask: number): number {
    if (this.voicesN + 2 > this.voices.length) this.voices = longer(this.voices);
    const at = this.voicesN;
    this.voices[at] = rule;
    this.voices[at + 1] = mask;
    this.voicesN += 2;
    return at;
  }

  #weightAt(voice: number, axis: number): number {
    return weigh(ruleSign(this.law, int(this.voices, voice), axis));
  }

  #count(axis: number, sign: number, isGap: boolean): void {
    this.#found[axis] = int(this.#found, axis) | foundOf(sign, isGap);
  }

  #wordOf(axis: number): number {
    const { chances, questions } = this.watch;
    const found = int(this.#found, axis) | (chances.unmet[axis] === 1 ? FOUND.unmet : 0);
    return standingOf(found, int(this.#duties, axis), int(questions.balance, axis));
  }
}
