/** Exploration without the clock against a slow oracle: the exercise itself, with every deadline that stands made due by hand. */
import { expect, test, vi } from 'vitest';
import { makeEngine } from '#exercise/engine.ts';
import type { Engine, Exercise } from '#exercise/exercise.ts';
import { openExercise } from '#exercise/open.ts';
import { play } from '#exercise/step.ts';
import type { Playbook } from '#scenario/playbook.ts';
import { spaceOf } from '../bench/rehearsal-explore.ts';
import { toSteppedPlaybook } from '../bench/rehearsal-stepped.ts';
import { opening } from '../exercise/fixture.ts';
import { search } from './search.ts';
import { untimed } from './untimed.ts';

vi.setConfig({ testTimeout: 300_000 });

/** The stepped story with meters that end at `most`, and fewer choices: small enough for the oracle. */
function small(most: number, choices: number): Playbook {
  const story = toSteppedPlaybook();
  return {
    ...story,
    slots: story.slots.map((slot) => ({
      ...slot,
      max: Math.min(slot.max, most),
      start: Math.min(slot.start, most),
    })),
    actions: story.actions.slice(0, choices),
  };
}

const LATER = 1_000_000;

/** Every state of the exercise with its clock stopped: counts of states, ways on, states that lead nowhere, states where it is over. */
function oracle(playbook: Playbook) {
  const engine = makeEngine(playbook, opening({ seats: ['player'], scenario: playbook.id }), 'grid');
  const start = still(openExercise(engine).exercise);
  const seen = new Set([keyOf(start)]);
  const queue = [start];
  let [edges, stuck, over] = [0, 0, 0];
  for (let n = 0; n < queue.length; n++) {
    const at = queue[n];
    if (at === undefined) break;
    const next = at.ended === -1 ? nextOf(engine, at) : [];
    if (at.ended !== -1) over += 1;
    else if (next.length === 0) stuck += 1;
    for (const one of next) {
      edges += 1;
      const key = keyOf(one);
      if (seen.has(key)) continue;
      seen.add(key);
      queue.push(one);
    }
  }
  return { states: seen.size, edges, stuck, over };
}

function nextOf(engine: Engine, at: Exercise): readonly Exercise[] {
  const acts = engine.playbook.actions.flatMap(({ id }) => {
    const played = play(engine, at, { kind: 'act', at: 0, seat: 'player', action: id });
    return played.ok ? [still(played.exercise)] : [];
  });
  const passes = at.due.flatMap((due) => {
    const others = at.due.filter((other) => other !== due);
    const played = play(engine, { ...at, due: [{ ...due, at: 0 }, ...others] }, { kind: 'advance', at: 0 });
    return played.ok ? [still(played.exercise)] : [];
  });
  return [...acts, ...passes];
}

/** Nothing is due before somebody says so. */
function still(exercise: Exercise): Exercise {
  return { ...exercise, due: exercise.due.map((due) => ({ ...due, at: LATER })) };
}

function keyOf({ place, slots, due, ended }: Exercise): string {
  const pending = due.map(({ what }) => (what.kind === 'run' ? what.list : -1)).sort();
  return JSON.stringify([place, slots, pending, ended === -1]);
}

test('[RH6] exploration finds exactly the states and ways on that the exercise has with its clock stopped', () => {
  let most = 0;
  for (const [meters, choices] of [
    [1, 6],
    [2, 9],
    [1, 15],
  ] as const) {
    const playbook = small(meters, choices);
    const { states, edges, stuck, over, frontier } = search(spaceOf(playbook), {
      states: 1_000_000,
      parents: false,
    });
    expect({ states, edges, stuck, over }).toEqual(oracle(playbook));
    expect(frontier).toBe(0);
    most = Math.max(most, states);
  }
  expect(most).toBeGreaterThan(500);
});

test('[RH6] a way to a state is one of the shortest, and plays', () => {
  const playbook = small(1, 15);
  const space = spaceOf(playbook);
  const { events } = untimed(playbook);
  const explored = search(space, { states: 1_000_000, parents: true });
  const last = explored.states - 1;
  const way = explored.wayTo(last);
  expect(way.length).toBeGreaterThan(5);
  let at = space.start;
  for (const event of way) {
    let next: Int32Array | null = null;
    space.expand(at, (one) => {
      if (one === event) next = space.out.slice();
    });
    expect(next, events[event]).not.toBe(null);
    at = next ?? at;
  }
  expect([...at]).toEqual([...explored.state(last)]);
  // States are numbered as they were found: no earlier one lies further off.
  expect(explored.wayTo(last - 1).length).toBeLessThanOrEqual(way.length);
});

test('[RH6] where the limit of states is reached, what was not followed is counted', () => {
  const whole = search(spaceOf(small(1, 15)), { states: 1_000_000, parents: false });
  const part = search(spaceOf(small(1, 15)), { states: 100, parents: false });
  expect(part.frontier).toBeGreaterThan(0);
  expect(part.states).toBeLessThan(whole.states);
});

test('[RH6] a story that needs its clock is refused in a sentence', () => {
  const story = toSteppedPlaybook();
  const slow = { ...story, actions: story.actions.map((action) => ({ ...action, takesMs: 1_000 })) };
  expect(() => untimed(slow)).toThrow(
    'A story with actions that take time cannot be explored without its clock.',
  );
});
