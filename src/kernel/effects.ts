/** Running effect lists over the packed state, and the local radio channel (SPEC EX11, EX17, EX21, EX24, EX25). */

import { invariant } from '#exercise/invariant.ts';
import { MOST_MISSED } from '#exercise/radio-channel.ts';
import { int } from './conditions.ts';
import { RANKS, schedule } from './due.ts';
import { EAR, EVENT, emit, emit1, emit2, emit3 } from './events.ts';
import {
  count,
  FALLS,
  HEAD,
  holds,
  isPlayed,
  NONE,
  note,
  type Run,
  raise,
  SEAT,
  SEAT_SIZE,
  write,
} from './state.ts';
import { type Line, OP, type OpCode, ROW } from './tables.ts';

/** Runs a list in order; `go` and `end` are noted and followed when the list and all it calls is done. */
export function runList(run: Run, list: number): void {
  if (list < 0) return;
  count(run);
  note(run, run.ran, list);
  const { rows, rowAt } = run.tables;
  const end = int(rowAt, list + 1);
  for (let row = int(rowAt, list); row < end; row += ROW) {
    const a = int(rows, row + 1);
    const b = int(rows, row + 2);
    const op = int(rows, row) as OpCode;
    switch (op) {
      case OP.line:
        tell(run, a);
        break;
      case OP.repeat:
        repeat(run, a);
        break;
      case OP.learn:
        learn(run, a, valueFor(run, b, int(rows, row + 3)), int(rows, row + 4), int(rows, row + 5));
        break;
      case OP.report:
        report(run, a, b, int(rows, row + 4), int(rows, row + 5));
        break;
      case OP.set:
        change(run, a, valueFor(run, b, int(rows, row + 3)));
        break;
      case OP.add:
        change(run, a, int(run.slots, a) + b);
        break;
      case OP.observe:
        for (const seat of run.tables.pools[b] ?? []) observe(run, seat, a);
        break;
      case OP.move:
        write(run, int(rows, row + 4), b);
        emit3(run, EVENT.moved, a, b, int(rows, row + 3));
        break;
      case OP.reveal:
        if (int(rows, row + 3) >= 0) write(run, int(rows, row + 3), 1);
        emit2(run, EVENT.revealed, a, b);
        break;
      case OP.sound:
        emit1(run, EVENT.sound, a);
        break;
      case OP.go:
        raise(run, a);
        break;
      case OP.after:
        schedule(run, int(run.s, HEAD.at) + a, RANKS.story, FALLS.run, b, -1, -1, -1);
        break;
      case OP.arrives:
        if (b >= 0) write(run, b, 1);
        emit1(run, EVENT.arrived, a);
        break;
      case OP.end:
        if (run.ending === NONE) run.ending = a;
        break;
      case OP.when:
        runList(run, holds(run, a) ? b : int(rows, row + 3));
        break;
      default:
        op satisfies never;
    }
  }
}

/** Whether a seat is on the air at this moment; one that waits for the channel is not. */
function sendsNow(run: Run, seat: number): boolean {
  const sends = int(run.seats, seat * SEAT_SIZE + SEAT.sends);
  return sends >= 0 && sends <= int(run.s, HEAD.at);
}

function tell(run: Run, n: number): void {
  const line = lineAt(run, n);
  const { to } = line;
  holdChannel(run, line);
  let [broken, lost] = [0, 0];
  for (let i = 0; i < to.length; i++) {
    const ear = hears(run, line, int(to, i));
    if (ear === EAR.broken) broken += 1;
    else if (ear === EAR.lost) lost += 1;
  }
  if (broken + lost === 0) {
    whole(run, line, n, to.length, () => true);
  } else {
    // Who hears how much is asked before anything is told: what was missed is kept first.
    const ears = Uint8Array.from(to, (seat) => hears(run, line, seat));
    missAll(run, n, to, ears, EAR.broken);
    missAll(run, n, to, ears, EAR.lost);
    const wholes = to.length - broken - lost;
    if (wholes > 0) whole(run, line, n, wholes, (i) => ears[i] === EAR.whole);
    if (broken > 0) toldPart(run, line, n, ears, EAR.broken, broken, line.part);
    if (lost > 0) toldPart(run, line, n, ears, EAR.lost, lost, 0);
  }
  thenOf(run, line, n);
}

