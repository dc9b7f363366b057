/**
 * What an effect is made of, for all that read a story without playing it: the lists it calls, the slots it writes and reads, the seats it
 * tells. One description for every such walk: a new effect does not compile until it is described here (SPEC SC80).
 */
import type { Effect, Playbook } from './playbook.ts';

/**
 * A list that an effect calls. `branch`: at once, as one of several; `delay`: `ms` later, whatever state the story is in then; `heard`: once
 * everybody it was told to has heard it whole, which may be at once (`ms` is 0) or when it is said again.
 */
export interface Call {
  readonly how: 'branch' | 'delay' | 'heard';
  readonly list: number;
  readonly ms: number;
}

const NOTHING: readonly never[] = [];

/** The lists that an effect calls, in the order in which it is written. */
export function callsOf(effect: Effect): readonly Call[] {
  switch (effect.do) {
    case 'when':
      return [effect.then, effect.else].flatMap((list) =>
        list === null ? [] : [{ how: 'branch' as const, list, ms: 0 }],
      );
    case 'after':
      return [{ how: 'delay', list: effect.list, ms: effect.ms }];
    case 'line':
      return effect.then === undefined ? NOTHING : [{ how: 'heard', list: effect.then, ms: 0 }];
    case 'repeat':
    case 'learn':
    case 'report':
    case 'set':
    case 'add':
    case 'observe':
    case 'move':
    case 'reveal':
    case 'sound':
    case 'go':
    case 'arrives':
    case 'end':
      return NOTHING;
    default:
      return effect satisfies never;
  }
}

/** Every effect of a list and of those it calls, in order, each with whether it comes at once; a list is not entered again inside itself. */
export function effectsFrom(playbook: Playbook, list: number | null | undefined): readonly Reached[] {
  const found: Reached[] = [];
  const walk = (n: number | null | undefined, isAtOnce: boolean, open: readonly number[]) => {
    if (n === null || n === undefined || open.includes(n)) return;
    for (const effect of playbook.lists[n] ?? []) {
      found.push({ effect, isAtOnce });
      for (const { how, list: inner, ms } of callsOf(effect))
        walk(inner, isAtOnce && (how !== 'delay' || ms === 0), [...open, n]);
    }
  };
  walk(list, true, []);
  return found;
}
/** `isAtOnce`: nothing has to pass before it happens, though a line in between may have to be heard. */
export interface Reached {
  readonly effect: Effect;
  readonly isAtOnce: boolean;
}

/** The slots on whose value it hangs what an effect writes into another: maps and reports. What conditions read is not among them. */
export function slotsRead(effect: Effect): readonly number[] {
  switch (effect.do) {
    case 'set':
    case 'learn':
      return 'slot' in effect.value ? [effect.value.slot] : NOTHING;
    case 'report':
      return [effect.slot];
    case 'add':
    case 'when':
    case 'after':
    case 'line':
    case 'repeat':
    case 'observe':
    case 'move':
    case 'reveal':
    case 'sound':
    case 'go':
    case 'arrives':
    case 'end':
      return NOTHING;
    default:
      return effect satisfies never;
  }
}

/** Which slots the effects of a playbook write. */
export class SlotsWritten {
  readonly #playbook: Playbook;
  readonly #slotOf: ReadonlyMap<string, number>;

  constructor(playbook: Playbook) {
    this.#playbook = playbook;
    this.#slotOf = new Map(playbook.slots.map(({ id }, n) => [id, n]));
  }

  /** The slot that an effect itself writes; -1 for one that writes none that anything asks for. */
  by(effect: Effect): number {
    const { tokens, seats, slots } = this.#playbook;
    switch (effect.do) {
      case 'set':
      case 'learn':
      case 'add':
        return effect.slot;
      case 'report':
        return this.#named(`known.${seats[effect.to]?.id}.${slots[effect.slot]?.known?.fact}`);
      case 'move':
        return tokens[effect.token]?.spot ?? -1;
      case 'reveal':
        return tokens[effect.token]?.shown ?? -1;
      case 'arrives':
        return this.#named(`here.${seats[effect.seat]?.id}`);
      // A line that breaks up, and its repeat, count what a seat missed: `missed.<seat>` is kept by the radio, not by the effect.
      case 'line':
      case 'repeat':
      case 'observe':
      case 'sound':
      case 'go':
      case 'after':
      case 'end':
      case 'when':
        return -1;
      default:
        return effect satisfies never;
    }
  }

  /** The slots that a list and all it calls write, at once or later. */
  byList(list: number | null): readonly number[] {
    return effectsFrom(this.#playbook, list).flatMap(({ effect }) => {
      const slot = this.by(effect);
      return slot < 0 ? [] : [slot];
    });
  }

  /** The slot that counts how often an action was done; -1 where nothing asks. */
  done(action: string): number {
    return this.#named(`done.${action}`);
  }

  #named(id: string): number {
    return this.#slotOf.get(id) ?? -1;
  }
}

/** The seats that perceive an effect itself, by number; null where it is for everybody who is there, empty where nobody perceives it. */
export function seatsTold({ slots }: Playbook, effect: Effect): readonly number[] | null {
  switch (effect.do) {
    case 'line':
      return effect.to;
    case 'observe':
    case 'reveal':
      return effect.seats;
    case 'sound':
      return effect.to ?? null;
    case 'learn': {
      const knower = slots[effect.slot]?.known?.seat;
      return knower === undefined ? NOTHING : [knower];
    }
    case 'report':
      return [effect.to];
    case 'repeat':
      return [effect.seat];
    case 'move':
    case 'arrives':
      return null;
    case 'set':
    case 'add':
    case 'go':
    case 'after':
    case 'end':
    case 'when':
      return NOTHING;
    default:
      return effect satisfies never;
  }
}
