/** What is on offer to people, kept as pairs of source and visit (SPEC EX20). Looked at again only where something it reads changed. */
import { int } from './conditions.ts';
import { EVENT, emit2 } from './events.ts';
import { HEAD, holds, OPEN, OPEN_SIZE, type Run } from './state.ts';
import { TOUCHES } from './tables.ts';

/** Makes `run.offers` what is on offer now, saying nothing: after a state was loaded or opened. */
export function lookAtOffers(run: Run): void {
  run.touched &= ~TOUCHES.offers;
  run.offersN = offersNow(run, run.offers);
}

/** Says in the trace what went and what came since last looked: first what went, each in the order of the exercise. */
export function noteOffers(run: Run, isOver: boolean): void {
  if (!isOver && (run.touched & TOUCHES.offers) === 0) return;
  run.touched &= ~TOUCHES.offers;
  const before = run.offers;
  const beforeN = run.offersN;
  const now = run.nextOffers;
  const nowN = isOver ? 0 : offersNow(run, now);
  if (!isSame(before, beforeN, now, nowN)) {
    markAll(run, now, nowN);
    for (let i = 0; i < beforeN; i += 2) sayUnlessMarked(run, EVENT.withdrawn, before, i);
    markAll(run, before, beforeN);
    for (let i = 0; i < nowN; i += 2) sayUnlessMarked(run, EVENT.offered, now, i);
  }
  run.offers = now;
  run.nextOffers = before;
  run.offersN = nowN;
}

function offersNow(run: Run, into: Int32Array): number {
  const { tables, open, s } = run;
  const { sources, standing, optionsAt } = tables;
  let n = 0;
  for (let source = 0; source < standing; source++) {
    if (!holds(run, sources[source]?.when ?? -1)) continue;
    into[n] = source;
    into[n + 1] = 0;
    n += 2;
  }
  const end = int(s, HEAD.open) * OPEN_SIZE;
  for (let place = 0; place < end; place += OPEN_SIZE) {
    const decision = int(open, place);
    const visit = int(open, place + OPEN.visit);
    for (let source = int(optionsAt, decision); sources[source]?.decision === decision; source++) {
      if (!holds(run, sources[source]?.when ?? -1)) continue;
      into[n] = source;
      into[n + 1] = visit;
      n += 2;
    }
  }
  return n;
}

function isSame(a: Int32Array, aN: number, b: Int32Array, bN: number): boolean {
  if (aN !== bN) return false;
  for (let i = 0; i < aN; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** `marks` holds, by source, the round in which it was marked and the visit it was marked with. */
function markAll(run: Run, offers: Int32Array, n: number): void {
  run.mark += 1;
  for (let i = 0; i < n; i += 2) {
    const at = int(offers, i) * 2;
    run.marks[at] = run.mark;
    run.marks[at + 1] = int(offers, i + 1);
  }
}

function sayUnlessMarked(run: Run, kind: number, offers: Int32Array, i: number): void {
  const [source, visit] = [int(offers, i), int(offers, i + 1)];
  const at = source * 2;
  if (int(run.marks, at) === run.mark && int(run.marks, at + 1) === visit) return;
  emit2(run, kind, source, visit);
}
