/** What an abstraction of a story keeps: some regions, some slots, and every list of effects that touches one of them or ends the run. */
import { callsOf, SlotsWritten } from '#scenario/effect-walk.ts';
import type { Effect, Playbook } from '#scenario/playbook.ts';

/** Numbers of regions and slots of a playbook. */
export interface Kept {
  readonly regions: ReadonlySet<number>;
  readonly slots: ReadonlySet<number>;
}

/** Which lists and effects matter to what is kept. */
export class Matters {
  readonly kept: Kept;
  readonly writes: SlotsWritten;
  readonly #playbook: Playbook;
  readonly #lists: Uint8Array;

  constructor(playbook: Playbook, kept: Kept, writes: SlotsWritten) {
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
    return this.kept.slots.has(this.writes.by(effect)) || callsOf(effect).some(({ list }) => this.list(list));
  }
}

/**
 * Keeps these slots and regions, and every region whose entering, leaving or moving on touches what is kept: what happens in the same
 * instant as a move of the abstraction has to be in it. The opening of a state that is never entered again happens once, at STARTEX.
 */
export function keptWith(
  playbook: Playbook,
  slots: ReadonlySet<number>,
  regions: ReadonlySet<number>,
): Matters {
  const writes = new SlotsWritten(playbook);
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
