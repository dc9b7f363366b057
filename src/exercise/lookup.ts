/** Numbers that a playbook implies and the run asks for often: found once, kept beside the playbook. */
import type { Source } from '#law/trace.ts';
import type { Playbook } from '#scenario/playbook.ts';

/** Something a seat could do now: the key tells offers apart. */
export interface Offer {
  readonly key: string;
  readonly seat: number;
  readonly source: Source;
}

export interface Lookup {
  readonly seats: ReadonlyMap<string, number>;
  /** Known slots of each seat, in slot order: slot and fact. */
  readonly known: readonly (readonly { readonly slot: number; readonly fact: string }[])[];
  /** The slots of each fact, over all seats: `known.<seat>.<fact>` by fact, then seat. */
  readonly byFact: ReadonlyMap<string, ReadonlyMap<number, number>>;
  /** Slot of `here.<seat>` by seat, of `done.<action>` by action; -1 where the playbook has none. */
  readonly here: readonly number[];
  readonly done: readonly number[];
  /** Slot of `missed.<seat>` by seat: how many lines it could ask for; -1 where the playbook has none. */
  readonly missed: readonly number[];
  /** Slot of `left.<seat>.<action>` by action, then seat: what is left of it where it was cut; -1 where it starts anew. */
  readonly left: readonly (readonly number[])[];
  /** The speaker that is a seat, by seat; -1 for none. */
  readonly speaker: readonly number[];
  /** Decisions by id, actions by id. */
  readonly decisions: ReadonlyMap<string, number>;
  readonly actions: ReadonlyMap<string, number>;
  readonly places: ReadonlyMap<string, number>;
  /** Each standing action as it is on offer to each of its seats. */
  readonly standing: readonly (readonly Offer[])[];
}

const kept = new WeakMap<Playbook, Lookup>();

/** The lookup of a playbook; made on first asking. */
export function lookupOf(playbook: Playbook): Lookup {
  const had = kept.get(playbook);
  if (had !== undefined) return had;
  const made = make(playbook);
  kept.set(playbook, made);
  return made;
}

function make(playbook: Playbook): Lookup {
  const slotIds = new Map(playbook.slots.map((slot, n) => [slot.id, n]));
  const byFact = new Map<string, Map<number, number>>();
  const known: { slot: number; fact: string }[][] = playbook.seats.map(() => []);
  playbook.slots.forEach((slot, n) => {
    if (slot.known === null) return;
    known[slot.known.seat]?.push({ slot: n, fact: slot.known.fact });
    const seats = byFact.get(slot.known.fact) ?? new Map<number, number>();
    seats.set(slot.known.seat, n);
    byFact.set(slot.known.fact, seats);
  });
  const index = (items: readonly { readonly id: string }[]) => new Map(items.map((item, n) => [item.id, n]));
  return {
    seats: index(playbook.seats),
    known,
    byFact,
    here: playbook.seats.map((seat) => slotIds.get(`here.${seat.id}`) ?? -1),
    done: playbook.actions.map((action) => slotIds.get(`done.${action.id}`) ?? -1),
    missed: playbook.seats.map((seat) => slotIds.get(`missed.${seat.id}`) ?? -1),
    left: playbook.actions.map((action) =>
      playbook.seats.map((seat) => slotIds.get(`left.${seat.id}.${action.id}`) ?? -1),
    ),
    speaker: playbook.seats.map((_, seat) => playbook.speakers.findIndex((s) => s.seat === seat)),
    decisions: index(playbook.decisions),
    actions: index(playbook.actions),
    places: index(playbook.places),
    standing: playbook.actions.map(({ id, seats }) =>
      seats.map((seat) => ({ key: `${seat} ${id}`, seat, source: { action: id } })),
    ),
  };
}
