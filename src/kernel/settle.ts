/** After effects: signals are followed and things settle, then automations, ENDEX and offers are looked at (SPEC EX11, EX16, EX18, EX19). */
import { NOTHING_LEFT, STOPPED, UNWRITTEN } from '#exercise/endex.ts';
import { invariant } from '#exercise/invariant.ts';
import { int } from './conditions.ts';
import { withdraw } from './decisions.ts';
import { cancel, RANKS, schedule } from './due.ts';
import { runList } from './effects.ts';
import { AIM, EVENT, emit1, emit2 } from './events.ts';
import { type Grid, waysOn } from './grid.ts';
import { noteOffers } from './offers.ts';
import { count, DUE, FALLS, HEAD, holds, isPlayed, NONE, note, type Run, SEAT, SEAT_SIZE } from './state.ts';
import { TOUCHES } from './touches.ts';

/** Settles the run: until no region moves, then automations, then ENDEX if it was asked for, else offers. Throws Runaway. */
export function settle(run: Run, grid: Grid, moves: Int32Array): void {
  for (;;) {
    if (run.followed < run.raised) {
      const signal = int(run.signals, run.followed);
      run.followed += 1;
      const region = int(grid.towards, signal * 2);
      const from = int(run.place, region);
      count(run);
      take(run, region, int(grid.towards, signal * 2 + 1));
      move(run, grid, from, -1, int(grid.towards, signal * 2 + 1));
      continue;
    }
    if ((run.touched & TOUCHES.guards) === 0) break;
    run.touched &= ~TOUCHES.guards;
    if (!waysOn(run, grid, moves)) break;
    count(run);
    for (let region = 0; region < run.place.length; region++) {
      if (int(moves, region * 3) >= 0) take(run, region, int(moves, region * 3 + 2));
    }
    for (let at = 0; at < run.place.length * 3; at += 3) {
      if (int(moves, at) >= 0) move(run, grid, int(moves, at), int(moves, at + 1), int(moves, at + 2));
    }
  }
  run.raised = 0;
  run.followed = 0;
  watch(run);
  if (run.ending !== NONE) {
    endex(run, run.ending);
    return;
  }
  noteOffers(run, false);
  const isStill = int(run.s, HEAD.due) + int(run.s, HEAD.open) + run.offersN === 0;
  // Where everybody has left, somebody may come back.
  const isDeserted = int(run.s, HEAD.played) === 0 && run.tables.seats.length > 0;
  if (isStill && !isDeserted && run.endsStill) endex(run, NOTHING_LEFT);
}

/** Enters a state: its list, its deadlines, its decisions. */
export function enter(run: Run, grid: Grid, state: number): void {
  note(run, run.stood, state);
  runList(run, int(grid.enter, state));
  const now = int(run.s, HEAD.at);
  const after = grid.after[state] ?? NOTHING;
  for (let i = 0; i < after.length; i += 2) {
    schedule(run, now + int(after, i), RANKS.story, FALLS.run, int(after, i + 1), state, -1, -1);
  }
  const decide = grid.decide[state] ?? NOTHING;
  for (let i = 0; i < decide.length; i += 3) {
    const [decision, ms, when] = [int(decide, i), int(decide, i + 1), int(decide, i + 2)];
    schedule(run, now + ms, RANKS.story, FALLS.ask, decision, when, state, -1);
  }
}

/** Ends the run. `asked` is an ending, -1 for the first that fits, STOPPED for a trainee who leaves. */
export function endex(run: Run, asked: number): void {
  const { playbook } = run.tables;
  const ending = asked === -1 ? playbook.endings.findIndex((one) => holds(run, one.when ?? -1)) : asked;
  const isKnown = UNWRITTEN[ending] !== undefined || playbook.endings[ending] !== undefined;
  invariant(isKnown, 'EX19', 'no ending fits');
  withdraw(run, -1);
  noteOffers(run, true);
  playbook.objectives.forEach(({ met, arises = -1 }, n) => {
    const arose = holds(run, arises);
    const isMet = arose && holds(run, met);
    if (ending === STOPPED && !isMet) return;
    emit2(run, EVENT.objective, n, isMet ? AIM.met : arose ? AIM.unmet : AIM.untested);
  });
  run.s[HEAD.due] = 0;
  const now = int(run.s, HEAD.at);
  for (let seat = 0; seat < run.seats.length; seat += SEAT_SIZE) {
    run.seats[seat] = Math.min(int(run.seats, seat), now);
    freeSeat(run, seat);
  }
  run.s[HEAD.ended] = ending;
  emit1(run, EVENT.ended, ending);
}

/** Nothing occupies the seat any more; `seat` is where it begins. */
export function freeSeat(run: Run, seat: number): void {
  run.seats[seat + SEAT.act] = 0;
  run.seats[seat + SEAT.kind] = 0;
  run.seats[seat + SEAT.sends] = -1;
}

const NOTHING = new Int32Array(0);

function take(run: Run, region: number, state: number): void {
  run.place[region] = state;
  run.touched |= int(run.tables.regionReads, region) | TOUCHES.guards;
}

function move(run: Run, grid: Grid, from: number, list: number, to: number): void {
  // The silence of a seat that nobody plays falls due as a deadline does.
  const decides = grid.decide[from]?.length !== 0;
  if (decides || grid.after[from]?.length !== 0) cancel(run, FALLS.run, DUE.b, from);
  if (decides) {
    cancel(run, FALLS.ask, DUE.c, from);
    withdraw(run, from);
  }
  runList(run, int(grid.leave, from));
  runList(run, list);
  enter(run, grid, to);
}

function watch(run: Run): void {
  if ((run.touched & TOUCHES.automations) === 0) return;
  run.touched &= ~TOUCHES.automations;
  const { automations } = run.tables.playbook;
  for (let n = 0; n < automations.length; n++) {
    const automation = automations[n];
    if (automation === undefined || isPlayed(run, automation.seat)) continue;
    const was = int(run.automations, n) === 1;
    if (was && automation.repeat === 'once') continue;
    const is = holds(run, automation.when);
    if (is === was) continue;
    run.automations[n] = is ? 1 : 0;
    if (is) {
      const at = int(run.s, HEAD.at) + automation.afterMs;
      schedule(run, at, RANKS.inject, FALLS.automate, n, -1, -1, -1);
    }
  }
}
