/** A run as its seat saw it: a moment for every event, and for every arrival between two of them. For any scenario. */
import type { Command } from '#exercise/commands.ts';
import { makeEngine } from '#exercise/engine.ts';
import type { Opening } from '#exercise/entries.ts';
import type { Engine, Exercise } from '#exercise/exercise.ts';
import { nextDue } from '#exercise/next-due.ts';
import { openExercise } from '#exercise/open.ts';
import { seatView } from '#exercise/seat-view.ts';
import { step } from '#exercise/step.ts';
import type { LogItem, SeatView } from '#exercise/view.ts';
import type { TraceEvent } from '#law/trace.ts';
import type { PlanRun } from '#plans/run-plan.ts';
import type { BotName } from '#playtest/bot.ts';
import { playOut } from '#playtest/play-out.ts';
import { makeBot, type stageOf } from '#playtest/stage.ts';
import type { Playbook } from '#scenario/playbook.ts';
import { decodeTrace, exerciseOf } from '../../kernel/decode.ts';

/** What the seat has before it, and what was new in its log. */
export interface Moment {
  readonly view: SeatView;
  readonly fresh: readonly LogItem[];
}

const TONGUE = { lang: 'en', words: 'plain' } as const;

/** The moments of a plan's run. */
export function momentsOfPlan({ engine, entries }: PlanRun): Moment[] {
  const opened = openExercise(engine);
  const teller = new Teller(engine);
  let { exercise } = opened;
  const trace: TraceEvent[] = [...opened.trace];
  teller.tell(exercise, trace);
  const go = (command: Command) => {
    teller.until(command.at);
    const stepped = step(engine, exercise, command);
    if (!stepped.ok) throw new Error(stepped.why);
    exercise = stepped.exercise;
    for (const event of stepped.trace) trace.push(event);
    teller.tell(exercise, trace);
  };
  for (const { command } of entries) {
    // One big advance is many small ones (EX4), and a seat sees each.
    for (let due = nextDue(exercise); due !== null && due < command.at; due = nextDue(exercise))
      go({ kind: 'advance', at: due });
    if (exercise.ended === -1) go(command);
  }
  return teller.moments;
}

/** The moments of a bot's run. */
export function momentsOfBot(
  playbook: Playbook,
  opening: Opening,
  stage: ReturnType<typeof stageOf>,
  bot: BotName,
): Moment[] {
  const { kernel } = stage;
  const teller = new Teller(makeEngine(playbook, opening, 'grid'));
  const trace: TraceEvent[] = [];
  let read = 0;
  playOut(stage, makeBot(bot, stage, []), opening.seed, () => {
    if (kernel.run.tn < read) [read, trace.length] = [0, 0];
    teller.until(kernel.at);
    if (kernel.run.tn === read) return;
    for (const event of decodeTrace(kernel.run, read)) trace.push(event);
    read = kernel.run.tn;
    teller.tell(exerciseOf(kernel.run), trace);
  });
  return teller.moments;
}

/** Tells a seat's views as a run goes on. Lines that were told before are left out of what is folded again: they change no picture. */
class Teller {
  readonly moments: Moment[] = [];
  readonly #engine: Engine;
  readonly #seat: string;
  #kept: TraceEvent[] = [];
  #read = 0;
  /** How many lines of the next log come of what is kept. */
  #olds = 0;
  #last: Exercise | null = null;

  constructor(engine: Engine) {
    this.#engine = engine;
    this.#seat = engine.opening.seats[0] ?? '';
  }

  tell(exercise: Exercise, trace: readonly TraceEvent[]): void {
    for (const event of trace.slice(this.#read)) this.#kept.push(event);
    this.#read = trace.length;
    const view = seatView(this.#engine, exercise, this.#kept, this.#seat, TONGUE);
    this.moments.push({ view, fresh: view.log.slice(this.#olds) });
    this.#kept = this.#kept.filter(({ kind }) => LASTS.has(kind));
    this.#olds = view.log.filter(({ kind }) => TOLD_AGAIN.has(kind)).length;
    this.#last = exercise;
  }

  /** Those who come where they went before that moment stand there, or are gone. */
  until(at: number): void {
    const arrivals = (this.moments.at(-1)?.view.tokens ?? []).flatMap(({ going }) => going?.until ?? []);
    for (const moment of [...new Set(arrivals)].sort((a, b) => a - b)) {
      const last = this.#last;
      if (last === null || moment <= last.at || moment >= at) continue;
      const view = seatView(this.#engine, { ...last, at: moment }, this.#kept, this.#seat, TONGUE);
      this.moments.push({ view, fresh: [] });
    }
  }
}

/** What pictures, names and cards hang on; lines and sounds do not. */
const LASTS: ReadonlySet<string> = new Set([
  'moved',
  'revealed',
  'learnt',
  'act',
  'asked',
  'said',
  'arrived',
]);
const TOLD_AGAIN: ReadonlySet<string> = new Set(['learnt', 'did', 'said', 'arrived']);
