/** Where a story can go from a state, and how soon: read off the playbook without playing it. */
import { callsOf } from '../effect-walk.ts';
import type { Playbook } from '../playbook.ts';

/**
 * One way on. `ms`: how long after the state is entered, exactly if `exact`, else at the earliest.
 * `to`: the state that is entered, null for the end of the exercise.
 */
export interface Move {
  readonly ms: number;
  readonly exact: boolean;
  readonly to: number | null;
}

/** The ways on that a state itself has, inside its region; conditions are taken to hold. */
export function movesOf(playbook: Playbook, state: number): Move[] {
  const here = playbook.states[state];
  if (here === undefined) return [];
  const { region } = here;
  const lists: [number | null, number, boolean][] = [
    [here.enter, 0, true],
    ...here.after.map(({ ms, list }): [number, number, boolean] => [list, ms, true]),
    ...here.decide.flatMap(({ decision, ms }): [number | null, number, boolean][] => {
      const asked = playbook.decisions[decision];
      if (asked === undefined) return [];
      return [asked.silence, ...asked.options.map((option) => option.then)].map((list) => [list, ms, false]);
    }),
    ...here.settle.map(({ list }): [number | null, number, boolean] => [list, 0, false]),
  ];
  const own = lists.flatMap(([list, ms, exact]) =>
    goesIn(playbook, list, region)
      .filter(({ outlives }) => !outlives)
      .map(({ to }) => ({ ms, exact, to })),
  );
  return [...own, ...here.settle.map(({ to }) => ({ ms: 0, exact: false, to }))];
}

/** The ways on that can come in any state of a region: from other regions, actions, automations, and effects that outlive their state. */
export function strayMoves(playbook: Playbook, region: number): Move[] {
  const inside = new Set<number>();
  const add = (list: number | null) => {
    if (list !== null) inside.add(list);
  };
  for (const state of playbook.states.filter((one) => one.region === region)) {
    add(state.enter);
    for (const { list } of state.after) add(list);
    for (const { list } of state.settle) add(list);
    for (const { decision } of state.decide) {
      const asked = playbook.decisions[decision];
      add(asked?.silence ?? null);
      for (const option of asked?.options ?? []) add(option.then);
    }
  }
  const nested = new Set(playbook.lists.flat().flatMap((effect) => callsOf(effect).map(({ list }) => list)));
  const found = playbook.lists.flatMap((_, list) => {
    if (nested.has(list)) return [];
    const goes = goesIn(playbook, list, region);
    return inside.has(list) ? goes.filter(({ outlives }) => outlives) : goes;
  });
  const targets = new Set(found.map(({ to }) => to));
  return [...targets].map((to) => ({ ms: 0, exact: false, to }));
}

/** Where a list of effects can lead inside a region; `outlives`: at a later time, whatever state the story is in then. */
function goesIn(
  playbook: Playbook,
  list: number | null,
  region: number,
  outlives = false,
): { to: number | null; outlives: boolean }[] {
  if (list === null) return [];
  return (playbook.lists[list] ?? []).flatMap((effect) => {
    if (effect.do === 'end') return [{ to: null, outlives }];
    if (effect.do === 'go') {
      const signal = playbook.signals[effect.signal];
      return signal?.region === region ? [{ to: signal.state, outlives }] : [];
    }
    return callsOf(effect).flatMap(({ how, list: inner }) =>
      goesIn(playbook, inner, region, outlives || how !== 'branch'),
    );
  });
}
