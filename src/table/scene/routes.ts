/** Ways between two places: a route the author drew, else along the roads for a car, else round the houses on foot (SPEC TB45). */
import {
  between,
  distance,
  doCross,
  heading,
  isInside,
  lengthOf,
  nearestOnLine,
  type Point,
  type Pose,
  pointAlong,
  stretchOf,
} from './geometry.ts';
import { type Ground, parkedHeading, placeOn, type Road } from './ground.ts';

export type Mover = 'foot' | 'wheels';

/**
 * The line from one place to another, from the first to the last point; null where the map lacks one of them.
 *
 * An author's route counts if both places lie on it or within three metres, whichever way it was drawn. The same for the same places.
 */
export function routeBetween(ground: Ground, from: string, to: string, by: Mover): readonly Point[] | null {
  const [a, b] = [placeOn(ground, from), placeOn(ground, to)];
  if (a === null || b === null) return null;
  return drawn(ground, a, b) ?? (by === 'wheels' ? byRoad(ground, a, b) : onFoot(ground, a, b));
}

/** Where a car is after that part of its way (0 to 1): it starts and stops gently, and stands at either end as cars park there. */
export function driveAt(ground: Ground, line: readonly Point[], part: number): Pose {
  const long = lengthOf(line);
  const gone = gently(part) * long;
  const here = pointAlong(line, gone);
  const look = 1.5 * ground.metre;
  const way = heading(pointAlong(line, gone - look), pointAlong(line, gone + look));
  const [first, last] = [line[0] ?? here, line.at(-1) ?? here];
  const turn = Math.min(4 * ground.metre, long / 2);
  if (turn === 0) return { ...here, heading: parkedHeading(ground, last) };
  const near = Math.max(0, 1 - gone / turn);
  const there = Math.max(0, 1 - (long - gone) / turn);
  const turned = turnTo(turnTo(way, parkedHeading(ground, first), near), parkedHeading(ground, last), there);
  return { x: here.x, y: here.y, heading: turned };
}

/** How much of a journey is done at a moment, from 0 to 1. */
export function partGone(going: { readonly since: number; readonly until: number }, at: number): number {
  const long = going.until - going.since;
  return long <= 0 ? 1 : Math.min(1, Math.max(0, (at - going.since) / long));
}

/** How far from a drawn route a place may lie, in metres. */
const NEAR = 3;

function drawn({ map, metre }: Ground, a: Point, b: Point): readonly Point[] | null {
  let best: { readonly off: number; readonly line: readonly Point[] } | null = null;
  for (const [name, line] of Object.entries(map.routes)) {
    if (name.startsWith('tape')) continue;
    const [from, to] = [nearestOnLine(line, a), nearestOnLine(line, b)];
    if (from === null || to === null || from.off > NEAR * metre || to.off > NEAR * metre) continue;
    const stretch = stretchOf(line, from.along, to.along);
    // A long way round past both places is no way between them.
    if (lengthOf(stretch) > 2.5 * distance(a, b)) {
      const ends = Math.max(distance(line[0] as Point, a), distance(line.at(-1) as Point, b));
      const back = Math.max(distance(line[0] as Point, b), distance(line.at(-1) as Point, a));
      if (Math.min(ends, back) > NEAR * metre) continue;
    }
    const off = from.off + to.off;
    if (best === null || off < best.off) best = { off, line: joined([a, ...stretch, b]) };
  }
  return best?.line ?? null;
}

interface Stop extends Point {
  /** Roads it lies on, with how far along. */
  readonly on: readonly { readonly road: Road; readonly along: number }[];
}

/** Along the middle lines from crossing to crossing, then shifted to the right-hand lane. */
function byRoad(ground: Ground, a: Point, b: Point): readonly Point[] {
  const start = stopAt(ground, a);
  const end = stopAt(ground, b);
  if (start === null || end === null) return [a, b];
  const stops = [start, ...crossings(ground), end];
  const next = (i: number) =>
    stops.flatMap((stop, j) => {
      const shared = (stops[i] as Stop).on.find(({ road }) => stop.on.some((one) => one.road === road));
      return i === j || !shared ? [] : [{ to: j, cost: distance(stops[i] as Stop, stop) }];
    });
  const way = shortest(stops.length, next);
  if (way === null) return [a, b];
  const line = way.flatMap((i, k) => {
    const [stop, before] = [stops[i] as Stop, stops[way[k - 1] ?? -1]];
    if (!before) return [stop];
    const road = before.on.find((one) => stop.on.some(({ road }) => road === one.road));
    const there = stop.on.find((one) => one.road === road?.road);
    return road && there ? stretchOf(road.road.line, road.along, there.along).slice(1) : [stop];
  });
  const lane = start.on[0]?.road.lanes ? 2.2 * ground.metre : 0;
  return joined([a, ...shifted(line, lane).filter((point) => !isBeside(point, a, b, ground.metre)), b]);
}

function isBeside(point: Point, a: Point, b: Point, metre: number): boolean {
  return distance(point, a) < 4 * metre || distance(point, b) < 4 * metre;
}

function stopAt({ roads }: Ground, at: Point): Stop | null {
  const found = roads
    .map((road) => ({ road, near: nearestOnLine(road.line, at), on: isInside(road.area.points, at) }))
    .filter((one) => one.near !== null)
    .sort((x, y) => Number(y.on) - Number(x.on) || (x.near?.off ?? 0) - (y.near?.off ?? 0))[0];
  if (!found?.near) return null;
  return { ...found.near.point, on: [{ road: found.road, along: found.near.along }] };
}

