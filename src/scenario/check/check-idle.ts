/**
 * Idle seats: where somebody who plays alone surely has nothing to do for longer than four minutes (SPEC SC38).
 *
 * Only what can be known without playing is told. A seat with a standing action may have something to do at any time, and so may a
 * seat that is asked in several regions: neither is looked at. What comes at a time that only play decides (`on`, answers, other
 * regions, automations, effects that outlive their state) is taken to come as early as it can. An answer is taken to be over before
 * its state is left. What is told is therefore the least wait there can be; what is not told may still be long.
 */
import { printDuration } from '#language/duration.ts';
import type { PlaybookDraft } from '../draft/playbook-draft.ts';
import { down, type Site } from '../draft/site.ts';
import type { Playbook, State } from '../playbook.ts';
import type { ScenarioWritten } from '../schema/schema.ts';
import { type Move, movesOf, strayMoves } from './story-moves.ts';

/** The longest a person may wait for something to do. */
const LONGEST_MS = 240_000;

/** Reports SC0414 at the state in which a wait begins. */
export function checkIdle(
  playbook: Playbook,
  written: ScenarioWritten,
  top: Site,
  draft: PlaybookDraft,
): void {
  const regions = Object.keys(written.story);
  for (const [seat, { solo, id }] of playbook.seats.entries()) {
    if (!solo || playbook.actions.some((action) => action.seats.includes(seat))) continue;
    const home = homeOf(playbook, seat);
    if (home === null) continue;
    for (const { state, ms } of longWaits(playbook, seat, home)) {
      const site = down(top, 'story', regions[home] ?? '', 'states', playbook.states[state]?.id ?? '');
      const message = `From here \`${id}\` has nothing to decide and nothing to do for ${printDuration(ms)}; the limit is 4m.`;
      const repair =
        'Put a decision earlier, give the seat a standing action, or let the story move on sooner.';
      draft.reportKey('SC0414', site, message, repair, 'warning');
    }
  }
}

/** The region in which a seat is asked, if it is one; null for none and for several. */
function homeOf(playbook: Playbook, seat: number): number | null {
  const asked = playbook.states.filter((state) => asksOf(playbook, state, seat).length > 0);
  const homes = new Set(asked.map((state) => state.region));
  const [home] = homes;
  return homes.size === 1 && home !== undefined ? home : null;
}

/** When a state opens decisions of a seat, in milliseconds after it is entered; `over` is when the last moment to answer has passed. */
function asksOf(playbook: Playbook, state: State, seat: number): { ms: number; over: number }[] {
  return state.decide.flatMap(({ decision, ms }) => {
    const asked = playbook.decisions[decision];
    return asked?.seat === seat ? [{ ms, over: ms + asked.withinMs }] : [];
  });
}

/** The states in which a wait beyond the longest begins, and how long it is at least; none twice. */
function longWaits(playbook: Playbook, seat: number, home: number): { state: number; ms: number }[] {
  const strays = strayMoves(playbook, home);
  const moves = new Map<number, readonly Move[]>();
  const reached = new Set<number>();
  const open = [playbook.regions[home]?.first ?? 0];
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    if (reached.has(state)) continue;
    reached.add(state);
    const ways = [...movesOf(playbook, state), ...strays];
    moves.set(state, ways);
    for (const { to } of ways) if (to !== null) open.push(to);
  }
  const least = leastWaits(playbook, seat, moves);
  const found: { state: number; ms: number }[] = [];
  const after = new Set<number>();
  for (const [state, ways] of moves) {
    if ((least.get(state) ?? 0) <= LONGEST_MS) continue;
    for (const { to } of ways) if (to !== null) after.add(to);
  }
  for (const [state, ways] of moves) {
    const here = playbook.states[state];
    const ms = least.get(state) ?? 0;
    if (ms > LONGEST_MS && Number.isFinite(ms) && !after.has(state)) found.push({ state, ms });
    const asks = here === undefined ? [] : asksOf(playbook, here, seat);
    const over = Math.max(...asks.map((ask) => ask.over));
    if (asks.length === 0 || ways.some(({ to }) => to !== null && (least.get(to) ?? 0) > LONGEST_MS))
      continue;
    const rest = Math.min(...ways.map((way) => waitFor(way, over, least)));
    if (rest > LONGEST_MS && Number.isFinite(rest)) found.push({ state, ms: rest });
  }
  return found;
}

/** For each state the least time from entering it to the next decision of the seat, or to the end. */
function leastWaits(
  playbook: Playbook,
  seat: number,
  moves: ReadonlyMap<number, readonly Move[]>,
): ReadonlyMap<number, number> {
  const least = new Map<number, number>();
  for (let changed = true; changed; ) {
    changed = false;
    for (const [state, ways] of [...moves].reverse()) {
      const here = playbook.states[state];
      const asks = here === undefined ? [] : asksOf(playbook, here, seat).map((ask) => ask.ms);
      const ms = Math.min(...asks, ...ways.map((way) => waitFor(way, 0, least)));
      if (ms < (least.get(state) ?? Number.POSITIVE_INFINITY)) {
        least.set(state, ms);
        changed = true;
      }
    }
  }
  for (const state of moves.keys()) if (!least.has(state)) least.set(state, Number.POSITIVE_INFINITY);
  return least;
}

/** How long it is, from a moment in a state, until a way leads to a decision or the end; a timed way that has passed leads nowhere. */
function waitFor({ ms, exact, to }: Move, from: number, least: ReadonlyMap<number, number>): number {
  if (exact && ms < from) return Number.POSITIVE_INFINITY;
  return Math.max(0, ms - from) + (to === null ? 0 : (least.get(to) ?? Number.POSITIVE_INFINITY));
}
