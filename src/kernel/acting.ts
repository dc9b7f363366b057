/** What a seat asks of a run: choosing, acting, being busy, being cut (SPEC EX5, EX7, EX13, EX14, EX24). */
import { LONGEST_SENTENCE } from '#exercise/commands.ts';
import type { Refusal } from '#exercise/refusals.ts';
import { int } from './conditions.ts';
import { close, openAt, postpone } from './decisions.ts';
import { cancel, RANKS, schedule } from './due.ts';
import { EVENT, emit2 } from './events.ts';
import { writeAct } from './fire.ts';
import type { Grid } from './grid.ts';
import { freeSeat, settle } from './settle.ts';
import { DUE, DUE_SIZE, FALLS, HEAD, OPEN, type Run, SEAT, SEAT_SIZE, write } from './state.ts';
import { leftSlotOf, type Source } from './tables.ts';

/** Whether that opening of the decision is open, for that seat. */
export function isOpenFor(run: Run, seat: number, decision: number, visit: number): boolean {
  if (decision < 0 || int(run.tables.askedOf, decision) !== seat) return false;
  const place = openAt(run, decision);
  return place >= 0 && int(run.open, place + OPEN.visit) === visit;
}

/** Whether it is open here and its time runs out at or before `at`: what was asked for it then came too late. */
export function runsOutBy(run: Run, seat: number, decision: number, visit: number, at: number): boolean {
  if (!isOpenFor(run, seat, decision, visit)) return false;
  return int(run.open, openAt(run, decision) + OPEN.lapses) <= at;
}

/** Answers a decision that is open for the seat. */
export function choose(
  run: Run,
  n: number,
  source: Source,
  visit: number,
  grid: Grid,
  moves: Int32Array,
): Refusal | null {
  const { seat, decision, takesMs } = source;
  const from = seat * SEAT_SIZE;
  const kind = int(run.seats, from + SEAT.kind);
  if (takesMs > 0 && kind === 2) return 'busy';
  if (takesMs > 0 && kind === 1) cut(run, seat);
  close(run, decision);
  begin(run, n, source, visit, -1);
  if (takesMs > 0) postpone(run, seat);
  settle(run, grid, moves);
  return null;
}

/** Begins a standing action whose condition holds; `words` are how it was said, null where nothing was. */
export function act(
  run: Run,
  n: number,
  source: Source,
  words: string | null,
  grid: Grid,
  moves: Int32Array,
): Refusal | null {
  if (source.takesMs > 0 && int(run.seats, source.seat * SEAT_SIZE + SEAT.act) !== 0) return 'busy';
  if (words !== null && (words.trim() === '' || words.length > LONGEST_SENTENCE)) return 'bad-words';
  begin(run, n, source, 0, words === null ? -1 : run.words.push(words) - 1);
  settle(run, grid, moves);
  return null;
}

function begin(run: Run, n: number, source: Source, visit: number, words: number): void {
  const { seat, action } = source;
  const takesMs = takesNow(run, source);
  const left = leftSlotOf(run.tables, action, seat);
  if (left >= 0 && int(run.slots, left) > 0) write(run, left, 0);
  const now = int(run.s, HEAD.at);
  const from = source.air ? takeChannel(run, seat, takesMs) : now;
  const id = writeAct(run, seat, n, visit, takesMs, from - now, words);
  const at = seat * SEAT_SIZE;
  run.seats[at + SEAT.waits] = 0;
  if (takesMs > 0) {
    run.seats[at + SEAT.free] = from + takesMs;
    run.seats[at + SEAT.act] = id;
    run.seats[at + SEAT.kind] = action >= 0 ? 1 : 2;
    run.seats[at + SEAT.sends] = source.air ? from : -1;
  }
  schedule(run, from + takesMs, RANKS.completion, FALLS.complete, seat, id, source.then, action);
}

/** How long it takes now: what is left, where it was cut and goes on (EX33). */
export function takesNow(run: Run, { action, seat, takesMs }: Source): number {
  const slot = leftSlotOf(run.tables, action, seat);
  const left = slot < 0 ? 0 : int(run.slots, slot);
  return left > 0 ? left : takesMs;
}

/** What is left is kept where the action goes on and some of it was done. */
function keepLeft(run: Run, seat: number, id: number): void {
  const { due, s, seats, tables } = run;
  const end = int(s, HEAD.due) * DUE_SIZE;
  let at = 0;
  while (at < end && (int(due, at + DUE.b) !== id || int(due, at + DUE.kind) !== FALLS.complete))
    at += DUE_SIZE;
  const action = at < end ? int(due, at + DUE.d) : -1;
  const slot = leftSlotOf(tables, action, seat);
  if (slot < 0) return;
  const from = seat * SEAT_SIZE;
  const left = int(seats, from + SEAT.free) - Math.max(int(s, HEAD.at), int(seats, from + SEAT.sends));
  if (left < (tables.playbook.actions[action]?.takesMs ?? 0)) write(run, slot, left);
}

/** A decision cuts a running standing action: its effects do not come, unless it goes on later. */
function cut(run: Run, seat: number): void {
  const from = seat * SEAT_SIZE;
  const id = int(run.seats, from + SEAT.act);
  keepLeft(run, seat, id);
  cancel(run, FALLS.complete, DUE.b, id);
  emit2(run, EVENT.cut, id, seat);
  releaseChannel(run, seat);
  run.seats[from] = int(run.s, HEAD.at);
  freeSeat(run, from);
}

function takeChannel(run: Run, seat: number, takes: number): number {
  const now = int(run.s, HEAD.at);
  if (int(run.tables.local, seat) === 0) return now;
  const from = Math.max(now, int(run.s, HEAD.air));
  run.s[HEAD.air] = from + takes;
  return from;
}

function releaseChannel(run: Run, seat: number): void {
  const from = seat * SEAT_SIZE;
  const sends = int(run.seats, from + SEAT.sends);
  if (sends < 0 || int(run.tables.local, seat) === 0) return;
  if (int(run.s, HEAD.air) !== int(run.seats, from)) return;
  run.s[HEAD.air] = Math.max(int(run.s, HEAD.at), sends);
}
