/** Clock policies: what issues `advance`, as pure functions. The timers themselves belong to whoever runs a clock. */
import type { Engine, Exercise } from './exercise.ts';
import { at } from './invariant.ts';
import { nextDue } from './next-due.ts';

/**
 * Discussion: where to jump now, or null to stay. Jumps to the next due moment when every seat that people play is either content
 * to wait, or busy without a decision it could answer. With nothing due there is nowhere to go.
 */
export function advanceTo(engine: Engine, exercise: Exercise): number | null {
  if (exercise.ended !== -1) return null;
  const filled = exercise.filled ?? engine.filled;
  // With everybody gone the story waits for somebody to come back.
  if (filled.length === 0 && engine.filled.length > 0) return null;
  return filled.every((seat) => letsTimePass(engine, exercise, seat)) ? nextDue(exercise) : null;
}

function letsTimePass(engine: Engine, exercise: Exercise, seat: number): boolean {
  const { waits, act, kind } = at(exercise.seats, seat);
  if (waits === 1) return true;
  if (act === 0) return false;
  if (kind === 2) return true;
  return !exercise.open.some((open) => at(engine.playbook.decisions, open.decision).seat === seat);
}
