/** Draws the plan of a map on a 2D canvas, sharp at the present scale: lots, roads, houses, the home and its grounds, ways out, tape. */
import type { Camera } from './camera.ts';
import { distance, isInside, lengthOf, middleLine, middleOf, type Point, pointAlong } from './geometry.ts';
import type { Ground, Side } from './ground.ts';
import { ARROW } from './map-labels.ts';
import { faint, type Palette } from './palette.ts';

type Context = CanvasRenderingContext2D;
/** How far roads go on beyond the end of the map, in metres: they fade there. */
const BEYOND = 45;

/** Paints the window at `camera`, `width` by `height` CSS pixels, at `ratio` dots a pixel. */
export function paintPlan(
  ctx: Context,
  ground: Ground,
  palette: Palette,
  camera: Camera,
  { width, height, ratio }: { readonly width: number; readonly height: number; readonly ratio: number },
): void {
  const { scale, left, top } = camera;
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  ctx.fillStyle = palette.ground;
  ctx.fillRect(0, 0, width, height);
  ctx.setTransform(ratio, 0, 0, ratio, -left * ratio, -top * ratio);
  ctx.lineJoin = 'round';
  const pen = penOf(ctx, scale);
  for (const { points } of ground.map.lots) {
    pen.area(points);
    ctx.fillStyle = palette.lot;
    ctx.fill();
    pen.stroke(palette.lotLine, 1);
  }
  roads(ctx, pen, ground, palette, scale);
  grounds(ctx, pen, ground, palette, scale);
  for (const { points } of ground.map.buildings) house(ctx, pen, points, palette, scale);
  for (const { points, isThreshold } of ground.doors) {
    pen.line(points);
    ctx.lineCap = 'butt';
    pen.stroke(isThreshold ? palette.constitutional : palette.soft, isThreshold ? 4 : 2.5);
  }
  fade(ctx, ground, palette, scale);
  for (const { exit, at, side } of ground.waysOut) {
    pen.line(exit.points);
    pen.stroke(faint(palette.soft, 0.55), 1.25, [2, 4]);
    arrow(ctx, { x: at.x * scale, y: at.y * scale }, side, palette.soft);
  }
}

/** A line of tape, cones or people across the plan, from and to pixels of the screen. */
export function paintMark(
  ctx: Context,
  mark: 'tape' | 'cones' | 'line',
  line: readonly Point[],
  palette: Palette,
): void {
  ctx.beginPath();
  for (const [i, { x, y }] of line.entries()) i === 0 ? ctx.moveTo(x, y) : ctx.lineTo(x, y);
  ctx.lineCap = 'butt';
  if (mark === 'cones') {
    const long = lengthOf(line);
    const steps = Math.max(1, Math.round(long / 16));
    for (let i = 0; i <= steps; i++) {
      const at = pointAlong(line, (i * long) / steps);
      ctx.beginPath();
      ctx.moveTo(at.x, at.y - 5.5);
      ctx.lineTo(at.x + 4.5, at.y + 4);
      ctx.lineTo(at.x - 4.5, at.y + 4);
      ctx.closePath();
      ctx.fillStyle = palette.constitutional;
      ctx.fill();
      ctx.lineWidth = 1.25;
      ctx.strokeStyle = palette.plate;
      ctx.stroke();
    }
    return;
  }
  ctx.lineWidth = mark === 'tape' ? 5 : 3;
  ctx.strokeStyle = palette.plate;
  ctx.stroke();
  ctx.lineWidth = mark === 'tape' ? 3 : 1.75;
  ctx.strokeStyle = palette.constitutional;
  ctx.setLineDash(mark === 'tape' ? [8, 4] : []);
  ctx.stroke();
  ctx.setLineDash([]);
  for (const end of [line[0], line.at(-1)]) {
    if (!end || mark === 'line') continue;
    ctx.beginPath();
    ctx.arc(end.x, end.y, 3.5, 0, 7);
    ctx.fillStyle = palette.constitutional;
    ctx.fill();
  }
}

interface Pen {
  area(points: readonly Point[]): void;
  line(points: readonly Point[]): void;
  stroke(color: string, width: number, dash?: readonly number[]): void;
}

