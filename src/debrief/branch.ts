/** Branches: a new run that shares the beginning of another (SPEC DB5). */

import type { Command } from '#exercise/commands.ts';
import type { Entry, Opening } from '#exercise/entries.ts';
import type { Engine, Exercise } from '#exercise/exercise.ts';
import type { Refusal } from '#exercise/refusals.ts';
import { play } from '#exercise/step.ts';
import { hashOf } from '#language/canonical.ts';
import type { TraceEvent } from '#law/trace.ts';

/** A later choice of the old run, by who made it, when and where. */
export interface LaterChoice {
  readonly seat: string;
  readonly at: number;
  /** The decision and option chosen, or the standing action begun. */
  readonly what: { readonly decision: string; readonly option: string } | { readonly action: string };
}
/** A run that begins as another did. */
export interface Branch {
  /** As the old opening, with `parent` set to the old run and the last entry they share. */
  readonly opening: Opening;
  /** The shared entries, unchanged. */
  readonly entries: readonly Entry[];
  /** What was chosen after that, to be offered again when its time comes; nothing is chosen by itself. */
  readonly later: readonly LaterChoice[];
}

/**
 * A branch that shares everything up to and including the entry whose `seq` this is; 0 is the opening and shares nothing else.
 *
 * Throws a RangeError (DB5) where the run has no such entry.
 */
export function branch(opening: Opening, entries: readonly Entry[], seq: number): Branch {
  if (seq !== 0 && !entries.some((entry) => entry.seq === seq)) {
    throw new RangeError(`DB5: the run has no entry ${seq}.`);
  }
  return {
    opening: { ...opening, parent: { run: runDigest(opening, entries), seq } },
    entries: entries.filter((entry) => entry.seq <= seq),
    later: entries.filter((entry) => entry.seq > seq).flatMap((entry) => laterChoice(entry.command)),
  };
}

/** `sha256:<hex>` over opening and entries: the name by which a branch cites the run it grew from. */
export function runDigest(opening: Opening, entries: readonly Entry[]): string {
  return hashOf({ opening, entries });
}

/** What became of commands given to a run that had gone another way. */
export interface Followed {
  readonly exercise: Exercise;
  readonly trace: readonly TraceEvent[];
  /** What was no longer open, in order: listed, never filled in. */
  readonly refused: readonly { readonly command: Command; readonly why: Refusal }[];
}

/**
 * Gives a run the commands of another in their order; what it refuses is listed and left out. `trace` holds only what is new.
 *
 * A choice is given to the decision's present opening: in a branch the same card may have been put more or less often.
 */
export function follow(engine: Engine, from: Exercise, commands: readonly Command[]): Followed {
  let exercise = from;
  const trace: TraceEvent[] = [];
  const refused: { command: Command; why: Refusal }[] = [];
  for (const command of commands) {
    const played = play(engine, exercise, readdressed(engine, exercise, command));
    if (!played.ok) {
      refused.push({ command, why: played.why });
      continue;
    }
    exercise = played.exercise;
    for (const event of played.trace) trace.push(event);
  }
  return { exercise, trace, refused };
}

/** A choice or a say-first given to the present opening of its decision; any other command as it is. */
export function readdressed<Given extends Command>(
  engine: Engine,
  exercise: Exercise,
  command: Given,
): Given {
  if (command.kind !== 'choose' && command.kind !== 'say') return command;
  const index = engine.playbook.decisions.findIndex((one) => one.id === command.decision);
  const visit = exercise.visits[index];
  return visit === undefined ? command : { ...command, visit };
}

function laterChoice(command: Command): LaterChoice[] {
  if (command.kind === 'choose') {
    const { seat, at, decision, option } = command;
    return [{ seat, at, what: { decision, option } }];
  }
  if (command.kind === 'act')
    return [{ seat: command.seat, at: command.at, what: { action: command.action } }];
  return [];
}
