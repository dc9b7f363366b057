/**
 * An abstraction of a story: a story of fewer things in which everything can happen that can happen in the whole (SPEC RH63). It keeps some
 * regions and slots and no clock. What is due happens in any order, but for what one moment set in motion: STARTEX, or the entering of a
 * state. What is not kept may be anything at any moment.
 */
import type { Playbook } from '#scenario/playbook.ts';
import { Forks } from './forks.ts';
import type { Matters } from './kept.ts';
import { type Deed, deedsOf, delayedLists, type Item, itemsOf, looseLists, timersOf } from './parts.ts';
import { MANY, REGION, Successor } from './successor.ts';

/** How a step comes about: somebody does it; it has to come if nobody does anything; it may come by itself. */
export const HOW = { done: 0, sure: 1, maybe: 2 } as const;
export type How = (typeof HOW)[keyof typeof HOW];

/** How many of the timers of STARTEX are through (-1: the run is over); the deed under way, plus one (0: none). */
const [STAGE, UNDER_WAY, FIRST] = [0, 1, 2];
/** One event from a state: its cause, and what it does first. */
type Root = (how: How, doing: () => void) => void;

/** States are lists of `words` integers; one that begins with -1 is over. */
export class Abstraction {
  readonly words: number;
  readonly successor: Successor;
  readonly #playbook: Playbook;
  readonly #forks = new Forks();
  readonly #timers: ReturnType<typeof timersOf>;
  readonly #items: readonly (readonly Item[])[];
  readonly #deeds: ReturnType<typeof deedsOf>;
  readonly #loose: readonly number[];
  /** Questions of regions that are not kept. */
  readonly #elsewhere: readonly number[];

  constructor(playbook: Playbook, seat: number, matters: Matters) {
    this.#playbook = playbook;
    this.#timers = timersOf(playbook, matters);
    this.#items = playbook.states.map((_, n) => itemsOf(playbook, matters, seat, n));
    this.#deeds = deedsOf(playbook, matters, seat);
    this.#loose = looseLists(playbook, matters, seat);
    this.#elsewhere = playbook.states.flatMap(({ region, decide }) =>
      matters.kept.regions.has(region) ? [] : decide.map(({ decision }) => decision),
    );
    this.successor = new Successor(playbook, matters, this.#forks, FIRST, delayedLists(playbook, matters));
    this.words = this.successor.ints.length;
  }

