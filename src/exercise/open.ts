import type { TraceEvent } from '#law/trace.ts';
import { follow, settle } from './cascade.ts';
import { draw } from './chance.ts';
import { type Draft, emit, freeze, Runaway, thaw, valueName } from './draft.ts';
import { RANK, schedule } from './due.ts';
import type { Engine, Exercise } from './exercise.ts';
import { fireUntil } from './fire.ts';
import { at, invariant } from './invariant.ts';

/**
 * STARTEX (seq 0): truths are drawn in list order, keyed by slot id; the first states are entered; things settle; what is due at
 * once happens. Throws an invariant (EX12) where the opening does not settle: rehearsal finds such a scenario before anyone plays it.
 */
export function openExercise(engine: Engine): {
  readonly exercise: Exercise;
  readonly trace: readonly TraceEvent[];
} {
  const draft = thaw(engine, blank(engine));
  drawTruths(draft);
  try {
    const start = engine.mover.start();
    follow(draft, start);
    const { endsBy } = engine.playbook;
    // Wherever the story is by then (EX32).
    if (endsBy !== undefined)
      schedule(draft, endsBy.ms, RANK.story, { kind: 'run', list: endsBy.list, state: -1 });
    settle(draft);
    fireUntil(draft, 0);
  } catch (error) {
    if (error instanceof Runaway) invariant(false, 'EX12', 'the opening does not settle');
    throw error;
  }
  return { exercise: freeze(draft), trace: draft.trace };
}

function drawTruths(draft: Draft): void {
  const { playbook, opening } = draft.engine;
  for (const { slot, given, weights } of playbook.truths) {
    const row = given === null ? 0 : at(draft.slots, given);
    const { id } = at(playbook.slots, slot);
    draft.slots[slot] = draw(opening.seed, id, 0, at(weights, row));
    emit(draft, { kind: 'world', slot: id, value: valueName(draft, slot) });
  }
}

function blank({ playbook }: Engine): Exercise {
  return {
    at: 0,
    seq: 0,
    n: 0,
    acts: 0,
    air: 0,
    place: playbook.regions.map((region) => region.first),
    slots: playbook.slots.map((slot) => slot.start),
    sources: playbook.slots.flatMap(() => [-1, -1, -1]),
    visits: playbook.decisions.map(() => 0),
    seats: playbook.seats.map(() => ({
      free: 0,
      act: 0,
      kind: 0,
      sends: -1,
      missed: [],
      captions: 0,
      waits: 0,
    })),
    open: [],
    seeing: [],
    due: [],
    automations: playbook.automations.map(() => 0),
    ended: -1,
  };
}
