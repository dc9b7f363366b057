/** What an outline of a story keeps: some regions, some slots, and every list of effects that touches one of them or ends the run. */
import type { Effect, Playbook } from '#scenario/playbook.ts';

/** Numbers of regions and slots of a playbook. */
export interface Kept {
  readonly regions: ReadonlySet<number>;
  readonly slots: ReadonlySet<number>;
}

/** Which slots effects write. */
export class Writes {
  readonly #playbook: Playbook;
  readonly #slotOf: ReadonlyMap<string, number>;

  constructor(playbook: Playbook) {
    this.#playbook = playbook;
    this.#slotOf = new Map(playbook.slots.map(({ id }, n) => [id, n]));
  }

  /** The slot that an effect itself writes; -1 for one that writes none. */
  slot(effect: Effect): number {
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
      default:
        return -1;
    }
  }

  /** The slots that a list writes, at once or later. */
  list(n: number | null): readonly number[] {
    return (this.#playbook.lists[n ?? -1] ?? []).flatMap((effect) => [
      ...[this.slot(effect)].filter((slot) => slot >= 0),
      ...calledLists(effect).flatMap((list) => this.list(list)),
    ]);
  }

  /** The slot that counts how often an action was done; -1 where nothing asks. */
  done(action: string): number {
    return this.#named(`done.${action}`);
  }

  #named(id: string): number {
    return this.#slotOf.get(id) ?? -1;
  }
}

/** Which lists and effects matter to what is kept. */
export class Matters {
  readonly kept: Kept;
  readonly writes: Writes;
  readonly #playbook: Playbook;
  readonly #lists: Uint8Array;

  constructor(playbook: Playbook, kept: Kept, writes: Writes) {
    this.#playbook = playbook;
    this.kept = kept;
    this.writes = writes;
    this.#lists = new Uint8Array(playbook.lists.length);
  }

  /** Whether anything in the list, or in what it calls at once or later, touches what is kept. */
  list(n: number | null): boolean {
    if (n === null || n < 0) return false;
    if (this.#lists[n] === 0) {
      const effects = this.#playbook.lists[n] ?? [];
      this.#lists[n] = effects.some((effect) => this.effect(effect)) ? 1 : 2;
    }
    return this.#lists[n] === 1;
  }

  effect(effect: Effect): boolean {
    if (effect.do === 'end') return true;
    if (effect.do === 'go') return this.kept.regions.has(this.#playbook.signals[effect.signal]?.region ?? -1);
    return (
      this.kept.slots.has(this.writes.slot(effect)) || calledLists(effect).some((list) => this.list(list))
    );
  }
}

/**
 * Keeps these slots and regions, and every region whose entering, leaving or moving on touches what is kept: what happens in the same
 * instant as a move of the outline has to be in it. The opening of a state that is never entered again happens once, at STARTEX.
 */
export function keptWith(
  playbook: Playbook,
  slots: ReadonlySet<number>,
  regions: ReadonlySet<number>,
): Matters {
  const writes = new Writes(playbook);
  const all = new Set(regions);
  for (;;) {
    const matters = new Matters(playbook, { slots, regions: new Set(all) }, writes);
    const more = playbook.regions.flatMap(({ states }, n) =>
      !all.has(n) && states.some((state) => movesMatter(playbook, matters, state)) ? [n] : [],
    );
    if (more.length === 0) return matters;
    for (const n of more) all.add(n);
  }
}

/** Lists that an effect calls, at once or later. */
export function calledLists(effect: Effect): readonly (number | null)[] {
  if (effect.do === 'when') return [effect.then, effect.else];
  if (effect.do === 'after') return [effect.list];
  return effect.do === 'line' ? [effect.then ?? null] : [];
}

/** Lists that run because a state is entered, left, moved on from, or stood in for a while. */
export function listsOf(
  { decisions }: Playbook,
  { enter, leave, settle, after, decide }: Playbook['states'][number],
): {
  readonly moving: readonly (number | null)[];
  readonly standing: readonly (number | null)[];
} {
  return {
    moving: [enter, leave, ...settle.map(({ list }) => list)],
    standing: [
      ...after.map(({ list }) => list),
      ...decide.flatMap(({ decision }) => {
        const { silence, options } = decisions[decision] ?? { silence: null, options: [] };
        return [silence, ...options.map(({ then }) => then)];
      }),
    ],
  };
}

/** Whether a state is ever entered after STARTEX. */
export function isEnteredLater({ states, signals }: Playbook, state: number): boolean {
  return (
    signals.some((signal) => signal.state === state) ||
    states.some(({ settle }) => settle.some(({ to }) => to === state))
  );
}

function movesMatter(playbook: Playbook, matters: Matters, n: number): boolean {
  const state = playbook.states[n];
  if (state === undefined) return false;
  const opensOnce = playbook.regions[state.region]?.first === n && !isEnteredLater(playbook, n);
  const { moving } = listsOf(playbook, opensOnce ? { ...state, enter: null } : state);
  return moving.some((list) => matters.list(list));
}
