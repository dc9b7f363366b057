/** The names on the map: streets along their road, house numbers in their house, ways out at their arrow, the home and its door. */
import type { MapLabel } from '#scenario/map/map-plan.ts';
import { judged } from '#table/ground/bearings.ts';
import type { Camera } from './camera.ts';
import type { SceneWords } from './frame.ts';
import {
  between,
  boundsOf,
  isInside,
  lengthOf,
  middleOf,
  nearestOnLine,
  type Point,
  pointAlong,
  surfaceOf,
} from './geometry.ts';
import { type Ground, placeOn, type Road, type Side } from './ground.ts';
import type { Role, Spot, Want, Wording } from './labels.ts';
import { type Measure, mapWording } from './wording.ts';

/** A spot on the map; `from` puts the whole name off it, away from that side, by half of itself and `gap` pixels of the screen. */
export interface MapSpot extends Point {
  readonly turn: number;
  readonly from: Side | null;
  readonly gap: number;
}
/** A name with the spots it may take, in pixels of the map, best first. */
export interface MapName {
  readonly id: string;
  readonly wording: Wording;
  readonly priority: number;
  readonly spots: readonly MapSpot[];
}

/** Arrows of ways out lie within this many pixels of the edge. */
export const ARROW = 26;

/** Every name of a map with its spots, best first: the author's own spot before all others. `grown` is the reader's text size. */
export function mapNames(
  ground: Ground,
  words: SceneWords,
  measure: Measure,
  grown: number,
): readonly MapName[] {
  const worded: Worded = (text, role) => mapWording(text, role, measure, grown);
  const ways = ground.waysOut.map(({ exit, at, side }, n): MapName => {
    const named = Object.hasOwn(words.exits, exit.name) ? words.exits[exit.name] : undefined;
    // As wide as the words beside the map say, in the same measure.
    const units = words.units ?? 'metres';
    const text = `${named ?? words.wayOut[side]} · ${words[units](judged(exit.width, units))}`;
    const [a, b] = [exit.points[0] as Point, exit.points.at(-1) as Point];
    const spots = [at, ...[0.25, 0.75, 0, 1].map((part) => between(a, b, part))];
    return {
      id: `exit-${n}`,
      wording: worded(text, 'exit'),
      priority: 66,
      spots: spots.map((spot) => off(spot, side, ARROW + 3)),
    };
  });
  const homes = ground.map.curtilage
    .filter(({ kind }) => kind === 'curtilage')
    .map(({ points }, n): MapName => {
      const { left, top, right, bottom } = boundsOf(points);
      const along = (y: number, from: Side) =>
        [0.5, 0.3, 0.7].map((part) => off({ x: left + (right - left) * part, y }, from, 5));
      const spots = [...along(top, 'north'), ...along(bottom, 'south')];
      return { id: `home-${n}`, wording: worded(words.curtilage, 'home'), priority: 24, spots };
    });
  const doors = ground.doors.flatMap(({ place, isThreshold }): MapName[] => {
    const at = isThreshold ? placeOn(ground, place) : null;
    if (at === null) return [];
    const spots = (['south', 'north', 'east', 'west'] as const).map((from) => off(at, from, 6));
    return [{ id: `door-${place}`, wording: worded(words.threshold, 'home'), priority: 26, spots }];
  });
  return [
    ...ways,
    ...homes,
    ...doors,
    ...ground.map.labels.map((label, n) => {
      const text = Object.hasOwn(words.kinds, label.text) ? words.kinds[label.text] : undefined;
      return nameOf(ground, text === undefined ? label : { ...label, text }, n, worded);
    }),
  ];
}

/** A name as something to place, at a scale and a pan. */
export function wantOf(name: MapName, { scale, left, top }: Camera): Want {
  return {
    id: `map:${name.id}`,
    priority: name.priority,
    wordings: [name.wording],
    rounds: 1,
    own: '',
    mayCover: false,
    moves: false,
    spot: ({ width, height }, _round, n): Spot | null => {
      const spot = name.spots[n];
      if (spot === undefined) return null;
      const { x, y, turn, from, gap } = spot;
      const by = from === null ? NOWHERE : away(from, width / 2 + gap, height / 2 + gap);
      return { x: x * scale - left + by.x, y: y * scale - top + by.y, turn, from: null };
    },
  };
}

