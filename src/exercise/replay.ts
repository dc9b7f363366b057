import type { TraceEvent } from '#law/trace.ts';
import type { Entry } from './entries.ts';
import type { Engine, Exercise } from './exercise.ts';
import { openExercise } from './open.ts';
import { step } from './step.ts';

export interface Replayed {
  /** Where the run stands after the last entry that could be replayed, and everything that happened. */
  readonly exercise: Exercise;
  readonly trace: readonly TraceEvent[];
  /** Whether every entry was accepted and every stored digest came out again; if not, the first `seq` that differs. */
  readonly equal: boolean;
  readonly differsAt: number | null;
}

/** Plays entries again from the opening. Goes on after a digest that differs; stops at an entry that is refused or out of sequence. */
export function replay(engine: Engine, entries: readonly Entry[]): Replayed {
  const opened = openExercise(engine);
  let { exercise } = opened;
  const trace: TraceEvent[] = [...opened.trace];
  let differsAt: number | null = null;
  for (const entry of entries) {
    const stepped = step(engine, exercise, entry.command);
    const made = stepped.ok ? stepped.entries[0] : undefined;
    if (!stepped.ok || stepped.entries.length !== 1 || made?.seq !== entry.seq) {
      return { exercise, trace, equal: false, differsAt: differsAt ?? entry.seq };
    }
    if (made.digest !== entry.digest) differsAt ??= entry.seq;
    exercise = stepped.exercise;
    for (const event of stepped.trace) trace.push(event);
  }
  return { exercise, trace, equal: differsAt === null, differsAt };
}
