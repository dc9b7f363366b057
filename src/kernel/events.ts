/**
 * The coded trace: each event is its kind, its length, its moment, its entry, then its operands, all integers. `decode.ts` reads them back.
 */
import type { TraceEvent } from '#law/trace.ts';
import { int } from './conditions.ts';
import { HEAD, type Run } from './state.ts';

/** Kinds of events, with their operands. */
export const EVENT = {
  /** id, source (an automation's number after all sources), visit, takes, waits, how many it sees, values it knows, observations it sees; words where it was said in some */
  act: 0,
  /** act, seat */
  cut: 1,
  /** act, seat */
  done: 2,
  /** seat, observation */
  observed: 3,
  /** seat, kind of observation */
  closed: 4,
  /** line, how it was heard (EAR), seats */
  told: 5,
  /** slot, value, was, from, basis */
  learnt: 6,
  /** source, visit */
  offered: 7,
  /** source, visit */
  withdrawn: 8,
  /** decision, visit, lapses */
  asked: 9,
  /** seat, decision, words */
  said: 10,
  /** decision, visit, 1 where the story moved on */
  lapsed: 11,
  /** token, place, ms */
  moved: 12,
  /** token, pool of seats */
  revealed: 13,
  /** sound */
  sound: 14,
  /** seat */
  arrived: 15,
  /** slot, value, 1 where it was drawn */
  world: 16,
  /** objective, how it went (AIM) */
  objective: 17,
  /** ending */
  ended: 18,
} as const satisfies Readonly<Record<TraceEvent['kind'], number>>;
export type EventCode = (typeof EVENT)[keyof typeof EVENT];
/** The codes of these kinds: what a reader of the trace passes over is named, so that a new kind is asked about. */
export type CodeOf<Kind extends keyof typeof EVENT> = (typeof EVENT)[Kind];
/** What opens, meets and misses no duty. */
export type UnreadByDuties = CodeOf<
  | 'cut'
  | 'done'
  | 'told'
  | 'offered'
  | 'withdrawn'
  | 'asked'
  | 'said'
  | 'lapsed'
  | 'moved'
  | 'revealed'
  | 'sound'
  | 'arrived'
  | 'world'
  | 'objective'
>;

/** The kind of the event that begins at integer `at` of a run's trace. */
export function codeAt({ t }: Run, at: number): EventCode {
  return int(t, at) as EventCode;
}
/** How an objective went; `untested` where it never arose. */
export const AIM = { unmet: 0, met: 1, untested: 2 } as const;
/** How a line reached those it was told to. */
export const EAR = { whole: 0, broken: 1, lost: 2 } as const;
/** Integers before the operands. */
export const STAMP = 4;

/** Begins an event of so many operands; answers where the first goes. */
export function emit(run: Run, kind: number, operands: number): number {
  const from = run.more(STAMP + operands);
  const { t, s } = run;
  t[from] = kind;
  t[from + 1] = STAMP + operands;
  t[from + 2] = int(s, HEAD.at);
  t[from + 3] = int(s, HEAD.seq);
  return from + STAMP;
}

/** An event of one operand. */
export function emit1(run: Run, kind: number, a: number): void {
  const at = emit(run, kind, 1);
  run.t[at] = a;
}

/** An event of two operands. */
export function emit2(run: Run, kind: number, a: number, b: number): void {
  const at = emit(run, kind, 2);
  run.t[at] = a;
  run.t[at + 1] = b;
}

/** An event of three operands. */
export function emit3(run: Run, kind: number, a: number, b: number, c: number): void {
  const at = emit(run, kind, 3);
  run.t[at] = a;
  run.t[at + 1] = b;
  run.t[at + 2] = c;
}
