/**
 * What follows from one event before the clock moves: how many moves at most, and that no chain of them comes back to where it began
 * (SPEC RH67). A move is caused by a signal that another move raises, or by a guard at a state that another move came to.
 */
import { effectsFrom, SlotsWritten } from '#scenario/effect-walk.ts';
import type { Effect, Playbook } from '#scenario/playbook.ts';
import { valueIn } from './three-valued.ts';

/** The most moves that one event can cause; null where they may go round, or what comes of others at once may. */
export function movesAtOnce(playbook: Playbook): number | null {
  const { automations, lists, regions, states } = playbook;
  if (automations.some(({ afterMs, repeat }) => afterMs === 0 && repeat === 'each')) return null;
  const isOnce = onceOf(playbook);
  const left = regions.map((region) => region.states.flatMap((one) => sentBy(playbook, states[one]?.leave)));
  const memo = new Map<number, number | null>();
  const after = (list: number | null | undefined) => sentBy(playbook, list).map(caused);
  const through = ({ list, to }: Way) => total([caused(to), ...after(list)]);
  /** Moves caused by coming to a state, that move among them; null where it may cause itself. */
  function caused(n: number): number | null {
    const had = memo.get(n);
    if (had !== undefined) return had;
    memo.set(n, null);
    const state = states[n];
    if (state === undefined) return null;
    const soon = soonAt(playbook, state).flatMap(after);
    const ways = state.settle.filter((way) => !isOnce(way));
    const all = total([
      1,
      ...after(state.enter),
      ...soon,
      ...(left[state.region] ?? []).map(caused),
      most(ways.map(through)),
    ]);
    memo.set(n, all);
    return all;
  }
  return total([
    most(lists.map((_, list) => total(after(list)))),
    // Where regions stood before it, a guard may hold now; and each way that is taken once at most.
    ...regions.map(({ states: of }) => most(of.flatMap((n) => (states[n]?.settle ?? []).map(through)))),
    ...states.flatMap(({ settle }) => settle.filter(isOnce)).map(through),
  ]);
}

type State = Playbook['states'][number];
type Way = State['settle'][number];

/** Whether taking a way makes its guard false until the clock moves: it sets what the guard asks for, and nothing at once sets it otherwise. */
function onceOf(playbook: Playbook): (way: Way) => boolean {
  const { conditions, lists, states } = playbook;
  const writes = new SlotsWritten(playbook);
  const atOnce = states.flatMap((state) =>
    [state.enter, state.leave, ...state.settle.map(({ list }) => list), ...soonAt(playbook, state)].flatMap(
      (list) => calledBy(playbook, list),
    ),
  );
  const sets = (effect: Effect, slot: number, value: number) =>
    effect.do === 'set' && effect.slot === slot && 'value' in effect.value && effect.value.value === value;
  return ({ when, list, to }) => {
    const guard = conditions[when];
    const sure = [list, states[to]?.enter].flatMap((one) => lists[one ?? -1] ?? []);
    return sure.some((effect) => {
      if (guard === undefined || effect.do !== 'set' || !('value' in effect.value)) return false;
      const { slot } = effect;
      const { value } = effect.value;
      const isFalse =
        valueIn(guard, { slot: (one) => (one === slot ? value : null), region: () => null }) === 0;
      return isFalse && atOnce.every((other) => writes.by(other) !== slot || sets(other, slot, value));
    });
  };
}

/** Lists that a state runs without the clock moving on: deadlines of no time, and the silence of a question that leaves none. */
function soonAt({ decisions }: Playbook, { after, decide }: State): readonly (number | null)[] {
  return [
    ...after.flatMap(({ ms, list }) => (ms === 0 ? [list] : [])),
    ...decide.flatMap(({ ms, decision }) => {
      const asked = decisions[decision];
      return ms === 0 && asked?.withinMs === 0 ? [asked.silence] : [];
    }),
  ];
}

/** States that a list sends a region to at once. */
function sentBy(playbook: Playbook, list: number | null | undefined): readonly number[] {
  return calledBy(playbook, list).flatMap((effect) =>
    effect.do === 'go' ? (playbook.signals[effect.signal]?.state ?? []) : [],
  );
}

/** The effects of a list and of those it calls at once. */
function calledBy(playbook: Playbook, list: number | null | undefined): readonly Effect[] {
  return effectsFrom(playbook, list).flatMap(({ effect, isAtOnce }) => (isAtOnce ? [effect] : []));
}

function total(all: readonly (number | null)[]): number | null {
  return all.reduce<number | null>((sum, one) => (sum === null || one === null ? null : sum + one), 0);
}

function most(all: readonly (number | null)[]): number | null {
  return all.reduce<number | null>(
    (best, one) => (best === null || one === null ? null : Math.max(best, one)),
    0,
  );
}
