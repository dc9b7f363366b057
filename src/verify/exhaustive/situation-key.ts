/**
 * What two situations of a run have in common when everything that can still happen is the same: places, slots that anything reads,
 * who is busy for how much longer, what is open and due in how long (SPEC RH32). Moments are relative; what only the trace tells is left out.
 */
import { int } from '#kernel/conditions.ts';
import { DUE, DUE_SIZE, FALLS, HEAD, OPEN, OPEN_SIZE, type Run, SEAT, SEAT_SIZE } from '#kernel/state.ts';
import type { Telling } from '../basis/slices.ts';

/** Writes the key of a run into `into`; answers its length. There is room for `run.s.length` integers at least. */
export function writeKey(run: Run, telling: readonly Telling[], into: Int32Array): number {
  const { s, place, slots, seats, open, automations, seeing, due } = run;
  const now = int(s, HEAD.at);
  let n = 0;
  const put = (value: number) => {
    into[n] = value;
    n += 1;
  };
  put(int(s, HEAD.ended));
  if (int(s, HEAD.ended) !== -1) return n;
  put(Math.max(0, int(s, HEAD.air) - now));
  for (let region = 0; region < place.length; region++) put(int(place, region));
  for (const { slot, most } of telling) put(Math.min(int(slots, slot), most));
  for (let seat = 0; seat < seats.length; seat += SEAT_SIZE) {
    put(Math.max(0, int(seats, seat + SEAT.free) - now));
    put(int(seats, seat + SEAT.act) === 0 ? 0 : 1);
    put(int(seats, seat + SEAT.kind));
    const sends = int(seats, seat + SEAT.sends);
    put(sends < 0 ? -1 : Math.max(0, sends - now));
    put(Math.max(0, int(seats, seat + SEAT.captions) - now));
    const missed = int(seats, seat + SEAT.missed);
    put(missed);
    for (let i = 1; i <= missed; i++) put(int(seats, seat + SEAT.missed + i));
  }
  const opens = int(s, HEAD.open);
  put(opens);
  for (let at = 0; at < opens * OPEN_SIZE; at += OPEN_SIZE) {
    put(int(open, at));
    put(int(open, at + OPEN.lapses) - now);
    put(int(open, at + OPEN.state));
  }
  for (let one = 0; one < automations.length; one++) put(int(automations, one));
  const seen = int(s, HEAD.seeing);
  put(seen);
  for (let i = 0; i < seen * 2; i++) put(int(seeing, i));
  const dues = int(s, HEAD.due);
  for (let at = 0; at < dues * DUE_SIZE; at += DUE_SIZE) {
    const kind = int(due, at + DUE.kind);
    put(int(due, at) - now);
    put(int(due, at + DUE.rank));
    put(kind);
    put(int(due, at + DUE.a));
    const b = int(due, at + DUE.b);
    // The number of an act or of an opening is a name and nothing more.
    if (kind === FALLS.complete) put(b === int(seats, int(due, at + DUE.a) * SEAT_SIZE + SEAT.act) ? 1 : 0);
    else put(kind === FALLS.lapse ? 0 : b);
    put(int(due, at + DUE.c));
    put(int(due, at + DUE.d));
  }
  return n;
}
