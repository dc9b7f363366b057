/**
 * A duty that its bearer could have met, missed because it began something else that outlasts it: its own choice, and no trap of the
 * scenario (SPEC RH38, RH43). What opens only after that was begun is another matter.
 */

import type { Truths } from '../basis/truths.ts';
import type { Move } from './belief-graph.ts';
import type { Exploration, Matter } from './exploration.ts';
import { ruled } from './ruled-way.ts';

/**
 * Whether from a belief the seat stays busy with what it began, whatever else it does, until it has missed what it could have met instead.
 * `further` is the way on from there to the first grave finding.
 */
export function isNeglected(
  exploration: Exploration,
  n: number,
  isGrave: (n: number) => boolean,
  further: readonly Move[],
): boolean {
  const { beliefs, system, matter } = exploration;
  const bound = new Map<number, boolean>();
  const isBound = (at: number): boolean => {
    const known = bound.get(at);
    if (known !== undefined) return known;
    bound.set(at, false);
    const ways = beliefs.ways[at] ?? [];
    const isBusy = beliefs.members[at]?.every((one) => system.situations[one]?.busy === true) === true;
    const found =
      isGrave(at) || (isBusy && ways.length > 0 && ways.every(({ to }) => to.some((one) => isBound(one))));
    bound.set(at, found);
    return found;
  };
  if (!isBound(n)) return false;
  const { moves } = beliefs.wayTo(n);
  return exploration.truthsOf(n).every((truths) => isNeglect(matter, truths, moves, further));
}

/**
 * Whether all that is grave on a way are duties missed that could have been met when the seat began the last thing of `moves`: that is
 * what it chose, and no trap.
 */
export function isNeglect(
  matter: Matter,
  truths: Truths,
  moves: readonly Move[],
  further: readonly Move[],
): boolean {
  const { ruling } = ruled(matter, truths, [...moves, ...further]);
  const last = moves.findLastIndex(({ move }) => move >= 0);
  const begun = moves.slice(0, last + 1).reduce((at, { ms }) => at + ms, 0);
  return ruling.findings.every(
    ({ counts, grave, on }) =>
      !counts || !grave || ('duty' in on && on.chance !== null && last >= 0 && on.chance <= begun),
  );
}
