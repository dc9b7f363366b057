import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readSources } from '#cli/disk/sources.ts';
import type { MapPlan } from '#scenario/map/map-plan.ts';
import { readMapPlan } from '#scenario/map/read-map.ts';

const FLAGSHIP = readSources().get('residence-207/map.tmj') ?? '';

/** A map of one layer of objects. */
function mapOf(
  layer: string,
  objects: readonly unknown[],
  more: Readonly<Record<string, unknown>> = {},
): string {
  return JSON.stringify({
    type: 'map',
    orientation: 'orthogonal',
    width: 100,
    height: 50,
    tilewidth: 10,
    tileheight: 10,
    properties: [{ name: 'metresPerPixel', type: 'float', value: 0.1 }],
    layers: [{ name: layer, type: 'objectgroup', objects }],
    ...more,
  });
}
const read = (...given: Parameters<typeof mapOf>): MapPlan => {
  const plan = readMapPlan(mapOf(...given));
  if (plan === null) throw new Error('no plan');
  return plan;
};

test('[TB40] the flagship map is read whole', () => {
  const plan = readMapPlan(FLAGSHIP);
  expect(plan).toMatchObject({ metresPerPixel: 0.1, width: 1200, height: 900 });
  expect(plan?.buildings.map(({ name, home }) => [name, home])).toContainEqual(['garage-1140', false]);
  expect(plan?.places['car-31']).toEqual({ x: 160, y: 475 });
  expect(plan?.routes['tape-line']).toEqual([
    { x: 560, y: 370 },
    { x: 560, y: 530 },
  ]);
  expect(plan?.exits.map(({ name, width }) => [name, width])).toContainEqual(['footpath', 1.8]);
  expect(plan?.gather['south-curb']?.points).toHaveLength(4);
  expect(plan?.lines.map(({ name }) => name)).toEqual(['front-walk-1140']);
  expect(plan?.labels.map(({ text }) => text)).toContain('1140 Larkspur');
  expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
});

test('[TB40] every shape of Tiled is read, turned round its own corner and shifted with its layer', () => {
  const plan = read('buildings', [
    { name: 'square', type: 'building', x: 100, y: 100, width: 20, height: 10, rotation: 90 },
    {
      name: 'corner',
      class: 'building',
      x: 10,
      y: 20,
      polygon: [
        { x: 0, y: 0 },
        { x: 9, y: 0 },
        { x: 0, y: 9 },
      ],
    },
    { name: 'tower', x: 0, y: 0, width: 40, height: 40, ellipse: true },
    {
      name: 'line',
      x: 0,
      y: 0,
      polyline: [
        { x: 0, y: 0 },
        { x: 1, y: 1 },
      ],
    },
  ]);
  expect(plan.buildings.map(({ name, kind }) => [name, kind])).toEqual([
    ['square', 'building'],
    ['corner', 'building'],
    ['tower', ''],
  ]);
  expect(plan.buildings[0]?.points).toEqual([
    { x: 100, y: 100 },
    { x: 100, y: 120 },
    { x: 90, y: 120 },
    { x: 90, y: 100 },
  ]);
  const tower = plan.buildings[2]?.points ?? [];
  expect(tower.every(({ x, y }) => Math.abs(Math.hypot(x - 20, y - 20) - 20) < 0.02)).toBe(true);
  const layers = [
    {
      type: 'group',
      offsetx: 5,
      layers: [
        {
          name: 'places',
          type: 'objectgroup',
          offsety: 7,
          objects: [{ name: 'door', x: 1, y: 1, point: true }],
        },
      ],
    },
  ];
  expect(read('', [], { layers }).places).toEqual({ door: { x: 6, y: 8 } });
});

test('[TB40] a place may be any shape: its middle counts; an exit without a width is as wide as it is drawn', () => {
  const places = read('places', [
    { name: 'box', x: 10, y: 10, width: 20, height: 10 },
    { name: 'mark', x: 50, y: 50, width: 20, height: 20, gid: 3 },
    { name: 'box', x: 0, y: 0, point: true },
    { name: '', x: 0, y: 0, point: true },
  ]).places;
  expect(places).toEqual({ box: { x: 20, y: 15 }, mark: { x: 60, y: 40 } });
  const exit = {
    name: 'out',
    x: 0,
    y: 0,
    polyline: [
      { x: 0, y: 0 },
      { x: 0, y: 120 },
    ],
  };
  expect(read('exits', [exit]).exits[0]?.width).toBe(12);
});

test('[TB40] what is no map gives null, what cannot be drawn is left out by itself', () => {
  const bad = [
    '',
    'null',
    '[]',
    '{"type":"map"}',
    '{',
    mapOf('places', [], { orientation: 'isometric' }),
    mapOf('places', [], { properties: [] }),
    mapOf('places', [], { properties: [{ name: 'metresPerPixel', value: -1 }] }),
    mapOf('places', [], { width: 1e9 }),
    mapOf('places', [], { height: '50' }),
  ];
  expect(bad.map(readMapPlan)).toEqual(bad.map(() => null));
  const plan = read('places', [
    null,
    7,
    { name: 'no numbers', x: '1', y: 1, point: true },
    { name: 'far', x: 1e12, y: 1, point: true },
    { name: 'bad corner', x: 1, y: 1, polygon: [{ x: 0, y: 0 }, null, { x: 1, y: 1 }] },
    { name: '__proto__', x: 1, y: 1, point: true },
    { name: 'good', x: 1, y: 2, point: true },
  ]);
  expect(Object.keys(plan.places)).toEqual(['__proto__', 'good']);
  expect(Object.getPrototypeOf(plan.places)).toBe(Object.prototype);
});

test('[TB40] no text makes the reader throw, and every plan is plain JSON of finite numbers', () => {
  const value = fc.anything({ maxDepth: 3 });
  const object = fc.record(
    {
      name: fc.oneof(fc.string(), value),
      x: fc.oneof(fc.double(), value),
      y: fc.oneof(fc.double(), value),
      width: fc.oneof(fc.double(), value),
      height: fc.oneof(fc.double(), value),
      rotation: fc.oneof(fc.double(), value),
      ellipse: value,
      point: value,
      gid: value,
      text: fc.oneof(fc.record({ text: fc.oneof(fc.string(), value) }), value),
      polygon: fc.array(fc.record({ x: fc.double(), y: fc.double() })),
      polyline: fc.array(fc.record({ x: fc.double(), y: fc.double() })),
    },
    { requiredKeys: [] },
  );
  const layer = fc.constantFrom('roads', 'buildings', 'places', 'routes', 'exits', 'gather', 'labels');
  fc.assert(
    fc.property(layer, fc.array(object), fc.array(value), (name, objects, junk) => {
      const written = JSON.stringify({ ...JSON.parse(mapOf(name, [...objects, ...junk])) });
      const plan = readMapPlan(written);
      expect(plan).not.toBeNull();
      expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
      expect(JSON.stringify(plan)).not.toContain('null');
    }),
  );
  fc.assert(fc.property(fc.string(), (text) => readMapPlan(text) === null));
});
