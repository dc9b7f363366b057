/** Which actions on offer cannot be begun at this moment (SPEC TB195). Plain values; nothing is drawn here. */
import type { ActionOffer, SeatView } from '#exercise/view.ts';
import { DO } from './uncued.ts';

/**
 * Whether the seat has its hands full for it: whatever takes time waits for what goes on (EX refuses it as busy). An answer, which the
 * uncued bar holds too, waits only for what it cannot cut.
 */
export function isBlocked(
  { group, takes }: Pick<ActionOffer, 'group' | 'takes'>,
  busy: SeatView['busy'],
): boolean {
  return busy !== null && takes > 0 && (group !== DO || !busy.cuttable);
}
