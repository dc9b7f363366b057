/**
 * Duties beside a run: each opens on what the seat perceives and ends met, late, missed, or without a finding (SPEC LW9 to LW11, LW29).
 *
 * A fold over the trace in its order. Acts that were cut are known from the start, since law is asked after the run or at a pause.
 */
import type { Act } from './acts.ts';
import { HOW, NOT, OUTCOMES, openDuty, STANDS, stepDuty } from './algebra.ts';
import { actMatches, holds, seenMatches } from './match.ts';
import { firstChance, type Offer, offersTo } from './offers.ts';
import type { Duty, Pattern } from './pack.ts';
import { BLANK, isOpen, type Perception, perceive } from './perception.ts';
import type { InForce, Stack } from './stack.ts';
import type { Stamp, TraceEvent } from './trace.ts';

/** How a duty ended, with everything a finding needs. */
export interface Outcome {
  readonly duty: InForce<Duty>;
  readonly outcome: 'met' | 'late' | 'missed';
  /** When it ended: the act that met it, the opening if an earlier act did, the choice that gave it up, or when it was due. */
  readonly stamp: Stamp;
  readonly opened: number;
  readonly due: number;
  readonly chance: number | null;
  /** The act event that met it or gave it up, and those of its acts that met it. */
  readonly act: number | null;
  readonly acts: readonly Act[];
}

/** What the seat's duties came to, in the order they ended; those still open at the end of the trace are in `open`, by id. */
export interface Watched {
  readonly outcomes: readonly Outcome[];
  readonly open: readonly string[];
}

/** Follows one seat's duties over a trace. `cut` holds the ids of acts that were cut short: they meet nothing. */
export function watchDuties(
  trace: readonly TraceEvent[],
  seat: string,
  stack: Stack,
  cut: ReadonlySet<number>,
): Watched {
  const watch = new Watch(stack, offersTo(trace, seat));
  let perception = BLANK;
  for (const event of trace) {
    watch.timeIs(event);
    if (event.kind === 'act' && event.seat === seat && event.human && !cut.has(event.id)) watch.acted(event);
    if (event.kind === 'observed' && event.seat === seat) {
      const isNew = !isOpen(perception, event);
      perception = perceive(perception, event, seat);
      if (isNew) watch.observed(event, perception);
    } else {
      perception = perceive(perception, event, seat);
    }
    if (event.kind === 'ended') watch.ended(event);
  }
  return watch.close();
}

type Of<Kind extends TraceEvent['kind']> = Extract<TraceEvent, { readonly kind: Kind }>;

interface Open {
  readonly duty: InForce<Duty>;
  readonly opened: number;
  /** Null until the observation it runs until has opened, or ENDEX come. */
  due: number | null;
  /** Set once it is due and not met: the last entry before that. */
  overdue: Stamp | null;
  /** The choice that gave it up before it was due. */
  waived: Of<'act'> | null;
}

class Watch {
  readonly #stack: Stack;
  readonly #offers: readonly Offer[];
  readonly #outcomes: Outcome[] = [];
  readonly #past: { readonly event: Of<'act'>; readonly act: Act }[] = [];
  /** Per duty, the acts that have met it: an act meets a duty once. */
  readonly #spent = new Map<string, Set<number>>();
  #open: Open[] = [];
  #last: Stamp = { at: 0, seq: 0 };

  constructor(stack: Stack, offers: readonly Offer[]) {
    this.#stack = stack;
    this.#offers = offers;
  }

