/**
 * What one seat of a kernel's run could know at this moment: what is on offer, what it knows, perceives and has done (SPEC RH50). A bot
 * gets this and nothing else, so no truth, ref, effect or condition can reach it.
 */
import { at } from '#exercise/invariant.ts';
import { type RenderLocale, textOf } from '#exercise/words.ts';
import { takesNow } from '#kernel/acting.ts';
import { int } from '#kernel/conditions.ts';
import type { Kernel } from '#kernel/kernel.ts';
import { actsOf } from '#kernel/law-tables.ts';
import { HEAD, OPEN, OPEN_SIZE, SEAT, SEAT_SIZE } from '#kernel/state.ts';
import { OP, ROW, type Tables } from '#kernel/tables.ts';
import type { Act } from '#law/acts.ts';
import { readingMs } from '#scenario/texts/reading-time.ts';

/** An option or a standing action, as it reads: `n` numbers the sources of the kernel, `decision` is -1 for a standing action. */
export interface Choice {
  readonly n: number;
  readonly decision: number;
  /** Its place on the card as the author wrote it; -1 for a standing action. */
  readonly place: number;
  readonly acts: readonly Act[];
  readonly text: string;
  readonly takesMs: number;
  /** It asks for what was missed on the radio to be said again. */
  readonly asksAgain: boolean;
}
/** An open decision: what may be chosen now, in authored order, and how long reading it takes. */
export interface Card {
  readonly decision: number;
  /** The decision's id and how many options it has in all: with the seed they say in which order the seat sees them. */
  readonly id: string;
  readonly size: number;
  readonly visit: number;
  readonly opened: number;
  readonly lapses: number;
  readonly readingMs: number;
  readonly choices: readonly Choice[];
}

/** The eyes of a seat, for every run of the kernel. Asked anew at each moment; answers are read before the run goes on. */
export class SeatObservation {
  readonly seat: number;
  readonly #kernel: Kernel;
  readonly #choices: readonly Choice[];
  readonly #readings: readonly number[];
  readonly #kinds: readonly string[];

  constructor(kernel: Kernel, seat: number, locale: RenderLocale = { lang: 'en', words: 'plain' }) {
    const { tables } = kernel;
    const { playbook } = tables;
    const say = (id: string) => textOf(playbook, id, locale);
    this.seat = seat;
    this.#kernel = kernel;
    this.#kinds = playbook.observations.map((one) => one.observation);
    this.#choices = tables.sources.map((source, n) => {
      const { action, decision, option, takesMs, then } = source;
      const id = (action >= 0 ? playbook.actions[action] : playbook.decisions[decision]?.options[option])
        ?.say;
      return {
        n,
        decision,
        place: option,
        acts: actsOf(tables, source),
        text: say(id ?? ''),
        takesMs,
        asksAgain: repeats(tables, then),
      };
    });
    this.#readings = playbook.decisions.map(({ ask, options }) =>
      readingMs([ask, ...options.map((one) => one.say)].map(say)),
    );
  }

  /** Milliseconds since STARTEX. */
  get at(): number {
    return this.#kernel.at;
  }

  /** Whether nothing keeps the seat busy. */
  get isFree(): boolean {
    return int(this.#kernel.run.seats, this.seat * SEAT_SIZE + SEAT.act) === 0;
  }

  /** Whether a card may be answered: only an answer in progress, not a standing action, stands in the way. */
  get mayAnswer(): boolean {
    return int(this.#kernel.run.seats, this.seat * SEAT_SIZE + SEAT.kind) !== 2;
  }

  /** How many radio calls did not get through whole. */
  get missed(): number {
    return int(this.#kernel.run.seats, this.seat * SEAT_SIZE + SEAT.missed);
  }

  /** Open cards with anything to choose, the one that lapses first at the front (as in a seat's view). */
  cards(): readonly Card[] {
    const { open, s, tables } = this.#kernel.run;
    const cards: Card[] = [];
    const end = int(s, HEAD.open) * OPEN_SIZE;
    for (let i = 0; i < end; i += OPEN_SIZE) {
      const decision = int(open, i);
      if (int(tables.askedOf, decision) !== this.seat) continue;
      const choices = this.#onOffer((source) => source.decision === decision);
      if (choices.length === 0) continue;
      const { id, options } = at(tables.playbook.decisions, decision);
      cards.push({
        decision,
        id,
        size: options.length,
        visit: int(open, i + OPEN.visit),
        opened: int(open, i + OPEN.opened),
        lapses: int(open, i + OPEN.lapses),
        readingMs: this.#readings[decision] ?? 0,
        choices,
      });
    }
    return cards.sort((a, b) => a.lapses - b.lapses);
  }

  /** Standing actions possible now, in the playbook's order. */
  actions(): readonly Choice[] {
    return this.#onOffer((source) => source.decision < 0 && source.seat === this.seat);
  }

  /** What the seat holds of a fact, by its value's name; null where the scenario has no such fact. */
  knows(fact: string): string | null {
    const { tables, slots } = this.#kernel.run;
    for (const slot of tables.knownOf[this.seat] ?? []) {
      const { known, values } = tables.playbook.slots[slot] ?? { known: null, values: null };
      if (known?.fact === fact) return values?.[int(slots, slot)] ?? String(int(slots, slot));
    }
    return null;
  }

  /** The kinds of observation that are open for the seat. */
  sees(): ReadonlySet<string> {
    const { seeing, s } = this.#kernel.run;
    const kinds = new Set<string>();
    for (let i = 0; i < int(s, HEAD.seeing) * 2; i += 2) {
      if (int(seeing, i) === this.seat) kinds.add(this.#kinds[int(seeing, i + 1)] ?? '');
    }
    return kinds;
  }

  #onOffer(which: (source: Tables['sources'][number]) => boolean): readonly Choice[] {
    const { offers, offersN, tables } = this.#kernel.run;
    const found: Choice[] = [];
    for (let i = 0; i < offersN; i += 2) {
      const n = int(offers, i);
      const [source, choice] = [tables.sources[n], this.#choices[n]];
      if (source === undefined || choice === undefined || !which(source)) continue;
      const takesMs = takesNow(this.#kernel.run, source);
      found.push(takesMs === choice.takesMs ? choice : { ...choice, takesMs });
    }
    return found;
  }
}

function repeats({ rows, rowAt }: Tables, list: number): boolean {
  if (list < 0) return false;
  for (let at = int(rowAt, list); at < int(rowAt, list + 1); at += ROW) {
    if (int(rows, at) === OP.repeat) return true;
  }
  return false;
}
