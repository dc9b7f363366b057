/** The names on the map: streets along their road, house numbers in their house, ways out at their arrow, the home and its door. */
import type { MapLabel } from '#scenario/map-plan.ts';
import type { SceneWords } from './frame.ts';
import { boundsOf, isInside, lengthOf, middleOf, nearestOnLine, type Point, pointAlong } from './geometry.ts';
import { type Ground, placeOn, type Side } from './ground.ts';
import type { Role, Spot, Want } from './labels.ts';
import { type Measure, mapWording } from './wording.ts';

/** A name with the spots it may take, in pixels of the map. */
export interface MapName {
  readonly id: string;
  readonly text: string;
  readonly role: Role;
  readonly priority: number;
  readonly spots: readonly (Point & { readonly turn: number })[];
  /** Pixels of the screen to go off from a spot, by side. */
  readonly off: Side | null;
}

/** Every name of a map with its spots, best first: the author's own spot before all others. */
export function mapNames(ground: Ground, words: SceneWords): readonly MapName[] {
  const { map, metre } = ground;
  const ways = ground.waysOut.map(({ exit, at, side }, n): MapName => {
    const named = Object.hasOwn(words.exits, exit.name) ? words.exits[exit.name] : undefined;
    const text = `${named ?? words.wayOut[side]} · ${words.metres(Math.round(exit.width * 10) / 10)}`;
    const [a, b] = [exit.points[0] as Point, exit.points.at(-1) as Point];
    const at2 = (part: number) => ({ x: a.x + (b.x - a.x) * part, y: a.y + (b.y - a.y) * part, turn: 0 });
    return {
      id: `exit-${n}`,
      text,
      role: 'exit',
      priority: 30,
      spots: [{ ...at, turn: 0 }, at2(0.25), at2(0.75), at2(0), at2(1)],
      off: side,
    };
  });
  const names = map.labels.map((label, n) => nameOf(ground, label, n));
  const homes = map.curtilage
    .filter(({ kind }) => kind === 'curtilage')
    .map(({ points }, n): MapName => {
      const { left, top, right, bottom } = boundsOf(points);
      const inset = 1.6 * metre;
      const spots = [0.5, 0.25, 0.75].flatMap((part) => [
        { x: left + (right - left) * part, y: top + inset, turn: 0 },
        { x: left + (right - left) * part, y: bottom - inset, turn: 0 },
        { x: left + (right - left) * part, y: top + inset * 3, turn: 0 },
      ]);
      return { id: `home-${n}`, text: words.curtilage, role: 'home', priority: 24, spots, off: null };
    });
  const doors = ground.doors
    .filter(({ isThreshold }) => isThreshold)
    .flatMap(({ place }): MapName[] => {
      const at = placeOn(ground, place);
      return at === null
        ? []
        : [
            {
              id: `door-${place}`,
              text: words.threshold,
              role: 'home',
              priority: 26,
              spots: [{ ...at, turn: 0 }],
              off: 'north',
            },
          ];
    });
  return [...ways, ...homes, ...doors, ...names];
}

/** A name as something to place, at a scale and a pan. */
export function wantOf(
  name: MapName,
  scale: number,
  left: number,
  top: number,
  measure: Measure,
  grown: number,
): Want {
  const wording = mapWording(name.text, name.role, measure, grown);
  return {
    id: `map:${name.id}`,
    priority: name.priority,
    wordings: [wording],
    rounds: 1,
    own: '',
    spots: ({ width, height }) =>
      name.spots.map((spot): Spot => {
        const by = name.off === null ? { x: 0, y: 0 } : inwards(name.off, width, height);
        return {
          x: spot.x * scale - left + by.x,
          y: spot.y * scale - top + by.y,
          turn: spot.turn,
          from: null,
        };
      }),
  };
}

/** Arrows of ways out lie within this many pixels of the edge. */
export const ARROW = 26;

/** From the end of the map to the middle of a label that stands inside it, beyond the arrow. */
function inwards(side: Side, width: number, height: number): Point {
  const [x, y] = [width / 2 + ARROW + 4, height / 2 + ARROW + 2];
  if (side === 'west') return { x, y: 0 };
  if (side === 'east') return { x: -x, y: 0 };
  return side === 'north' ? { x: 0, y } : { x: 0, y: -y };
}

function nameOf(ground: Ground, label: MapLabel, n: number): MapName {
  const { map, metre } = ground;
  const turned = (label.rotation * Math.PI) / 180;
  const half = { x: label.width / 2, y: label.height / 2 };
  const middle = {
    x: label.x + half.x * Math.cos(turned) - half.y * Math.sin(turned),
    y: label.y + half.x * Math.sin(turned) + half.y * Math.cos(turned),
  };
  const id = `label-${n}`;
  const road = ground.roads
    .filter(({ area }) => isInside(area.points, middle))
    .sort((a, b) => (nearestOnLine(a.line, middle)?.off ?? 0) - (nearestOnLine(b.line, middle)?.off ?? 0))[0];
  if (road) {
    const own = nearestOnLine(road.line, middle)?.along ?? 0;
    const long = lengthOf(road.line);
    const aside = road.lanes ? [-1, 1] : [0];
    const along = [own, ...SLOTS.map((part) => part * long)];
    const spots = along.flatMap((at) => {
      const pose = pointAlong(road.line, at);
      const turn = upright(pose.heading);
      return aside.map((by) => ({
        // In a lane, clear of the dashes between them; by the middle of either.
        x: pose.x - Math.sin(pose.heading) * by * 2.5 * metre,
        y: pose.y + Math.cos(pose.heading) * by * 2.5 * metre,
        turn,
      }));
    });
    return { id, text: label.text, role: 'street', priority: 65, spots, off: null };
  }
  const house = map.buildings.find(({ points }) => isInside(points, middle));
  if (house) {
    const { left, top, right, bottom } = boundsOf(house.points);
    const centre = middleOf(house.points);
    const [dx, dy] = [(right - left) / 4, (bottom - top) / 3];
    const grid = [0, -1, 1].flatMap((down) =>
      [0, -1, 1].map((over) => ({ x: centre.x + over * dx, y: centre.y + down * dy, turn: 0 })),
    );
    return { id, text: label.text, role: 'number', priority: 18, spots: grid, off: null };
  }
  const around = [0, -2, 2, -4, 4].map((by) => ({
    x: middle.x,
    y: middle.y + by * metre,
    turn: upright(turned),
  }));
  return { id, text: label.text, role: 'street', priority: 16, spots: around, off: null };
}

const SLOTS = [
  0.14, 0.86, 0.3, 0.7, 0.5, 0.06, 0.94, 0.22, 0.78, 0.4, 0.6, 0.1, 0.9, 0.18, 0.82, 0.26, 0.74, 0.35, 0.65,
  0.45, 0.55,
];

/** Read from the left, or from below up, whichever way the road was drawn. */
function upright(turn: number): number {
  const half = Math.atan2(Math.sin(turn), Math.cos(turn));
  if (half > Math.PI / 2 - 0.01) return half - Math.PI;
  return half <= -Math.PI / 2 - 0.01 ? half + Math.PI : half;
}
