/** The due events of a run, the next one last (SPEC EX6). */
import { int } from './conditions.ts';
import { DUE, DUE_SIZE, HEAD, type Run } from './state.ts';

export const RANKS = { completion: 0, story: 1, inject: 2, lapse: 3 } as const;

/** Lays a due event at its place in the order; the run's counter breaks ties. */
export function schedule(
  run: Run,
  at: number,
  rank: number,
  kind: number,
  a: number,
  b: number,
  c: number,
  d: number,
): void {
  run.makeRoom();
  const { s, due } = run;
  const n = int(s, HEAD.n) + 1;
  s[HEAD.n] = n;
  const count = int(s, HEAD.due);
  s[HEAD.due] = count + 1;
  // The newest of equals comes after them: it stands before them in this list.
  const end = count * DUE_SIZE;
  let place = end;
  while (place > 0) {
    const other = place - DUE_SIZE;
    const otherAt = int(due, other);
    if (otherAt > at || (otherAt === at && int(due, other + DUE.rank) > rank)) break;
    place = other;
  }
  if (end - place > FEW) due.copyWithin(place + DUE_SIZE, place, end);
  else for (let i = end - 1; i >= place; i--) due[i + DUE_SIZE] = int(due, i);
  due[place] = at;
  due[place + DUE.rank] = rank;
  due[place + DUE.n] = n;
  due[place + DUE.kind] = kind;
  due[place + DUE.a] = a;
  due[place + DUE.b] = b;
  due[place + DUE.c] = c;
  due[place + DUE.d] = d;
}

/** So many integers are moved faster one by one than by a call. */
const FEW = 4 * DUE_SIZE;

/** Takes away every due event of the kind whose operand (`DUE.a` …) is `value`. */
export function cancel(run: Run, kind: number, operand: number, value: number): void {
  const { s, due } = run;
  const end = int(s, HEAD.due) * DUE_SIZE;
  let from = 0;
  while (from < end && (int(due, from + operand) !== value || int(due, from + DUE.kind) !== kind))
    from += DUE_SIZE;
  if (from === end) return;
  let to = from;
  for (from += DUE_SIZE; from < end; from += DUE_SIZE) {
    if (int(due, from + operand) === value && int(due, from + DUE.kind) === kind) continue;
    for (let i = 0; i < DUE_SIZE; i++) due[to + i] = int(due, from + i);
    to += DUE_SIZE;
  }
  s[HEAD.due] = to / DUE_SIZE;
}

/** The moment of the next due event; -1 where nothing is due. */
export function nextDueAt(run: Run): number {
  const count = int(run.s, HEAD.due);
  return count === 0 ? -1 : int(run.due, (count - 1) * DUE_SIZE);
}