/** Where middle lines cross, and where one road ends in or just short of another. */
function crossings({ roads, metre }: Ground): readonly Stop[] {
  return roads.flatMap((one, i) =>
    roads.slice(i + 1).flatMap((other) => {
      const crossed = one.line.slice(1).flatMap((b, k) =>
        other.line.slice(1).flatMap((d, m) => {
          const [a, c] = [one.line[k] as Point, other.line[m] as Point];
          return doCross(a, b, c, d) ? [meeting(a, b, c, d)] : [];
        }),
      );
      const met = crossed.length > 0 ? crossed : [...ending(one, other, metre), ...ending(other, one, metre)];
      return met.map((at) => ({ ...at, on: [stretchAt(one, at), stretchAt(other, at)] }));
    }),
  );
}

function ending(one: Road, other: Road, metre: number): readonly Point[] {
  return [one.line[0], one.line.at(-1)].flatMap((end) => {
    const near = end && nearestOnLine(other.line, end);
    return near && near.off <= 12 * metre ? [near.point] : [];
  });
}

function stretchAt(road: Road, at: Point): Stop['on'][number] {
  return { road, along: nearestOnLine(road.line, at)?.along ?? 0 };
}

function meeting(a: Point, b: Point, c: Point, d: Point): Point {
  const across = (b.x - a.x) * (d.y - c.y) - (b.y - a.y) * (d.x - c.x);
  const part = ((c.x - a.x) * (d.y - c.y) - (c.y - a.y) * (d.x - c.x)) / across;
  return { x: a.x + (b.x - a.x) * part, y: a.y + (b.y - a.y) * part };
}

/** Straight, else by the corners of the houses in the way, two feet off the wall. */
function onFoot({ map, metre }: Ground, a: Point, b: Point): readonly Point[] {
  const walls = map.buildings.map(({ points }) => points);
  const isFree = (p: Point, q: Point) =>
    walls.every((wall) =>
      wall.every((corner, i) => !doCross(p, q, corner, wall[(i + 1) % wall.length] as Point)),
    );
  const isOpen = (p: Point, q: Point) =>
    isFree(p, q) && STEPS.every((part) => !walls.some((wall) => isInside(wall, between(p, q, part))));
  if (isFree(a, b) || walls.length > 200) return [a, b];
  const corners = walls.flatMap((wall) => wall.map((_, i) => pushedOut(wall, i, 0.6 * metre)));
  const points = [a, ...corners.filter((corner) => !walls.some((wall) => isInside(wall, corner))), b];
  const way = shortest(points.length, (i) =>
    points.flatMap((q, j) => {
      const p = points[i] as Point;
      return i !== j && isOpen(p, q) ? [{ to: j, cost: distance(p, q) }] : [];
    }),
  );
  return way === null ? [a, b] : way.map((i) => points[i] as Point);
}

/** Where a line may run along a wall, parts of it are looked at as well: walls that touch leave no crossing. */
const STEPS = [0.02, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.98];

function pushedOut(wall: readonly Point[], i: number, by: number): Point {
  const n = wall.length;
  const [here, one, other] = [wall[i], wall[(i + n - 1) % n], wall[(i + 1) % n]] as [Point, Point, Point];
  const away = heading({ x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 }, here);
  const out = { x: here.x + Math.cos(away) * by, y: here.y + Math.sin(away) * by };
  return isInside(wall, out) ? { x: 2 * here.x - out.x, y: 2 * here.y - out.y } : out;
}

/** The cheapest way from the first node to the last; of two as cheap the one found first. */
function shortest(
  count: number,
  next: (node: number) => readonly { readonly to: number; readonly cost: number }[],
): readonly number[] | null {
  const cost = new Array<number>(count).fill(Infinity);
  const before = new Array<number>(count).fill(-1);
  const open = new Set([0]);
  cost[0] = 0;
  while (open.size > 0) {
    let node = -1;
    for (const one of open) if (node < 0 || (cost[one] as number) < (cost[node] as number)) node = one;
    open.delete(node);
    if (node === count - 1) break;
    for (const { to, cost: more } of next(node)) {
      const sum = (cost[node] as number) + more;
      if (sum >= (cost[to] as number)) continue;
      cost[to] = sum;
      before[to] = node;
      open.add(to);
    }
  }
  if (cost[count - 1] === Infinity) return null;
  const way = [count - 1];
  while ((way[0] as number) > 0) way.unshift(before[way[0] as number] as number);
  return way;
}

/** A line moved to the right of the way it goes. */
function shifted(line: readonly Point[], by: number): readonly Point[] {
  return line.map((point, i) => {
    const [before, after] = [line[i - 1] ?? point, line[i + 1] ?? point];
    const way = heading(before, after) + Math.PI / 2;
    return { x: point.x + Math.cos(way) * by, y: point.y + Math.sin(way) * by };
  });
}

function joined(line: readonly Point[]): readonly Point[] {
  return line.filter((point, i) => i === 0 || distance(point, line[i - 1] as Point) > 0.5);
}

function gently(part: number): number {
  return part * part * (3 - 2 * part);
}

function turnTo(from: number, to: number, part: number): number {
  const by = Math.atan2(Math.sin(to - from), Math.cos(to - from));
  return from + by * part;
}
