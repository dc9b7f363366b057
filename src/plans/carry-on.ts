/** A run taken over into a scenario that has changed since: its inputs are given to the new one, in order, at their moments (SPEC RH60). */
import { readdressed } from '#debrief/branch.ts';
import type { Command } from '#exercise/commands.ts';
import type { Entry } from '#exercise/entries.ts';
import type { Engine, Exercise } from '#exercise/exercise.ts';
import { nextDue } from '#exercise/next-due.ts';
import { openExercise } from '#exercise/open.ts';
import type { Refusal } from '#exercise/refusals.ts';
import { step } from '#exercise/step.ts';
import type { TraceEvent } from '#law/trace.ts';

/** What somebody asked for; time passing by itself is no input of theirs. */
export type Asked = Exclude<Command, { readonly kind: 'advance' }>;

/** The run in the new scenario. */
export interface CarriedOn {
  readonly exercise: Exercise;
  readonly trace: readonly TraceEvent[];
  readonly entries: readonly Entry[];
  /** The first input that the new scenario refuses, or that names what it no longer has (`gone`); null where all of them hold. */
  readonly stopped: { readonly command: Asked; readonly why: Refusal | 'gone' } | null;
}

/**
 * Gives the inputs of a run to another version of its scenario and lets time pass to the moment `at`, milliseconds since STARTEX; where
 * an input does not hold, to that input's moment. Nothing is skipped or filled in: what follows an input that fails is not given.
 *
 * A choice is given to the present opening of its decision, however often that was put before. Throws the invariant of a scenario that
 * cannot begin (EX12).
 */
export function carryOn(engine: Engine, entries: readonly Entry[], at: number): CarriedOn {
  const opened = openExercise(engine);
  let { exercise } = opened;
  const trace: TraceEvent[] = [...opened.trace];
  const made: Entry[] = [];
  const give = (command: Command): Refusal | null => {
    const stepped = step(engine, exercise, command);
    if (!stepped.ok) return stepped.why;
    exercise = stepped.exercise;
    made.push(...stepped.entries);
    for (const event of stepped.trace) trace.push(event);
    return null;
  };
  const pass = (to: number) => {
    const due = nextDue(exercise);
    if (exercise.ended === -1 && due !== null && due <= to) give({ kind: 'advance', at: to });
  };
  for (const { command } of entries) {
    if (command.kind === 'advance') continue;
    const ready = isThere(engine, command) ? readyFor(command) : null;
    const why = ready === null ? ('gone' as const) : give(ready);
    if (why === null) continue;
    pass(command.at);
    return { exercise, trace, entries: made, stopped: { command, why } };
  }
  pass(at);
  return { exercise, trace, entries: made, stopped: null };

  /** A decision that only opens until its command's moment is waited for; one that is open can run out until then, and is refused so. */
  function readyFor(command: Asked): Command {
    if (command.kind !== 'choose' && command.kind !== 'say') return command;
    const index = engine.playbook.decisions.findIndex(({ id }) => id === command.decision);
    if (!exercise.open.some(({ decision }) => decision === index)) pass(command.at);
    return readdressed(engine, exercise, command);
  }
}

/** Whether what the command names is in the scenario at all. */
function isThere({ playbook }: Engine, command: Asked): boolean {
  switch (command.kind) {
    case 'choose':
    case 'say': {
      const decision = playbook.decisions.find(({ id }) => id === command.decision);
      return (
        decision !== undefined &&
        (command.kind === 'say' || decision.options.some(({ id }) => id === command.option))
      );
    }
    case 'act':
      return playbook.actions.some(({ id }) => id === command.action);
    case 'fill':
    case 'leave':
    case 'speak':
      return playbook.seats.some(({ id }) => id === command.seat);
    case 'wait':
    case 'stop':
    case 'inject':
    case 'end':
      return true;
    default:
      return command satisfies never;
  }
}
