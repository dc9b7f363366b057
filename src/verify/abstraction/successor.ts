/** One state of an abstraction in the making: what effects make of it, and what has to move then (SPEC RH63). */
import type { Effect, Playbook, ValueOf } from '#scenario/playbook.ts';
import type { Forks } from './forks.ts';
import type { Matters } from './kept.ts';
import { type Known, valueIn } from './three-valued.ts';

/** For each region: where it stands, how much of what that set in motion is through, which of its questions are open. */
export const REGION = { place: 0, step: 1, open: 2 } as const;
const REGION_SIZE = 3;
/** Delayed effects under way count no further: so many or more. */
export const MANY = 2;
/** More moves than any story makes in one instant. */
const MOST_MOVES = 200;

/** Thrown where moves follow each other without end in one instant. */
export class Runaway extends Error {}

/** A state as integers: `from` of its owner's, then regions, slots, delayed effects under way. */
export class Successor {
  ints: Int32Array;
  isOver = false;
  /** Delayed effects that are counted elsewhere. */
  timers: ReadonlySet<Effect> = new Set();
  /** Called for every condition that hung on what is not kept. */
  onUnknown: (condition: number) => void = () => {};
  readonly regionAt: ReadonlyMap<number, number>;
  readonly slotAt: ReadonlyMap<number, number>;
  readonly delayedAt: ReadonlyMap<number, number>;
  readonly #playbook: Playbook;
  readonly #matters: Matters;
  readonly #forks: Forks;
  readonly #known: Known;
  #signals: number[] = [];

