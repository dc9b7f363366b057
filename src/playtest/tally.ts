/** What one bot's runs came to, counted while they are played (SPEC RH54). */

import { int } from '#kernel/conditions.ts';
import { OUTCOME, OUTCOME_SIZE } from '#kernel/duty-outcomes.ts';
import { type CodeOf, codeAt, EVENT, STAMP } from '#kernel/events.ts';
import type { Kernel } from '#kernel/kernel.ts';
import { ruleSign } from '#kernel/law-tables.ts';
import { type Judge, SPOKEN, SPOKEN_SIZE } from '#kernel/packed-judge.ts';
import { doesCount, HOW, isBreachSign, OUTCOMES, SIGN, WORDS } from '#law/algebra.ts';
import type { StandingWord } from '#law/findings.ts';
import { AXES, type Axis, byAxis } from '#law/trace.ts';
import type { Playbook } from '#scenario/playbook.ts';
import type { Outcome } from './play-out.ts';
import { orderOf } from './run-order.ts';

/** Standings as shares of the runs, and how much was kept of what was due over all runs. */
export interface AxisNumbers {
  readonly standings: Readonly<Record<StandingWord, number>>;
  readonly kept: number;
  readonly due: number;
}
/** How a duty ended, in runs: a run in which it opened more than once counts for each. */
export interface DutyNumbers {
  readonly duty: string;
  readonly met: number;
  readonly late: number;
  readonly missed: number;
}
/** A rule broken, and in how many runs. */
export interface BreachNumbers {
  readonly rule: string;
  readonly grave: boolean;
  readonly runs: number;
}
/** A bot's runs under one pack. Duties and breaches: the most frequent first. */
export interface PackNumbers {
  readonly pack: string;
  readonly axes: Readonly<Record<Axis, AxisNumbers>>;
  readonly duties: readonly DutyNumbers[];
  readonly breaches: readonly BreachNumbers[];
}
/** Milliseconds of the story: least, quartiles, most. */
export interface Durations {
  readonly least: number;
  readonly lower: number;
  readonly median: number;
  readonly upper: number;
  readonly most: number;
}
/** How often a card was put; how often each option was taken; how often time ran out on it, or the story moved on. */
export interface DecisionNumbers {
  readonly decision: string;
  readonly put: number;
  readonly lapsed: number;
  readonly overtaken: number;
  readonly options: readonly UseNumbers[];
}
/** How often something was taken, and in how many runs it was on offer. */
export interface UseNumbers {
  readonly id: string;
  readonly taken: number;
  readonly offered: number;
}
/** What happened in a bot's runs, whatever law they are ruled under. `states`: in how many runs each was stood in. */
export interface PlayNumbers {
  readonly runs: number;
  readonly endings: Readonly<Record<string, number>>;
  readonly durations: Durations;
  readonly decisions: readonly DecisionNumbers[];
  readonly actions: readonly UseNumbers[];
  readonly states: readonly number[];
}

/** Counts one bot's runs on one kernel, ruled by these judges. */
export class Tally {
  readonly #kernel: Kernel;
  readonly #playbook: Playbook;
  readonly #rulings: readonly RulingTally[];
  readonly #durations: number[] = [];
  readonly #endings = new Map<string, number>();
  readonly #taken: Int32Array;
  readonly #offered: Int32Array;
  readonly #put: Int32Array;
  readonly #lapsed: Int32Array;
  readonly #overtaken: Int32Array;
  readonly #states: Int32Array;
  /** The run in which each source was last seen on offer, and each state was last stood in. */
  readonly #lastOffered: Int32Array;
  readonly #lastStood: Int32Array;

