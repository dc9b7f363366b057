/** Random but repeatable play: people who choose, act, say, wait, dawdle and ask for what they cannot have. */
import type { Command } from '#exercise/commands.ts';
import type { Entry } from '#exercise/entries.ts';
import type { Engine, Exercise } from '#exercise/exercise.ts';
import { nextDue } from '#exercise/next-due.ts';
import { openExercise } from '#exercise/open.ts';
import type { Refusal } from '#exercise/refusals.ts';
import { step } from '#exercise/step.ts';
import type { TraceEvent } from '#law/trace.ts';

export interface Walk {
  readonly entries: readonly Entry[];
  readonly exercise: Exercise;
  readonly trace: readonly TraceEvent[];
  readonly refused: readonly Refusal[];
}

/** What is looked at after each command, accepted or refused. */
export type Watch = (moment: {
  readonly before: Exercise;
  readonly command: Command;
  readonly why: Refusal | null;
  readonly exercise: Exercise;
  readonly trace: readonly TraceEvent[];
}) => void;

/** A stream of integers below n from a seed, for walking only. */
export function dice(seed: number): (n: number) => number {
  let state = (seed ^ 0x9e3779b9) >>> 0 || 1;
  return (n) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state % n;
  };
}

/** Up to `moves` commands from a seed; the same seed asks the same of the same exercise. */
export function walk(engine: Engine, seed: number, moves: number, watch: Watch = () => {}): Walk {
  const roll = dice(seed);
  const opened = openExercise(engine);
  let { exercise } = opened;
  const trace: TraceEvent[] = [...opened.trace];
  const entries: Entry[] = [];
  const refused: Refusal[] = [];
  for (let i = 0; i < moves && exercise.ended === -1; i++) {
    const before = exercise;
    const command = commandFor(engine, exercise, roll);
    const stepped = step(engine, exercise, command);
    if (stepped.ok) {
      entries.push(...stepped.entries);
      exercise = stepped.exercise;
      trace.push(...stepped.trace);
    } else {
      refused.push(stepped.why);
    }
    watch({ before, command, why: stepped.ok ? null : stepped.why, exercise, trace });
  }
  return { entries, exercise, trace, refused };
}

export function commandFor(
  { playbook, opening }: Engine,
  exercise: Exercise,
  roll: (n: number) => number,
): Command {
  const seat = opening.seats[roll(opening.seats.length)] ?? 'nobody';
  const due = nextDue(exercise) ?? exercise.at;
  // Now, soon, at the very next deadline, just before or after it, far off, and once in a while in the past.
  const at =
    [
      exercise.at,
      exercise.at + roll(9_000),
      due,
      due + 1,
      Math.max(exercise.at, due - 1),
      exercise.at + roll(60_000),
      exercise.at - 1 - roll(5),
    ][roll(20) === 0 ? 6 : roll(6)] ?? exercise.at;
  const open = exercise.open[roll(Math.max(1, exercise.open.length))];
  const kind = roll(20);
  if (open !== undefined && kind < 9) {
    const decision = playbook.decisions[open.decision];
    const option = decision?.options[roll(decision.options.length)];
    const owner = playbook.seats[decision?.seat ?? 0]?.id ?? seat;
    const who = roll(12) === 0 ? seat : owner;
    const visit = roll(12) === 0 ? open.visit + 1 : open.visit;
    const soon = roll(3) === 0 ? at : exercise.at + roll(2_000);
    if (kind === 8)
      return {
        kind: 'say',
        at: soon,
        seat: who,
        decision: decision?.id ?? '',
        visit,
        words: roll(4) === 0 ? ' ' : 'I would talk first.',
      };
    return {
      kind: 'choose',
      at: soon,
      seat: who,
      decision: decision?.id ?? '',
      visit,
      option: option?.id ?? '',
    };
  }
  if (kind < 14) {
    const action = playbook.actions[roll(playbook.actions.length + 1)]?.id ?? 'no-such-action';
    return { kind: 'act', at, seat, action };
  }
  if (kind === 14) return { kind: 'wait', at, seat };
  if (kind === 15 && roll(6) === 0) return { kind: 'stop', at, seat };
  return { kind: 'advance', at };
}

/** The same trace without what tells how many entries there were. */
export function withoutSeq(trace: readonly TraceEvent[]): readonly object[] {
  return trace.map(({ seq: _, ...event }) => event);
}
