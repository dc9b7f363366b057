/** One accepted input moves an exercise on; a refused one changes nothing. */
import type { Act } from '#law/acts.ts';
import type { Source, TraceEvent } from '#law/trace.ts';
import { settle } from './cascade.ts';
import { type Command, LONGEST_SENTENCE, LONGEST_WORDS } from './commands.ts';
import { close, postpone } from './decisions.ts';
import { digest } from './digest.ts';
import { type Draft, emit, freeze, holds, isPlayed, knowing, Runaway, seeing, thaw } from './draft.ts';
import { cancel, RANK, schedule } from './due.ts';
import { endex, STOPPED } from './endex.ts';
import type { Entry } from './entries.ts';
import type { Engine, Exercise } from './exercise.ts';
import { fill, isLast, leave } from './fill.ts';
import { fireUntil } from './fire.ts';
import { at, invariant } from './invariant.ts';
import { offersOf } from './offers.ts';
import { releaseChannel, takeChannel } from './radio-channel.ts';
import type { Refusal } from './refusals.ts';

export type Stepped =
  | {
      readonly ok: true;
      readonly entries: readonly Entry[];
      readonly exercise: Exercise;
      readonly trace: readonly TraceEvent[];
    }
  | { readonly ok: false; readonly why: Refusal };

/** What `play` answers: the accepted commands, each with the exercise after it, and the trace they brought about. */
export type Played =
  | {
      readonly ok: true;
      readonly accepted: readonly { readonly command: Command; readonly exercise: Exercise }[];
      readonly exercise: Exercise;
      readonly trace: readonly TraceEvent[];
    }
  | { readonly ok: false; readonly why: Refusal };

/**
 * Accepts or refuses a command (EX3, EX5). What is due at or before the command's moment happens first, as an `advance` entry of
 * its own (so there can be two entries); if the command is then refused, neither counts. `trace` holds only what is new.
 */
export function step(engine: Engine, exercise: Exercise, command: Command): Stepped {
  const played = play(engine, exercise, command);
  if (!played.ok) return played;
  const entries = played.accepted.map((one) => ({
    seq: one.exercise.seq,
    command: one.command,
    digest: digest(one.exercise),
  }));
  return { ok: true, entries, exercise: played.exercise, trace: played.trace };
}

/** The same without digests, for rehearsal. `command.at` is a safe integer, else an invariant (EX2). */
export function play(engine: Engine, exercise: Exercise, command: Command): Played {
  invariant(Number.isSafeInteger(command.at), 'EX2', `not a moment: ${command.at}`);
  if (exercise.ended !== -1) return refuse('ended');
  if (command.at < exercise.at) return refuse('in-the-past');
  const draft = thaw(engine, exercise);
  draft.offers = offersOf(draft);
  try {
    return work(draft, exercise, command);
  } catch (error) {
    if (error instanceof Runaway) return refuse('runaway');
    throw error;
  }
}

function work(draft: Draft, before: Exercise, command: Command): Played {
  const accepted: { command: Command; exercise: Exercise }[] = [];
  const first = before.due[0];
  const falls = first !== undefined && first.at <= command.at;
  if (command.kind === 'advance' || falls) {
    draft.seq += 1;
    fireUntil(draft, command.at);
    const advance = { kind: 'advance', at: command.at } as const;
    accepted.push({ command: advance, exercise: freeze(draft) });
  }
  if (command.kind !== 'advance') {
    if (draft.ended !== -1) return refuse('ended');
    draft.seq += 1;
    draft.at = command.at;
    draft.cascade = 0;
    const why = obey(draft, before, command);
    if (why !== null) return refuse(why);
    fireUntil(draft, command.at);
    accepted.push({ command, exercise: freeze(draft) });
  }
  return { ok: true, accepted, exercise: at(accepted, accepted.length - 1).exercise, trace: draft.trace };
}

type Asked = Exclude<Command, { kind: 'advance' }>;
type OfSeat = Exclude<Asked, { kind: 'fill' | 'inject' | 'end' }>;

/** Does what is asked, or says why not. */
function obey(draft: Draft, before: Exercise, command: Asked): Refusal | null {
  switch (command.kind) {
    case 'fill':
      return fill(draft, command);
    case 'inject':
      // No playbook declares injects yet, so none is open.
      return 'not-open';
    case 'end':
      endex(draft, -1);
      return null;
    default:
      return obeySeat(draft, before, command);
  }
}

/** The same of what somebody asks who plays. */
function obeySeat(draft: Draft, before: Exercise, command: OfSeat): Refusal | null {
  const seat = draft.lookup.seats.get(command.seat);
  if (seat === undefined || !isPlayed(draft, seat)) return 'not-open';
  switch (command.kind) {
    case 'choose':
      return choose(draft, before, seat, command);
    case 'act':
      return act(draft, seat, command);
    case 'say':
      return say(draft, before, seat, command);
    case 'wait':
      // Until something is told or asked, or the seat acts (EX22).
      at(draft.seats, seat).waits = 1;
      return null;
    case 'speak':
      // No playbook says what one seat can pass on to another.
      return 'not-open';
    case 'stop':
      if (isLast(draft, seat)) endex(draft, STOPPED);
      else leave(draft, seat);
      return null;
    case 'leave':
      leave(draft, seat);
      return null;
    default:
      return command satisfies never;
  }
}

