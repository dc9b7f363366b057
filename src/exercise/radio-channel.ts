/** The local radio channel: one voice at a time. A speaker waits for it and hears nothing meanwhile, and a call can break up (EX24, EX25). */
import type { Effect } from '#scenario/playbook.ts';
import { type Draft, isPlayed } from './draft.ts';
import { at } from './invariant.ts';

type Line = Extract<Effect, { readonly do: 'line' }>;

/** A line's place in the playbook: list, and index in it. */
export type LineAt = readonly [number, number];

/** How much of a line reached a seat: `whole`, `broken` (what gets through is written), or `lost` (walked on: no words). */
export type Heard = 'whole' | 'broken' | 'lost';

/** How many missed lines a seat can still ask for; the oldest goes first. */
export const MOST_MISSED = 8;

/** A seat sends for `takes` milliseconds, as soon as the channel is free: the moment it begins. A seat that is not local has a channel of its own. */
export function takeChannel(draft: Draft, seat: number, takes: number): number {
  if (!isLocal(draft, seat)) return draft.at;
  const from = Math.max(draft.at, draft.air);
  draft.air = from + takes;
  return from;
}

/** What a seat was sending, or waiting to send, is cut: the rest of its time on the air is free again, unless somebody already took the time after it. */
export function releaseChannel(draft: Draft, seat: number): void {
  const { sends, free } = at(draft.seats, seat);
  if (sends >= 0 && isLocal(draft, seat) && draft.air === free) draft.air = Math.max(draft.at, sends);
}

/** A radio line to a local seat holds the channel for its caption time, after whatever holds it already. */
export function holdChannel(draft: Draft, line: Line): void {
  if (line.channel !== 'radio' || !line.to.some((seat) => isLocal(draft, seat))) return;
  draft.air = Math.max(draft.air, draft.at) + line.captionMs;
}

/** How much of a line reaches a seat now. Automations hear everything: only people miss calls. */
export function hears(draft: Draft, line: Line, seat: number): Heard {
  if (line.channel !== 'radio' || !isPlayed(draft, seat)) return 'whole';
  if (sendsNow(draft, seat)) return 'lost';
  return line.heard === undefined ? 'whole' : 'broken';
}

/** Whether a seat is on the air at this moment; one that waits for the channel is not. */
export function sendsNow(draft: Draft, seat: number): boolean {
  const { sends } = at(draft.seats, seat);
  return sends >= 0 && sends <= draft.at;
}

/** The seat missed a line: it is the newest it can ask for. One missed again is not kept twice. */
export function miss(draft: Draft, seat: number, line: LineAt): void {
  const rest = at(draft.seats, seat).missed.filter((other) => !isSame(other, line));
  keep(draft, seat, [...rest, line].slice(-MOST_MISSED));
}

/** The seat has heard a line whole. */
export function catchUp(draft: Draft, seat: number, line: LineAt): void {
  const { missed } = at(draft.seats, seat);
  if (missed.some((other) => isSame(other, line)))
    keep(
      draft,
      seat,
      missed.filter((other) => !isSame(other, line)),
    );
}

/** Whether a seat has missed this line and not heard it whole since. */
export function lacks(draft: Draft, seat: number, line: LineAt): boolean {
  return at(draft.seats, seat).missed.some((other) => isSame(other, line));
}

function keep(draft: Draft, seat: number, missed: readonly LineAt[]): void {
  at(draft.seats, seat).missed = missed;
  const slot = draft.lookup.missed[seat] ?? -1;
  if (slot >= 0) draft.slots[slot] = Math.min(missed.length, at(draft.engine.playbook.slots, slot).max);
}

function isSame(a: LineAt, b: LineAt): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

/** The federal team, medics and the public are not on the local channel. */
function isLocal({ engine }: Draft, seat: number): boolean {
  return at(engine.playbook.seats, seat).agency === 'local';
}
