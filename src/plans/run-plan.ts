/**
 * Plays a plan: an author's steps through a scenario, with what should be true on the way (SPEC RH1).
 *
 * Between steps nothing is chosen: time goes from due moment to due moment, decisions lapse. A plan that fails still gives the run as
 * far as it went, and each failure names its step.
 */
import { digest } from '#exercise/digest.ts';
import { makeEngine } from '#exercise/engine.ts';
import type { Entry, Opening } from '#exercise/entries.ts';
import type { Engine, Exercise } from '#exercise/exercise.ts';
import { nextDue } from '#exercise/next-due.ts';
import { openExercise } from '#exercise/open.ts';
import { type Played, play } from '#exercise/step.ts';
import { printDuration } from '#language/duration.ts';
import type { Law } from '#law/pack.ts';
import type { TraceEvent } from '#law/trace.ts';
import type { Plan, PlanStep } from '#scenario/plan.ts';
import type { Playbook } from '#scenario/playbook.ts';
import { unmetOf } from './expectations.ts';
import { findSeeds } from './find-seed.ts';
import { type OpeningWish, planOpening } from './plan-opening.ts';
import { isFree, knows, offers, type Playing, visitOf } from './playing.ts';

/** What a plan came to. `step` counts from 0; it is the number of steps for a failure after the last. */
export interface PlanRun {
  readonly opening: Opening;
  readonly entries: readonly Entry[];
  readonly exercise: Exercise;
  readonly trace: readonly TraceEvent[];
  readonly engine: Engine;
  readonly failures: readonly PlanFailure[];
}
/** What went otherwise than the plan says. */
export interface PlanFailure {
  readonly step: number;
  readonly message: string;
  /** Where in the step, as a path from it; absent for the step as a whole. */
  readonly inside?: readonly (string | number)[];
  /** What to do about it, where that is not the same for every step. */
  readonly repair?: string;
}
/** How to run a plan: an opening to start from, whether to let time pass to ENDEX after the last step, further steps. */
export interface PlanWish {
  readonly opening?: OpeningWish;
  readonly toEnd?: boolean;
  readonly mover?: 'chart' | 'grid';
  /** What expectations of the law are asked of; without it none of them holds. */
  readonly law?: Law | null;
  /** A key of the plan's `then`, whose steps follow the plan's own; null, or one that is not there, for none. */
  readonly branch?: string | null;
}

/** The ways through a plan: each of its branches, or null for the plan by itself where it has none. */
export function branchesOf(plan: Plan): readonly (string | null)[] {
  const refs = Object.keys(plan.then);
  return refs.length === 0 ? [null] : refs;
}

/**
 * Runs a plan on the first seed that draws its truth (or on its own seed). Deterministic. Stops at the first step that cannot be done;
 * expectations that do not hold are noted and the run goes on.
 */
export function runPlan(playbook: Playbook, plan: Plan, wish: PlanWish = {}): PlanRun {
  const plain = planOpening(playbook, { extended: plan.extended, ...wish.opening });
  const seed = wish.opening?.seed ?? plan.seed ?? findSeeds(playbook, plain, plan.truth)[0];
  const opening = { ...plain, seed: seed ?? plain.seed };
  const engine = makeEngine(playbook, opening, wish.mover ?? 'grid');
  const opened = openExercise(engine);
  const playing: Playing = {
    engine,
    seat: opening.seats[0] ?? '',
    exercise: opened.exercise,
    entries: [],
    trace: [...opened.trace],
    refused: null,
  };
  const failures: PlanFailure[] = [];
  if (seed === undefined) failures.push({ step: 0, message: 'No seed draws the truth of this plan.' });
  const steps = [...plan.steps, ...(plan.then[wish.branch ?? ''] ?? [])];
  for (const [index, one] of steps.entries()) {
    const next = steps[index + 1];
    const expected = next?.kind === 'expect' && next.refused !== null;
    if (one.kind === 'expect') {
      failures.push(...unmetOf(playing, one, wish.law ?? null).map((unmet) => ({ step: index, ...unmet })));
      continue;
    }
    const messages = take(playing, one, expected);
    failures.push(...messages.map((message) => ({ step: index, message })));
    if (messages.length > 0) break;
  }
  if (wish.toEnd === true) while (passTime(playing));
  const { exercise, entries, trace } = playing;
  return { opening, entries, exercise, trace, engine, failures };
}

/** A step that does something. */
type Doing = Exclude<PlanStep, { readonly kind: 'expect' }>;