function penOf(ctx: Context, scale: number): Pen {
  const trace = (points: readonly Point[]) => {
    ctx.beginPath();
    for (const [i, { x, y }] of points.entries()) {
      if (i === 0) ctx.moveTo(x * scale, y * scale);
      else ctx.lineTo(x * scale, y * scale);
    }
  };
  return {
    line: trace,
    area: (points) => {
      trace(points);
      ctx.closePath();
    },
    stroke: (color, width, dash = []) => {
      ctx.strokeStyle = color;
      ctx.lineWidth = width;
      ctx.setLineDash([...dash]);
      ctx.stroke();
      ctx.setLineDash([]);
    },
  };
}

/** All edges first, then all surfaces over them: where two roads meet there is no edge between them. */
function roads(
  ctx: Context,
  pen: Pen,
  { map, metre, roads: drivable }: Ground,
  palette: Palette,
  scale: number,
): void {
  const on = new Set(drivable.map(({ area }) => area));
  const shapes = (area: { readonly points: readonly Point[] }) => [
    area.points,
    ...beyond(area.points, map, metre),
  ];
  const walks = map.roads.filter((area) => !on.has(area) && area.kind === 'sidewalk');
  const paths = map.roads.filter((area) => !on.has(area) && area.kind !== 'sidewalk');
  const each = (areas: readonly { readonly points: readonly Point[] }[], does: () => void) => {
    for (const points of areas.flatMap(shapes)) {
      pen.area(points);
      does();
    }
  };
  each(walks, () => pen.stroke(palette.lotLine, 1.5));
  each(walks, () => fill(ctx, palette.walk));
  each(paths, () => pen.stroke(palette.kerb, 1.5, [1.5, 3]));
  each(paths, () => fill(ctx, palette.walk));
  const streets = drivable.map(({ area }) => area);
  each(streets, () => pen.stroke(palette.kerb, 3));
  each(streets, () => fill(ctx, palette.road));
  for (const { area, line, lanes } of drivable) {
    if (!lanes) continue;
    const others = streets.filter((one) => one !== area && one.kind !== 'alley');
    const long = lengthOf(line);
    const [dash, gap] = [3 * metre, 4.5 * metre];
    // Where a road ends inside the map, so do its dashes.
    const out = (end: Point | undefined) => (end && isAtEdge(end, map) ? BEYOND * metre : 0);
    const ends = [-out(line[0]), long + out(line.at(-1))] as const;
    for (let at = ends[0]; at + dash <= ends[1]; at += dash + gap) {
      const [a, b] = [along(line, long, at), along(line, long, at + dash)];
      if (
        others.some(
          ({ points }) => isInside(grown(points, 2 * metre), a) || isInside(grown(points, 2 * metre), b),
        )
      )
        continue;
      pen.line([a, b]);
      ctx.lineCap = 'butt';
      pen.stroke(palette.dash, Math.max(1, 0.14 * metre * scale));
    }
  }
}

/** A point along a line that goes straight on beyond its ends. */
function along(line: readonly Point[], long: number, at: number): Point {
  if (at >= 0 && at <= long) return pointAlong(line, at);
  const end = pointAlong(line, at < 0 ? 0 : long);
  const by = at < 0 ? at : at - long;
  return { x: end.x + Math.cos(end.heading) * by, y: end.y + Math.sin(end.heading) * by };
}

function isAtEdge(
  { x, y }: Point,
  { width, height }: { readonly width: number; readonly height: number },
): boolean {
  return x < 1 || y < 1 || x > width - 1 || y > height - 1;
}

function grown(points: readonly Point[], by: number): readonly Point[] {
  const middle = middleOf(points);
  return points.map((point) => ({
    x: point.x + Math.sign(point.x - middle.x) * by,
    y: point.y + Math.sign(point.y - middle.y) * by,
  }));
}

/** An edge that lies on the end of the map goes on outwards. */
function beyond(
  points: readonly Point[],
  { width, height }: { readonly width: number; readonly height: number },
  metre: number,
): readonly (readonly Point[])[] {
  const far = BEYOND * metre;
  const long = lengthOf(middleLine(points));
  return points.flatMap((a, i) => {
    const b = points[(i + 1) % points.length] as Point;
    const isOn = (x: (p: Point) => number, end: number) =>
      Math.abs(x(a) - end) < 1 && Math.abs(x(b) - end) < 1;
    const by = isOn((p) => p.x, 0)
      ? { x: -far, y: 0 }
      : isOn((p) => p.x, width)
        ? { x: far, y: 0 }
        : isOn((p) => p.y, 0)
          ? { x: 0, y: -far }
          : isOn((p) => p.y, height)
            ? { x: 0, y: far }
            : null;
    // Only where the road leads out: a road along the end of the map stays as wide as it is.
    if (by === null || distance(a, b) < 1 || distance(a, b) > long * 0.9) return [];
    return [[a, b, { x: b.x + by.x, y: b.y + by.y }, { x: a.x + by.x, y: a.y + by.y }]];
  });
}