type Worded = (text: string, role: Role) => Wording;

function nameOf(ground: Ground, label: MapLabel, n: number, worded: Worded): MapName {
  const { map, metre } = ground;
  const turned = (label.rotation * Math.PI) / 180;
  const half = { x: label.width / 2, y: label.height / 2 };
  const middle = {
    x: label.x + half.x * Math.cos(turned) - half.y * Math.sin(turned),
    y: label.y + half.x * Math.sin(turned) + half.y * Math.cos(turned),
  };
  const name = (role: Role) => ({ id: `label-${n}`, wording: worded(label.text, role) });
  const road = ground.roads
    .filter(({ area }) => isInside(area.points, middle))
    .sort((a, b) => (nearestOnLine(a.line, middle)?.off ?? 0) - (nearestOnLine(b.line, middle)?.off ?? 0))[0];
  if (road) return { ...name('street'), priority: 65, spots: alongRoad(road, middle, metre) };
  const house = map.buildings.find(({ points }) => isInside(points, middle));
  if (house) {
    const { left, top, right, bottom } = boundsOf(house.points);
    const centre = middleOf(house.points);
    const [dx, dy] = [(right - left) / 4, (bottom - top) / 3];
    const spots = [0, -1, 1].flatMap((down) =>
      [0, -1, 1].map((over) => off({ x: centre.x + over * dx, y: centre.y + down * dy }, null, 0)),
    );
    return { ...name('number'), priority: 18, spots };
  }
  const spots = [0, -2, 2, -4, 4].map((by) => ({
    ...off({ x: middle.x, y: middle.y + by * metre }, null, 0),
    turn: upright(turned),
  }));
  return { ...name('street'), priority: 16, spots };
}

/** In a lane, clear of the dashes between them; on a narrow road in its middle. The author's own stretch first. */
function alongRoad({ line, area, lanes }: Road, middle: Point, metre: number): readonly MapSpot[] {
  const long = lengthOf(line);
  const wide = long > 0 ? surfaceOf(area.points) / long : 0;
  const aside = lanes && wide > 8.5 * metre ? [-wide / 4, wide / 4] : [0];
  const own = nearestOnLine(line, middle)?.along ?? 0;
  return [own, ...SLOTS.map((part) => part * long)].flatMap((at) => {
    const pose = pointAlong(line, at);
    return aside.map((by) => ({
      ...off({ x: pose.x - Math.sin(pose.heading) * by, y: pose.y + Math.cos(pose.heading) * by }, null, 0),
      turn: upright(pose.heading),
    }));
  });
}

const SLOTS = [
  0.14, 0.86, 0.3, 0.7, 0.5, 0.06, 0.94, 0.22, 0.78, 0.4, 0.6, 0.1, 0.9, 0.18, 0.82, 0.26, 0.74, 0.35, 0.65,
  0.45, 0.55,
];
const NOWHERE: Point = { x: 0, y: 0 };

function off({ x, y }: Point, from: Side | null, gap: number): MapSpot {
  return { x, y, turn: 0, from, gap };
}

function away(from: Side, dx: number, dy: number): Point {
  return { west: { x: dx, y: 0 }, east: { x: -dx, y: 0 }, north: { x: 0, y: dy }, south: { x: 0, y: -dy } }[
    from
  ];
}

/** Read from the left, or from below up, whichever way the road was drawn. */
function upright(turn: number): number {
  const half = Math.atan2(Math.sin(turn), Math.cos(turn));
  if (half > Math.PI / 2 - 0.01) return half - Math.PI;
  return half <= -Math.PI / 2 - 0.01 ? half + Math.PI : half;
}
