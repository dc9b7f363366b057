/** Where the people of groups stand: heads in the area of their place, the same at every look, those who came first where they were. */
import { boundsOf, isInside, middleOf, nearestOnSegment, type Point, scatter } from './geometry.ts';

/** A group that shares an area with others. */
export interface Gathered {
  readonly id: string;
  readonly people: number;
}

/**
 * Places for every group at one place, in the order given; `radius` is that of a head, in the units of the area.
 *
 * Each group keeps together round a middle of its own along the area. Heads stay apart while the area has room; where it has not, they
 * draw closer. `front` is where they look: the first row stands nearest to it.
 */
export function headsIn(
  area: readonly Point[],
  groups: readonly Gathered[],
  radius: number,
  front: Point | null,
): ReadonlyMap<string, readonly Point[]> {
  const all = groups.reduce((sum, { people }) => sum + people, 0);
  const free = spots(area, all, radius, front);
  const placed = new Map<string, readonly Point[]>();
  for (const [i, { id, people }] of groups.entries()) {
    const round = anchor(area, (i + 0.5) / groups.length, front);
    const near = free
      .map((spot, n) => ({
        spot,
        n,
        far: Math.hypot(spot.x - round.x, spot.y - round.y) + radius * scatter(id, n),
      }))
      .sort((a, b) => a.far - b.far || a.n - b.n)
      .slice(0, people);
    placed.set(
      id,
      near.map(({ spot }) => spot),
    );
    const taken = new Set(near.map(({ n }) => n));
    for (let n = free.length - 1; n >= 0; n--) if (taken.has(n)) free.splice(n, 1);
  }
  return placed;
}

/** A loose bunch round the middle of a group on its way, in the order of its heads. */
export function bunch(id: string, people: number, radius: number): readonly Point[] {
  const step = radius * 2.3;
  return Array.from({ length: people }, (_, n) => {
    // The sunflower: even however many they are, and nobody moves when one more comes.
    const turn = n * 2.399963 + 0.4 * scatter(id, n);
    const far = step * 0.56 * Math.sqrt(n + 0.35);
    return { x: Math.cos(turn) * far, y: Math.sin(turn) * far };
  });
}

/**
 * At least as many spots as asked for, in rows, slightly out of line as people stand. Where the area is too small for that many heads, it
 * grows backwards, away from what they look at, to twice its depth; only then do they draw closer.
 */
function spots(area: readonly Point[], wanted: number, radius: number, front: Point | null): Point[] {
  let apart = radius * 2.3;
  let ground = area;
  for (let tries = 0; tries < 30; tries++) {
    const found = rows(ground, apart, radius * Math.min(1, apart / (radius * 2)));
    if (found.length >= wanted) return found;
    if (tries < 5) ground = deeper(area, 1 + (tries + 1) * 0.25, front);
    else apart *= 0.9;
  }
  const middle = middleOf(area);
  const around = bunch('', wanted, apart);
  return around.map(({ x, y }) => ({ x: middle.x + x, y: middle.y + y }));
}

/** The area with its shorter side grown by a factor, its edge to the front where it was. */
function deeper(area: readonly Point[], by: number, front: Point | null): readonly Point[] {
  const { left, top, right, bottom } = boundsOf(area);
  const lies = right - left >= bottom - top;
  const middle = { x: (left + right) / 2, y: (top + bottom) / 2 };
  const kept = (low: number, high: number, at: number, to: number | undefined) =>
    to === undefined ? at : to <= at ? low : high;
  const from = {
    x: kept(left, right, middle.x, front?.x),
    y: kept(top, bottom, middle.y, front?.y),
  };
  return area.map(({ x, y }) =>
    lies ? { x, y: from.y + (y - from.y) * by } : { x: from.x + (x - from.x) * by, y },
  );
}

function rows(area: readonly Point[], apart: number, inset: number): Point[] {
  const { left, top, right, bottom } = boundsOf(area);
  const high = apart * 0.87;
  const down = Math.max(1, Math.floor((bottom - top - 2 * inset) / high) + 1);
  const found: Point[] = [];
  const from = (top + bottom) / 2 - ((down - 1) * high) / 2;
  for (let row = 0; row < down; row++) {
    const shift = row % 2 === 0 ? 0 : apart / 2;
    for (let x = left + inset + shift; x <= right - inset + 0.01; x += apart) {
      const n = found.length;
      const spot = {
        x: x + (scatter('x', n) - 0.5) * apart * 0.22,
        y: from + row * high + (scatter('y', n) - 0.5) * apart * 0.22,
      };
      if (isInside(area, { x, y: from + row * high }) && isClear(area, spot, inset * 0.7)) found.push(spot);
    }
  }
  return found;
}

function isClear(area: readonly Point[], spot: Point, inset: number): boolean {
  if (!isInside(area, spot)) return false;
  return area.every((corner, i) => {
    const near = nearestOnSegment(corner, area[(i + 1) % area.length] as Point, spot);
    return Math.hypot(near.x - spot.x, near.y - spot.y) >= inset;
  });
}

function anchor(area: readonly Point[], part: number, front: Point | null): Point {
  const { left, top, right, bottom } = boundsOf(area);
  const middle = { x: (left + right) / 2, y: (top + bottom) / 2 };
  const lies = right - left >= bottom - top;
  const round = lies
    ? { x: left + (right - left) * part, y: middle.y }
    : { x: middle.x, y: top + (bottom - top) * part };
  if (front === null) return round;
  // A quarter of the way to the edge they look over, never out of the area.
  const by = { x: Math.sign(front.x - middle.x), y: Math.sign(front.y - middle.y) };
  return { x: round.x + (by.x * (right - left)) / 8, y: round.y + (by.y * (bottom - top)) / 8 };
}
