/**
 * Situations of a scenario as numbers, and what one move makes of each: the kernel, a law's monitor and one seat's senses together
 * (SPEC RH32). Two runs stand in the same situation where everything still to come is the same, however they came there.
 */

import { takesNow } from '#kernel/acting.ts';
import { int } from '#kernel/conditions.ts';
import { Kernel } from '#kernel/kernel.ts';
import { DUE_SIZE, HEAD, SEAT, SEAT_SIZE } from '#kernel/state.ts';
import type { Under } from '#law/stack.ts';
import { AXES } from '#law/trace.ts';
import type { Playbook } from '#scenario/playbook.ts';
import { Store } from '../basis/integer-lists.ts';
import { type Telling, tellingSlots } from '../basis/slices.ts';
import { Monitor } from './law-monitor.ts';
import { ObservationSignature } from './observation-signature.ts';
import { writeKey } from './situation-key.ts';

/** Who plays, under which law, for whom. `extended` is the time factor in percent. */
export interface TransitionSystemWish {
  readonly playbook: Playbook;
  readonly seat: number;
  readonly under: Under;
  readonly extended: number;
  /** Whether truths have to be told apart by what the seat perceives: then how things look counts too. */
  readonly senses: boolean;
}

/** Letting time pass, as a move; a move of 0 or more is a source. */
export const PASS = -1;
/** What a move led to: `to` is REFUSED or RUNAWAY where it led nowhere. */
export interface Step {
  readonly to: number;
  /** The number of what the seat perceived on the way. */
  readonly signature: number;
}
export const REFUSED = -1;
export const RUNAWAY = -2;
const NOTHING = new Int32Array(0);

/** What is asked of a situation often, kept beside it. */
export interface Situation {
  readonly ended: number;
  /** Milliseconds until something is due; -1 where nothing is. */
  readonly due: number;
  /** What is on offer to the seat, as pairs of source and visit. */
  readonly offers: Int32Array;
  /** Whether the seat could begin anything of it now. */
  readonly free: boolean;
  readonly busy: boolean;
  readonly grave: boolean;
  /** Where the story stands, by region. */
  readonly place: readonly number[];
  /** By axis: FOUND bits and the word. */
  readonly found: readonly number[];
  readonly words: readonly number[];
}

/** The situations met so far. Exact: two are one only where every integer of their keys is the same. */
export class TransitionSystem {
  readonly kernel: Kernel;
  readonly monitor: Monitor;
  readonly seat: number;
  readonly situations: Situation[] = [];
  /** Moves made, refusals among them. */
  moves = 0;
  /** Moves whose act would be over among several things due, so that moments between the two tried may bring another order. */
  between = 0;
  /** Called after every stretch that was run for the first time, with its trace in the kernel. */
  onStretch: () => void = () => {};
  readonly #signature: ObservationSignature;
  readonly #keys = new Store();
  readonly #signatures = new Store();
  readonly #kept: Int32Array[] = [];
  readonly #steps = new Map<number, Map<number, Step>>();
  readonly #telling: readonly Telling[];
  readonly #senses: boolean;
  #key = NOTHING;
  #keptBytes = 0;

  constructor({ playbook, seat, under, extended, senses }: TransitionSystemWish) {
    const id = playbook.seats[seat]?.id ?? '';
    this.seat = seat;
    this.kernel = new Kernel(playbook, { seats: [id], extended, careful: true, endsStill: false });
    this.monitor = new Monitor(this.kernel.run, under, seat);
    this.#signature = new ObservationSignature(this.kernel.run, seat);
    this.#telling = tellingSlots(playbook, senses);
    this.#senses = senses;
  }

  /** The situation after STARTEX under these truths, and what the seat perceives of it. */
  open(truths: readonly number[]): Step {
    this.#signature.begin(true);
    this.kernel.openWith(truths);
    this.monitor.blank();
    this.monitor.follow(0);
    this.onStretch();
    return this.#arrive(0);
  }

  /** What comes of `ms` passing, or of taking a source now. */
  step(from: number, move: number, ms = 0): Step {
    const code = move >= 0 ? move : -1 - ms;
    const known = this.#steps.get(from) ?? new Map<number, Step>();
    this.#steps.set(from, known);
    const had = known.get(code);
    if (had !== undefined) return had;
    const made = this.#make(from, move, ms);
    known.set(code, made);
    this.moves += 1;
    return made;
  }

