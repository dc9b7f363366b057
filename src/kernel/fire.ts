/** Time: what is due happens, one event at a time, each settled before the next (SPEC EX6, EX14, EX18). */
import { int } from './conditions.ts';
import { ask, close } from './decisions.ts';
import { runList } from './effects.ts';
import { EVENT, emit, emit2, emit3 } from './events.ts';
import type { Grid } from './grid.ts';
import { freeSeat, settle } from './settle.ts';
import { count, DUE, DUE_SIZE, FALLS, HEAD, type Run, SEAT, SEAT_SIZE, tick, write } from './state.ts';

/** Fires everything due at or before `until`, in order, stopping at ENDEX; then the clock stands at `until` (at ENDEX if it ended). */
export function fireUntil(run: Run, until: number, grid: Grid, moves: Int32Array): void {
  for (;;) {
    if (int(run.s, HEAD.ended) !== -1) return;
    const left = int(run.s, HEAD.due);
    const next = (left - 1) * DUE_SIZE;
    if (left === 0 || int(run.due, next) > until) break;
    fireAt(run, next, grid, moves);
  }
  tick(run, until);
}

/** Takes out the due event that begins at `place` in the list, moves the clock to it, lets it happen and settles. */
export function fireAt(run: Run, place: number, grid: Grid, moves: Int32Array): void {
  const { due, s } = run;
  const at = int(due, place);
  const kind = int(due, place + DUE.kind);
  const a = int(due, place + DUE.a);
  const b = int(due, place + DUE.b);
  const c = int(due, place + DUE.c);
  const d = int(due, place + DUE.d);
  const end = int(s, HEAD.due) * DUE_SIZE;
  for (let i = place + DUE_SIZE; i < end; i++) due[i - DUE_SIZE] = int(due, i);
  s[HEAD.due] = int(s, HEAD.due) - 1;
  tick(run, at);
  count(run);
  switch (kind) {
    case FALLS.complete:
      complete(run, a, b, c, d);
      break;
    case FALLS.run:
      runList(run, a);
      break;
    case FALLS.ask:
      ask(run, a, b, c);
      break;
    case FALLS.automate:
      automate(run, a);
      break;
    case FALLS.lapse:
      close(run, a);
      emit3(run, EVENT.lapsed, a, b, 0);
      runList(run, int(run.tables.silences, a));
      break;
  }
  settle(run, grid, moves);
}

/** An act begins: its event holds what its seat knows and perceives at this instant. Answers its id. */
export function writeAct(
  run: Run,
  seat: number,
  source: number,
  visit: number,
  takes: number,
  waits: number,
  words = -1,
): number {
  const { s, seeing, tables } = run;
  const id = int(s, HEAD.acts) + 1;
  s[HEAD.acts] = id;
  const known = tables.knownOf[seat] ?? NOTHING;
  const end = int(s, HEAD.seeing) * 2;
  let sees = 0;
  for (let i = 0; i < end; i += 2) if (int(seeing, i) === seat) sees += 1;
  let at = emit(run, EVENT.act, 6 + known.length + sees + (words < 0 ? 0 : 1));
  const { t } = run;
  t[at] = id;
  t[at + 1] = source;
  t[at + 2] = visit;
  t[at + 3] = takes;
  t[at + 4] = waits;
  t[at + 5] = sees;
  at += 6;
  for (let i = 0; i < known.length; i++) t[at + i] = int(run.slots, int(known, i));
  at += known.length;
  for (let i = 0; i < end; i += 2) {
    if (int(seeing, i) !== seat) continue;
    t[at] = int(seeing, i + 1);
    at += 1;
  }
  if (words >= 0) t[at] = words;
  return id;
}

const NOTHING = new Int32Array(0);

function complete(run: Run, seat: number, act: number, list: number, action: number): void {
  const from = seat * SEAT_SIZE;
  if (int(run.seats, from + SEAT.act) === act) freeSeat(run, from);
  const done = action < 0 ? -1 : int(run.tables.doneSlot, action);
  if (done >= 0) {
    write(run, done, Math.min(int(run.slots, done) + 1, int(run.tables.slotMax, done), 9));
  }
  emit2(run, EVENT.done, act, seat);
  runList(run, list);
}

/** An automation acts as its seat; its event is marked as nobody's doing by its source. */
function automate(run: Run, n: number): void {
  const automation = run.tables.playbook.automations[n];
  if (automation === undefined) return;
  if (automation.acts.length > 0) writeAct(run, automation.seat, run.tables.sources.length + n, 0, 0, 0);
  runList(run, automation.list);
}