/** Automations hear everything: only people miss calls. */
function hears(run: Run, line: Line, seat: number): number {
  if (!line.radio || !isPlayed(run, seat)) return EAR.whole;
  if (sendsNow(run, seat)) return EAR.lost;
  return line.part < 0 ? EAR.whole : EAR.broken;
}

function missAll(run: Run, n: number, to: Int32Array, ears: Uint8Array, ear: number): void {
  for (let i = 0; i < to.length; i++) {
    if (ears[i] !== ear) continue;
    const seat = int(to, i);
    drop(run, seat, n);
    const from = seat * SEAT_SIZE + SEAT.missed;
    if (int(run.seats, from) === MOST_MISSED) drop(run, seat, int(run.seats, from + 1));
    const had = int(run.seats, from);
    run.seats[from + 1 + had] = n;
    run.seats[from] = had + 1;
    noteMissed(run, seat);
  }
}

/** Takes a line out of what a seat missed; whether it was there. */
function drop(run: Run, seat: number, n: number): boolean {
  const from = seat * SEAT_SIZE + SEAT.missed;
  const had = int(run.seats, from);
  let to = 0;
  for (let i = 0; i < had; i++) {
    const other = int(run.seats, from + 1 + i);
    if (other === n) continue;
    run.seats[from + 1 + to] = other;
    to += 1;
  }
  for (let i = to; i < had; i++) run.seats[from + 1 + i] = 0;
  run.seats[from] = to;
  return to < had;
}

function noteMissed(run: Run, seat: number): void {
  const slot = int(run.tables.missedSlot, seat);
  if (slot < 0) return;
  const missed = int(run.seats, seat * SEAT_SIZE + SEAT.missed);
  write(run, slot, Math.min(missed, int(run.tables.slotMax, slot)));
}

function lacks(run: Run, seat: number, n: number): boolean {
  const from = seat * SEAT_SIZE + SEAT.missed;
  const had = int(run.seats, from);
  for (let i = 1; i <= had; i++) if (int(run.seats, from + i) === n) return true;
  return false;
}

function repeat(run: Run, asks: number): void {
  const from = asks * SEAT_SIZE + SEAT.missed;
  const missed = run.seats.slice(from + 1, from + 1 + int(run.seats, from));
  for (const n of missed) {
    if (!lacks(run, asks, n)) continue;
    const line = lineAt(run, n);
    holdChannel(run, line);
    const reached = Uint8Array.from(line.to, (seat) =>
      lacks(run, seat, n) && (seat === asks || !sendsNow(run, seat)) ? 1 : 0,
    );
    const many = reached.reduce((sum, one) => sum + one, 0);
    whole(run, line, n, many, (i) => reached[i] === 1);
    thenOf(run, line, n);
  }
}

function holdChannel(run: Run, line: Line): void {
  if (!line.holds) return;
  run.s[HEAD.air] = Math.max(int(run.s, HEAD.air), int(run.s, HEAD.at)) + line.captionMs;
}

function whole(run: Run, line: Line, n: number, many: number, isReached: (i: number) => boolean): void {
  const at = emit(run, EVENT.told, 2 + many);
  run.t[at] = n;
  run.t[at + 1] = EAR.whole;
  let next = at + 2;
  for (let i = 0; i < line.to.length; i++) {
    if (!isReached(i)) continue;
    const seat = int(line.to, i);
    if (line.radio && drop(run, seat, n)) noteMissed(run, seat);
    reach(run, seat, line.captionMs);
    run.t[next] = seat;
    next += 1;
  }
}

function toldPart(
  run: Run,
  line: Line,
  n: number,
  ears: Uint8Array,
  ear: number,
  many: number,
  captionMs: number,
): void {
  const at = emit(run, EVENT.told, 2 + many);
  run.t[at] = n;
  run.t[at + 1] = ear;
  let next = at + 2;
  for (let i = 0; i < line.to.length; i++) {
    if (ears[i] !== ear) continue;
    reach(run, int(line.to, i), captionMs);
    run.t[next] = int(line.to, i);
    next += 1;
  }
}

