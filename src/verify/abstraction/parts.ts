/** The parts of a story that an abstraction is made of: what STARTEX and each state set in motion, what is done, what may come at any moment. */
import { callsOf } from '#scenario/effect-walk.ts';
import type { Effect, Playbook } from '#scenario/playbook.ts';
import { isEnteredLater, type Matters } from './kept.ts';

/** Something that a state sets in motion when it is entered. */
export type Item =
  | { readonly kind: 'list'; readonly list: number }
  | { readonly kind: 'ask'; readonly decision: number; readonly when: number | null };

/** Something a person does of which something comes that is kept. */
export interface Deed {
  readonly takesMs: number;
  readonly when: number | null;
  readonly list: number | null;
  /** The slot that counts how often it was done; -1 for none that is kept. */
  readonly done: number;
  /** A standing action, which an answer to a question cuts. */
  readonly isAction: boolean;
}
type Delayed = Effect & { readonly do: 'after' };

/** What STARTEX sets in motion whatever the truth, in the order in which it comes: delayed effects of the first states of regions. */
export function timersOf(playbook: Playbook, matters: Matters): readonly Delayed[] {
  return playbook.regions
    .flatMap(({ first }) => playbook.lists[playbook.states[first]?.enter ?? -1] ?? [])
    .flatMap((effect) => (effect.do === 'after' && matters.effect(effect) ? [effect] : []))
    .sort((a, b) => a.ms - b.ms);
}

/** What entering a state of a kept region sets in motion, in the order in which it comes. */
export function itemsOf(playbook: Playbook, matters: Matters, seat: number, n: number): readonly Item[] {
  const state = playbook.states[n];
  if (state === undefined || !matters.kept.regions.has(state.region)) return [];
  const lists = state.after
    .filter(({ list }) => matters.list(list))
    .map(({ ms, list }) => ({ ms, item: { kind: 'list', list } as const }));
  const asks = state.decide
    .filter(({ decision }) => {
      const asked = playbook.decisions[decision];
      return (
        asked?.seat === seat &&
        [asked.silence, ...asked.options.map(({ then }) => then)].some((list) => matters.list(list))
      );
    })
    .map(({ ms, decision, when }) => ({ ms, item: { kind: 'ask', decision, when } as const }));
  return [...lists, ...asks].sort((a, b) => a.ms - b.ms).map(({ item }) => item);
}

/** What the seat's person can do of which something comes: standing actions, and answers by decision (null where nothing comes of one). */
export function deedsOf(
  { actions, decisions }: Playbook,
  matters: Matters,
  seat: number,
): {
  readonly all: readonly Deed[];
  readonly actions: readonly number[];
  readonly answers: readonly (readonly (number | null)[])[];
} {
  const all: Deed[] = [];
  const answers = decisions.map(({ seat: asked, options }) =>
    asked !== seat
      ? []
      : options.map(({ takesMs, when, then }) =>
          matters.list(then) ? all.push({ takesMs, when, list: then, done: -1, isAction: false }) - 1 : null,
        ),
  );
  const standing = actions.flatMap(({ id, seats, takesMs, when, then }) => {
    const slot = matters.writes.done(id);
    const done = matters.kept.slots.has(slot) ? slot : -1;
    if (!seats.includes(seat) || (done < 0 && !matters.list(then))) return [];
    return all.push({ takesMs, when, list: then, done, isAction: true }) - 1;
  });
  return { all, actions: standing, answers };
}

/** Lists that an effect delays, but for those of STARTEX that never come again. */
export function delayedLists(playbook: Playbook, matters: Matters): readonly number[] {
  const once = new Set(
    playbook.regions.flatMap(({ first }) =>
      isEnteredLater(playbook, first) ? [] : [playbook.states[first]?.enter],
    ),
  );
  const all = playbook.lists.flatMap((effects, n) =>
    once.has(n)
      ? []
      : effects.flatMap((effect) =>
          effect.do === 'after' && matters.list(effect.list) ? [effect.list] : [],
        ),
  );
  return [...new Set(all)];
}

/** Lists that may run at any moment, as often as they like: those of regions not kept, of automations, of what is heard late. */
export function looseLists(playbook: Playbook, matters: Matters, seat: number): readonly number[] {
  const { states, decisions, automations, lists } = playbook;
  const all = [
    ...states
      .filter(({ region }) => !matters.kept.regions.has(region))
      .flatMap(({ after, decide }) => [
        ...after.map(({ list }) => list),
        ...decide.map(({ decision }) => decisions[decision]?.silence ?? -1),
      ]),
    ...automations.filter((one) => one.seat !== seat).map(({ list }) => list),
    ...lists
      .flat()
      .flatMap((effect) => callsOf(effect).flatMap(({ how, list }) => (how === 'heard' ? [list] : []))),
  ];
  return [...new Set(all)].filter((list) => matters.list(list));
}
