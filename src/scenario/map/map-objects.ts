/** The objects of a map's layers, turned, shifted and put in order by layer; what of them cannot be used is told. */
import { isNumber, type Json, listOf, property, recordOf, round } from './map-json.ts';
import type { Point } from './map-plan.ts';
import { LAYERS, layerNamed, type MapProblem, objectNamed, unusedOfLayer } from './map-told.ts';

/** One object of a layer with its points on the map; `open` if they are a line. */
export interface Drawn {
  readonly name: string;
  readonly kind: string;
  readonly open: boolean;
  readonly points: readonly Point[];
  readonly object: Json;
}

/** The map in pixels, and how far off it anything may lie. */
export interface Extent {
  readonly width: number;
  readonly height: number;
  readonly farthest: number;
}

/** Every object that can be used, by the name of its layer, groups opened; in a layer whose names count, each name once. `told` grows. */
export function drawnLayers(
  map: Json,
  extent: Extent,
  told: MapProblem[],
): ReadonlyMap<string, readonly Drawn[]> {
  const layers = new Map<string, Drawn[]>();
  open(listOf(map.layers), { x: 0, y: 0 }, 0, { extent, told, layers });
  return layers;
}

const DEEPEST = 16;
const MOST_OBJECTS = 20_000;
const MOST_POINTS = 2_000;
/** Corners of the polygon that stands for an ellipse. */
const ROUND = 24;
/** Each kind of trouble is told at so many objects, then counted. */
const MOST_TOLD = 20;

interface Opening {
  readonly extent: Extent;
  readonly told: MapProblem[];
  readonly layers: Map<string, Drawn[]>;
}

function open(layers: readonly unknown[], by: Point, depth: number, opening: Opening): void {
  for (const layer of layers.map(recordOf)) {
    if (layer === null) continue;
    const shift = { x: by.x + shiftOf(layer.offsetx), y: by.y + shiftOf(layer.offsety) };
    const name = typeof layer.name === 'string' ? layer.name : '';
    const isRead = layer.type === 'objectgroup' && LAYERS.includes(name);
    opening.told.push(...unusedOfLayer(layer, isRead));
    if (layer.type === 'group' && depth < DEEPEST) open(listOf(layer.layers), shift, depth + 1, opening);
    else if (layer.type === 'group') {
      const message = `Nothing in ${layerNamed(layer)} is read: groups are nested more than ${DEEPEST} deep.`;
      opening.told.push({ code: 'MP0104', message, repair: 'Move its layers out of the group.' });
    }
    if (isRead) readObjects(listOf(layer.objects), name, shift, opening);
  }
}

function readObjects(
  objects: readonly unknown[],
  layer: string,
  shift: Point,
  { extent, told, layers }: Opening,
): void {
  const drawn = layers.get(layer) ?? [];
  layers.set(layer, drawn);
  const names = new Set(drawn.map(({ name }) => name));
  let left = 0;
  const tell = (object: Json | null, what: string, repair: string, code: MapProblem['code'] = 'MP0105') => {
    left += 1;
    if (left <= MOST_TOLD) told.push({ code, message: `${objectNamed(object, layer)} ${what}.`, repair });
  };
  for (const written of objects) {
    const object = recordOf(written);
    const one = drawn.length < MOST_OBJECTS ? drawnOf(object, shift, extent.farthest) : MANY;
    const why = typeof one === 'string' ? one : misfit(one, layer, names);
    if (why !== null) {
      const isTemplate = typeof object?.template === 'string';
      const repair = isTemplate ? 'In Tiled, detach it from its template.' : REPAIRS[layer];
      tell(
        object,
        isTemplate ? `is not used: it comes from a template (${object.template})` : why,
        repair ?? '',
      );
      continue;
    }
    if (typeof one === 'string') continue;
    drawn.push(one);
    names.add(one.name);
    for (const { what, repair, code } of halfUsed(one, layer, extent)) tell(one.object, what, repair, code);
  }
  if (left > MOST_TOLD) {
    const message = `${left - MOST_TOLD} more objects in the layer \`${layer}\` are not checked.`;
    told.push({ code: 'MP0105', message, repair: 'First fix the objects that are reported.' });
  }
}

const MANY = `is not used: a layer has at most ${MOST_OBJECTS} objects`;
/** What the objects of each layer are. */
const REPAIRS: Readonly<Record<string, string>> = {
  roads: 'Draw it as a rectangle, an ellipse, a polygon or a line.',
  lots: 'Draw it as a rectangle, an ellipse, a polygon or a line.',
  curtilage: 'Draw it as a rectangle, an ellipse, a polygon or a line.',
  buildings: 'Draw it as a rectangle, an ellipse or a polygon.',
  gather: 'Draw it as a rectangle, an ellipse or a polygon, with the name of a place.',
  places: 'Insert a point with the name of a place in the scenario.',
  routes: 'Draw it as a line (Insert Polygon, left open), with its own name.',
  exits: 'Draw it as a line across the way out.',
  labels: 'Insert text.',
};
const NAMED = new Set(['places', 'routes', 'gather']);