function reach(run: Run, n: number, captionMs: number): void {
  const seat = n * SEAT_SIZE;
  run.seats[seat + SEAT.captions] =
    Math.max(int(run.seats, seat + SEAT.captions), int(run.s, HEAD.at)) + captionMs;
  run.seats[seat + SEAT.waits] = 0;
}

function thenOf(run: Run, line: Line, n: number): void {
  if (line.then < 0) return;
  for (let i = 0; i < line.to.length; i++) if (lacks(run, int(line.to, i), n)) return;
  runList(run, line.then);
}

/** What a seat missed it will not ask for any more: what only waited for it comes (EX41). */
export function letGo(run: Run, seat: number): void {
  const from = seat * SEAT_SIZE + SEAT.missed;
  const missed = run.seats.slice(from + 1, from + 1 + int(run.seats, from));
  for (const n of missed) {
    if (!lacks(run, seat, n)) continue;
    drop(run, seat, n);
    noteMissed(run, seat);
    thenOf(run, lineAt(run, n), n);
  }
}

function learn(run: Run, slot: number, value: number, from: number, basis: number): void {
  const seat = int(run.tables.knower, slot);
  if (seat < 0) invariant(false, 'EX17', `slot ${slot} is nobody's knowledge`);
  run.seats[seat * SEAT_SIZE + SEAT.waits] = 0;
  const was = int(run.slots, slot);
  if (was === value) return;
  write(run, slot, value);
  const source = int(run.tables.sourceAt, slot);
  run.sources[source] = int(run.s, HEAD.at);
  run.sources[source + 1] = from;
  run.sources[source + 2] = basis;
  const at = emit(run, EVENT.learnt, 5);
  run.t[at] = slot;
  run.t[at + 1] = value;
  run.t[at + 2] = was;
  run.t[at + 3] = from;
  run.t[at + 4] = basis;
}

function report(run: Run, slot: number, target: number, from: number, basis: number): void {
  if (target < 0) invariant(false, 'EX17', `what slot ${slot} holds cannot be passed on`);
  const value = int(run.slots, slot);
  if (value !== 0) learn(run, target, value, from, basis);
}

function change(run: Run, slot: number, value: number): void {
  const { slotMin, slotMax } = run.tables;
  const bounded = Math.min(int(slotMax, slot), Math.max(int(slotMin, slot), value));
  if (int(run.slots, slot) === bounded) return;
  write(run, slot, bounded);
  emit3(run, EVENT.world, slot, bounded, 0);
}

function observe(run: Run, seat: number, n: number): void {
  const { s, seeing, tables } = run;
  emit2(run, EVENT.observed, seat, n);
  const closes = tables.closes[n];
  const end = int(s, HEAD.seeing) * 2;
  let [to, isOpen] = [0, false];
  const closed: number[] = [];
  for (let from = 0; from < end; from += 2) {
    const [who, other] = [int(seeing, from), int(seeing, from + 1)];
    if (who === seat && closes !== undefined && closes[other] === 1) {
      const kind = int(tables.kindOf, other);
      if (!closed.includes(kind)) closed.push(kind);
      continue;
    }
    if (who === seat && other === n) isOpen = true;
    seeing[to] = who;
    seeing[to + 1] = other;
    to += 2;
  }
  for (const kind of closed) emit2(run, EVENT.closed, seat, kind);
  if (!isOpen) {
    seeing[to] = seat;
    seeing[to + 1] = n;
    to += 2;
  }
  s[HEAD.seeing] = to / 2;
}

function valueFor(run: Run, value: number, map: number): number {
  if (map < 0) return value;
  const given = run.tables.pools[map]?.[int(run.slots, value)];
  return given ?? invariant(false, 'EX2', `slot ${value} has no value in its map`);
}

function lineAt(run: Run, n: number): Line {
  return run.tables.lines[n] ?? invariant(false, 'EX2', `no line ${n}`);
}