/** Does one step; the answer is what went wrong, empty if nothing did. */
function take(playing: Playing, one: Doing, refusalExpected: boolean): readonly string[] {
  switch (one.kind) {
    case 'choose':
      return choose(playing, one, refusalExpected);
    case 'act':
      return act(playing, one, refusalExpected);
    case 'at': {
      if (one.atMs < playing.exercise.at) return [`It is already ${printDuration(playing.exercise.at)}.`];
      const refused = advance(playing, one.atMs);
      // Time that passes after the end is nobody's fault; a story that cannot get past a moment is.
      return playing.refused === 'runaway' ? refused : [];
    }
    case 'until':
      return waitFor(playing, () => isReady(playing, one.decision), `"${one.decision}" never came up`);
    case 'until-known': {
      const wanted = Object.entries(one.known);
      return waitFor(
        playing,
        () => wanted.every(([fact, value]) => knows(playing, fact) === value),
        `never knew ${wanted.map((pair) => pair.join(' = ')).join(', ')}`,
      );
    }
    case 'stop':
      return give(playing, { kind: 'stop', at: playing.exercise.at, seat: playing.seat });
    default:
      return one satisfies never;
  }
}

function choose(
  playing: Playing,
  one: Extract<PlanStep, { readonly kind: 'choose' }>,
  refusalExpected: boolean,
): readonly string[] {
  if (!refusalExpected) {
    const late = waitFor(playing, () => isReady(playing, one.decision), `"${one.decision}" never came up`);
    if (late.length > 0) return late;
    if (one.afterMs > 0) advance(playing, playing.exercise.at + one.afterMs);
  }
  const { decision, option } = one;
  const visit = visitOf(playing, decision);
  return give(
    playing,
    { kind: 'choose', at: playing.exercise.at, seat: playing.seat, decision, visit, option },
    refusalExpected,
  );
}

function act(
  playing: Playing,
  one: Extract<PlanStep, { readonly kind: 'act' }>,
  refusalExpected: boolean,
): readonly string[] {
  const { action } = one;
  if (!refusalExpected) {
    const late = waitFor(
      playing,
      () => isFree(playing) && offers(playing.trace, playing.seat).has(action),
      `"${action}" never became possible`,
    );
    if (late.length > 0) return late;
    if (one.afterMs > 0) advance(playing, playing.exercise.at + one.afterMs);
  }
  return give(playing, { kind: 'act', at: playing.exercise.at, seat: playing.seat, action }, refusalExpected);
}

/** Lets time pass from due moment to due moment until it is so; a sentence where the session ended or nothing more was due. */
function waitFor(playing: Playing, isSo: () => boolean, otherwise: string): readonly string[] {
  while (!isSo()) {
    if (!passTime(playing)) {
      const how =
        playing.refused === 'runaway'
          ? 'effects triggered each other without end'
          : playing.exercise.ended === -1
            ? 'nothing more was due'
            : 'the session ended';
      return [`${otherwise}; ${how} at ${printDuration(playing.exercise.at)}.`];
    }
  }
  return [];
}

/** To the next due moment; false where there is none, or where the run cannot get past it. */
function passTime(playing: Playing): boolean {
  const due = nextDue(playing.exercise);
  return due !== null && advance(playing, due).length === 0;
}

function advance(playing: Playing, at: number): readonly string[] {
  return give(playing, { kind: 'advance', at });
}

function give(
  playing: Playing,
  command: Parameters<typeof play>[2],
  refusalExpected = false,
): readonly string[] {
  const played = play(playing.engine, playing.exercise, command);
  playing.refused = played.ok ? null : played.why;
  if (!played.ok) {
    const what =
      command.kind === 'choose'
        ? `${command.decision}/${command.option}`
        : command.kind === 'act'
          ? command.action
          : command.kind;
    return refusalExpected ? [] : [`${what} was refused at ${printDuration(command.at)}: ${played.why}.`];
  }
  playing.exercise = played.exercise;
  playing.entries.push(...played.accepted.map(entryOf));
  for (const event of played.trace) playing.trace.push(event);
  return [];
}

type Accepted = Extract<Played, { readonly ok: true }>['accepted'][number];

/** The digest is worked out when it is first asked for: it takes longer than the step, and few who play plans ask. */
function entryOf({ command, exercise }: Accepted): Entry {
  let known: string | null = null;
  return {
    seq: exercise.seq,
    command,
    get digest() {
      known ??= digest(exercise);
      return known;
    },
  };
}

function isReady(playing: Playing, decision: string): boolean {
  return isFree(playing) && visitOf(playing, decision) > 0;
}
