/**
 * What one seat perceives of a stretch of a run, as integers to compare: two stretches that write the same were the same to the seat
 * (SPEC RH33). It is what its view tells (EX9): lines as heard, what it learns and from whom, what it observes, is offered and asked,
 * sounds, who comes, where what it can see stands and how that looks, and what the meters shown to it say.
 */
import { int } from '#kernel/conditions.ts';
import { type CodeOf, codeAt, EVENT, STAMP } from '#kernel/events.ts';
import { holds, type Run } from '#kernel/state.ts';

/** Writes down what a seat perceives. Numbers stand for texts within one signature only. */
export class ObservationSignature {
  readonly #run: Run;
  readonly #seat: number;
  /** The slot of the seat's own place; -1 where it has no token. */
  readonly #own: number;
  /** By line: who says it on which channel, with all its words, with those of a broken one, and with none: as EAR counts. */
  readonly #heard: readonly (readonly [number, number, number])[];
  /** By meter the seat sees: its slot, and what it showed last. */
  readonly #meters: readonly { readonly slot: number; was: number }[];
  ints = new Int32Array(1024);
  length = 0;

  constructor(run: Run, seat: number) {
    const { lines, playbook } = run.tables;
    const numbers = new Map<string, number>();
    const numberOf = (heard: string) => {
      const n = numbers.get(heard) ?? numbers.size + 1;
      numbers.set(heard, n);
      return n;
    };
    this.#run = run;
    this.#seat = seat;
    const me = playbook.speakers.find((one) => one.seat === seat)?.id;
    this.#own = playbook.tokens.find((one) => one.id === me)?.spot ?? -1;
    const meters = playbook.meters ?? [];
    this.#meters = meters.filter(({ seats }) => seats.includes(seat)).map(({ slot }) => ({ slot, was: 0 }));
    this.#heard = lines.map(({ list, n }) => {
      const effect = playbook.lists[list]?.[n];
      if (effect?.do !== 'line') return [0, 0, 0] as const;
      const who = `${effect.from} ${effect.channel}`;
      const said = (id: string) => numberOf(`${who} ${playbook.texts[id] ?? id}`);
      return [said(effect.text), said(effect.heard?.text ?? ''), numberOf(who)] as const;
    });
  }

  /** Notes what meters show before a stretch begins: as they stand, or at STARTEX where they start. */
  begin(isStart = false): void {
    const { slots, tables } = this.#run;
    for (const meter of this.#meters) {
      meter.was = isStart ? (tables.playbook.slots[meter.slot]?.start ?? 0) : int(slots, meter.slot);
    }
  }

  /** Reads the trace from integer `from`; moments count from `since`. Then what stands in sight. */
  read(from: number, since: number): void {
    const { t, tn } = this.#run;
    this.length = 0;
    for (let at = from; at < tn; at += int(t, at + 1)) this.#event(at, int(t, at + 2) - since);
    for (const meter of this.#meters) this.#shows(meter, from, since);
    this.#look();
  }

  #event(at: number, now: number): void {
    const { t, tables } = this.#run;
    const kind = codeAt(this.#run, at);
    const from = at + STAMP;
    const [a, b, c] = [int(t, from), int(t, from + 1), int(t, from + 2)];
    const isMine = (source: number) => tables.sources[source]?.seat === this.#seat;
    switch (kind) {
      case EVENT.told: {
        if (!this.#isTold(at)) return;
        this.#put(kind, now, b, this.#heard[a]?.[b] ?? 0);
        return;
      }
      case EVENT.learnt:
        if (int(tables.knower, a) === this.#seat) {
          this.#put(kind, now, a, b, int(t, from + 3), int(t, from + 4));
        }
        return;
      case EVENT.observed:
        if (a === this.#seat) this.#put(kind, now, b);
        return;
      case EVENT.done:
      case EVENT.cut:
        if (b === this.#seat) this.#put(kind, now);
        return;
      case EVENT.offered:
      case EVENT.withdrawn:
        if (isMine(a)) this.#put(kind, now, a);
        return;
      case EVENT.asked:
        if (int(tables.askedOf, a) === this.#seat) this.#put(kind, now, a, c - int(t, at + 2));
        return;
      case EVENT.lapsed:
        if (int(tables.askedOf, a) === this.#seat) this.#put(kind, now, a);
        return;
      case EVENT.moved: {
        const shown = tables.playbook.tokens[a]?.shown ?? -1;
        if (shown < 0 || int(this.#run.slots, shown) === 1) this.#put(kind, now, a, b, c);
        return;
      }
      case EVENT.revealed:
        if (tables.pools[b]?.includes(this.#seat)) this.#put(kind, now, a);
        return;
      case EVENT.sound: {
        const sound = tables.sounds[a];
        if (sound?.to?.includes(this.#seat) ?? true) this.#put(kind, now, a);
        return;
      }
      case EVENT.arrived:
      case EVENT.ended:
        this.#put(kind, now, a);
        return;
      // What it did it knows; words change nothing, and the rest is seen by nobody.
      default:
        kind satisfies CodeOf<'act' | 'closed' | 'said' | 'world' | 'objective'>;
    }
  }

  /** Each moment at which a meter shows another number; what comes and goes in one moment is seen by nobody. */
  #shows(meter: { readonly slot: number; was: number }, from: number, since: number): void {
    const { t, tn } = this.#run;
    let [moment, value] = [since, meter.was];
    const settle = () => {
      if (value !== meter.was) this.#put(EVENT.world, moment - since, meter.slot, value);
      meter.was = value;
    };
    for (let at = from; at < tn; at += int(t, at + 1)) {
      if (codeAt(this.#run, at) !== EVENT.world || int(t, at + STAMP) !== meter.slot) continue;
      if (int(t, at + 2) !== moment) settle();
      [moment, value] = [int(t, at + 2), int(t, at + STAMP + 1)];
    }
    settle();
  }

  #isTold(at: number): boolean {
    const { t } = this.#run;
    const end = at + int(t, at + 1);
    for (let i = at + STAMP + 2; i < end; i++) if (int(t, i) === this.#seat) return true;
    return false;
  }

  #look(): void {
    const { slots, tables } = this.#run;
    const mine = this.#awayAt(this.#own);
    for (const { slot } of this.#meters) this.#put(int(slots, slot));
    for (const { shown, spot, looks } of tables.playbook.tokens) {
      if ((shown >= 0 && int(slots, shown) !== 1) || this.#awayAt(spot) !== mine) this.#put(-1);
      else this.#put(int(slots, spot), looks?.findIndex(({ when }) => holds(this.#run, when ?? -1)) ?? -1);
    }
  }

  /** The place out of sight that a slot of a token holds; -1 while it is on the table (EX28). Told a little early: the kernel keeps no ways. */
  #awayAt(spot: number): number {
    const place = spot < 0 ? -1 : int(this.#run.slots, spot);
    return this.#run.tables.playbook.places[place]?.away ? place : -1;
  }

  #put(...ints: readonly number[]): void {
    if (this.length + ints.length > this.ints.length) {
      const longer = new Int32Array(this.ints.length * 2);
      longer.set(this.ints);
      this.ints = longer;
    }
    for (const one of ints) {
      this.ints[this.length] = one;
      this.length += 1;
    }
  }
}
