/** What is on offer to people, kept as pairs of source and visit (SPEC EX20). Looked at again only where something it reads changed. */
import { int } from './conditions.ts';
import { EVENT, emit2 } from './events.ts';
import { askPossible } from './possible-actions.ts';
import { HEAD, holds, OPEN, OPEN_SIZE, type Run } from './state.ts';
import { TOUCHES } from './touches.ts';

/** Makes `run.offers` what is on offer now, saying nothing: after a state was loaded or opened. */
export function lookAtOffers(run: Run): void {
  askPossible(run);
  run.standing.told.set(run.standing.now);
  run.touched &= REST;
  list(run, run.offers);
}

/** Says in the trace what went and what came since last looked: first what went, each in the order of the exercise. */
export function noteOffers(run: Run, isOver: boolean): void {
  const { touched } = run;
  if (!isOver && (touched & (TOUCHES.offers | TOUCHES.open)) === 0) return;
  const isMoved = isOver || askPossible(run);
  run.touched = touched & REST;
  // Options are asked anew whenever anything is: few are open at a time.
  const had = run.offersN > run.optionsFrom;
  const hasOptions = had || int(run.s, HEAD.open) > 0;
  if (!isMoved && !hasOptions) return;
  const { now, told } = run.standing;
  if (isOver) now.fill(0);
  const before = run.offers;
  const { optionsFrom, offersN } = run;
  run.offers = run.nextOffers;
  run.nextOffers = before;
  list(run, run.offers);
  sayOffers(run, EVENT.withdrawn, told, now);
  if (hasOptions)
    sayOthers(run, EVENT.withdrawn, before, optionsFrom, offersN, run.offers, run.optionsFrom, run.offersN);
  sayOffers(run, EVENT.offered, now, told);
  if (hasOptions)
    sayOthers(run, EVENT.offered, run.offers, run.optionsFrom, run.offersN, before, optionsFrom, offersN);
  for (let word = 0; word < now.length; word++) told[word] = int(now, word);
}

const REST = TOUCHES.automations | TOUCHES.guards;

/** Lists what is on offer: standing actions by their bits, then what holds of the options of open decisions. */
function list(run: Run, into: Int32Array): void {
  const { tables, open, s, standing } = run;
  const { sources, optionsAt } = tables;
  let n = 0;
  for (let word = 0; word < standing.now.length; word++) {
    for (let left = int(standing.now, word); left !== 0; left &= left - 1) {
      into[n] = word * 32 + 31 - Math.clz32(left & -left);
      into[n + 1] = 0;
      n += 2;
    }
  }
  run.optionsFrom = n;
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
  run.offersN = n;
}

/** Says of each standing action that is among the first and not among the others. */
function sayOffers(run: Run, kind: number, these: Int32Array, others: Int32Array): void {
  for (let word = 0; word < these.length; word++) {
    for (let left = int(these, word) & ~int(others, word); left !== 0; left &= left - 1) {
      emit2(run, kind, word * 32 + 31 - Math.clz32(left & -left), 0);
    }
  }
}

/** Says of each option that is among the first and not among the others. */
function sayOthers(
  run: Run,
  kind: number,
  these: Int32Array,
  from: number,
  to: number,
  others: Int32Array,
  othersFrom: number,
  othersTo: number,
): void {
  for (let i = from; i < to; i += 2) {
    const [source, visit] = [int(these, i), int(these, i + 1)];
    let other = othersFrom;
    while (other < othersTo && (others[other] !== source || others[other + 1] !== visit)) other += 2;
    if (other >= othersTo) emit2(run, kind, source, visit);
  }
}
