/** What law has to know of a whole coded trace before it judges it: what was cut, what was on offer from when until when, what stayed unmet. */
import { AXES } from '#law/trace.ts';
import { int } from './conditions.ts';
import { AIM, type CodeOf, codeAt, EVENT, STAMP } from './events.ts';
import type { LawTables } from './law-tables.ts';
import type { Run } from './state.ts';

/** Later than any moment of a run. */
export const NEVER = 0x7fffffff;

/** One seat's chances in the run that was gathered last (SPEC LW10). */
export class Chances {
  readonly #law: LawTables;
  readonly #run: Run;
  /** By act id, 1 where it was cut. */
  cut = new Uint8Array(1024);
  /** By axis, 1 where an objective was not met. */
  readonly unmet = new Uint8Array(AXES.length);
  /** Offers in triples: source, from, until. */
  #offers = new Int32Array(3 * 512);
  #offersN = 0;
  /** By source, where its offer stands that is still open; -1 for none. */
  readonly #open: Int32Array;

  constructor(law: LawTables, run: Run) {
    this.#law = law;
    this.#run = run;
    this.#open = new Int32Array(run.tables.sources.length);
  }

  /** Reads the whole trace. */
  gather(): void {
    const { t, tn, tables } = this.#run;
    const { seat } = this.#law;
    this.cut.fill(0);
    this.unmet.fill(0);
    this.#open.fill(-1);
    this.#offersN = 0;
    let running = 0;
    for (let at = 0; at < tn; at += int(t, at + 1)) {
      const a = int(t, at + STAMP);
      const code = codeAt(this.#run, at);
      switch (code) {
        case EVENT.act:
          if (a >= this.cut.length) this.#makeRoom();
          running = this.#begun(at, running);
          break;
        case EVENT.cut:
          if (int(t, at + STAMP + 1) === seat) this.cut[a] = 1;
          if (a === running) running = 0;
          break;
        case EVENT.done:
          if (a === running) running = 0;
          break;
        case EVENT.ended:
          // A standing action that ENDEX broke off came to nothing, as one that was cut.
          this.cut[running] = 1;
          break;
        case EVENT.withdrawn:
          if (tables.sources[a]?.seat === seat) this.#withdrawn(a, int(t, at + 2));
          break;
        case EVENT.offered:
          if (tables.sources[a]?.seat === seat) this.#offered(a, int(t, at + 2));
          break;
        case EVENT.objective: {
          const one = tables.playbook.objectives[a];
          if (one?.seat === seat && int(t, at + STAMP + 1) === AIM.unmet)
            this.unmet[AXES.indexOf(one.axis)] = 1;
          break;
        }
        default:
          code satisfies CodeOf<
            | 'observed'
            | 'closed'
            | 'told'
            | 'learnt'
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
  }

  /** The first moment in `[from, to)` at which an act that meets the duty was on offer; -1 if none was. */
  first(duty: number, from: number, to: number): number {
    if (from >= to) return -1;
    const { meets } = this.#law;
    const sources = this.#open.length;
    let first = NEVER;
    for (let i = 0; i < this.#offersN; i += 3) {
      const begun = int(this.#offers, i + 1);
      const over = int(this.#offers, i + 2);
      if (over <= begun || begun >= to || over <= from) continue;
      if (int(meets, duty * sources + int(this.#offers, i)) === 0) continue;
      first = Math.min(first, Math.max(begun, from));
    }
    return first === NEVER ? -1 : first;
  }

  /** The standing action of the seat that runs once the act at `place` has begun; 0 for none. */
  #begun(place: number, before: number): number {
    const { t, tables } = this.#run;
    const source = tables.sources[int(t, place + STAMP + 1)];
    if (source?.seat !== this.#law.seat || int(t, place + STAMP + 3) === 0) return before;
    return source.action >= 0 ? int(t, place + STAMP) : 0;
  }

  #withdrawn(source: number, now: number): void {
    const before = int(this.#open, source);
    if (before >= 0) this.#offers[before + 2] = now;
    this.#open[source] = -1;
  }

  #offered(source: number, now: number): void {
    this.#withdrawn(source, now);
    if (this.#offersN + 3 > this.#offers.length) this.#offers = longer(this.#offers);
    this.#offers[this.#offersN] = source;
    this.#offers[this.#offersN + 1] = now;
    this.#offers[this.#offersN + 2] = NEVER;
    this.#open[source] = this.#offersN;
    this.#offersN += 3;
  }

  #makeRoom(): void {
    const more = new Uint8Array(this.cut.length * 2);
    more.set(this.cut);
    this.cut = more;
  }
}

/** The same integers with as much room again. */
export function longer(ints: Int32Array): Int32Array<ArrayBuffer> {
  const more = new Int32Array(ints.length * 2);
  more.set(ints);
  return more;
}