function choose(
  draft: Draft,
  before: Exercise,
  seat: number,
  command: Extract<Asked, { kind: 'choose' }>,
): Refusal | null {
  const n = openFor(draft, seat, command);
  if (n === null) return notOpen(draft, before, seat, command);
  const option = at(draft.engine.playbook.decisions, n).options.find((o) => o.id === command.option);
  if (option === undefined || !holds(draft, option.when)) return 'not-open';
  const state = at(draft.seats, seat);
  if (option.takesMs > 0 && state.kind === 2) return 'busy';
  if (option.takesMs > 0 && state.kind === 1) cut(draft, seat);
  close(draft, n);
  const { decision, visit } = command;
  begin(draft, seat, { decision, visit, option: option.id }, option, -1);
  if (option.takesMs > 0) postpone(draft, seat);
  settle(draft);
  return null;
}

function act(draft: Draft, seat: number, command: Extract<Asked, { kind: 'act' }>): Refusal | null {
  const { action: id, words } = command;
  const n = draft.lookup.actions.get(id);
  if (n === undefined) return 'not-open';
  const action = at(draft.engine.playbook.actions, n);
  if (!action.seats.includes(seat) || !holds(draft, action.when)) return 'not-open';
  if (action.takesMs > 0 && at(draft.seats, seat).act !== 0) return 'busy';
  if (words !== undefined && (words.trim() === '' || words.length > LONGEST_SENTENCE)) return 'bad-words';
  begin(draft, seat, { action: id }, { ...action, words }, n);
  settle(draft);
  return null;
}

function say(
  draft: Draft,
  before: Exercise,
  seat: number,
  command: Extract<Asked, { kind: 'say' }>,
): Refusal | null {
  if (openFor(draft, seat, command) === null) return notOpen(draft, before, seat, command);
  const { words, decision } = command;
  if (words.trim() === '' || words.length > LONGEST_WORDS) return 'bad-words';
  emit(draft, { kind: 'said', seat: command.seat, decision, words });
  return null;
}

interface Answered {
  readonly decision: string;
  readonly visit: number;
  readonly at: number;
}

/** The open decision a command answers, or null. */
function openFor(draft: Draft, seat: number, { decision, visit }: Answered): number | null {
  const n = draft.lookup.decisions.get(decision);
  if (n === undefined || at(draft.engine.playbook.decisions, n).seat !== seat) return null;
  return draft.open.some((open) => open.decision === n && open.visit === visit) ? n : null;
}

/** Too late, if the decision was open for this seat until its time ran out at or before this moment; else nothing is told. */
function notOpen(draft: Draft, before: Exercise, seat: number, command: Answered): Refusal {
  const n = draft.lookup.decisions.get(command.decision);
  if (n === undefined || at(draft.engine.playbook.decisions, n).seat !== seat) return 'not-open';
  const ranOut = before.open.some(
    (open) => open.decision === n && open.visit === command.visit && open.lapses <= command.at,
  );
  return ranOut ? 'too-late' : 'not-open';
}

/**
 * An act begins, or goes on (EX33): law uses what is known and perceived at this instant; effects run when `takes` is over (EX14).
 * What goes over the radio first waits for the channel (EX24).
 */
function begin(
  draft: Draft,
  seat: number,
  source: Source,
  what: {
    readonly acts: readonly Act[];
    readonly takesMs: number;
    readonly then: number | null;
    readonly air?: true;
    readonly words?: string | undefined;
  },
  action: number,
): void {
  const { acts } = what;
  const leftAt = draft.lookup.left[action]?.[seat] ?? -1;
  const left = leftAt < 0 ? 0 : at(draft.slots, leftAt);
  if (left > 0) draft.slots[leftAt] = 0;
  const takesMs = left > 0 ? left : what.takesMs;
  const isSent = takesMs > 0 && what.air === true;
  const from = isSent ? takeChannel(draft, seat, takesMs) : draft.at;
  draft.acts += 1;
  const id = draft.acts;
  emit(draft, {
    kind: 'act',
    id,
    seat: at(draft.engine.playbook.seats, seat).id,
    human: true,
    source,
    acts,
    takes: takesMs,
    ...(left > 0 ? { resumes: true as const } : {}),
    ...(from > draft.at ? { waits: from - draft.at } : {}),
    ...(what.words === undefined ? {} : { words: what.words }),
    knowing: knowing(draft, seat),
    seeing: seeing(draft, seat),
  });
  const state = at(draft.seats, seat);
  state.waits = 0;
  if (takesMs > 0) {
    const kind = action >= 0 ? 1 : 2;
    Object.assign(state, { free: from + takesMs, act: id, kind, sends: isSent ? from : -1 });
  }
  schedule(draft, from + takesMs, RANK.completion, {
    kind: 'complete',
    seat,
    act: id,
    list: what.then ?? -1,
    action,
  });
}

/** A decision cuts a running standing action: its effects do not come (EX13), unless it goes on later (EX33). */
function cut(draft: Draft, seat: number): void {
  const state = at(draft.seats, seat);
  keepLeft(draft, seat);
  cancel(draft, (what) => what.kind === 'complete' && what.act === state.act);
  emit(draft, { kind: 'cut', act: state.act, seat: at(draft.engine.playbook.seats, seat).id });
  releaseChannel(draft, seat);
  Object.assign(state, { free: draft.at, act: 0, kind: 0, sends: -1 });
}

/** What is left is kept where the action goes on and some of it was done; waiting for the channel is not doing it. */
function keepLeft(draft: Draft, seat: number): void {
  const { act, free, sends } = at(draft.seats, seat);
  const due = draft.due.find(({ what }) => what.kind === 'complete' && what.act === act);
  const action = due?.what.kind === 'complete' ? due.what.action : -1;
  const slot = draft.lookup.left[action]?.[seat] ?? -1;
  const left = free - Math.max(draft.at, sends);
  if (slot >= 0 && left < at(draft.engine.playbook.actions, action).takesMs) draft.slots[slot] = left;
}

function refuse(why: Refusal): { readonly ok: false; readonly why: Refusal } {
  return { ok: false, why };
}
