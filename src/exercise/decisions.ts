/** Putting decisions to seats and taking them back. */

import { type Draft, emit, holds, isPlayed } from './draft.ts';
import { cancel, RANK, schedule } from './due.ts';
import { at } from './invariant.ts';

/**
 * Puts a decision to its seat, if its condition holds and it is not open already. Of a seat that nobody plays only the silence comes,
 * when its time is over, unless the story moved on (EX18).
 * It lapses at the latest of now, the seat being free and the last line heard, plus `within` times the extended-time factor (EX15).
 */
export function ask(draft: Draft, decision: number, when: number, state: number): void {
  const { id, seat, silence, withinMs } = at(draft.engine.playbook.decisions, decision);
  if (!holds(draft, when < 0 ? null : when)) return;
  if (!isPlayed(draft, seat)) {
    if (silence !== null)
      schedule(draft, draft.at + withinMs, RANK.lapse, { kind: 'run', list: silence, state });
    return;
  }
  if (draft.open.some((open) => open.decision === decision)) return;
  const visit = at(draft.visits, decision) + 1;
  draft.visits[decision] = visit;
  const lapses = deadline(draft, decision);
  draft.open.push({ decision, visit, opened: draft.at, lapses, state });
  schedule(draft, lapses, RANK.lapse, { kind: 'lapse', decision, visit });
  at(draft.seats, seat).waits = 0;
  emit(draft, { kind: 'asked', seat: seatId(draft, seat), decision: id, visit, lapses });
}

/** While a chosen option keeps a seat busy, its other open decisions wait: their time starts anew when it is free. */
export function postpone(draft: Draft, seat: number): void {
  for (const open of draft.open) {
    if (at(draft.engine.playbook.decisions, open.decision).seat !== seat) continue;
    const lapses = deadline(draft, open.decision);
    if (lapses <= open.lapses) continue;
    open.lapses = lapses;
    cancel(draft, (what) => what.kind === 'lapse' && what.decision === open.decision);
    schedule(draft, lapses, RANK.lapse, { kind: 'lapse', decision: open.decision, visit: open.visit });
  }
}

/** Takes a decision off the table without a word; its lapse goes with it. */
export function close(draft: Draft, decision: number): void {
  draft.open = draft.open.filter((open) => open.decision !== decision);
  cancel(draft, (what) => what.kind === 'lapse' && what.decision === decision);
}

/** The story moved on: the open decisions that `which` names by state are withdrawn, no silence counts (EX16). */
export function withdraw(draft: Draft, which: (state: number) => boolean): void {
  for (const open of [...draft.open]) {
    if (!which(open.state)) continue;
    close(draft, open.decision);
    lapsed(draft, open.decision, open.visit, 'moved-on');
  }
}

/** Says in the trace that a decision ended unanswered. */
export function lapsed(draft: Draft, decision: number, visit: number, why: 'time' | 'moved-on'): void {
  const { id, seat } = at(draft.engine.playbook.decisions, decision);
  emit(draft, { kind: 'lapsed', seat: seatId(draft, seat), decision: id, visit, why });
}

function deadline(draft: Draft, decision: number): number {
  const { seat, withinMs } = at(draft.engine.playbook.decisions, decision);
  const { free, captions } = at(draft.seats, seat);
  return Math.max(draft.at, free, captions) + Math.ceil((withinMs * at(draft.extended, seat)) / 100);
}

function seatId(draft: Draft, seat: number): string {
  return at(draft.engine.playbook.seats, seat).id;
}