  constructor(kernel: Kernel, judges: readonly Judge[]) {
    const { tables } = kernel;
    this.#kernel = kernel;
    this.#playbook = tables.playbook;
    this.#rulings = judges.map((judge) => new RulingTally(judge));
    const { decisions, states } = tables.playbook;
    this.#taken = new Int32Array(tables.sources.length);
    this.#offered = new Int32Array(tables.sources.length);
    this.#lastOffered = new Int32Array(tables.sources.length);
    this.#put = new Int32Array(decisions.length);
    this.#lapsed = new Int32Array(decisions.length);
    this.#overtaken = new Int32Array(decisions.length);
    this.#states = new Int32Array(states.length);
    this.#lastStood = new Int32Array(states.length);
  }

  /** Notes where the story stands in the run that is being played. */
  stand(): void {
    const run = this.#durations.length + 1;
    for (const state of this.#kernel.run.place) {
      if (this.#lastStood[state] === run) continue;
      this.#lastStood[state] = run;
      bump(this.#states, state);
    }
  }

  /** Counts the run that has come to its end and rules it. */
  count(outcome: Outcome): void {
    const { at, ended } = this.#kernel;
    const ending = outcome === 'ended' ? (this.#playbook.endings[ended]?.id ?? 'stopped') : outcome;
    this.#endings.set(ending, (this.#endings.get(ending) ?? 0) + 1);
    this.#durations.push(at);
    this.#countTrace(this.#durations.length);
    for (const ruling of this.#rulings) ruling.count();
  }

  /** What was played. */
  played(): PlayNumbers {
    const { sources, optionsAt, standing } = this.#kernel.tables;
    const use = (id: string, n: number): UseNumbers => ({
      id,
      taken: int(this.#taken, n),
      offered: int(this.#offered, n),
    });
    return {
      runs: this.#durations.length,
      endings: Object.fromEntries(this.#endings),
      durations: spread(this.#durations),
      decisions: this.#playbook.decisions.map(({ id, options }, decision) => ({
        decision: id,
        put: int(this.#put, decision),
        lapsed: int(this.#lapsed, decision),
        overtaken: int(this.#overtaken, decision),
        options: options.map((option, place) => use(option.id, int(optionsAt, decision) + place)),
      })),
      actions: sources
        .slice(0, standing)
        .map((source, n) => use(this.#playbook.actions[source.action]?.id ?? '', n)),
      states: [...this.#states],
    };
  }

  /** What the runs were worth under each judge's pack. */
  ruled(): readonly PackNumbers[] {
    return this.#rulings.map((ruling) => ruling.numbers());
  }

  /** Whether the runs are ruled under that pack. */
  rules(pack: string): boolean {
    return this.#rulings.some((ruling) => ruling.pack === pack);
  }

  /** The runs on one axis as one list of comparable values (`orderOf`), those in which it was not exercised left out. */
  orders(pack: string, axis: number): readonly number[] {
    return this.#rulings.find((ruling) => ruling.pack === pack)?.orders[axis] ?? [];
  }

  #countTrace(run: number): void {
    const { t, tn, tables } = this.#kernel.run;
    for (let at = 0; at < tn; at += int(t, at + 1)) {
      const a = int(t, at + STAMP);
      const code = codeAt(this.#kernel.run, at);
      switch (code) {
        case EVENT.act: {
          const source = int(t, at + STAMP + 1);
          if (source < tables.sources.length) bump(this.#taken, source);
          break;
        }
        case EVENT.offered:
          if (this.#lastOffered[a] !== run) bump(this.#offered, a);
          this.#lastOffered[a] = run;
          break;
        case EVENT.asked:
          bump(this.#put, a);
          break;
        case EVENT.lapsed:
          bump(int(t, at + STAMP + 2) === 1 ? this.#overtaken : this.#lapsed, a);
          break;
        default:
          code satisfies CodeOf<
            | 'cut'
            | 'done'
            | 'observed'
            | 'closed'
            | 'told'
            | 'learnt'
            | 'withdrawn'
            | 'said'
            | 'moved'
            | 'revealed'
            | 'sound'
            | 'arrived'
            | 'world'
            | 'objective'
            | 'ended'
          >;
      }
    }
  }
}

/** One judge's findings over many runs. */
class RulingTally {
  readonly pack: string;
  readonly orders: readonly number[][] = AXES.map(() => []);
  readonly #judge: Judge;
  readonly #words = AXES.map(() => new Int32Array(WORDS.length));
  readonly #kept = new Float64Array(AXES.length);
  readonly #due = new Float64Array(AXES.length);
  /** By duty times three: met, late, missed. */
  readonly #duties: Int32Array;
  readonly #breaches: Int32Array;
  readonly #grave: Uint8Array;
  #runs = 0;

  constructor(judge: Judge) {
    const { stack, under } = judge.law;
    this.pack = under.pack;
    this.#judge = judge;
    this.#duties = new Int32Array(stack.duties.length * OUTCOMES.length);
    this.#breaches = new Int32Array(stack.rules.length);
    this.#grave = new Uint8Array(stack.rules.length);
  }

  count(): void {
    const judge = this.#judge;
    const { watch, law } = judge;
    judge.rule();
    this.#runs += 1;
    for (let axis = 0; axis < AXES.length; axis++) {
      const [word, kept, due] = [int(judge.word, axis), int(judge.kept, axis), int(judge.due, axis)];
      bump(this.#words[axis] ?? NOTHING, word);
      this.#kept[axis] = (this.#kept[axis] ?? 0) + kept;
      this.#due[axis] = (this.#due[axis] ?? 0) + due;
      const order = orderOf(WORDS[word] ?? 'not-exercised', kept, due);
      if (order !== null) this.orders[axis]?.push(order);
    }
    for (let from = 0; from < watch.outcomesN * OUTCOME_SIZE; from += OUTCOME_SIZE) {
      bump(
        this.#duties,
        int(watch.outcomes, from) * OUTCOMES.length + int(watch.outcomes, from + OUTCOME.how),
      );
    }
    const broken = new Set<number>();
    for (let from = 0; from < judge.spokenN * SPOKEN_SIZE; from += SPOKEN_SIZE) {
      const rule = int(judge.spoken, from + SPOKEN.rule);
      const sign = ruleSign(law, rule, int(judge.spoken, from));
      if (!isBreachSign(sign) || !doesCount(sign)) continue;
      broken.add(rule);
      if ((sign & SIGN.grave) !== 0) this.#grave[rule] = 1;
    }
    for (const rule of broken) bump(this.#breaches, rule);
  }

  numbers(): PackNumbers {
    const { stack } = this.#judge.law;
    const numbers = (n: number): AxisNumbers => ({
      standings: Object.fromEntries(
        WORDS.map((word, w) => [word, (this.#words[n]?.[w] ?? 0) / this.#runs]),
      ) as Record<StandingWord, number>,
      kept: this.#kept[n] ?? 0,
      due: this.#due[n] ?? 0,
    });
    return {
      pack: this.pack,
      axes: byAxis((_axis, n) => numbers(n)),
      duties: stack.duties
        .map(({ item }, n) => ({
          duty: item.id,
          met: int(this.#duties, n * OUTCOMES.length),
          late: int(this.#duties, n * OUTCOMES.length + HOW.late),
          missed: int(this.#duties, n * OUTCOMES.length + HOW.missed),
        }))
        .filter(({ met, late, missed }) => met + late + missed > 0)
        .sort((a, b) => b.missed - a.missed || b.late - a.late),
      breaches: stack.rules
        .map(({ item }, n) => ({ rule: item.id, grave: this.#grave[n] === 1, runs: int(this.#breaches, n) }))
        .filter(({ runs }) => runs > 0)
        .sort((a, b) => b.runs - a.runs),
    };
  }
}

const NOTHING = new Int32Array(0);

function bump(counts: Int32Array, at: number): void {
  counts[at] = (counts[at] ?? 0) + 1;
}

function spread(values: readonly number[]): Durations {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  return { least: at(0), lower: at(0.25), median: at(0.5), upper: at(0.75), most: at(1) };
}
