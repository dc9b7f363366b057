/** Plays the exercise and the kernel side by side, command by command, and says where they first differ. */
import type { Command } from '#exercise/commands.ts';
import type { Engine, Exercise } from '#exercise/exercise.ts';
import { InvariantError } from '#exercise/invariant.ts';
import { openExercise } from '#exercise/open.ts';
import { play } from '#exercise/step.ts';
import { Kernel } from '#kernel/kernel.ts';
import { Judge } from '#kernel/packed-judge.ts';
import { rulingOf } from '#kernel/ruling.ts';
import { FALLS, type Run, SEAT, SEAT_SIZE } from '#kernel/state.ts';
import { judge } from '#law/judge.ts';
import type { Under } from '#law/stack.ts';
import type { TraceEvent } from '#law/trace.ts';
import type { Playbook } from '#scenario/playbook.ts';
import { commandFor, dice } from '../exercise/walk.ts';
import { decodeTrace, exerciseOf } from './decode.ts';

/** What walks came to, counted by kind. */
export interface Counts {
  commands: number;
  rulings: number;
  readonly events: Record<string, number>;
  readonly refused: Record<string, number>;
  /** Findings by how a duty went or what a rule said; `!` grave, `?` does not count, `+` others spoke too. */
  readonly findings: Record<string, number>;
}

export const noCounts = (): Counts => ({ commands: 0, rulings: 0, events: {}, refused: {}, findings: {} });

/** A kernel with a judge for each seat that people play, under each law, kept for many walks. */
export interface Pair {
  readonly kernel: Kernel;
  readonly judges: readonly { readonly seat: string; readonly under: Under; readonly judge: Judge }[];
}

export function pairOf({ playbook, opening }: Engine, laws: readonly Under[]): Pair {
  const { seats, extended } = opening;
  const kernel = new Kernel(playbook, { seats, extended, joins: joinsOf(playbook, seats) });
  const judges = laws.flatMap((under) =>
    seats.map((seat) => {
      const n = playbook.seats.findIndex((one) => one.id === seat);
      return { seat, under, judge: new Judge(kernel.run, under, n) };
    }),
  );
  return { kernel, judges };
}

/** Where two play, the next seat may be sat down in too. */
function joinsOf({ seats }: Playbook, played: readonly string[]): readonly string[] {
  return played.length < 2 ? [] : seats.map(({ id }) => id).slice(0, 3);
}

/** How a walk is made: up to so many commands; the rulings compared after each so many, and at its end. */
export interface Stride {
  readonly moves: number;
  readonly rulings: number;
}

// A generated story may never rest: the law's judge takes many times as long over a trace twice as long.
const MOST_EVENTS = 1_500;

/** Walks from a seed; answers the first difference in refusal, event, state or ruling, null where there is none. */
export function differs(
  engine: Engine,
  pair: Pair,
  seed: number,
  stride: Stride,
  counts: Counts,
): string | null {
  const { kernel } = pair;
  const roll = dice(seed);
  const opened = openedOrNot(() => openExercise(engine));
  // A generated story may not settle at its opening: then neither may the kernel.
  if (opened === null)
    return openedOrNot(() => kernel.open(engine.opening.seed)) === null ? null : 'it opens';
  let { exercise } = opened;
  const trace: TraceEvent[] = [...opened.trace];
  kernel.open(engine.opening.seed);
  let coded = kernel.run.tn;
  const first = eventsDiffer(kernel, opened.trace, 0) ?? stateDiffers(kernel, exercise, 0);
  if (first !== null) return `at STARTEX: ${first}`;
  let runaways = 0;
  let moves = 0;
  while (moves < stride.moves && runaways < 2 && exercise.ended === -1 && trace.length < MOST_EVENTS) {
    const command = asSeated(engine, asSaid(commandFor(engine, exercise, roll), roll), roll);
    const played = play(engine, exercise, command);
    const why = kernel.give(command);
    const expected = played.ok ? null : played.why;
    if (why !== expected) return `${say(command)}: ${String(why)} instead of ${String(expected)}`;
    if (played.ok) {
      exercise = played.exercise;
      for (const event of played.trace) trace.push(event);
    } else {
      tally(counts.refused, played.why);
      if (played.why === 'runaway') runaways += 1;
    }
    const events = played.ok ? played.trace : [];
    const difference = eventsDiffer(kernel, events, coded) ?? stateDiffers(kernel, exercise, counts.commands);
    if (difference !== null) return `${say(command)}: ${difference}`;
    coded = kernel.run.tn;
    counts.commands += 1;
    moves += 1;
    if (moves % stride.rulings === 0) {
      const wrong = rulingsDiffer(pair, trace, counts);
      if (wrong !== null) return `after ${say(command)}: ${wrong}`;
    }
  }
  for (const event of trace) {
    tally(counts.events, event.kind);
    if (event.kind === 'act' && event.resumes === true) tally(counts.events, 'act that goes on');
    if (event.kind === 'act' && event.words !== undefined) tally(counts.events, 'act in words');
  }
  return rulingsDiffer(pair, trace, counts);
}

