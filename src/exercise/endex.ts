/** ENDEX: the end of a run. */
import { withdraw } from './decisions.ts';
import { type Draft, emit, holds } from './draft.ts';
import { at, invariant } from './invariant.ts';
import { noteOffers } from './offers.ts';

/** What `ended` holds where the trainee left early, and the ending's id then. */
export const STOPPED = -2;
export const STOPPED_ID = 'stopped';
/** What `ended` holds where the story stood still: nothing was due, asked or on offer to anybody (EX31); and the ending's id then. */
export const NOTHING_LEFT = -3;
export const NOTHING_LEFT_ID = 'nothing-left';

/** The ids of the endings that no author wrote, by what `ended` holds. */
export const UNWRITTEN: Readonly<Record<number, string>> = {
  [STOPPED]: STOPPED_ID,
  [NOTHING_LEFT]: NOTHING_LEFT_ID,
};

/**
 * Ends the run (EX19). Everything open is withdrawn and nothing is due any more; objectives are judged; then the ending is named:
 * the given one, or (-1) the first that fits. An objective that never arose is stated as that. Where the trainee stopped, only objectives
 * already met are stated. An end of the story's own for want of anything to happen (NOTHING_LEFT) is an end like any other.
 */
export function endex(draft: Draft, asked: number): void {
  const { playbook } = draft.engine;
  const ending = asked === -1 ? playbook.endings.findIndex((e) => holds(draft, e.when)) : asked;
  const id = UNWRITTEN[ending] ?? playbook.endings[ending]?.id;
  invariant(id !== undefined, 'EX19', 'no ending fits');
  withdraw(draft, () => true);
  noteOffers(draft, []);
  for (const { id, axis, seat, met, arises = null } of playbook.objectives) {
    const arose = holds(draft, arises);
    const isMet = arose && holds(draft, met);
    if (ending === STOPPED && !isMet) continue;
    const aim = { kind: 'objective', id, axis, seat: at(playbook.seats, seat).id, met: isMet } as const;
    emit(draft, arose ? aim : { ...aim, arose });
  }
  draft.due = [];
  draft.signals.length = 0;
  for (const seat of draft.seats)
    Object.assign(seat, { free: Math.min(seat.free, draft.at), act: 0, kind: 0, sends: -1 });
  draft.ended = ending;
  emit(draft, { kind: 'ended', ending: id });
}
