/**
 * Reads a map of Tiled (JSON, orthogonal) into a plain plan: what lies where, in pixels of the map.
 *
 * The text comes from an author or a stranger: nothing in it can make this throw. Written after the JSON map format of
 * doc.mapeditor.org, 1.10 and later; layers are told apart by name, groups of layers opened. What is not used is told.
 */
import { isNumber, parsed, property, recordOf, round, size } from './map-json.ts';
import { type Drawn, drawnLayers, MOST_TEXT } from './map-objects.ts';
import type { Area, MapLabel, MapPlan, Point } from './map-plan.ts';
import { type MapProblem, noMap, noScale, noSize, unusedOfMap } from './map-told.ts';

/** The plan of a map, as `readMap` reads it. SPEC TB40. */
export function readMapPlan(text: string): MapPlan | null {
  return readMap(text).plan;
}

/**
 * The plan, or null where the text is no orthogonal Tiled map with a size and the property `metresPerPixel`; and what is wrong with it, or
 * left out of it, each once (SPEC SC75).
 *
 * An object that cannot be drawn (no finite numbers, too few points, no name where one is needed) is left out by itself. Of two with one
 * name the first is kept. Rectangles, ellipses, capsules and polygons are areas; a place may be any shape, its middle counts.
 */
export function readMap(text: string): {
  readonly plan: MapPlan | null;
  readonly told: readonly MapProblem[];
} {
  const map = text.length > LONGEST_TEXT ? null : recordOf(parsed(text));
  if (map === null || map.type !== 'map' || map.orientation !== 'orthogonal')
    return { plan: null, told: [noMap(map, text)] };
  const metresPerPixel = property(map, 'metresPerPixel');
  const [width, height] = [
    whole(map.width) * whole(map.tilewidth),
    whole(map.height) * whole(map.tileheight),
  ];
  const isSized = width * height > 0 && width <= FARTHEST && height <= FARTHEST;
  if (!isNumber(metresPerPixel) || !(metresPerPixel > 0)) {
    return { plan: null, told: [noScale(map), ...(isSized ? [] : [noSize(map, FARTHEST)])] };
  }
  if (!isSized) return { plan: null, told: [noSize(map, FARTHEST)] };
  const told = [...unusedOfMap(map)];
  const layers = drawnLayers(map, { width, height, farthest: FARTHEST }, told);
  const of = (layer: string) => layers.get(layer) ?? [];
  const drawn = ['roads', 'lots', 'curtilage'].flatMap(of);
  const plan = {
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
    routes: named(of('routes'), (one) => one.points),
    exits: of('exits').map((one) => {
      const width = size(property(one.object, 'width'));
      return {
        name: one.name,
        points: one.points,
        width: width || round(lengthOf(one.points) * metresPerPixel),
      };
    }),
    gather: named(of('gather'), ({ name, kind, points }) => ({ name, kind, points })),
    labels: of('labels').flatMap(labelOf),
  };
  return { plan, told };
}

const LONGEST_TEXT = 4_000_000;
/** Pixels. Beyond them no block of streets lies, and sums stay exact. */
const FARTHEST = 1_000_000;

function areas(drawn: readonly Drawn[]): readonly Area[] {
  return drawn.flatMap(({ name, kind, open, points }) => (open ? [] : [{ name, kind, points }]));
}

function named<Value>(drawn: readonly Drawn[], value: (one: Drawn) => Value): Record<string, Value> {
  return Object.fromEntries(drawn.map((one) => [one.name, value(one)]));
}

function labelOf({ object, points }: Drawn): readonly MapLabel[] {
  const text = recordOf(object.text)?.text;
  const at = points[0];
  if (typeof text !== 'string' || text.trim() === '' || at === undefined) return [];
  const rotation = isNumber(object.rotation) ? object.rotation % 360 : 0;
  return [
    {
      text: text.trim().slice(0, MOST_TEXT),
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

/** A whole number above zero, else 0. */
function whole(value: unknown): number {
  return Number.isInteger(value) ? size(value) : 0;
}
