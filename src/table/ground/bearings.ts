/** Where things lie from where the reader stands: a compass word and a distance such as an eye judges. Pure; the map's top is north. */
import type { SeatView, SeenToken } from '#exercise/view.ts';
import type { MapPlan, Point } from '#scenario/map/map-plan.ts';

export const COMPASS = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const;
export type Compass = (typeof COMPASS)[number];
export type Units = 'metres' | 'feet';

/** `compass` is null within arm's reach, where a direction says nothing. */
export interface Bearing {
  readonly compass: Compass | null;
  readonly metres: number;
}

/** Metres within which somebody is beside the reader. */
const BESIDE = 2.5;
const FEET_IN_A_METRE = 3.280_84;
/** Up to how much (in the reader's measure) an eye judges to the nearest how much; what is farther is told to the nearest 100. */
const EYE: Readonly<Record<Units, readonly (readonly [number, number])[]>> = {
  metres: [
    [10, 1],
    [50, 5],
    [200, 10],
    [500, 50],
  ],
  feet: [
    [30, 5],
    [200, 10],
    [500, 50],
  ],
};
/** Where people measure in feet (CLDR: US, LR, MM). */
const FEET_REGIONS: ReadonlySet<string> = new Set(['US', 'LR', 'MM']);

/** From one point of the map to another, in the eight words of the compass and whole metres of the ground. SPEC TB50. */
export function bearingOf(from: Point, to: Point, metresPerPixel: number): Bearing {
  const [east, south] = [to.x - from.x, to.y - from.y];
  const metres = Math.hypot(east, south) * metresPerPixel;
  if (metres < BESIDE) return { compass: null, metres };
  const eighths = Math.round(Math.atan2(east, -south) / (Math.PI / 4));
  return { compass: COMPASS[(eighths + 8) % 8] ?? 'n', metres };
}

/** A distance no more exact than an eye is, as a whole number of the reader's measure; never less than one step of it. SPEC TB50. */
export function judged(metres: number, units: Units): number {
  const exact = units === 'feet' ? metres * FEET_IN_A_METRE : metres;
  const step = EYE[units].find(([upTo]) => exact < upTo)?.[1] ?? 100;
  return Math.max(step, Math.round(exact / step) * step);
}

/** The measure of a reader's locale, such as `en-US` or `es`; one without a region goes by where most of its speakers are. */
export function unitsOf(locale: string): Units {
  try {
    return FEET_REGIONS.has(new Intl.Locale(locale).maximize().region ?? '') ? 'feet' : 'metres';
  } catch {
    return 'metres';
  }
}

/** Where a token is on the map now: at its place, or as far on its way in a straight line as time has passed. Null off the map. */
export function pointOf(token: Pick<SeenToken, 'at' | 'going'>, at: number, map: MapPlan): Point | null {
  const to = placeOn(map, token.at);
  const from = token.going === null ? null : placeOn(map, token.going.from);
  if (to === null || from === null || token.going === null) return to;
  const { since, until } = token.going;
  const share = Math.min(1, Math.max(0, (at - since) / Math.max(1, until - since)));
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

/** Where the reader is on the map; null without a place on it. */
export function ownPoint(view: Pick<SeatView, 'tokens' | 'place' | 'at'>, map: MapPlan): Point | null {
  const own = view.tokens.find((one) => one.you);
  if (own) return pointOf(own, view.at, map);
  return view.place === null ? null : placeOn(map, view.place.id);
}

/** A place by its id. */
export function placeOn(map: MapPlan, id: string): Point | null {
  return Object.hasOwn(map.places, id) ? (map.places[id] ?? null) : null;
}
