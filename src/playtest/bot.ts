/** What a bot is: a player that looks at what its seat could know and says what it does now. */
import { roll } from '#exercise/chance.ts';
import type { Card, Choice, SeatObservation } from './seat-observation.ts';

/** The bots, in the order in which reports show them. */
export const BOTS = [
  'by-the-book',
  'careful',
  'random',
  'hasty',
  'longest',
  'first',
  'politeness',
  'buttons',
  'silent',
  'worst',
] as const;
export type BotName = (typeof BOTS)[number];

/** What a bot does now: takes something on offer, or lets time pass until a moment, or until anything happens if that is sooner. */
export type Move =
  | { readonly take: Choice; readonly visit: number }
  | { readonly take: null; readonly until: number };

/** A player of one seat. Its chance comes from the seed and what it is about, never from a stream (as EX10), so bots can be compared. */
export interface Bot {
  /** A new run of that seed begins: nothing of the last one is remembered. */
  begin(seed: number): void;
  /** What it does now. Asked again after each thing that happens and at each moment it named. */
  next(observation: SeatObservation): Move;
}

/** A moment that never comes: whoever waits for it wakes when anything happens. */
export const LATER = Number.POSITIVE_INFINITY;

/** Lets time pass until anything happens. */
export const IDLE: Move = { take: null, until: LATER };

/** So long before a card lapses it is still sure to be answered, milliseconds. */
export const LAST_MOMENT_MS = 2_000;

/** One number for each decision and visit: what chance about a card is keyed by. */
export const keyOf = ({ decision, visit }: Card): number => decision * 1_000 + visit;

/** Lets time pass until that moment. */
export const until = (moment: number): Move => ({ take: null, until: moment });

/** Answers a card. */
export const answer = ({ visit }: Card, take: Choice): Move => ({ take, visit });

/** Begins a standing action. */
export const begin = (take: Choice): Move => ({ take, visit: 0 });

/** A fraction from 0 up to 1 of the seed, for one purpose and number. */
export function fraction(seed: number, purpose: string, n: number): number {
  return roll(seed, purpose, n) / 0x100000000;
}

/** One of a list that is not empty, for one purpose and number. */
export function oneOf<T>(list: readonly T[], seed: number, purpose: string, n: number): T | undefined {
  return list[roll(seed, purpose, n) % list.length];
}

/** Those of a list with the most of something, in order; empty only for an empty list. */
export function most<T>(list: readonly T[], of: (one: T) => number): readonly T[] {
  const worths = list.map(of);
  const best = Math.max(...worths);
  return list.filter((_, n) => worths[n] === best);
}
