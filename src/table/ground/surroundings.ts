/** What lies around the reader: their own place, every other with somebody or something in sight, the ways out. Pure. */
import type { SeatView, SeenToken } from '#exercise/view.ts';
import type { MapPlan } from '#scenario/map/map-plan.ts';
import { type Bearing, bearingOf, ownPoint, placeOn } from './bearings.ts';

/** A place with those seen there or on their way to it. `bearing` is null without a map, and where the reader has no place on it. */
export interface Spot {
  readonly id: string;
  readonly label: string;
  readonly own: boolean;
  readonly bearing: Bearing | null;
  /** The reader's own token is left out: whoever draws the spot draws the reader. */
  readonly tokens: readonly SeenToken[];
}
/** A way out of the map; `width` in metres. */
export interface WayOut {
  readonly name: string;
  readonly bearing: Bearing;
  readonly width: number;
}
export interface Surroundings {
  /** The reader's own place first, then where the men are, then the nearest; without a map as they came into sight. */
  readonly spots: readonly Spot[];
  /** Nearest first. */
  readonly exits: readonly WayOut[];
}

/** All of it, from the view of a seat and the map, if there is one. SPEC TB51. */
export function surroundingsOf(view: SeatView, map: MapPlan | null): Surroundings {
  const here = map === null ? null : ownPoint(view, map);
  const found = new Map<string, { label: string; tokens: SeenToken[] }>();
  if (view.place !== null) found.set(view.place.id, { label: view.place.label, tokens: [] });
  for (const token of view.tokens) {
    if (token.you) continue;
    const there = found.get(token.at) ?? { label: token.place, tokens: [] };
    there.tokens.push(token);
    found.set(token.at, there);
  }
  const spots = [...found].map(([id, { label, tokens }]): Spot => {
    const point = map === null ? null : placeOn(map, id);
    const bearing =
      map === null || here === null || point === null ? null : bearingOf(here, point, map.metresPerPixel);
    return { id, label: capital(label), own: id === view.place?.id, bearing, tokens };
  });
  const rank = (spot: Spot) => (spot.own ? 0 : spot.tokens.some((one) => one.side === 'men') ? 1 : 2);
  spots.sort((a, b) => rank(a) - rank(b) || (a.bearing?.metres ?? 0) - (b.bearing?.metres ?? 0));
  return { spots, exits: map === null || here === null ? [] : exitsOf(map, here) };
}

function exitsOf(map: MapPlan, here: { readonly x: number; readonly y: number }): readonly WayOut[] {
  return map.exits
    .flatMap(({ name, points, width }) => {
      const xs = points.map(({ x }) => x);
      const ys = points.map(({ y }) => y);
      const middle = {
        x: (Math.min(...xs) + Math.max(...xs)) / 2,
        y: (Math.min(...ys) + Math.max(...ys)) / 2,
      };
      return points.length === 0
        ? []
        : [{ name, bearing: bearingOf(here, middle, map.metresPerPixel), width }];
    })
    .sort((a, b) => a.bearing.metres - b.bearing.metres);
}

function capital(label: string): string {
  return label.charAt(0).toUpperCase() + label.slice(1);
}
