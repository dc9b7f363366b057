/** Putting decisions to seats and taking them back, as the exercise does (SPEC EX15, EX16). */
import { int } from './conditions.ts';
import { cancel, RANKS, schedule } from './due.ts';
import { EVENT, emit3 } from './events.ts';
import { DUE, FALLS, HEAD, holds, isPlayed, OPEN, OPEN_SIZE, type Run, SEAT, SEAT_SIZE } from './state.ts';
import { TOUCHES } from './touches.ts';

/** Puts a decision to its seat, if its condition holds and it is not open already; of a seat that nobody plays only the silence comes. */
export function ask(run: Run, decision: number, when: number, state: number): void {
  const { s, open, tables } = run;
  const seat = int(tables.askedOf, decision);
  if (!holds(run, when)) return;
  if (!isPlayed(run, seat)) {
    const silence = int(tables.silences, decision);
    const lapses = int(s, HEAD.at) + (tables.playbook.decisions[decision]?.withinMs ?? 0);
    if (silence >= 0) schedule(run, lapses, RANKS.lapse, FALLS.run, silence, state, -1, -1);
    return;
  }
  if (openAt(run, decision) >= 0) return;
  const visit = int(run.visits, decision) + 1;
  run.visits[decision] = visit;
  const lapses = deadline(run, decision);
  const place = int(s, HEAD.open) * OPEN_SIZE;
  open[place] = decision;
  open[place + OPEN.visit] = visit;
  open[place + OPEN.opened] = int(s, HEAD.at);
  open[place + OPEN.lapses] = lapses;
  open[place + OPEN.state] = state;
  s[HEAD.open] = int(s, HEAD.open) + 1;
  run.touched |= TOUCHES.open;
  schedule(run, lapses, RANKS.lapse, FALLS.lapse, decision, visit, -1, -1);
  run.seats[seat * SEAT_SIZE + SEAT.waits] = 0;
  emit3(run, EVENT.asked, decision, visit, lapses);
}

/** Where an open decision stands among the open ones; -1 where it is not open. */
export function openAt(run: Run, decision: number): number {
  const end = int(run.s, HEAD.open) * OPEN_SIZE;
  for (let place = 0; place < end; place += OPEN_SIZE) if (int(run.open, place) === decision) return place;
  return -1;
}

/** While a chosen option keeps a seat busy, its other open decisions wait: their time starts anew when it is free. */
export function postpone(run: Run, seat: number): void {
  const { open, tables } = run;
  const end = int(run.s, HEAD.open) * OPEN_SIZE;
  for (let place = 0; place < end; place += OPEN_SIZE) {
    const decision = int(open, place);
    if (int(tables.askedOf, decision) !== seat) continue;
    const lapses = deadline(run, decision);
    if (lapses <= int(open, place + OPEN.lapses)) continue;
    open[place + OPEN.lapses] = lapses;
    cancel(run, FALLS.lapse, DUE.a, decision);
    schedule(run, lapses, RANKS.lapse, FALLS.lapse, decision, int(open, place + OPEN.visit), -1, -1);
  }
}

/** Takes a decision off the table without a word; its lapse goes with it. */
export function close(run: Run, decision: number): void {
  const { s, open } = run;
  const place = openAt(run, decision);
  if (place >= 0) {
    const end = int(s, HEAD.open) * OPEN_SIZE;
    for (let at = place + OPEN_SIZE; at < end; at++) open[at - OPEN_SIZE] = int(open, at);
    s[HEAD.open] = int(s, HEAD.open) - 1;
    run.touched |= TOUCHES.open;
  }
  cancel(run, FALLS.lapse, DUE.a, decision);
}

/** The story moved on: the open decisions of that state (-1: of any) are withdrawn, no silence counts. */
export function withdraw(run: Run, state: number): void {
  let place = 0;
  while (place < int(run.s, HEAD.open) * OPEN_SIZE) {
    if (state >= 0 && int(run.open, place + OPEN.state) !== state) {
      place += OPEN_SIZE;
      continue;
    }
    const [decision, visit] = [int(run.open, place), int(run.open, place + OPEN.visit)];
    close(run, decision);
    emit3(run, EVENT.lapsed, decision, visit, 1);
  }
}

/** The person left: what they were asked is withdrawn, and its silence comes when its time is over. */
export function withdrawFrom(run: Run, seat: number): void {
  let place = 0;
  while (place < int(run.s, HEAD.open) * OPEN_SIZE) {
    const decision = int(run.open, place);
    if (int(run.tables.askedOf, decision) !== seat) {
      place += OPEN_SIZE;
      continue;
    }
    const lapses = int(run.open, place + OPEN.lapses);
    const state = int(run.open, place + OPEN.state);
    const visit = int(run.open, place + OPEN.visit);
    close(run, decision);
    emit3(run, EVENT.lapsed, decision, visit, 1);
    const silence = int(run.tables.silences, decision);
    if (silence >= 0) schedule(run, lapses, RANKS.lapse, FALLS.run, silence, state, -1, -1);
  }
}

function deadline(run: Run, decision: number): number {
  const asked = int(run.tables.askedOf, decision);
  const seat = asked * SEAT_SIZE;
  const { seats, tables } = run;
  const from = Math.max(int(run.s, HEAD.at), int(seats, seat + SEAT.free), int(seats, seat + SEAT.captions));
  const factor = int(seats, seat + SEAT.factor);
  if (factor === int(tables.factors, asked)) return from + int(tables.deadlines, decision);
  return from + Math.ceil(((tables.playbook.decisions[decision]?.withinMs ?? 0) * factor) / 100);
}