/** The grounds of a home with drive, walk and porch. */
function grounds(ctx: Context, pen: Pen, { map, metre }: Ground, palette: Palette, scale: number): void {
  for (const { kind, points } of map.curtilage) {
    pen.area(points);
    if (kind === 'curtilage') fill(ctx, faint(palette.constitutional, 0.03));
    else fill(ctx, palette.walk);
    if (kind === 'drive') pen.stroke(palette.lotLine, 1.25);
  }
  for (const { kind, points } of map.lines) {
    if (kind !== 'walk') continue;
    pen.line(points);
    ctx.lineCap = 'butt';
    pen.stroke(palette.walk, Math.max(3, 1.2 * metre * scale));
  }
  for (const { kind, points } of map.curtilage) {
    if (kind === 'drive') continue;
    pen.area(points);
    if (kind === 'curtilage') pen.stroke(palette.constitutional, 1.5, [7, 5]);
    else pen.stroke(palette.constitutional, 1.25, [2, 3]);
  }
}

function house(ctx: Context, pen: Pen, points: readonly Point[], palette: Palette, scale: number): void {
  pen.area(points);
  fill(ctx, palette.building);
  ctx.save();
  ctx.clip();
  const xs = points.map(({ x }) => x * scale);
  const ys = points.map(({ y }) => y * scale);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const step = 7;
  ctx.beginPath();
  for (let k = Math.floor((left + top) / step) * step; k <= right + bottom; k += step) {
    ctx.moveTo(k - top, top);
    ctx.lineTo(k - bottom, bottom);
  }
  ctx.lineWidth = 1;
  ctx.strokeStyle = palette.hatch;
  ctx.stroke();
  ctx.restore();
  pen.area(points);
  pen.stroke(palette.wall, 1.5);
}

/** Beyond the map everything goes over into bare ground. */
function fade(ctx: Context, { map, metre }: Ground, palette: Palette, scale: number): void {
  const [w, h, far] = [map.width * scale, map.height * scale, BEYOND * metre * scale];
  const much = far * 4;
  const bands = [
    [0, 0, -far, 0, -much, -much, much, h + 2 * much],
    [w, 0, w + far, 0, w, -much, much, h + 2 * much],
    [0, 0, 0, -far, -much, -much, w + 2 * much, much],
    [0, h, 0, h + far, -much, h, w + 2 * much, much],
  ] as const;
  for (const [x0, y0, x1, y1, x, y, width, height] of bands) {
    const gradient = ctx.createLinearGradient(x0, y0, x1, y1);
    gradient.addColorStop(0, faint(palette.ground, 0.15));
    gradient.addColorStop(0.5, faint(palette.ground, 0.82));
    gradient.addColorStop(1, palette.ground);
    ctx.fillStyle = gradient;
    ctx.fillRect(x, y, width, height);
  }
}

function arrow(ctx: Context, at: Point, side: Side, color: string): void {
  const [dx, dy] = { north: [0, -1], south: [0, 1], east: [1, 0], west: [-1, 0] }[side] as [number, number];
  const tip = { x: at.x - dx * 5, y: at.y - dy * 5 };
  const tail = { x: at.x - dx * (ARROW - 1), y: at.y - dy * (ARROW - 1) };
  ctx.beginPath();
  ctx.moveTo(tail.x, tail.y);
  ctx.lineTo(tip.x, tip.y);
  ctx.moveTo(tip.x - dx * 7 - dy * 5.5, tip.y - dy * 7 - dx * 5.5);
  ctx.lineTo(tip.x, tip.y);
  ctx.lineTo(tip.x - dx * 7 + dy * 5.5, tip.y - dy * 7 + dx * 5.5);
  ctx.lineWidth = 2;
  ctx.lineCap = 'round';
  ctx.strokeStyle = color;
  ctx.stroke();
}

function fill(ctx: Context, color: string): void {
  ctx.fillStyle = color;
  ctx.fill();
}
