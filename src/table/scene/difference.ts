/** How a piece gets from one look to the next: a short glide, for the eye alone. At its end everything is where the layout says (SPEC TB41). */
import type { SceneFrame } from './frame.ts';
import { between } from './geometry.ts';
import type { Piece } from './pieces.ts';

/** Milliseconds of real time. */
export const GLIDE = 420;

/** Whether two frames show the same things, if at another moment: views keep what has not changed. */
export function isSameSight({ view: one }: SceneFrame, { view: other }: SceneFrame): boolean {
  return one.tokens === other.tokens && one.known === other.known && one.callsign === other.callsign;
}

/** Whether any piece would be seen to move from one look to the next. */
export function doesDiffer(before: readonly Piece[], after: readonly Piece[]): boolean {
  const were = new Map(before.map((piece) => [piece.id, piece]));
  return after.some((piece) => {
    const was = were.get(piece.id);
    return was !== undefined && (isOff(was, piece) || was.heads.length !== piece.heads.length);
  });
}

/** The pieces part of the way (0 to 1) from where they were; new ones are there at once, gone ones gone. */
export function glided(before: readonly Piece[], after: readonly Piece[], part: number): readonly Piece[] {
  if (part >= 1) return after;
  const were = new Map(before.map((piece) => [piece.id, piece]));
  const done = 1 - (1 - part) ** 3;
  return after.map((piece) => {
    const was = were.get(piece.id);
    if (was === undefined) return piece;
    const turn = Math.atan2(Math.sin(piece.heading - was.heading), Math.cos(piece.heading - was.heading));
    return {
      ...piece,
      ...between(was, piece, done),
      heading: was.heading + turn * done,
      // One that is new comes out of the middle.
      heads: piece.heads.map((head, i) => between(was.heads[i] ?? MIDDLE, head, done)),
    };
  });
}

const MIDDLE = { x: 0, y: 0 };

function isOff(was: Piece, piece: Piece): boolean {
  return Math.abs(was.x - piece.x) > 0.5 || Math.abs(was.y - piece.y) > 0.5;
}
