/**
 * The law in a player's hand: what a pack says of each thing on offer, given what the seat knows and perceives now, and which duties stand
 * open for it (SPEC RH53). It asks the tables of the kernel's judge, of the seat's own events and knowledge; nothing hidden is read.
 */

import { int } from '#kernel/conditions.ts';
import { DutyWatch } from '#kernel/duty-watch.ts';
import { EVENT, STAMP } from '#kernel/events.ts';
import { dutySign, fits, type LawTables, ruleSign } from '#kernel/law-tables.ts';
import { HEAD, type Run } from '#kernel/state.ts';
import { doesCount, HOW, heavier, isBreachSign, isMeritSign, SIGN, VERDICTS } from '#law/algebra.ts';
import { AXES } from '#law/trace.ts';
import { LATER } from './bot.ts';
import type { Choice } from './seat-observation.ts';

/** What the pack says of doing something now: axes on which it would be grave, forbidden, discouraged, to the actor's credit. */
export interface Said {
  readonly grave: number;
  readonly forbidden: number;
  readonly discouraged: number;
  readonly merits: number;
}
/** A duty that stands open: `due` in milliseconds, infinite where it has no moment yet. */
export interface OpenDuty {
  readonly duty: number;
  readonly due: number;
  /** Whether a choice has given it up. */
  readonly isWaived: boolean;
}

/** The book of one seat under one pack, for every run of a kernel. */
export class LawAdvisor {
  readonly #run: Run;
  readonly #law: LawTables;
  readonly #watch: DutyWatch;
  readonly #known: Int32Array;
  readonly #seen: Int32Array;
  #read = 0;
  #open: readonly OpenDuty[] = [];
  /** What was said at this length of the trace and this moment, by choice. */
  readonly #said = new Map<number, Said>();
  #saidAt = -1;
  #saidOf = -1;

  constructor(run: Run, law: LawTables) {
    this.#run = run;
    this.#law = law;
    this.#watch = new DutyWatch(law, run);
    this.#known = new Int32Array(run.tables.knownOf[law.seat]?.length ?? 0);
    this.#seen = new Int32Array(run.tables.playbook.observations.length);
  }

  /** A new run begins. */
  clear(): void {
    this.#read = 0;
    this.#open = [];
    this.#said.clear();
  }

  /** The duties that stand open now, as the judge counts them, in the order in which they opened. */
  duties(): readonly OpenDuty[] {
    if (this.#isNews()) {
      this.#watch.follow();
      this.#open = this.#watch.open().map((one) => ({ ...one, due: one.due < 0 ? LATER : one.due }));
    }
    return this.#open.filter((one) => one.due > int(this.#run.s, HEAD.at) || this.#mayBeLate(one));
  }

  /** Whether doing it would meet the duty. */
  meets({ n }: Choice, { duty }: OpenDuty): boolean {
    return int(this.#law.meets, duty * this.#run.tables.sources.length + n) !== 0;
  }

  /** What rules, and duties that it gives up, say of doing it now, each axis by its gravest verdict; open duties that it meets add to its credit. */
  says(choice: Choice): Said {
    const { tn, s } = this.#run;
    if (tn !== this.#saidOf || int(s, HEAD.at) !== this.#saidAt) this.#said.clear();
    [this.#saidOf, this.#saidAt] = [tn, int(s, HEAD.at)];
    const had = this.#said.get(choice.n);
    if (had !== undefined) return had;
    const said = this.#ask(choice);
    this.#said.set(choice.n, said);
    return said;
  }

  #ask(choice: Choice): Said {
    const said = { grave: 0, forbidden: 0, discouraged: 0, merits: 0 };
    const voices = this.#voices(choice);
    const givenUp = this.duties().filter((open) => this.#givesUp(choice, open));
    for (let axis = 0; axis < AXES.length; axis++) {
      const sign = gravest([
        ...voices.map((rule) => ruleSign(this.#law, rule, axis)),
        ...givenUp.map(({ duty }) => dutySign(this.#law, duty, HOW.missed, axis)),
      ]);
      if (isBreachSign(sign)) {
        if ((sign & SIGN.grave) !== 0) said.grave += 1;
        if (VERDICTS[sign & SIGN.verdict] === 'forbidden') said.forbidden += 1;
        else said.discouraged += 1;
        continue;
      }
      // A standing action earns nothing by itself: only the duty that it meets does (LW12).
      const earns = choice.decision >= 0 && isMeritSign(sign);
      if (earns || this.#isDutyOn(choice, axis)) said.merits += 1;
    }
    return said;
  }

  /** Whether doing it would give up the duty, and so miss it (LW29). */
  #givesUp(choice: Choice, open: OpenDuty): boolean {
    const at = open.duty * this.#run.tables.sources.length + choice.n;
    const isPending = open.due > int(this.#run.s, HEAD.at) && !open.isWaived;
    return isPending && int(this.#law.waives, at) !== 0 && !this.meets(choice, open);
  }

  /** Whether doing it late is still worth anything. */
  #mayBeLate({ duty }: OpenDuty): boolean {
    return this.#law.stack.duties[duty]?.item.late !== null;
  }

  #isDutyOn(choice: Choice, axis: number): boolean {
    return this.duties().some(
      (open) => this.meets(choice, open) && isMeritSign(dutySign(this.#law, open.duty, HOW.met, axis)),
    );
  }

  #voices(choice: Choice): readonly number[] {
    const run = this.#run;
    const known = this.#known;
    const candidates = this.#law.candidates[choice.n] ?? [];
    if (candidates.length === 0) return [];
    const slots = run.tables.knownOf[this.#law.seat];
    for (let i = 0; i < known.length; i++) {
      const slot = slots?.[i] ?? 0;
      known[i] = int(run.slots, slot) - int(run.tables.slotMin, slot) + 1;
    }
    let sees = 0;
    for (let i = 0; i < int(run.s, HEAD.seeing) * 2; i += 2) {
      if (int(run.seeing, i) !== this.#law.seat) continue;
      this.#seen[sees] = int(run.seeing, i + 1);
      sees += 1;
    }
    const doesFit = (asks: Parameters<typeof fits>[0]) => fits(asks, known, this.#seen, sees);
    return candidates
      .filter(({ acts }) => acts.some((act) => doesFit(act.when) && !act.unless.some(doesFit)))
      .map(({ rule }) => rule);
  }

  /** Whether anything was perceived or done since last asked that a duty could open or close on. */
  #isNews(): boolean {
    const { t, tn } = this.#run;
    const { seat } = this.#law;
    let isNews = false;
    for (; this.#read < tn; this.#read += int(t, this.#read + 1)) {
      const kind = int(t, this.#read);
      if (kind === EVENT.act || kind === EVENT.cut) isNews = true;
      else if (kind === EVENT.observed && int(t, this.#read + STAMP) === seat) isNews = true;
    }
    return isNews;
  }
}

/** The gravest of the verdicts that count: a breach before merit, merit before what is permitted; -1 where none speaks. */
function gravest(signs: readonly number[]): number {
  return signs.filter(doesCount).reduce(heavier, -1);
}