  constructor(playbook: Playbook, matters: Matters, forks: Forks, from: number, delayed: readonly number[]) {
    this.#playbook = playbook;
    this.#matters = matters;
    this.#forks = forks;
    let at = from;
    const place = (size: number) => (one: number) => {
      at += size;
      return [one, at - size] as const;
    };
    const sorted = (ones: Iterable<number>) => [...ones].sort((a, b) => a - b);
    this.regionAt = new Map(sorted(matters.kept.regions).map(place(REGION_SIZE)));
    this.slotAt = new Map(sorted(matters.kept.slots).map(place(1)));
    this.delayedAt = new Map(delayed.map(place(1)));
    this.ints = new Int32Array(at);
    const read = (at: number | undefined) => (at === undefined ? null : (this.ints[at] ?? 0));
    this.#known = {
      slot: (slot) => read(this.slotAt.get(slot)),
      region: (region) => read(this.regionAt.get(region)),
    };
  }

  /** Begins anew from a state. */
  load(state: Int32Array): void {
    this.ints.set(state);
    this.isOver = false;
    this.#signals = [];
  }

  /** What a slot is known to be; null where it is not kept. */
  slot(slot: number): number | null {
    return this.#known.slot(slot);
  }

  /** Writes a slot that is kept, within its bounds. */
  write(slot: number, value: number): void {
    const place = this.slotAt.get(slot);
    const { min, max } = this.#playbook.slots[slot] ?? { min: 0, max: 0 };
    if (place !== undefined) this.ints[place] = Math.min(max, Math.max(min, value));
  }

  /** Runs what matters of a list; moves and the end are noted. */
  run(list: number | null): void {
    if (list === null || !this.#matters.list(list)) return;
    for (const effect of this.#playbook.lists[list] ?? []) if (this.#matters.effect(effect)) this.#do(effect);
  }

  /** Whether a condition holds; where it hangs on what is not kept, it does and does not, one after the other. */
  holds(condition: number | null): boolean {
    const value = this.#valueOf(condition);
    if (value !== null) return value !== 0;
    this.onUnknown(condition ?? -1);
    return this.#forks.ask(2) === 0;
  }

  /** Whether a condition is not known to be false. */
  mayHold(condition: number | null): boolean {
    return this.#valueOf(condition) !== 0;
  }

  /**
   * Signals are followed and guards asked until nothing has to move, as in the exercise (SPEC EX11, EX16). What may move is followed where
   * something else moves with it, else only where `mayMove`: that is a step of its own.
   */
  settle(mayMove: boolean): void {
    const { states, signals } = this.#playbook;
    for (let moves = 0; ; moves++) {
      if (moves > MOST_MOVES) throw new Runaway();
      const signal = signals[this.#signals.shift() ?? -1];
      if (signal !== undefined) {
        if (this.regionAt.has(signal.region)) this.#move([[signal.region, null, signal.state]]);
        continue;
      }
      if (!(mayMove && moves === 0) && !this.#hasToMove()) return;
      const ways = [...this.regionAt].flatMap(([region, at]): Way[] => {
        const way = states[this.ints[at] ?? 0]?.settle.find(({ when }) => this.holds(when));
        return way === undefined ? [] : [[region, way.list, way.to]];
      });
      if (ways.length === 0) return;
      this.#move(ways);
    }
  }

  #hasToMove(): boolean {
    const { states } = this.#playbook;
    return [...this.regionAt.values()].some((at) =>
      states[this.ints[at] ?? 0]?.settle.some(({ when }) => (this.#valueOf(when) ?? 0) !== 0),
    );
  }

  #move(ways: readonly Way[]): void {
    const { states } = this.#playbook;
    const from = ways.map(([region]) => this.ints[this.#at(region)] ?? 0);
    for (const [region, , to] of ways) {
      const at = this.#at(region);
      this.ints[at + REGION.place] = to;
      this.ints[at + REGION.step] = 0;
      this.ints[at + REGION.open] = 0;
    }
    ways.forEach(([, list, to], n) => {
      this.run(states[from[n] ?? 0]?.leave ?? null);
      this.run(list);
      this.run(states[to]?.enter ?? null);
    });
  }

  #do(effect: Effect): void {
    switch (effect.do) {
      case 'end':
        this.isOver = true;
        return;
      case 'go':
        this.#signals.push(effect.signal);
        return;
      case 'after': {
        const place = this.timers.has(effect) ? undefined : this.delayedAt.get(effect.list);
        if (place !== undefined) this.ints[place] = Math.min((this.ints[place] ?? 0) + 1, MANY);
        return;
      }
      case 'when':
        this.run(this.holds(effect.if) ? effect.then : effect.else);
        return;
      case 'line':
        // Whoever is on the air misses it, and it is said again, or not.
        if (this.#forks.ask(2) === 0) this.run(effect.then ?? null);
        return;
      case 'set':
      case 'learn':
        this.write(effect.slot, this.#given(effect.value));
        return;
      case 'add':
        this.write(effect.slot, (this.slot(effect.slot) ?? 0) + effect.by);
        return;
      case 'report': {
        const { min, max } = this.#playbook.slots[effect.slot] ?? { min: 0, max: 0 };
        const value = this.slot(effect.slot) ?? min + this.#forks.ask(max - min + 1);
        if (value !== 0) this.write(this.#matters.writes.by(effect), value);
        return;
      }
      case 'move':
        this.write(this.#matters.writes.by(effect), effect.place);
        return;
      case 'reveal':
      case 'arrives':
        this.write(this.#matters.writes.by(effect), 1);
        return;
      case 'repeat':
      case 'observe':
      case 'sound':
        return;
      default:
        effect satisfies never;
    }
  }

  #given(value: ValueOf): number {
    if ('value' in value) return value.value;
    return value.map[this.slot(value.slot) ?? this.#forks.ask(value.map.length)] ?? 0;
  }

  #valueOf(condition: number | null): number | null {
    const expr = condition === null ? undefined : this.#playbook.conditions[condition];
    return expr === undefined ? 1 : valueIn(expr, this.#known);
  }

  #at(region: number): number {
    return this.regionAt.get(region) ?? 0;
  }
}

type Way = readonly [region: number, list: number | null, to: number];
