import type { Exercise } from './exercise.ts';

/** When something next falls due, in milliseconds since STARTEX; null if nothing is or the run is over. For clocks. */
export function nextDue(exercise: Exercise): number | null {
  return exercise.ended === -1 ? (exercise.due[0]?.at ?? null) : null;
}