  /** Every state that STARTEX can lead to. Throws Runaway. */
  open(found: (state: Int32Array) => void): void {
    const { successor } = this;
    const { regions, slots, truths, states } = this.#playbook;
    const blank = new Int32Array(this.words);
    for (const [slot, place] of successor.slotAt) blank[place] = slots[slot]?.start ?? 0;
    for (const [region, place] of successor.regionAt) blank[place] = regions[region]?.first ?? 0;
    this.#forks.each(() => {
      successor.load(blank);
      for (const { slot, given, weights } of truths) {
        if (!successor.slotAt.has(slot)) continue;
        const known = given === null ? 0 : successor.slot(given);
        const rows = known === null ? weights : [weights[known] ?? []];
        const values = [...(rows[0] ?? []).keys()].filter((value) =>
          rows.some((row) => (row[value] ?? 0) > 0),
        );
        successor.write(slot, values[this.#forks.ask(values.length)] ?? 0);
      }
      successor.timers = new Set(this.#timers);
      for (const { first } of regions) successor.run(states[first]?.enter ?? null);
      successor.timers = new Set();
      successor.settle(false);
      found(this.#told());
    });
  }

  /** Every state that one event leads to from a state which is not over. Throws Runaway. */
  expand(state: Int32Array, found: (to: Int32Array, how: How) => void): void {
    const { successor } = this;
    const from = (how: How, mayMove: boolean, doing: () => void) =>
      this.#forks.each(() => {
        successor.load(state);
        doing();
        successor.settle(mayMove);
        found(this.#told(), how);
      });
    const root: Root = (how, doing) => from(how, false, doing);
    const stage = state[STAGE] ?? 0;
    const timer = this.#timers[stage];
    if (timer !== undefined) {
      root(HOW.sure, () => {
        successor.ints[STAGE] = stage + 1;
        successor.run(timer.list);
      });
    }
    for (const at of successor.regionAt.values()) this.#expandRegion(state, at, root);
    for (const [list, place] of successor.delayedAt) {
      const many = state[place] ?? 0;
      if (many === 0) continue;
      root(HOW.sure, () => {
        successor.ints[place] = many < MANY || this.#forks.ask(2) === 0 ? many - 1 : many;
        successor.run(list);
      });
    }
    this.#expandDeeds(state, root);
    for (const list of this.#loose) root(HOW.maybe, () => successor.run(list));
    from(HOW.maybe, true, () => {});
  }

  /** Whether something is under way in a state that has to come to something by itself. */
  isUnderWay(state: Int32Array): boolean {
    const { regionAt, delayedAt } = this.successor;
    if ((state[STAGE] ?? 0) < this.#timers.length || state[UNDER_WAY] !== 0) return true;
    for (const at of regionAt.values()) {
      const { length } = this.#items[state[at + REGION.place] ?? 0] ?? [];
      if ((state[at + REGION.step] ?? 0) < length || state[at + REGION.open] !== 0) return true;
    }
    return [...delayedAt.values()].some((place) => state[place] !== 0);
  }

  /** What a state set in motion, and what comes of its open questions. */
  #expandRegion(state: Int32Array, at: number, root: Root): void {
    const { successor } = this;
    const items = this.#items[state[at + REGION.place] ?? 0] ?? [];
    const step = state[at + REGION.step] ?? 0;
    const open = state[at + REGION.open] ?? 0;
    const next = items[step];
    if (next !== undefined) {
      root(HOW.sure, () => {
        successor.ints[at + REGION.step] = step + 1;
        if (next.kind === 'list') successor.run(next.list);
        else if (successor.holds(next.when)) successor.ints[at + REGION.open] = open | (1 << step);
      });
    }
    items.forEach((item, n) => {
      if (item.kind !== 'ask' || (open & (1 << n)) === 0) return;
      const close = () => {
        successor.ints[at + REGION.open] = open & ~(1 << n);
      };
      root(HOW.sure, () => {
        close();
        successor.run(this.#playbook.decisions[item.decision]?.silence ?? null);
      });
      this.#expandAnswers(state, item.decision, root, close);
    });
  }

  /** What is done unasked, or elsewhere, and the end of what is under way. */
  #expandDeeds(state: Int32Array, root: Root): void {
    const { successor } = this;
    const deed = this.#underWay(state);
    if (deed !== undefined) {
      const free = () => {
        successor.ints[UNDER_WAY] = 0;
      };
      root(HOW.sure, () => {
        free();
        this.#land(deed);
      });
      // An answer to some question cuts it.
      if (deed.isAction) root(HOW.done, free);
    }
    for (const n of this.#deeds.actions) this.#expandDeed(state, n, root, () => {});
    for (const decision of this.#elsewhere) this.#expandAnswers(state, decision, root, null);
  }

  #expandAnswers(state: Int32Array, decision: number, root: Root, close: (() => void) | null): void {
    const answers = this.#deeds.answers[decision] ?? [];
    for (const n of answers) if (n !== null) this.#expandDeed(state, n, root, close ?? (() => {}));
    // Answers that nothing comes of, once for all.
    if (close !== null && answers.includes(null)) root(HOW.done, close);
  }

  #expandDeed(state: Int32Array, n: number, root: Root, first: () => void): void {
    const { successor } = this;
    const deed = this.#deeds.all[n];
    const busy = this.#underWay(state);
    if (deed === undefined) return;
    // An action waits until its person is free; an answer only for another answer.
    if (deed.takesMs > 0 && busy !== undefined && (deed.isAction || !busy.isAction)) return;
    successor.load(state);
    if (!successor.mayHold(deed.when)) return;
    root(HOW.done, () => {
      first();
      if (deed.takesMs > 0) successor.ints[UNDER_WAY] = n + 1;
      else this.#land(deed);
    });
  }

  #land({ list, done }: Deed): void {
    if (done >= 0) this.successor.write(done, Math.min((this.successor.slot(done) ?? 0) + 1, 9));
    this.successor.run(list);
  }

  #underWay(state: Int32Array): Deed | undefined {
    return this.#deeds.all[(state[UNDER_WAY] ?? 0) - 1];
  }

  /** The state come to; all that are over are one. */
  #told(): Int32Array {
    if (this.successor.isOver) this.successor.ints.fill(-1);
    return this.successor.ints;
  }
}
