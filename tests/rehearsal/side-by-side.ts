/** Plays the exercise and the kernel side by side, command by command, and says where they first differ. */
import type { Command } from '#exercise/commands.ts';
import type { Engine, Exercise } from '#exercise/exercise.ts';
import { openExercise } from '#exercise/open.ts';
import { play } from '#exercise/step.ts';
import type { TraceEvent } from '#law/trace.ts';
import { decodeTrace, exerciseOf } from '#rehearsal/kernel/decode.ts';
import type { Kernel } from '#rehearsal/kernel/kernel.ts';
import { commandFor, dice } from '../exercise/walk.ts';

/** What a walk came to. `differs` says where and how, null where all was equal. */
export interface SideBySide {
  readonly commands: number;
  readonly refused: Readonly<Record<string, number>>;
  readonly trace: readonly TraceEvent[];
  readonly exercise: Exercise;
  readonly differs: string | null;
}

/** Up to `moves` commands from a seed. Stops at the first difference in state, trace or refusal, or at ENDEX. */
export function sideBySide(engine: Engine, kernel: Kernel, seed: number, moves: number): SideBySide {
  const roll = dice(seed);
  const opened = openExercise(engine);
  let { exercise } = opened;
  const trace: TraceEvent[] = [...opened.trace];
  const refused: Record<string, number> = {};
  kernel.open(engine.opening.seed);
  let coded = kernel.run.tn;
  let differs = differenceOf(kernel, exercise, opened.trace, 0);
  let commands = 0;
  while (differs === null && commands < moves && exercise.ended === -1) {
    const command = commandFor(engine, exercise, roll);
    const played = play(engine, exercise, command);
    const why = kernel.give(command);
    commands += 1;
    const expected = played.ok ? null : played.why;
    if (expected !== null) refused[expected] = (refused[expected] ?? 0) + 1;
    if (why !== expected) {
      differs = `${say(command)}: ${String(why)} instead of ${String(expected)}`;
      break;
    }
    if (played.ok) {
      exercise = played.exercise;
      for (const event of played.trace) trace.push(event);
    }
    const difference = differenceOf(kernel, exercise, played.ok ? played.trace : [], coded);
    if (difference !== null) differs = `${say(command)}: ${difference}`;
    coded = kernel.run.tn;
  }
  return { commands, refused, trace, exercise, differs };
}

/** How the kernel's state and its new events differ from the exercise's; null where they do not. */
function differenceOf(
  kernel: Kernel,
  exercise: Exercise,
  events: readonly TraceEvent[],
  from: number,
): string | null {
  const made = decodeTrace(kernel.run, from);
  for (let n = 0; n < Math.max(made.length, events.length); n++) {
    const [is, should] = [JSON.stringify(made[n]), JSON.stringify(events[n])];
    if (is !== should) return `event ${n} is ${is} instead of ${should}`;
  }
  const state = exerciseOf(kernel.run);
  for (const part of Object.keys(exercise) as (keyof Exercise)[]) {
    const [is, should] = [JSON.stringify(state[part]), JSON.stringify(exercise[part])];
    if (is !== should) return `${part} is ${is} instead of ${should}`;
  }
  return null;
}

function say(command: Command): string {
  return JSON.stringify(command);
}
