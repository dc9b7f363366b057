/** Who plays: people sit down in seats of an exercise that goes on, and leave them (SPEC EX40, EX41). */
import { settle } from './cascade.ts';
import type { Command } from './commands.ts';
import { close, lapsed } from './decisions.ts';
import { type Draft, isPlayed } from './draft.ts';
import { cancel, RANK, schedule } from './due.ts';
import { letGo } from './effects.ts';
import type { Engine } from './exercise.ts';
import { at } from './invariant.ts';
import type { Refusal } from './refusals.ts';

/**
 * Somebody sits down. From now on decisions are put to the seat, and what played it stands back: what it was about to do does not come,
 * though it may come once more when the seat is left again. A seat that is not there, or is played, is `not-open`.
 */
export function fill(draft: Draft, command: Extract<Command, { kind: 'fill' }>): Refusal | null {
  const { engine, lookup } = draft;
  const seat = lookup.seats.get(command.seat);
  if (seat === undefined || isPlayed(draft, seat)) return 'not-open';
  draft.filled = asOpened(
    [...draft.filled, seat].sort((a, b) => a - b),
    engine.filled,
  );
  setFactor(draft, seat, command.extended ?? at(engine.extended, seat));
  cancel(draft, (what) => {
    if (what.kind !== 'automate') return false;
    if (at(engine.playbook.automations, what.automation).seat !== seat) return false;
    draft.automations[what.automation] = 0;
    return true;
  });
  settle(draft);
  return null;
}

/**
 * The person in the seat leaves it. What they had begun goes on to its end; of what they were asked the silence comes when its time is
 * over, as for a seat that nobody plays; what they missed nobody lacks any more.
 */
export function leave(draft: Draft, seat: number): void {
  const { engine } = draft;
  draft.filled = asOpened(
    draft.filled.filter((one) => one !== seat),
    engine.filled,
  );
  setFactor(draft, seat, at(engine.extended, seat));
  for (const { decision, visit, lapses, state } of [...draft.open]) {
    const asked = at(engine.playbook.decisions, decision);
    if (asked.seat !== seat) continue;
    close(draft, decision);
    lapsed(draft, decision, visit, 'moved-on');
    if (asked.silence !== null)
      schedule(draft, lapses, RANK.lapse, { kind: 'run', list: asked.silence, state });
  }
  at(draft.seats, seat).waits = 0;
  letGo(draft, seat);
  settle(draft);
}

/** Whether nobody else plays. */
export function isLast(draft: Draft, seat: number): boolean {
  return draft.filled.every((one) => one === seat);
}

/** Extended time goes with the person. */
function setFactor(draft: Draft, seat: number, factor: number): void {
  const { extended } = draft.engine;
  draft.extended = asOpened(
    draft.extended.map((one, n) => (n === seat ? factor : one)),
    extended,
  );
}

/** The opening's own list where this is the same: the state says nothing of seats then, as in a run that nobody joined or left. */
function asOpened(now: readonly number[], opened: Engine['filled']): readonly number[] {
  return now.length === opened.length && now.every((one, n) => one === opened[n]) ? opened : now;
}
