/** A bot's run as a run of the exercise: opening and entries as a person's would be kept, so that everything that reads runs can read it. */
import { makeEngine } from '#exercise/engine.ts';
import type { Entry, Opening } from '#exercise/entries.ts';
import { invariant } from '#exercise/invariant.ts';
import { openExercise } from '#exercise/open.ts';
import { step } from '#exercise/step.ts';
import { planOpening } from '#plans/plan-opening.ts';
import type { Bot, Move } from '#playtest/bot.ts';
import { playOut } from '#playtest/play-out.ts';
import type { Stage } from '#playtest/stage.ts';
import type { Playbook } from '#scenario/playbook.ts';

/** What is kept of a run. */
export interface KeptRun {
  readonly opening: Opening;
  readonly entries: readonly Entry[];
}

/** Plays one run on the stage and once more, move by move, in the exercise; under that pack, with its switches as they start. */
export function runOfBot(playbook: Playbook, stage: Stage, bot: Bot, seed: number, pack: string): KeptRun {
  const { kernel, observation } = stage;
  const seat = playbook.seats[observation.seat]?.id ?? '';
  const opening = planOpening(playbook, {
    seed,
    seats: [seat],
    pack: { id: pack, hash: '', asOf: playbook.asOf },
  });
  const engine = makeEngine(playbook, opening, 'grid');
  let { exercise } = openExercise(engine);
  const entries: Entry[] = [];
  const give = (command: Entry['command']) => {
    const stepped = step(engine, exercise, command);
    if (!stepped.ok) return;
    exercise = stepped.exercise;
    entries.push(...stepped.entries);
  };
  const watched: Bot = {
    begin: (of) => bot.begin(of),
    next: (eyes): Move => {
      const move = bot.next(eyes);
      if (move.take === null) return move;
      const source = kernel.tables.sources[move.take.n];
      invariant(source !== undefined, 'RH50', 'a bot takes what is on offer');
      const at = kernel.at;
      const action = playbook.actions[source.action];
      const decision = playbook.decisions[source.decision];
      const option = decision?.options[source.option];
      if (action !== undefined) give({ kind: 'act', at, seat, action: action.id });
      else if (decision && option)
        give({ kind: 'choose', at, seat, decision: decision.id, visit: move.visit, option: option.id });
      return move;
    },
  };
  playOut(stage, watched, seed);
  if (exercise.ended === -1) give({ kind: 'advance', at: kernel.at });
  return { opening, entries };
}
