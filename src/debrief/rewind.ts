/**
 * An ended run as a tape: what its seat saw and knew at any moment, forwards and back, exactly as it was while it was played (SPEC TB65).
 *
 * The run is played once, deadline by deadline; the state after each is kept, so that a jump is a search and not a second play.
 */
import { makeEngine } from '#exercise/engine.ts';
import type { Entry, Opening } from '#exercise/entries.ts';
import type { Engine, Exercise } from '#exercise/exercise.ts';
import { nextDue } from '#exercise/next-due.ts';
import { openExercise } from '#exercise/open.ts';
import { seatView } from '#exercise/seat-view.ts';
import { step } from '#exercise/step.ts';
import type { SeatView } from '#exercise/view.ts';
import type { RenderLocale } from '#exercise/words.ts';
import type { TraceEvent } from '#law/trace.ts';
import type { Playbook } from '#scenario/playbook.ts';

export interface Rewind {
  /** The last moment there is, in milliseconds since STARTEX. */
  readonly endedAt: number;
  /** Every moment at which something was told to the seat, learnt or done by it; ascending, each once, 0 and `endedAt` among them. */
  readonly moments: readonly number[];
  /** What the seat saw then, everything at or before that moment included; held to 0 … `endedAt`, fractions dropped. */
  viewAt(at: number): SeatView;
}

/**
 * The tape of a run. Throws (EX3) for entries that do not replay: whoever opens a kept run has replayed it before.
 *
 * @param seat One that the playbook has, else EX9.
 */
export function rewind(
  run: { readonly playbook: Playbook; readonly opening: Opening; readonly entries: readonly Entry[] },
  seat: string,
  locale: RenderLocale,
): Rewind {
  const engine = makeEngine(run.playbook, run.opening, 'grid');
  const { stops, trace } = play(engine, run.entries);
  const endedAt = stops.at(-1)?.exercise.at ?? 0;
  let last: SeatView | null = null;
  const viewAt = (asked: number): SeatView => {
    const at = Math.min(endedAt, Math.max(0, Math.trunc(asked)));
    if (last?.at === at) return last;
    const { exercise, length } = lastAt(stops, at);
    // Between two stops only the clock moves, and what is on its way with it.
    last = seatView(engine, { ...exercise, at }, trace.slice(0, length), seat, locale);
    return last;
  };
  const told = viewAt(endedAt).log.map((item) => item.at);
  const moments = [...new Set([0, ...told, endedAt])].sort((a, b) => a - b);
  return { endedAt, moments, viewAt };
}

/** One place on the tape: a state, and how much of the trace had come about by then. */
interface Stop {
  readonly exercise: Exercise;
  readonly length: number;
}

/** A stop for every entry and, before it, for everything that fell due since the last: one big advance is many small ones (EX4). */
function play(
  engine: Engine,
  entries: readonly Entry[],
): { readonly stops: readonly Stop[]; readonly trace: readonly TraceEvent[] } {
  const opened = openExercise(engine);
  const trace: TraceEvent[] = [...opened.trace];
  let { exercise } = opened;
  const stops: Stop[] = [{ exercise, length: trace.length }];
  const take = (command: Entry['command']) => {
    const stepped = step(engine, exercise, command);
    if (!stepped.ok) throw new Error(`EX3: what was done at ${command.at} does not replay: ${stepped.why}.`);
    exercise = stepped.exercise;
    trace.push(...stepped.trace);
    stops.push({ exercise, length: trace.length });
  };
  for (const { command } of entries) {
    for (let due = nextDue(exercise); due !== null && due <= command.at; due = nextDue(exercise)) {
      take({ kind: 'advance', at: due });
    }
    if (command.kind !== 'advance' || exercise.at < command.at) {
      if (exercise.ended === -1) take(command);
    }
  }
  return { stops, trace };
}

/** The last stop at or before that moment; the first where none is. */
function lastAt(stops: readonly Stop[], at: number): Stop {
  let [low, high] = [0, stops.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((stops[middle]?.exercise.at ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  const found = stops[low];
  if (found === undefined) throw new Error('EX3: a run has a beginning.');
  return found;
}
