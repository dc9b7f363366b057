/** People sit down and leave, as in the exercise (SPEC EX40, EX41). The caller settles. */
import { int } from './conditions.ts';
import { withdrawFrom } from './decisions.ts';
import { cancel } from './due.ts';
import { letGo } from './effects.ts';
import { DUE, FALLS, HEAD, type Run, SEAT, SEAT_SIZE } from './state.ts';
import { TOUCHES } from './touches.ts';

/** Somebody sits down, with their time factor in percent: what played the seat stands back. */
export function fill(run: Run, seat: number, factor: number): void {
  seatOrNot(run, seat, true, factor);
  const { automations } = run.tables.playbook;
  for (let n = 0; n < automations.length; n++) {
    if (automations[n]?.seat !== seat) continue;
    const before = int(run.s, HEAD.due);
    cancel(run, FALLS.automate, DUE.a, n);
    if (int(run.s, HEAD.due) < before) run.automations[n] = 0;
  }
}

/** The person in the seat leaves it. */
export function leave(run: Run, seat: number): void {
  seatOrNot(run, seat, false, int(run.tables.factors, seat));
  withdrawFrom(run, seat);
  run.seats[seat * SEAT_SIZE + SEAT.waits] = 0;
  letGo(run, seat);
}

function seatOrNot(run: Run, seat: number, isFilled: boolean, factor: number): void {
  const bit = int(run.tables.bitOf, seat);
  const before = int(run.s, HEAD.played);
  run.s[HEAD.played] = isFilled ? before | bit : before & ~bit;
  run.seats[seat * SEAT_SIZE + SEAT.factor] = factor;
  run.touched |= TOUCHES.offers | TOUCHES.automations;
}
