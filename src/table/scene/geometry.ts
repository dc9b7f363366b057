/** Plane geometry of the plan: points, lines, polygons. Plain functions of plain numbers; y grows downwards. */
import type { Point } from '#scenario/map/map-plan.ts';

export type { Point };
export interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}
/** A point with the direction one goes there, in radians clockwise from east. */
export interface Pose extends Point {
  readonly heading: number;
}

export function distance(a: Point, b: Point): number {
  // Asked for at every frame of whoever moves; Math.hypot takes many times as long.
  const x = a.x - b.x;
  const y = a.y - b.y;
  return Math.sqrt(x * x + y * y);
}

/** Between two points: 0 gives the first, 1 the second. */
export function between(a: Point, b: Point, part: number): Point {
  return { x: a.x + (b.x - a.x) * part, y: a.y + (b.y - a.y) * part };
}

/** The direction from one point to another, in radians clockwise from east. */
export function heading(from: Point, to: Point): number {
  return Math.atan2(to.y - from.y, to.x - from.x);
}

export function boundsOf(points: readonly Point[]): Bounds {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of points) {
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < top) top = y;
    if (y > bottom) bottom = y;
  }
  return { left, top, right, bottom };
}

export function middleOf(points: readonly Point[]): Point {
  const { left, top, right, bottom } = boundsOf(points);
  return { x: (left + right) / 2, y: (top + bottom) / 2 };
}

/** Whether a point lies in a closed polygon; its edge may count either way. */
export function isInside(polygon: readonly Point[], { x, y }: Point): boolean {
  let inside = false;
  for (let i = 0, j = polygon.length - 1; i < polygon.length; j = i++) {
    const a = polygon[i] as Point;
    const b = polygon[j] as Point;
    if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) inside = !inside;
  }
  return inside;
}

/** The point of a segment that is nearest to another point. */
export function nearestOnSegment(a: Point, b: Point, to: Point): Point {
  const long = (b.x - a.x) ** 2 + (b.y - a.y) ** 2;
  if (long === 0) return a;
  const part = ((to.x - a.x) * (b.x - a.x) + (to.y - a.y) * (b.y - a.y)) / long;
  return between(a, b, Math.min(1, Math.max(0, part)));
}

/** Where on an open line a point is nearest: the point, how far along, how far off, and which way the line goes there. */
export function nearestOnLine(
  line: readonly Point[],
  to: Point,
): { readonly point: Point; readonly along: number; readonly off: number; readonly heading: number } | null {
  let best = null;
  let before = 0;
  for (let i = 1; i < line.length; i++) {
    const a = line[i - 1] as Point;
    const b = line[i] as Point;
    const point = nearestOnSegment(a, b, to);
    const off = distance(point, to);
    if (best === null || off < best.off) {
      best = { point, along: before + distance(a, point), off, heading: heading(a, b) };
    }
    before += distance(a, b);
  }
  return best;
}

export function lengthOf(line: readonly Point[]): number {
  let sum = 0;
  for (let i = 1; i < line.length; i++) sum += distance(line[i - 1] as Point, line[i] as Point);
  return sum;
}

/** The point so many units along a line, and the way it goes there; its ends hold beyond its length. */
export function pointAlong(line: readonly Point[], along: number): Pose {
  let left = Math.max(0, along);
  let end = 0;
  for (let i = 1; i < line.length; i++) {
    const a = line[i - 1] as Point;
    const b = line[i] as Point;
    const long = distance(a, b);
    if (long === 0) continue;
    end = i;
    if (left <= long) {
      const { x, y } = between(a, b, left / long);
      return { x, y, heading: heading(a, b) };
    }
    left -= long;
  }
  const { x, y } = line.at(-1) ?? { x: 0, y: 0 };
  return { x, y, heading: end === 0 ? 0 : heading(line[end - 1] as Point, line[end] as Point) };
}

/** The part of a line between two lengths along it; backwards if the second is less. */
export function stretchOf(line: readonly Point[], from: number, to: number): readonly Point[] {
  if (from > to) return stretchOf(line, to, from).toReversed();
  const inner: Point[] = [];
  let along = 0;
  for (let i = 1; i < line.length; i++) {
    along += distance(line[i - 1] as Point, line[i] as Point);
    if (along > from && along < to && i < line.length - 1) inner.push(line[i] as Point);
  }
  const [start, end] = [pointAlong(line, from), pointAlong(line, to)];
  return [{ x: start.x, y: start.y }, ...inner, { x: end.x, y: end.y }];
}

/** Whether two segments cross or touch. */
export function doCross(a: Point, b: Point, c: Point, d: Point): boolean {
  const side = (p: Point, q: Point, r: Point) => (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
  const [one, two, three, four] = [side(a, b, c), side(a, b, d), side(c, d, a), side(c, d, b)];
  return one * two < 0 && three * four < 0;
}

/** The surface of a polygon, whichever way it goes round. */
export function surfaceOf(polygon: readonly Point[]): number {
  const twice = polygon.reduce((sum, a, i) => {
    const b = polygon[(i + 1) % polygon.length] as Point;
    return sum + a.x * b.y - b.x * a.y;
  }, 0);
  return Math.abs(twice) / 2;
}

/** The middle line of a long polygon: the shortest pair of opposite ends, and half-way between its two sides. */
export function middleLine(polygon: readonly Point[]): readonly Point[] {
  const n = polygon.length;
  const half = n / 2;
  const corner = (i: number) => polygon[((i % n) + n) % n] as Point;
  if (n < 4 || n % 2 === 1 || n > 64) return longAxis(polygon);
  let first = 0;
  let least = Infinity;
  for (let i = 0; i < half; i++) {
    const ends = distance(corner(i), corner(i + 1)) + distance(corner(i + half), corner(i + half + 1));
    if (ends < least - 1e-9) [least, first] = [ends, i];
  }
  // One side goes on from the first end, the other comes back to it.
  return Array.from({ length: half }, (_, k) => between(corner(first + 1 + k), corner(first - k), 0.5));
}

/** A number from 0 up to 1 that is the same for the same words everywhere. */
export function scatter(text: string, n: number): number {
  let hash = 2166136261 ^ n;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619);
  hash = Math.imul(hash ^ (hash >>> 15), 2246822519);
  hash = Math.imul(hash ^ (hash >>> 13), 3266489917);
  return ((hash ^ (hash >>> 16)) >>> 0) / 4294967296;
}

function longAxis(polygon: readonly Point[]): readonly Point[] {
  const { left, top, right, bottom } = boundsOf(polygon);
  const { x, y } = middleOf(polygon);
  return right - left >= bottom - top
    ? [
        { x: left, y },
        { x: right, y },
      ]
    : [
        { x, y: top },
        { x, y: bottom },
      ];
}
