/**
 * Reads a map of Tiled (JSON, orthogonal) into a plain plan: what lies where, in pixels of the map.
 *
 * The text comes from an author or a stranger: nothing in it can make this throw. Written after the JSON map format of
 * doc.mapeditor.org, 1.10 and later; layers are told apart by name, unknown ones ignored, groups of layers opened.
 */

export interface Point {
  readonly x: number;
  readonly y: number;
}
/** A closed polygon, its last point joined to its first. `kind` is what Tiled calls class: roadway, sidewalk, porch … */
export interface Area {
  readonly name: string;
  readonly kind: string;
  readonly points: readonly Point[];
}
/** An open line. */
export interface Line {
  readonly name: string;
  readonly kind: string;
  readonly points: readonly Point[];
}
/** A way out, drawn as a line across it; `width` in metres. */
export interface Exit {
  readonly name: string;
  readonly points: readonly Point[];
  readonly width: number;
}
/** A text with its box; `rotation` in degrees clockwise round the box's upper left corner. */
export interface MapLabel {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly rotation: number;
}
/** Plain JSON. `width` and `height` in pixels. Names are the author's: look them up with `Object.hasOwn`. */
export interface MapPlan {
  readonly metresPerPixel: number;
  readonly width: number;
  readonly height: number;
  readonly roads: readonly Area[];
  readonly lots: readonly Area[];
  readonly buildings: readonly (Area & { readonly home: boolean })[];
  readonly curtilage: readonly Area[];
  /** Open lines of the layers above, such as a front walk. */
  readonly lines: readonly Line[];
  readonly places: Readonly<Record<string, Point>>;
  readonly routes: Readonly<Record<string, readonly Point[]>>;
  readonly exits: readonly Exit[];
  /** Where a group at the place of the same name stands. */
  readonly gather: Readonly<Record<string, Area>>;
  readonly labels: readonly MapLabel[];
}

/**
 * The plan, or null where the text is no orthogonal Tiled map with a size and the property `metresPerPixel`.
 *
 * An object that cannot be drawn (no finite numbers, too few points, no name where one is needed) is left out by itself. Of two with one
 * name the first is kept. Rectangles, ellipses and polygons are areas; a place may be any shape, its middle counts. SPEC TB40.
 */
export function readMapPlan(text: string): MapPlan | null {
  const map = text.length > LONGEST_TEXT ? null : recordOf(parsed(text));
  if (map === null || map.type !== 'map' || map.orientation !== 'orthogonal') return null;
  const metresPerPixel = property(map, 'metresPerPixel');
  const width = size(map.width) * size(map.tilewidth);
  const height = size(map.height) * size(map.tileheight);
  if (!isNumber(metresPerPixel) || !(metresPerPixel > 0) || width * height === 0) return null;
  if (width > FARTHEST || height > FARTHEST) return null;
  const layers = new Map<string, Drawn[]>();
  open(listOf(map.layers), { x: 0, y: 0 }, 0, layers);
  const of = (layer: string) => layers.get(layer) ?? [];
  const drawn = ['roads', 'lots', 'curtilage'].flatMap(of);
  return {
    metresPerPixel,
    width,
    height,
    roads: areas(of('roads')),
    lots: areas(of('lots')),
    buildings: of('buildings').flatMap((one) =>
      areas([one]).map((area) => ({ ...area, home: property(one.object, 'home') === true })),
    ),
    curtilage: areas(of('curtilage')),
    lines: drawn.filter((one) => one.open).map(({ name, kind, points }) => ({ name, kind, points })),
    places: named(of('places'), (one) => middle(one.points)),
    routes: named(of('routes'), (one) => (one.open ? one.points : null)),
    exits: of('exits').flatMap((one) => {
      if (!one.open) return [];
      const width = property(one.object, 'width');
      return [
        {
          name: one.name,
          points: one.points,
          width: isNumber(width) && width > 0 ? width : round(lengthOf(one.points) * metresPerPixel),
        },
      ];
    }),
    gather: named(of('gather'), (one) => areas([one])[0] ?? null),
    labels: of('labels').flatMap(labelOf),
  };
}

const LONGEST_TEXT = 4_000_000;
/** Pixels. Beyond them no block of streets lies, and sums stay exact. */
const FARTHEST = 1_000_000;
const DEEPEST = 16;
const MOST_OBJECTS = 20_000;
const MOST_POINTS = 2_000;
/** Corners of the polygon that stands for an ellipse. */
const ROUND = 24;

type Json = Readonly<Record<string, unknown>>;
/** One object of a layer with its points on the map, turned and shifted; `open` if they are a line. */
interface Drawn {
  readonly name: string;
  readonly kind: string;
  readonly open: boolean;
  readonly points: readonly Point[];
  readonly object: Json;
}

function open(layers: readonly unknown[], by: Point, depth: number, into: Map<string, Drawn[]>): void {
  for (const layer of layers.map(recordOf)) {
    if (layer === null || depth > DEEPEST) continue;
    const shift = { x: by.x + shiftOf(layer.offsetx), y: by.y + shiftOf(layer.offsety) };
    if (layer.type === 'group') open(listOf(layer.layers), shift, depth + 1, into);
    if (layer.type !== 'objectgroup' || typeof layer.name !== 'string') continue;
    const drawn = into.get(layer.name) ?? [];
    into.set(layer.name, drawn);
    for (const object of listOf(layer.objects)) {
      const one = drawn.length < MOST_OBJECTS ? drawnOf(object, shift) : null;
      if (one) drawn.push(one);
    }
  }
}

