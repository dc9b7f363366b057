/**
 * Whether every run of a story comes to an ending by itself, shown on abstractions of it that keep more and more (SPEC RH64): where an
 * abstraction ends from everywhere, so does the story, since the abstraction can do whatever the story can.
 */

import { reads } from '#kernel/conditions.ts';
import { callsOf } from '#scenario/effect-walk.ts';
import type { Playbook } from '#scenario/playbook.ts';
import { Abstraction } from './abstraction.ts';
import { type Explored, explored } from './explored.ts';
import { keptWith, listsOf, type Matters } from './kept.ts';
import { REGION, Runaway } from './successor.ts';

/** How it was shown: on how large an abstraction, and what that kept, by number. */
export interface Shown {
  readonly states: number;
  readonly edges: number;
  readonly bytes: number;
  readonly regions: readonly number[];
  readonly slots: readonly number[];
}

/** States of all abstractions that are tried, together. */
const MOST = 400_000;
/** What a state sets in motion is counted in the bits of an integer. */
const MOST_ITEMS = 31;
/** From so many of the states that fail is learnt what else to keep. */
const SAMPLE = 40;

/** Shows it of one seat's play; null where no abstraction does, which does not mean that it is not so. */
export function endsAlone(playbook: Playbook, seat: number): Shown | null {
  if (playbook.states.some(({ after, decide }) => after.length + decide.length > MOST_ITEMS)) return null;
  const regions = new Set(
    playbook.states.flatMap((state) => {
      const { moving, standing } = listsOf(playbook, state);
      return [...moving, ...standing].some((list) => mayEnd(playbook, list)) ? [state.region] : [];
    }),
  );
  const slots = new Set<number>();
  for (let left = MOST; left > 0; ) {
    const matters = keptWith(playbook, slots, regions);
    const abstraction = new Abstraction(playbook, seat, matters);
    const found = followed(abstraction, left);
    if (found === null) return null;
    if (found.stuck.length + found.circles.length === 0) {
      const { states, edges, bytes } = found;
      const { regionAt, slotAt } = abstraction.successor;
      return { states, edges, bytes, regions: [...regionAt.keys()], slots: [...slotAt.keys()] };
    }
    const more = wanting(playbook, matters, abstraction, found);
    if (more.length === 0) return null;
    for (const slot of more) slots.add(slot);
    left -= found.states;
  }
  return null;
}

function followed(abstraction: Abstraction, most: number): Explored | null {
  try {
    return explored(abstraction, most);
  } catch (error) {
    if (error instanceof Runaway) return null;
    throw error;
  }
}

/**
 * Slots that are not kept and would tell whether the story really stands still, or really goes round: what a circle asks and writes, and
 * what is asked where nothing more comes and is written by kept regions alone.
 */
function wanting(
  playbook: Playbook,
  matters: Matters,
  abstraction: Abstraction,
  found: Explored,
): readonly number[] {
  const circling = found.circles.flatMap((circle) => {
    const written = writtenOn(playbook, matters, abstraction, found, circle);
    return askedAt(playbook, abstraction, found, circle.slice(0, SAMPLE)).filter((slot) => written.has(slot));
  });
  const last = found.stuck.slice(0, SAMPLE);
  const own = ownSlots(playbook, matters);
  const standing = askedAt(playbook, abstraction, found, [...last, ...last.map(found.before)]).filter(
    (slot) => own.has(slot),
  );
  return [...circling, ...standing].filter((slot) => !matters.kept.slots.has(slot));
}

/** Slots on which it hangs what comes of these states, and which are not kept. */
function askedAt(
  playbook: Playbook,
  abstraction: Abstraction,
  found: Explored,
  states: readonly number[],
): readonly number[] {
  const slots = new Set<number>();
  abstraction.successor.onUnknown = (condition) => {
    const expr = playbook.conditions[condition];
    const add = (slot: number) => slots.add(slot);
    if (expr !== undefined) reads(expr, add, () => {});
  };
  for (const n of new Set(states)) {
    const state = n < 0 ? undefined : found.state(n);
    if (state !== undefined && state[0] !== -1) abstraction.expand(state, () => {});
  }
  abstraction.successor.onUnknown = () => {};
  return [...slots].filter((slot) => !playbook.slots[slot]?.id.startsWith('missed.'));
}

/** Slots written by moving between the states in which a circle differs. */
function writtenOn(
  playbook: Playbook,
  matters: Matters,
  abstraction: Abstraction,
  found: Explored,
  circle: readonly number[],
): ReadonlySet<number> {
  const states = [...abstraction.successor.regionAt.values()].flatMap((at) => {
    const stood = new Set(circle.map((n) => found.state(n)[at + REGION.place] ?? 0));
    return stood.size > 1 ? [...stood] : [];
  });
  const lists = states.flatMap((n) => {
    const state = playbook.states[n];
    return state === undefined ? [] : listsOf(playbook, state).moving;
  });
  return new Set(lists.flatMap((list) => matters.writes.byList(list)));
}

/** Slots that only kept regions, and what STARTEX set in motion, ever write: to keep them too asks for nothing else. */
function ownSlots(playbook: Playbook, matters: Matters): ReadonlySet<number> {
  const { actions, automations, lists, regions, states } = playbook;
  const { kept, writes } = matters;
  const own: (number | null)[] = [];
  const others = [...actions.map(({ then }) => then), ...automations.map(({ list }) => list)];
  // What is heard late is told at any moment.
  for (const effect of lists.flat())
    for (const { how, list } of callsOf(effect)) if (how === 'heard') others.push(list);
  states.forEach((state, n) => {
    const { moving, standing } = listsOf(playbook, state);
    const isFirst = regions[state.region]?.first === n;
    const into = kept.regions.has(state.region) ? own : others;
    into.push(...standing, ...moving.filter((list) => list !== state.enter));
    (isFirst ? own : into).push(state.enter);
  });
  const slots = new Set(own.flatMap((list) => writes.byList(list)));
  for (const slot of others.flatMap((list) => writes.byList(list))) slots.delete(slot);
  for (const { id } of actions) slots.delete(writes.done(id));
  return slots;
}

function mayEnd(playbook: Playbook, list: number | null): boolean {
  return (playbook.lists[list ?? -1] ?? []).some(
    (effect) => effect.do === 'end' || callsOf(effect).some(({ list: one }) => mayEnd(playbook, one)),
  );
}
