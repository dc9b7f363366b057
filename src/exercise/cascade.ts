/** After effects: signals are followed and things settle until nothing moves, then automations and offers are looked at. */

import { withdraw } from './decisions.ts';
import { count, type Draft, holds, isPlayed } from './draft.ts';
import { cancel, RANK, schedule } from './due.ts';
import { runList } from './effects.ts';
import { endex, NOTHING_LEFT } from './endex.ts';
import type { Moved } from './exercise.ts';
import { at } from './invariant.ts';
import { noteOffers } from './offers.ts';

/**
 * Settles the draft: signals first in first out, then `settle` until no region moves (EX11); then automations whose condition
 * turned true are scheduled; then ENDEX if an effect asked for it; then offers are compared. Where nothing is due, asked or on offer any more, nothing can
 * ever happen again, and the run ends (EX31). Throws Runaway (EX12).
 */
export function settle(draft: Draft): void {
  const { mover } = draft.engine;
  const guard = (condition: number) => holds(draft, condition);
  for (;;) {
    const signal = draft.signals.shift() ?? -1;
    const moved = mover.move(draft.place, signal, guard);
    if (moved.steps.length > 0) follow(draft, moved);
    else if (signal < 0) break;
  }
  watch(draft);
  if (draft.ending !== null) {
    endex(draft, draft.ending);
    return;
  }
  noteOffers(draft);
  // Where everybody has left, somebody may come back.
  const isDeserted = draft.filled.length === 0 && draft.engine.filled.length > 0;
  const isStill = draft.due.length + draft.open.length + draft.offers.length === 0;
  if (isStill && !isDeserted) endex(draft, NOTHING_LEFT);
}

/** Takes the new place, then goes through the steps: conditions asked on the way see the new place. */
export function follow(draft: Draft, moved: Moved): void {
  count(draft);
  draft.place = moved.place;
  for (const step of moved.steps) {
    if (step.kind === 'run') runList(draft, step.n);
    else if (step.kind === 'leave') leave(draft, step.n);
    else enter(draft, step.n);
  }
}

/** What belongs to a state dies with it: its deadlines, its pending asks, its open decisions (EX16). */
function leave(draft: Draft, state: number): void {
  cancel(draft, (what) => (what.kind === 'run' || what.kind === 'ask') && what.state === state);
  withdraw(draft, (of) => of === state);
  runList(draft, at(draft.engine.playbook.states, state).leave ?? -1);
}

function enter(draft: Draft, n: number): void {
  const state = at(draft.engine.playbook.states, n);
  runList(draft, state.enter ?? -1);
  for (const { ms, list } of state.after) {
    schedule(draft, draft.at + ms, RANK.story, { kind: 'run', list, state: n });
  }
  for (const { decision, ms, when } of state.decide) {
    schedule(draft, draft.at + ms, RANK.story, { kind: 'ask', decision, when: when ?? -1, state: n });
  }
}

/** Schedules automations of unfilled seats whose condition turned true: once in a run, or each time it turns true anew (EX18). */
function watch(draft: Draft): void {
  draft.engine.playbook.automations.forEach((automation, n) => {
    if (isPlayed(draft, automation.seat)) return;
    const was = draft.automations[n] === 1;
    if (was && automation.repeat === 'once') return;
    const is = holds(draft, automation.when);
    if (is === was) return;
    draft.automations[n] = is ? 1 : 0;
    if (is) schedule(draft, draft.at + automation.afterMs, RANK.inject, { kind: 'automate', automation: n });
  });
}
