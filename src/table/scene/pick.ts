/** What lies under a finger or the mouse: the nearest token, the label of one, a head of a group, else a place (SPEC TB47). */
import type { Camera } from './camera.ts';
import { gapTo } from './fan.ts';
import type { Picked } from './frame.ts';
import { distance, type Point } from './geometry.ts';
import { type Ground, placeOn } from './ground.ts';
import type { Placed } from './labels.ts';
import type { Picture } from './picture.ts';
import type { Piece } from './pieces.ts';

/** How far off something may be pressed, in pixels; a finger is wider than a mouse. */
export const REACH = { mouse: 6, finger: 18 };

/** What a press at a point of the screen means; null on bare ground. `places` are the ids the reader knows. */
export function pickAt(
  picture: Picture,
  ground: Ground,
  camera: Camera,
  places: readonly string[],
  at: Point,
  reach: number,
): Picked | null {
  const label = picture.labels.find((one) => !one.id.startsWith('map:') && isOn(one, at));
  if (label) return { token: label.id };
  const spot = { x: at.x + camera.left, y: at.y + camera.top };
  let best: { readonly id: string; readonly far: number } | null = null;
  for (const piece of picture.pieces) {
    // The one drawn last lies on top: of two as near it is meant.
    const far = Math.max(0, offOf(piece, spot));
    if (far <= reach && (best === null || far <= best.far)) best = { id: piece.id, far };
  }
  if (best) return { token: best.id };
  const near = places
    .map((id) => ({ id, at: placeOn(ground, id) }))
    .flatMap(({ id, at: place }) =>
      place === null
        ? []
        : [{ id, far: distance({ x: place.x * camera.scale, y: place.y * camera.scale }, spot) }],
    )
    .sort((a, b) => a.far - b.far)[0];
  return near && near.far <= reach + 8 ? { place: near.id } : null;
}

function isOn({ box }: Placed, { x, y }: Point): boolean {
  return x >= box.x && y >= box.y && x <= box.x + box.width && y <= box.y + box.height;
}

function offOf(piece: Piece, spot: Point): number {
  if (piece.heads.length > 0) {
    const inside = { x: spot.x - piece.x, y: spot.y - piece.y };
    return Math.min(...piece.heads.map((head) => distance(head, inside))) - 6;
  }
  if (piece.look !== null)
    return gapTo(
      { x: piece.x, y: piece.y, heading: piece.heading, length: piece.length, width: piece.width },
      spot,
    );
  return distance(piece, spot) - piece.radius;
}