function drawnOf(written: unknown, shift: Point): Drawn | null {
  const object = recordOf(written);
  if (object === null || !isNumber(object.x) || !isNumber(object.y)) return null;
  const shape = shapeOf(object);
  if (shape === null) return null;
  const angle = ((isNumber(object.rotation) ? object.rotation % 360 : 0) * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const from = { x: object.x + shift.x, y: object.y + shift.y };
  const points = shape.points.map(({ x, y }) => ({
    x: round(from.x + x * cos - y * sin),
    y: round(from.y + x * sin + y * cos),
  }));
  if (points.some(({ x, y }) => Math.abs(x) > FARTHEST || Math.abs(y) > FARTHEST)) return null;
  const kind = [object.type, object.class].find((one) => typeof one === 'string' && one !== '') ?? '';
  return {
    name: typeof object.name === 'string' ? object.name : '',
    kind: String(kind),
    open: shape.open,
    points,
    object,
  };
}

/** The points of an object relative to its x and y, before it is turned. A single point is neither line nor area. */
function shapeOf(object: Json): { readonly open: boolean; readonly points: readonly Point[] } | null {
  if (object.point === true) return { open: false, points: [{ x: 0, y: 0 }] };
  const line = pointsOf(object.polyline);
  if (line) return line.length >= 2 ? { open: true, points: line } : null;
  const polygon = pointsOf(object.polygon);
  if (polygon) return polygon.length >= 3 ? { open: false, points: polygon } : null;
  const { width, height } = object;
  if (!isNumber(width) || !isNumber(height) || width < 0 || height < 0) return null;
  if (width === 0 && height === 0) return { open: false, points: [{ x: 0, y: 0 }] };
  // A picture stands on its lower left corner, everything else hangs from its upper left one.
  const top = isNumber(object.gid) ? -height : 0;
  if (object.ellipse === true) {
    const around = Array.from({ length: ROUND }, (_, i) => (i * 2 * Math.PI) / ROUND);
    const points = around.map((turn) => ({
      x: (width / 2) * (1 + Math.cos(turn)),
      y: (height / 2) * (1 + Math.sin(turn)),
    }));
    return { open: false, points };
  }
  const corners = [
    [0, top],
    [width, top],
    [width, top + height],
    [0, top + height],
  ] as const;
  return { open: false, points: corners.map(([x, y]) => ({ x, y })) };
}

/** Null where there is no list; an empty list where one of the points is none. */
function pointsOf(written: unknown): readonly Point[] | null {
  if (!Array.isArray(written)) return null;
  if (written.length > MOST_POINTS) return [];
  const points = written.flatMap((one) => {
    const point = recordOf(one);
    return point && isNumber(point.x) && isNumber(point.y) ? [{ x: point.x, y: point.y }] : [];
  });
  return points.length === written.length ? points : [];
}

function areas(drawn: readonly Drawn[]): readonly Area[] {
  return drawn.flatMap(({ name, kind, open: line, points }) =>
    line || points.length < 3 ? [] : [{ name, kind, points }],
  );
}

function named<Value>(drawn: readonly Drawn[], value: (one: Drawn) => Value | null): Record<string, Value> {
  const found = new Map<string, Value>();
  for (const one of drawn) {
    const what = one.name === '' || found.has(one.name) ? null : value(one);
    if (what !== null) found.set(one.name, what);
  }
  return Object.fromEntries(found);
}

function labelOf({ object, points }: Drawn): readonly MapLabel[] {
  const text = recordOf(object.text)?.text;
  const at = points[0];
  if (typeof text !== 'string' || text.trim() === '' || at === undefined) return [];
  const rotation = isNumber(object.rotation) ? object.rotation % 360 : 0;
  return [
    {
      text: text.trim().slice(0, 80),
      x: at.x,
      y: at.y,
      width: size(object.width),
      height: size(object.height),
      rotation,
    },
  ];
}

function middle(points: readonly Point[]): Point {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  return {
    x: round((Math.min(...xs) + Math.max(...xs)) / 2),
    y: round((Math.min(...ys) + Math.max(...ys)) / 2),
  };
}

function lengthOf(points: readonly Point[]): number {
  return points.reduce((sum, { x, y }, i) => {
    const before = points[i - 1];
    return before ? sum + Math.hypot(x - before.x, y - before.y) : sum;
  }, 0);
}

function property(of: Json, name: string): unknown {
  return recordOf(listOf(of.properties).find((one) => recordOf(one)?.name === name))?.value;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function recordOf(value: unknown): Json | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function size(value: unknown): number {
  return isNumber(value) && value > 0 ? value : 0;
}

function shiftOf(value: unknown): number {
  return isNumber(value) ? value : 0;
}

/** To a hundredth of a pixel, so that sines of other machines give the same plan. */
function round(value: number): number {
  return Math.round(value * 100) / 100 + 0;
}