/** Every so often a standing action is said in words, and now and then in none or too many. */
function asSaid(command: Command, roll: (n: number) => number): Command {
  if (command.kind !== 'act' || roll(3) > 0) return command;
  const words = ['Step back, please.', 'Who is in charge here?', ' ', 'x'.repeat(301)][roll(4)] ?? '';
  return { ...command, words };
}

/** Where two play, people come and go, directors now and then end it, and what there is not is asked for. */
function asSeated({ playbook, opening }: Engine, command: Command, roll: (n: number) => number): Command {
  if (opening.seats.length < 2 || command.kind !== 'act' || roll(3) > 0) return command;
  const { at } = command;
  const seat = playbook.seats[roll(3)]?.id ?? '';
  const factor = [{}, { extended: 100 }, { extended: 200 }][roll(3)];
  const asks: readonly Command[] = [
    ...[0, 1, 2].map((): Command => ({ kind: 'fill', at, seat, ...factor })),
    { kind: 'leave', at, seat },
    { kind: 'stop', at, seat },
    roll(20) === 0 ? { kind: 'end', at } : { kind: 'fill', at, seat: 'nobody' },
    { kind: 'speak', at, seat, over: 'radio', words: 'Anyone?' },
    { kind: 'inject', at, inject: 'none' },
  ];
  return asks[roll(asks.length)] ?? command;
}

/** What opening answers; null where it does not settle (EX12). */
function openedOrNot<T>(open: () => T): T | null {
  try {
    return open();
  } catch (error) {
    if (error instanceof InvariantError && error.rule === 'EX12') return null;
    throw error;
  }
}

function rulingsDiffer(pair: Pair, trace: readonly TraceEvent[], counts: Counts): string | null {
  for (const { seat, under, judge: fast } of pair.judges) {
    fast.rule();
    const is = rulingOf(fast, pair.kernel.run);
    const should = judge(trace, { ...under, seat });
    counts.rulings += 1;
    for (const { on, verdict, grave, counts: isCounted, also } of should.findings) {
      if ('duty' in on && on.outcome === 'missed' && on.act !== null) tally(counts.findings, 'given up');
      const how = 'duty' in on ? on.outcome : verdict;
      tally(counts.findings, `${how}${grave ? '!' : ''}${isCounted ? '' : '?'}${also.length > 0 ? '+' : ''}`);
    }
    const [a, b] = [JSON.stringify(is), JSON.stringify(should)];
    if (a !== b) return `${seat} under ${under.pack}: ${a} instead of ${b}`;
  }
  return null;
}

function eventsDiffer(kernel: Kernel, events: readonly TraceEvent[], from: number): string | null {
  const made = decodeTrace(kernel.run, from);
  for (let n = 0; n < Math.max(made.length, events.length); n++) {
    const [is, should] = [JSON.stringify(made[n]), JSON.stringify(events[n])];
    if (is !== should) return `event ${n} is ${is} instead of ${should}`;
  }
  return null;
}

