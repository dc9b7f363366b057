/** What the plan of a map means for drawing and driving, worked out once: middle lines, ways out with their side, doors, kerbs. */
import type { Area, Exit, MapPlan } from '#scenario/map/map-plan.ts';
import {
  distance,
  heading,
  isInside,
  lengthOf,
  middleLine,
  middleOf,
  nearestOnLine,
  nearestOnSegment,
  type Point,
} from './geometry.ts';

export type Side = 'north' | 'east' | 'south' | 'west';
/** A drivable road with its middle line. */
export interface Road {
  readonly area: Area;
  readonly line: readonly Point[];
  /** Drawn with lanes and driven on in both ways; an alley is not. */
  readonly lanes: boolean;
}
/** A way out: its middle, the side of the map it leads to, its width in metres. */
export interface WayOut {
  readonly exit: Exit;
  readonly at: Point;
  readonly side: Side;
}
/** A stretch of a building's edge that is a door. */
export interface Door {
  readonly place: string;
  readonly points: readonly [Point, Point];
  /** The one that must not be crossed without more. */
  readonly isThreshold: boolean;
}
export interface Ground {
  readonly map: MapPlan;
  /** Map pixels in a metre. */
  readonly metre: number;
  readonly roads: readonly Road[];
  readonly waysOut: readonly WayOut[];
  readonly doors: readonly Door[];
}

/** Works a plan out; a function of the plan alone. */
export function groundOf(map: MapPlan): Ground {
  const metre = 1 / map.metresPerPixel;
  const roads = map.roads
    .filter(({ kind }) => DRIVABLE.has(kind))
    .map((area) => ({ area, line: middleLine(area.points), lanes: area.kind !== 'alley' }));
  return {
    map,
    metre,
    roads,
    waysOut: map.exits.map((exit) => wayOut(map, exit)),
    doors: doorsOf(map, metre),
  };
}

/** The middle of a place, or null where the map has none of that name. */
export function placeOn({ map }: Ground, id: string): Point | null {
  return Object.hasOwn(map.places, id) ? (map.places[id] ?? null) : null;
}

/** Where groups at a place stand; without an area of that name a few metres round the place. */
export function gatherOn(ground: Ground, id: string): readonly Point[] | null {
  const { map, metre } = ground;
  const area = Object.hasOwn(map.gather, id) ? map.gather[id] : undefined;
  if (area) return area.points;
  const at = placeOn(ground, id);
  if (at === null) return null;
  const [wide, high] = [3 * metre, 1.5 * metre];
  return [
    { x: at.x - wide, y: at.y - high },
    { x: at.x + wide, y: at.y - high },
    { x: at.x + wide, y: at.y + high },
    { x: at.x - wide, y: at.y + high },
  ];
}

/**
 * How a car stands at a place: along the road it is on, as traffic on the right goes; on a drive along it; elsewhere to the east.
 * A route that begins or ends there says which way it faces.
 */
export function parkedHeading(ground: Ground, at: Point): number {
  const along = axisAt(ground, at);
  const told = toldBy(ground, at);
  if (along === null) return told ?? 0;
  const faces = told ?? along.right;
  const way = Math.cos(faces - along.axis) >= 0 ? along.axis : along.axis + Math.PI;
  return Math.atan2(Math.sin(way), Math.cos(way));
}

const DRIVABLE: ReadonlySet<string> = new Set(['roadway', 'alley', 'road', 'street']);

function axisAt(ground: Ground, at: Point): { readonly axis: number; readonly right: number } | null {
  const near = ground.roads
    .filter(({ area }) => isInside(area.points, at))
    .map(({ line }) => nearestOnLine(line, at))
    .filter((one) => one !== null)
    .sort((a, b) => a.off - b.off)[0];
  if (near) {
    // On the right of the middle line one goes as it goes: right is clockwise, for y grows downwards.
    const turned = heading(near.point, at) - near.heading;
    return { axis: near.heading, right: Math.sin(turned) >= 0 ? near.heading : near.heading + Math.PI };
  }
  const drive = ground.map.curtilage.find(({ kind, points }) => kind === 'drive' && isInside(points, at));
  if (drive === undefined) return null;
  const [from, to] = middleLine(drive.points);
  if (from === undefined || to === undefined) return null;
  // Ready to go: nose to the nearest road.
  const roads = ground.roads.map(({ line }) => nearestOnLine(line, middleOf(drive.points)));
  const road = roads.filter((one) => one !== null).sort((a, b) => a.off - b.off)[0];
  const axis = heading(from, to);
  const out = road ? heading(middleOf(drive.points), road.point) : axis;
  return { axis, right: out };
}

/** The way a route goes that begins or ends at a place. */
function toldBy({ map, metre }: Ground, at: Point): number | null {
  const near = 0.5 * metre;
  let ends: number | null = null;
  for (const line of Object.values(map.routes)) {
    const [first, second] = line;
    const [last, before] = [line.at(-1), line.at(-2)];
    if (!first || !second || !last || !before || lengthOf(line) < 8 * metre) continue;
    if (distance(first, at) <= near) return heading(first, second);
    if (ends === null && distance(last, at) <= near) ends = heading(before, last);
  }
  return ends;
}

function wayOut(map: MapPlan, exit: Exit): WayOut {
  const at = middleOf(exit.points);
  const off = { x: at.x / map.width - 0.5, y: at.y / map.height - 0.5 };
  const [a, b] = [exit.points[0] as Point, exit.points.at(-1) as Point];
  // One leaves across the line, away from the middle of the map.
  const lies = Math.abs(b.x - a.x) > Math.abs(b.y - a.y);
  const side: Side = lies ? (off.y < 0 ? 'north' : 'south') : off.x < 0 ? 'west' : 'east';
  return { exit, at, side };
}

/** Every place on a building's edge is a door. */
function doorsOf(map: MapPlan, metre: number): readonly Door[] {
  return Object.entries(map.places).flatMap(([place, at]) => {
    for (const { points } of map.buildings) {
      for (const [i, a] of points.entries()) {
        const b = points[(i + 1) % points.length] as Point;
        if (distance(nearestOnSegment(a, b, at), at) > 0.3 * metre) continue;
        const way = heading(a, b);
        const half = 0.8 * metre;
        const by = { x: Math.cos(way) * half, y: Math.sin(way) * half };
        const ends = [
          { x: at.x - by.x, y: at.y - by.y },
          { x: at.x + by.x, y: at.y + by.y },
        ] as const;
        return [{ place, points: ends, isThreshold: place.startsWith('threshold') }];
      }
    }
    return [];
  });
}