  /** What is due at or before this moment is due before anything happens at it, as everywhere in a run. */
  timeIs(event: TraceEvent): void {
    for (const open of this.#open) {
      if (open.overdue !== null || open.due === null || open.due > event.at) continue;
      open.overdue = { at: open.due, seq: this.#last.seq };
    }
    this.#last = { at: event.at, seq: event.seq };
  }

  acted(event: Of<'act'>): void {
    this.#open = this.#open.filter((open) => {
      const { metBy, waivedBy = [] } = open.duty.item;
      const acts = event.acts.filter((act) => anyAct(metBy, act));
      const how = acts.length === 0 ? NOT : this.#step(open, 'acted');
      if (how !== NOT) {
        this.#end(open, how, event, { event, acts });
        return false;
      }
      const isGivenUp = event.acts.some((act) => anyAct(waivedBy, act));
      if (isGivenUp && open.overdue === null) open.waived ??= event;
      return true;
    });
    for (const act of event.acts) this.#past.push({ event, act });
  }

  observed(event: Of<'observed'>, perception: Perception): void {
    const seen = { observation: event.observation, fields: event.fields };
    this.#open = this.#open.filter((open) => {
      if (open.duty.item.endsWith.some((pattern) => seenMatches(pattern, seen))) {
        this.#lapse(open);
        return false;
      }
      if (untilOf(open.duty.item) === event.observation && open.overdue === null) this.#fall(open, event);
      return true;
    });
    for (const duty of this.#stack.duties) {
      if (duty.item.opens.some((pattern) => seenMatches(pattern, seen))) this.#begin(duty, event, perception);
    }
  }

  /** A run that was stopped judges nothing that was still open. */
  ended(event: Of<'ended'>): void {
    if (event.ending === 'stopped') return;
    for (const open of this.#open) {
      if (untilOf(open.duty.item) === 'endex' && open.overdue === null) this.#fall(open, event);
    }
  }

  close(): Watched {
    const waiting = this.#open.filter((open) => open.overdue === null);
    for (const open of this.#open) this.#lapse(open);
    return { outcomes: this.#outcomes, open: waiting.map((open) => open.duty.item.id) };
  }

  #begin(duty: InForce<Duty>, event: Of<'observed'>, perception: Perception): void {
    const { item } = duty;
    if (this.#open.some((open) => open.duty.item.id === item.id)) return;
    const situation = { ...this.#stack.about, ...perception };
    if (!holds(item.when, null, situation)) return;
    if (item.unless.some((block) => holds(block, null, situation))) return;
    const due = 'withinMs' in item.due ? event.at + item.due.withinMs : null;
    const open: Open = { duty, opened: event.at, due, overdue: null, waived: null };
    const earlier = item.earlier === 'ignored' ? [] : this.#earlier(item);
    const fresh = earlier.filter(({ event: { id } }) => !this.#spent.get(item.id)?.has(id)).at(-1);
    const isOver = item.endsWith.some((pattern) =>
      perception.seeing.some((one) => seenMatches(pattern, one)),
    );
    const comes = openDuty(item.earlier, fresh !== undefined, earlier.length > 0, isOver);
    if (comes === STANDS.open) this.#open.push(open);
    else if (comes === HOW.met && fresh !== undefined) {
      this.#end(open, comes, event, { event: fresh.event, acts: [fresh.act] }, true);
    }
  }

  /** Earlier acts that meet the duty and that nothing since has undone. */
  #earlier(item: Duty): { readonly event: Of<'act'>; readonly act: Act }[] {
    const undone = this.#past.findLastIndex(({ act }) => anyAct(item.undoneBy, act));
    return this.#past.slice(undone + 1).filter(({ act }) => anyAct(item.metBy, act));
  }

  #fall(open: Open, stamp: Stamp): void {
    open.due = stamp.at;
    open.overdue = { at: stamp.at, seq: stamp.seq };
  }

  /** Closes a duty that was not met: missed if it was given up, or was due and could have been met by then; else no finding. */
  #lapse(open: Open): void {
    const how = this.#step(open, 'lapsed');
    const { waived } = open;
    const stamp = waived ?? open.overdue;
    if (how !== NOT && stamp !== null) {
      this.#end(open, how, stamp, waived === null ? null : { event: waived, acts: [] });
    }
  }

  #step(open: Open, step: 'acted' | 'lapsed'): number {
    const { overdue, waived } = open;
    const stands = overdue !== null ? STANDS.overdue : waived !== null ? STANDS.waived : STANDS.open;
    const hadChance = waived !== null || (overdue !== null && this.#chance(open, open.due) !== null);
    return stepDuty(stands, step, hadChance, open.duty.item.late !== null);
  }

  #chance(open: Open, before: number | null): number | null {
    const { metBy } = open.duty.item;
    return firstChance(this.#offers, metBy, open.opened, before ?? Number.POSITIVE_INFINITY);
  }

  #end(
    open: Open,
    how: number,
    stamp: Stamp,
    by: { readonly event: Of<'act'>; readonly acts: readonly Act[] } | null,
    before = false,
  ): void {
    const { item } = open.duty;
    if (by !== null && how !== HOW.missed) {
      this.#spent.set(item.id, (this.#spent.get(item.id) ?? new Set<number>()).add(by.event.id));
    }
    const until = how === HOW.missed && open.waived !== null ? open.waived.at : open.due;
    const chance = before ? null : (this.#chance(open, until) ?? by?.event.at ?? null);
    this.#outcomes.push({
      duty: open.duty,
      outcome: OUTCOMES[how] ?? 'missed',
      stamp: { at: stamp.at, seq: stamp.seq },
      opened: open.opened,
      due: open.due ?? stamp.at,
      chance,
      act: by?.event.id ?? null,
      acts: by?.acts ?? [],
    });
  }
}

function anyAct(patterns: readonly Pattern[], act: Act): boolean {
  return patterns.some((pattern) => actMatches(pattern, act));
}

function untilOf(duty: Duty): string | null {
  return 'until' in duty.due ? duty.due.until : null;
}
