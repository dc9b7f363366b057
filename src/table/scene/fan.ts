/** Keeps people and cars at one place apart: each stands as near to its place as the others leave room. Units are those of the screen (SPEC TB44). */
import { distance, type Point, type Pose } from './geometry.ts';

/** What already stands somewhere: a round, or a car seen from above. */
export type Block =
  | { readonly x: number; readonly y: number; readonly radius: number }
  | {
      readonly x: number;
      readonly y: number;
      readonly heading: number;
      readonly length: number;
      readonly width: number;
    };

/** Space left between two things, in pixels. */
export const GAP = 3;

/**
 * A spot for somebody of that radius, as near to their place as can be, on no block; `shuns` marks spots taken only if no other is near.
 *
 * Tries the place itself, then wider and wider rounds; beyond forty of them the place itself is given.
 */
export function spotFor(
  at: Point,
  radius: number,
  blocks: readonly Block[],
  shuns: (spot: Point) => boolean = () => false,
): Point {
  const near = blocks.filter((block) => distance(block, at) < radius * 32 + reach(block));
  const isFree = (spot: Point) => near.every((block) => gapTo(block, spot) >= radius + GAP);
  let second: Point | null = null;
  for (let round = 0; round <= 40; round++) {
    const far = round * radius * 0.7;
    const turns = round === 0 ? 1 : 8 + 4 * Math.min(round, 6);
    for (let turn = 0; turn < turns; turn++) {
      // From the left, then to either side in turn: those who come together stand in a row.
      const way = Math.PI + (turn % 2 === 0 ? 1 : -1) * Math.ceil(turn / 2) * ((2 * Math.PI) / turns);
      const spot = { x: at.x + Math.cos(way) * far, y: at.y + Math.sin(way) * far };
      if (!isFree(spot)) continue;
      if (!shuns(spot)) return spot;
      second ??= spot;
    }
    if (second !== null && far > radius * 6) return second;
  }
  return second ?? at;
}

/** Where a car parks: at its place, else behind or before those already there, in line. */
export function parkingFor(at: Pose, length: number, width: number, blocks: readonly Block[]): Pose {
  const along = (by: number): Pose => ({
    x: at.x + Math.cos(at.heading) * by,
    y: at.y + Math.sin(at.heading) * by,
    heading: at.heading,
  });
  for (let step = 0; step <= 24; step++) {
    const by = (step % 2 === 0 ? -1 : 1) * Math.ceil(step / 2) * (length / 3);
    const pose = along(by);
    const rounds = [-1, -0.5, 0, 0.5, 1].map((part) => ({
      x: pose.x + (Math.cos(at.heading) * part * (length - width)) / 2,
      y: pose.y + (Math.sin(at.heading) * part * (length - width)) / 2,
    }));
    if (rounds.every((round) => blocks.every((block) => gapTo(block, round) >= width / 2 + GAP))) return pose;
  }
  return at;
}

/** From a point to the edge of a block; negative inside it. */
export function gapTo(block: Block, point: Point): number {
  if ('radius' in block) return distance(block, point) - block.radius;
  const [cos, sin] = [Math.cos(block.heading), Math.sin(block.heading)];
  const [dx, dy] = [point.x - block.x, point.y - block.y];
  const along = Math.abs(dx * cos + dy * sin) - block.length / 2;
  const across = Math.abs(dy * cos - dx * sin) - block.width / 2;
  if (along <= 0 && across <= 0) return Math.max(along, across);
  return Math.hypot(Math.max(0, along), Math.max(0, across));
}

function reach(block: Block): number {
  return 'radius' in block ? block.radius : block.length / 2;
}