  /** Puts the kernel where a situation was first met. */
  load(n: number): void {
    this.put(this.#kept[n] ?? NOTHING);
  }

  /** Kernel and monitor as they stand, for `put`. */
  keep(): Int32Array {
    const { kernel, monitor } = this;
    const bare = kernel.run.keep();
    const both = new Int32Array(bare.length + monitor.size);
    both.set(bare);
    monitor.keep(both, bare.length);
    return both;
  }

  /** Puts kernel and monitor where they were kept. */
  put(kept: Int32Array): void {
    const from = kept.length - this.monitor.size;
    this.kernel.load(kept.subarray(0, from));
    this.monitor.load(kept, from);
  }

  /** Bytes held for each situation. */
  get bytesPerSituation(): number {
    const { count } = this.#keys;
    return count === 0 ? 0 : (this.#keys.bytes + this.#keptBytes + this.#signatures.bytes) / count;
  }

  #make(from: number, move: number, ms: number): Step {
    this.load(from);
    this.#signature.begin();
    const { kernel } = this;
    const since = kernel.at;
    if (move < 0) {
      if (kernel.advance(since + ms) !== null) return { to: RUNAWAY, signature: 0 };
    } else {
      const offers = this.situations[from]?.offers ?? NOTHING;
      let i = 0;
      while (i < offers.length && offers[i] !== move) i += 2;
      if (i >= offers.length) return { to: REFUSED, signature: 0 };
      this.#countBetween(move);
      const why = kernel.take(since, move, int(offers, i + 1));
      if (why !== null) return { to: why === 'runaway' ? RUNAWAY : REFUSED, signature: 0 };
    }
    this.monitor.follow(0);
    this.onStretch();
    return this.#arrive(since);
  }

  /** Numbers the situation the kernel stands in. */
  #arrive(since: number): Step {
    const { kernel, monitor } = this;
    const { run } = kernel;
    if (this.#key.length < run.s.length + monitor.size)
      this.#key = new Int32Array(run.s.length * 2 + monitor.size);
    const length = writeKey(run, this.#telling, this.#key);
    monitor.keep(this.#key, length);
    const n = this.#keys.add(this.#key, length + monitor.size);
    if (n === this.situations.length) {
      const both = this.keep();
      this.#kept.push(both);
      this.#keptBytes += both.byteLength;
      this.situations.push(this.#look());
    }
    if (!this.#senses) return { to: n, signature: 0 };
    this.#signature.read(0, since);
    return { to: n, signature: this.#signatures.add(this.#signature.ints, this.#signature.length) };
  }

  #look(): Situation {
    const { kernel, monitor, seat } = this;
    const { run, tables } = kernel;
    const offers: number[] = [];
    const kind = int(run.seats, seat * SEAT_SIZE + SEAT.kind);
    let free = false;
    const over = kernel.ended !== -1;
    for (let i = 0; i < run.offersN && !over; i += 2) {
      const source = tables.sources[int(run.offers, i)];
      if (source === undefined || source.seat !== seat) continue;
      offers.push(int(run.offers, i), int(run.offers, i + 1));
      if (source.takesMs === 0 || kind === 0 || (kind === 1 && source.decision >= 0)) free = true;
    }
    const due = kernel.nextDue;
    return {
      ended: kernel.ended,
      due: due < 0 ? -1 : due - kernel.at,
      offers: Int32Array.from(offers),
      free,
      busy: kind !== 0,
      grave: monitor.grave,
      place: [...run.place],
      found: AXES.map((_, axis) => monitor.found(axis)),
      words: AXES.map((_, axis) => monitor.word(axis)),
    };
  }

  /** Whether two or more moments at which something is due lie between the ends of an act begun now and one begun last. */
  #countBetween(source: number): void {
    const { run, tables, nextDue, at } = this.kernel;
    const begun = tables.sources[source];
    const takes = begun === undefined ? 0 : takesNow(run, begun);
    if (takes === 0 || nextDue < 0) return;
    const [first, last] = [at + takes, nextDue - 1 + takes];
    const moments = new Set<number>();
    for (let i = 0; i < int(run.s, HEAD.due); i++) {
      const due = int(run.due, i * DUE_SIZE);
      if (due > first && due < last) moments.add(due);
    }
    if (moments.size >= 2) this.between += 1;
  }
}
