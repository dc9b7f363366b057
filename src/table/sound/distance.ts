/** How far off a token is, as the crow flies on the map. Pure. */
import type { SeenToken } from '#exercise/view.ts';
import type { MapPlan, Point } from '#scenario/map/map-plan.ts';

/** Without a map, or where it lacks a place: another place is this far. */
const ELSEWHERE_M = 60;

/** Metres between two tokens at a moment; what is on its way is between its places by the share of its time. 0 where there is no `you`. */
export function metresTo(
  token: SeenToken,
  you: SeenToken | undefined,
  at: number,
  map: MapPlan | null,
): number {
  if (you === undefined) return 0;
  const a = spotOf(token, at, map);
  const b = spotOf(you, at, map);
  if (map === null || a === null || b === null) return token.at === you.at ? 0 : ELSEWHERE_M;
  return Math.hypot(a.x - b.x, a.y - b.y) * map.metresPerPixel;
}

function spotOf({ at: place, going }: SeenToken, at: number, map: MapPlan | null): Point | null {
  const to = pointOf(place, map);
  const from = going === null ? null : pointOf(going.from, map);
  if (to === null || from === null || going === null) return to;
  const share = Math.max(0, Math.min(1, (at - going.since) / Math.max(1, going.until - going.since)));
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

function pointOf(place: string, map: MapPlan | null): Point | null {
  return map !== null && Object.hasOwn(map.places, place) ? (map.places[place] ?? null) : null;
}
