/**
 * Property 3 by witness: from a situation one play that leads on without a grave finding, under its own truth and every other that the
 * seat has not told apart (SPEC RH43).
 */
import { int } from '#kernel/conditions.ts';
import { SEAT, SEAT_SIZE } from '#kernel/state.ts';
import type { Move } from '../exhaustive/belief-graph.ts';
import type { Exploration } from '../exhaustive/exploration.ts';
import { isNeglect } from '../exhaustive/neglect.ts';
import type { Archive } from './archive.ts';
import { changed } from './best-policy.ts';
import { CouldBe, type Supposed } from './indistinguishable.ts';
import { type Policy, playOn } from './policy.ts';

/**
 * What a situation comes to: a play leads on; the seat, while it owed a duty, began something that outlasts it, before which a play led
 * on; or neither was found.
 */
export type Fairness = 'fair' | 'neglected' | 'none';

/** Plays that are tried where none of those at hand will do. */
const CHANGES = 60;

/** An answer that can be given so many milliseconds from now. */
interface Answer {
  readonly ms: number;
  readonly source: number;
  readonly visit: number;
}

/** Looks for ways on from the situations of an archive to which nothing is added any more. */
export class FairWays {
  /** Runs played so far. */
  runs = 0;
  readonly #exploration: Exploration;
  readonly #archive: Archive;
  /** What is tried first of all: to do nothing, then the plays given. */
  readonly #policies: readonly [Policy, ...Policy[]];
  readonly #couldBe: CouldBe;
  /** Situations from which doing nothing leads on. */
  readonly #still = new Set<number>();

  constructor(exploration: Exploration, archive: Archive, policies: readonly Policy[]) {
    this.#exploration = exploration;
    this.#archive = archive;
    this.#policies = [
      { answers: exploration.matter.playbook.decisions.map(() => -1), intents: [] },
      ...policies,
    ];
    this.#couldBe = new CouldBe(exploration, archive);
  }

  /** What a kept situation without a grave finding comes to. Each is asked once, in their order. */
  of(n: number): Fairness {
    const here = this.#couldBe.of(n);
    const { before, moves } = this.#archive.kept[n] ?? NOBODY;
    // Who comes here by waiting can go on waiting: what is fair before it is fair here.
    const isPassed = this.#still.has(before) && moves.every(({ move }) => move < 0);
    if (isPassed || this.#isFair(here, null, this.#policies[0])) {
      this.#still.add(n);
      return 'fair';
    }
    if (this.#hasWay(here)) return 'fair';
    return this.#isNeglected(here) ? 'neglected' : 'none';
  }

  /** Whether one of the plays at hand leads on, or one that differs in what is done at once, or in a few things at random. */
  #hasWay(here: Supposed): boolean {
    if (this.#policies.some((policy) => this.#isFair(here, null, policy))) return true;
    const { standing, sources } = this.#exploration.system.kernel.tables;
    const did = takesOf(here.moves);
    for (const answer of [null, ...this.#firstAnswers(here)]) {
      for (const policy of this.#policies.slice(0, 2)) {
        if (this.#isFair(here, answer, policy)) return true;
        for (let source = 0; source < standing; source++) {
          if (sources[source]?.seat !== this.#exploration.matter.seat) continue;
          // What was begun before, and perhaps cut, is begun once more: a play counts what it did already.
          const again = did.filter((one) => one === source);
          const intents = [source, ...again].map((one) => ({ source: one, from: 0 }));
          const { answers } = policy;
          if (this.#isFair(here, answer, { answers, intents: [...intents, ...policy.intents] })) return true;
        }
      }
    }
    for (let change = 0; change < CHANGES; change++) {
      let policy = this.#policies[change % this.#policies.length];
      for (let deep = 0; policy !== undefined && deep <= change % 3; deep++) {
        policy = changed(this.#exploration, policy, change * 3 + deep);
      }
      if (policy !== undefined && this.#isFair(here, null, policy)) return true;
    }
    return false;
  }

  /** Whether a play, after a first answer if one is given, ends without a grave finding from whatever the situation can be. */
  #isFair({ members, moves }: Supposed, answer: Answer | null, policy: Policy): boolean {
    const { system, matter } = this.#exploration;
    const { kernel, monitor } = system;
    const did = takesOf(moves);
    return members.every(({ state }) => {
      this.runs += 1;
      this.#couldBe.load(state);
      if (answer !== null) {
        const at = kernel.at + answer.ms;
        if (kernel.advance(at) !== null || kernel.take(at, answer.source, answer.visit) !== null)
          return false;
      }
      playOn(kernel, matter.seat, policy, did, () => {});
      monitor.follow(0);
      return !monitor.grave && kernel.ended !== -1;
    });
  }

  /** The answers on offer, those that cut what the seat is doing among them: now, or as soon as one is while it does a standing action. */
  #firstAnswers({ members: [own] }: Supposed): readonly Answer[] {
    if (own === undefined) return [];
    const { kernel } = this.#exploration.system;
    const { run, tables } = kernel;
    this.#couldBe.load(own.state);
    const since = kernel.at;
    for (;;) {
      const answers: Answer[] = [];
      for (let i = 0; i < run.offersN; i += 2) {
        const [source, visit] = [int(run.offers, i), int(run.offers, i + 1)];
        const isAnswer = (tables.sources[source]?.decision ?? -1) >= 0;
        if (isAnswer) answers.push({ ms: kernel.at - since, source, visit });
      }
      if (answers.length > 0 || this.#doing() !== ACTION || kernel.nextDue < 0) return answers;
      if (kernel.advance(kernel.nextDue) !== null || kernel.ended !== -1) return answers;
    }
  }

  /** What the seat is doing: nothing (0), a standing action, or an option (2). */
  #doing(): number {
    return int(
      this.#exploration.system.kernel.run.seats,
      this.#exploration.matter.seat * SEAT_SIZE + SEAT.kind,
    );
  }

  /** Whether the seat is bound by what it began last until it has missed what it could have met instead. */
  #isNeglected({ members, moves }: Supposed): boolean {
    const last = moves.findLastIndex(({ move }) => move >= 0);
    const [own] = members;
    if (own === undefined || last < 0) return false;
    const ends = members.flatMap(({ truths, state }) => {
      const further = this.#boundTo(state);
      return further === null ? [] : [{ truths, further }];
    });
    if (ends.length === 0) return false;
    const { matter } = this.#exploration;
    if (!ends.every(({ truths, further }) => isNeglect(matter, truths, moves, further))) return false;
    const earlier = moves.slice(0, last);
    return this.#hasWay({ moves: earlier, members: this.#couldBe.after(own.truths, earlier) });
  }

  /** The time that passes until a grave finding, if it comes before the seat is done with what it is doing; else null. */
  #boundTo(state: Int32Array): readonly Move[] | null {
    const { kernel } = this.#exploration.system;
    const further: Move[] = [];
    this.#couldBe.load(state);
    while (!this.#exploration.system.monitor.grave) {
      const move = { move: -1, ms: kernel.nextDue - kernel.at };
      if (this.#doing() === 0 || move.ms < 0 || kernel.ended !== -1 || !this.#couldBe.move(move)) return null;
      further.push(move);
    }
    return further;
  }
}

/** A seat does a standing action: an answer cuts it. */
const ACTION = 1;
const NOBODY = { before: -1, moves: [] };

/** The sources that were begun, in order. */
function takesOf(moves: readonly Move[]): readonly number[] {
  return moves.flatMap(({ move }) => (move >= 0 ? [move] : []));
}