/** Why an object is not what its layer takes; null where it is. */
function misfit(
  { name, open: isLine, points, object }: Drawn,
  layer: string,
  names: ReadonlySet<string>,
): string | null {
  const isArea = !isLine && points.length >= 3;
  const text = recordOf(object.text)?.text;
  if (layer === 'labels')
    return typeof text === 'string' && text.trim() !== '' ? null : 'is not used: it has no text';
  if (['routes', 'exits'].includes(layer) && !isLine) return 'is not used: it is not a line';
  if (['buildings', 'gather'].includes(layer) && !isArea) return 'is not used: it is not an area';
  if (layer !== 'places' && !isLine && !isArea) return 'is not used: it is a single point';
  if (!NAMED.has(layer)) return null;
  if (name === '') return 'is not used: it has no name';
  return names.has(name) ? 'is not used: another object has the same name' : null;
}

/** What of an object that is used is not. */
function halfUsed({ points, object }: Drawn, layer: string, { width, height }: Extent) {
  const found: { readonly what: string; readonly repair: string; readonly code: MapProblem['code'] }[] = [];
  const tell = (what: string, repair: string, code: MapProblem['code'] = 'MP0106') =>
    found.push({ what, repair, code });
  const isOff = ({ x, y }: Point) => x < 0 || y < 0 || x > width || y > height;
  if (points.every(isOff))
    tell(
      `is off the map, which is ${width} × ${height} pixels`,
      'Move it onto the map, or enlarge the map under Map > Resize Map.',
      'MP0105',
    );
  if (typeof object.template === 'string')
    tell(
      `comes from a template (${object.template}); only what is saved in this map is used`,
      'In Tiled, detach it from its template.',
    );
  const isSeen = !['places', 'routes', 'exits', 'gather'].includes(layer);
  if (isSeen && object.visible === false)
    tell('is hidden in Tiled, but is drawn anyway', 'Show it, or remove it.');
  if (isSeen && isNumber(object.opacity) && object.opacity !== 1)
    tell('is drawn fully opaque', 'Set its opacity to 100%.');
  if (isSeen && isNumber(object.gid))
    tell('is drawn as a box, without its picture', 'Draw its outline instead.');
  const text = recordOf(object.text)?.text;
  if (typeof text === 'string' && layer !== 'labels')
    tell('is drawn without its text', 'Move the text to the layer `labels`.');
  if (typeof text === 'string' && layer === 'labels' && text.trim().length > MOST_TEXT)
    tell(`is cut after ${MOST_TEXT} characters`, 'Shorten the text.');
  const home = property(object, 'home');
  if (layer === 'buildings' && home !== undefined && typeof home !== 'boolean')
    tell('has a `home` that is neither true nor false', 'Make `home` a property of type bool.');
  const wide = property(object, 'width');
  if (layer === 'exits' && wide !== undefined && !(isNumber(wide) && wide > 0))
    tell('has a `width` that is not a number above 0', 'Make `width` a property of type float, in meters.');
  return found;
}

/** So much of a label is shown. */
export const MOST_TEXT = 80;

/** The object on the map, or why it cannot be drawn. */
function drawnOf(object: Json | null, shift: Point, farthest: number): Drawn | string {
  if (object === null || !isNumber(object.x) || !isNumber(object.y)) return 'is not used: it has no position';
  const shape = shapeOf(object);
  if (shape === null)
    return `is not used: it has no valid shape (a line has 2 to ${MOST_POINTS} points, a polygon 3)`;
  const angle = ((isNumber(object.rotation) ? object.rotation % 360 : 0) * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const from = { x: object.x + shift.x, y: object.y + shift.y };
  const points = shape.points.map(({ x, y }) => ({
    x: round(from.x + x * cos - y * sin),
    y: round(from.y + x * sin + y * cos),
  }));
  const isFar = points.some(({ x, y }) => Math.abs(x) > farthest || Math.abs(y) > farthest);
  if (isFar) return `is not used: it is more than ${farthest} pixels off the map`;
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
  if (object.capsule === true) return { open: false, points: capsule(width, height) };
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

/** A box whose shorter sides are half circles. */
function capsule(width: number, height: number): readonly Point[] {
  const radius = Math.min(width, height) / 2;
  return Array.from({ length: ROUND }, (_, i) => {
    const turn = ((i + 0.5) * 2 * Math.PI) / ROUND;
    const [x, y] = [Math.cos(turn), Math.sin(turn)];
    return {
      x: (x < 0 ? radius : width - radius) + x * radius,
      y: (y < 0 ? radius : height - radius) + y * radius,
    };
  });
}

function shiftOf(value: unknown): number {
  return isNumber(value) ? value : 0;
}