/** The state in one look at its integers; every so often, and where they differ, part by part as it is read back. */
function stateDiffers(kernel: Kernel, exercise: Exercise, commands: number): string | null {
  if (commands % 20 !== 0 && isPacked(kernel, exercise)) return null;
  const state = exerciseOf(kernel.run);
  for (const part of Object.keys({ ...state, ...exercise }) as (keyof Exercise)[]) {
    const [is, should] = [state[part], exercise[part]];
    if (areSame(is, should)) continue;
    return `${part} is ${JSON.stringify(is)} instead of ${JSON.stringify(should)}`;
  }
  return isPacked(kernel, exercise) ? null : 'what is packed differs from what is read back';
}

/** Whether the packed state is the exercise, integer by integer. */
function isPacked({ run }: Kernel, exercise: Exercise): boolean {
  const { at, seq, n, acts, air, ended, open, seeing, due } = exercise;
  const { filled, extended } = { filled: openedIn(run), extended: [...run.tables.factors], ...exercise };
  const played = filled.reduce((bits, seat) => bits | (run.tables.bitOf[seat] ?? 0), 0);
  const head = [at, seq, n, acts, air, ended, open.length, seeing.length, due.length, played];
  return (
    isList(run.s, head) &&
    isList(run.place, exercise.place) &&
    isList(run.slots, exercise.slots) &&
    isList(run.visits, exercise.visits) &&
    isList(run.automations, exercise.automations) &&
    run.tables.sourceAt.every((from, slot) =>
      [0, 1, 2].every((i) => (from < 0 ? -1 : run.sources[from + i]) === exercise.sources[slot * 3 + i]),
    ) &&
    isList(
      run.open,
      open.flatMap((one) => [one.decision, one.visit, one.opened, one.lapses, one.state]),
    ) &&
    isList(run.seeing, seeing.flat()) &&
    exercise.seats.every(({ free, act, kind, sends, captions, waits, missed }, seat) =>
      isList(run.seats.subarray(seat * SEAT_SIZE), [free, act, kind, sends, captions, waits, missed.length]),
    ) &&
    extended.every((factor, seat) => run.seats[seat * SEAT_SIZE + SEAT.factor] === factor) &&
    isList(
      run.due,
      due.toReversed().flatMap((one) => [one.at, one.rank, one.n, ...whatOf(one.what)]),
    )
  );
}

/** The seats that people played at STARTEX. */
function openedIn({ tables }: Run): readonly number[] {
  return [...tables.played].flatMap((one, seat) => (one === 1 ? [seat] : []));
}

function whatOf(what: Exercise['due'][number]['what']): readonly number[] {
  switch (what.kind) {
    case 'complete':
      return [FALLS.complete, what.seat, what.act, what.list, what.action];
    case 'run':
      return [FALLS.run, what.list, what.state, -1, -1];
    case 'ask':
      return [FALLS.ask, what.decision, what.when, what.state, -1];
    case 'automate':
      return [FALLS.automate, what.automation, -1, -1, -1];
    default:
      return [FALLS.lapse, what.decision, what.visit, -1, -1];
  }
}

function isList(packed: Int32Array, list: readonly number[]): boolean {
  for (let n = 0; n < list.length; n++) if (packed[n] !== list[n]) return false;
  return true;
}

function areSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [left, right] = [Object.values(a), Object.values(b)];
  if (Array.isArray(a) !== Array.isArray(b) || left.length !== right.length) return false;
  if (!Array.isArray(a) && Object.keys(a).join() !== Object.keys(b).join()) return false;
  return left.every((one, n) => areSame(one, right[n]));
}

function tally(into: Record<string, number>, what: string): void {
  into[what] = (into[what] ?? 0) + 1;
}

function say(command: Command): string {
  return JSON.stringify(command);
}
