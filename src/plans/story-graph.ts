/** The story as a graph: states in their regions, what leads from one to another, and how often runs stood in each (SPEC RH20). */
import type { Entry } from '#exercise/entries.ts';
import type { Engine } from '#exercise/exercise.ts';
import { openExercise } from '#exercise/open.ts';
import { step } from '#exercise/step.ts';
import { effectsFrom } from '#scenario/effect-walk.ts';
import type { Effect, Playbook } from '#scenario/playbook.ts';

/** States by their index in the playbook; ways in the order of the playbook, each pair and reason once. */
export interface StoryGraph {
  readonly regions: readonly { readonly id: string; readonly states: readonly StoryState[] }[];
  readonly ways: readonly Way[];
  /** Ids of the endings that some effect names, and `any` where one asks which fits. */
  readonly ends: readonly string[];
}
export interface StoryState {
  readonly index: number;
  readonly id: string;
  /** Where its region begins. */
  readonly start: boolean;
  /** The decisions put here. */
  readonly decisions: readonly string[];
}
/** `from` a state or, for what is not bound to one, an action or automation by id; `to` a state or an ending. */
export interface Way {
  readonly from: { readonly state: number } | { readonly act: string };
  readonly to: { readonly state: number } | { readonly end: string };
  readonly why:
    | 'entering'
    | 'leaving'
    | 'time'
    | 'condition'
    | 'option'
    | 'silence'
    | 'action'
    | 'automation';
  /** The option as `decision/option`, the decision, the time in ms; empty where there is nothing to add. */
  readonly by: string;
}

/** Reads the graph off a playbook. */
export function storyGraph(playbook: Playbook): StoryGraph {
  const ways = new Map<string, Way>();
  const from = (source: Way['from'], list: number | null, why: Way['why'], by: string) => {
    for (const to of targets(playbook, list)) {
      const way = { from: source, to, why, by };
      ways.set(JSON.stringify(way), way);
    }
  };
  for (const [state, { enter, leave, after, decide, settle }] of playbook.states.entries()) {
    const here = { state };
    from(here, enter, 'entering', '');
    from(here, leave, 'leaving', '');
    for (const { ms, list } of after) from(here, list, 'time', String(ms));
    for (const { list, to } of settle) {
      from(here, list, 'condition', '');
      const way: Way = { from: here, to: { state: to }, why: 'condition', by: '' };
      ways.set(JSON.stringify(way), way);
    }
    for (const { decision } of decide) {
      const put = playbook.decisions[decision];
      from(here, put?.silence ?? null, 'silence', put?.id ?? '');
      for (const { id, then } of put?.options ?? []) from(here, then, 'option', `${put?.id}/${id}`);
    }
  }
  for (const { id, then } of playbook.actions) from({ act: id }, then, 'action', '');
  for (const { id, list } of playbook.automations) from({ act: id }, list, 'automation', '');
  const all = [...ways.values()];
  return {
    regions: playbook.regions.map(({ id, first, states }) => ({
      id,
      states: states.map((index) => ({
        index,
        id: playbook.states[index]?.id ?? '',
        start: index === first,
        decisions: (playbook.states[index]?.decide ?? []).map(
          ({ decision }) => playbook.decisions[decision]?.id ?? '',
        ),
      })),
    })),
    ways: all,
    ends: [...new Set(all.flatMap(({ to }) => ('end' in to ? [to.end] : [])))],
  };
}

/** In how many of the runs each state was stood in after some entry, by the state's index; what is entered and left within one entry counts as not seen. */
export function statesSeen(
  runs: readonly { readonly engine: Engine; readonly entries: readonly Entry[] }[],
): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { engine, entries } of runs) {
    let { exercise } = openExercise(engine);
    const seen = new Set(exercise.place);
    for (const entry of entries) {
      const stepped = step(engine, exercise, entry.command);
      if (!stepped.ok) break;
      exercise = stepped.exercise;
      for (const state of exercise.place) seen.add(state);
    }
    for (const state of seen) counts.set(state, (counts.get(state) ?? 0) + 1);
  }
  return counts;
}

/** Where a list leads, through everything it calls now or later. */
function targets(playbook: Playbook, list: number | null): Way['to'][] {
  return effectsFrom(playbook, list).flatMap(({ effect }) => own(playbook, effect));
}

function own(playbook: Playbook, effect: Effect): Way['to'][] {
  if (effect.do === 'go') {
    const state = playbook.signals[effect.signal]?.state;
    return state === undefined ? [] : [{ state }];
  }
  if (effect.do !== 'end') return [];
  return [{ end: effect.ending === null ? 'any' : (playbook.endings[effect.ending]?.id ?? '') }];
}
