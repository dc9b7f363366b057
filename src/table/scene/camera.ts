/** Which part of the plan is in view: a point of the map lies at `map × scale − (left, top)` on the screen, in CSS pixels. */
import type { Box } from './frame.ts';
import type { Point } from './geometry.ts';
import type { Ground } from './ground.ts';

export interface Camera {
  readonly scale: number;
  readonly left: number;
  readonly top: number;
}
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The whole map, in the middle. */
export function fitted({ map }: Pick<Ground, 'map'>, size: Size): Camera {
  const scale = fitScale(map, size);
  return {
    scale,
    left: (map.width * scale - size.width) / 2,
    top: (map.height * scale - size.height) / 2,
  };
}

/** Nearer or farther round a point of the screen, within limits. */
export function zoomed(camera: Camera, by: number, round: Point, ground: Ground, size: Size): Camera {
  const least = fitScale(ground.map, size) * 0.8;
  const most = Math.max(least * 1.5, 60 / ground.metre);
  const scale = Math.min(most, Math.max(least, camera.scale * by));
  const part = scale / camera.scale;
  const left = (camera.left + round.x) * part - round.x;
  const top = (camera.top + round.y) * part - round.y;
  return kept({ scale, left, top }, ground, size);
}

/** Moved by pixels; the middle of the screen never leaves the map. */
export function panned(camera: Camera, dx: number, dy: number, ground: Ground, size: Size): Camera {
  return kept({ ...camera, left: camera.left + dx, top: camera.top + dy }, ground, size);
}

/** Moved no farther than brings a point of the plan well into view. */
export function showing(camera: Camera, at: Point, ground: Ground, size: Size): Camera {
  const [mx, my] = [Math.min(120, size.width / 4), Math.min(100, size.height / 4)];
  const x = at.x - camera.left;
  const y = at.y - camera.top;
  const dx = x < mx ? x - mx : Math.max(0, x - (size.width - mx));
  const dy = y < my ? y - my : Math.max(0, y - (size.height - my));
  return dx === 0 && dy === 0 ? camera : panned(camera, dx, dy, ground, size);
}

/** The same middle in a window of another size. */
export function resized(camera: Camera, before: Size, after: Size, ground: Ground): Camera {
  const isFit = Math.abs(camera.scale - fitScale(ground.map, before)) < 1e-9;
  if (isFit) return fitted(ground, after);
  const dx = (before.width - after.width) / 2;
  const dy = (before.height - after.height) / 2;
  return zoomed(
    panned(camera, dx, dy, ground, after),
    1,
    { x: after.width / 2, y: after.height / 2 },
    ground,
    after,
  );
}

/** Where a point of the map lies on the screen. */
export function onScreen({ scale, left, top }: Camera, { x, y }: Point): Point {
  return { x: x * scale - left, y: y * scale - top };
}

/** The frame that labels keep within: the screen without its very edge. */
export function frameOf(size: Size): Box {
  const inset = 4;
  return {
    x: inset,
    y: inset,
    width: Math.max(0, size.width - 2 * inset),
    height: Math.max(0, size.height - 2 * inset),
  };
}

function fitScale(map: Size, size: Size): number {
  const room = 10;
  const wide = Math.max(40, size.width - 2 * room) / map.width;
  const high = Math.max(40, size.height - 2 * room) / map.height;
  return Math.min(wide, high);
}

function kept(camera: Camera, { map }: Ground, size: Size): Camera {
  const within = (low: number, value: number, high: number) => Math.min(high, Math.max(low, value));
  return {
    scale: camera.scale,
    left: within(-size.width / 2, camera.left, map.width * camera.scale - size.width / 2),
    top: within(-size.height / 2, camera.top, map.height * camera.scale - size.height / 2),
  };
}
