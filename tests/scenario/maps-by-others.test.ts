/** Maps as other people make them: one reader, whose plan `check` judges, and which tells what it leaves out. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readMap, readMapPlan } from '#scenario/map/read-map.ts';
import { readScenario } from '#scenario/read.ts';

const STARTER = join(import.meta.dirname, '../../src/cli/starter');
const SCENARIO = readFileSync(join(STARTER, 'scenario.yaml'), 'utf8');
const MAP = readFileSync(join(STARTER, 'map.tmj'), 'utf8');

type Json = Record<string, unknown>;
interface Tiled extends Json {
  layers: (Json & { name: string; objects: Json[] })[];
  properties: Json[];
}
const tiled = (): Tiled => JSON.parse(MAP);

/** What `check` says of the starter with this map. */
function checked(text: string): readonly string[] {
  const files = new Map([
    ['starter/scenario.yaml', SCENARIO],
    ['starter/map.tmj', text],
  ]);
  const { problems } = readScenario(files, 'starter');
  return problems.map(({ code, severity, message }) => `${code} ${severity} ${message}`);
}
/** The starter's map, changed. */
function changed(change: (map: Tiled) => unknown): string {
  const map = tiled();
  change(map);
  return JSON.stringify(map);
}
const layer = (map: Tiled, name: string) => {
  const found = map.layers.find((one) => one.name === name);
  if (found === undefined) throw new Error(`There is no layer ${name}.`);
  return found;
};
const first = (map: Tiled, name: string): Json => layer(map, name).objects[0] ?? {};

test('[SC75] what is read as it is: layers in groups of groups, with offsets, a byte order mark, class for type', () => {
  const grouped = changed((map) => {
    const inner = { name: 'inner', type: 'group', offsetx: -5, layers: map.layers };
    Object.assign(map, { layers: [{ name: 'all', type: 'group', offsetx: 5, layers: [inner] }] });
  });
  for (const text of [
    grouped,
    `\uFEFF${MAP}`,
    changed((map) => Object.assign(map, { infinite: false, class: 'street' })),
  ]) {
    expect(checked(text)).toEqual([]);
    expect(readMapPlan(text)).toEqual(readMapPlan(MAP));
  }
  const classes = changed((map) => {
    for (const one of map.layers.flatMap(({ objects }) => objects)) {
      Object.assign(one, { class: one.type });
      delete one.type;
    }
  });
  expect(readMapPlan(classes)).toEqual(readMapPlan(MAP));
  expect(checked(classes)).toEqual([]);
});

/** What cannot be drawn at all: the code and what is said. */
const NONE: readonly (readonly [string, string, RegExp])[] = [
  [
    'infinite without a size',
    changed((map) => Object.assign(map, { infinite: true, width: 0, height: 0 })),
    /MP0004.*0 × 0 tiles/,
  ],
  [
    '200,000 tiles wide',
    changed((map) => Object.assign(map, { width: 200_000 })),
    /MP0004.*200000 × 50 tiles/,
  ],
  ['half a tile', changed((map) => Object.assign(map, { height: 50.5 })), /MP0004.*80 × 50.5/],
  [
    'a size that is a text',
    changed((map) => Object.assign(map, { tilewidth: '10' })),
    /MP0004.*"10" × 10 pixels/,
  ],
  ['isometric', changed((map) => Object.assign(map, { orientation: 'isometric' })), /MP0002.*isometric/],
  ['hexagonal', changed((map) => Object.assign(map, { orientation: 'hexagonal' })), /MP0002.*hexagonal/],
  ['a tileset', changed((map) => Object.assign(map, { type: 'tileset' })), /MP0002.*not a Tiled map/],
  ['XML', '<?xml version="1.0"?><map/>', /MP0002.*XML/],
  ['cut short', MAP.slice(0, 500), /MP0002.*not JSON/],
  [
    'a scale that is a text',
    changed((map) => Object.assign(map.properties[0] ?? {}, { value: '0.1' })),
    /MP0003.*not a number above 0/,
  ],
  [
    'a scale by another name',
    changed((map) => Object.assign(map.properties[0] ?? {}, { name: 'metersPerPixel' })),
    /MP0003.*It has `metersPerPixel`/,
  ],
];

test.each(NONE)('[SC75] %s is an error for check where the page has no map', (_, text, said) => {
  expect(readMapPlan(text)).toBeNull();
  expect(checked(text)).toEqual([expect.stringMatching(said)]);
  expect(checked(text)[0]).toContain(' error ');
});

/** What is left out, or drawn otherwise than in Tiled. */
const TOLD: readonly (readonly [string, (map: Tiled) => unknown, RegExp])[] = [
  ['infinite with a size', (map) => Object.assign(map, { infinite: true }), /MP0106.*infinite/],
  [
    'tiles in base64',
    (map) =>
      map.layers.push({
        name: 'ground',
        type: 'tilelayer',
        data: 'eJw=',
        encoding: 'base64',
        compression: 'zlib',
        objects: [],
      }),
    /MP0104.*`ground`.*tile layer/,
  ],
  [
    'a picture behind',
    (map) => map.layers.push({ name: 'photo', type: 'imagelayer', image: 'a.png', objects: [] }),
    /MP0104.*image layer/,
  ],
  [
    'a layer nearly right',
    (map) => map.layers.push({ name: 'Roads', type: 'objectgroup', objects: [] }),
    /MP0104.*`Roads` is used/,
  ],
  [
    'an outside tileset',
    (map) => Object.assign(map, { tilesets: [{ firstgid: 1, source: 'city.tsx' }] }),
    /MP0106.*tilesets/,
  ],
  ['a background', (map) => Object.assign(map, { backgroundcolor: '#ff0000' }), /MP0106.*background/],
  [
    'a hidden layer',
    (map) => Object.assign(layer(map, 'roads'), { visible: false }),
    /MP0106.*`roads` is hidden/,
  ],
  ['parallax', (map) => Object.assign(layer(map, 'lots'), { parallaxx: 0.5 }), /MP0106.*parallax/],
  [
    'a tint',
    (map) => Object.assign(layer(map, 'buildings'), { tintcolor: '#00ff00', opacity: 0.5 }),
    /MP0106.*tint/,
  ],
  ['a hidden object', (map) => Object.assign(first(map, 'buildings'), { visible: false }), /MP0106.*hidden/],
  [
    'a template',
    (map) => layer(map, 'buildings').objects.push({ id: 99, template: 'house.tx', x: 5, y: 5 }),
    /MP0105.*Object 99.*template \(house\.tx\)/,
  ],
  [
    'off the map',
    (map) => Object.assign(first(map, 'lots'), { x: -5000, y: 0, width: 10, height: 10, rotation: 0 }),
    /MP0105.*off the map/,
  ],
  [
    'a name twice',
    (map) => layer(map, 'places').objects.push({ ...first(map, 'places'), id: 98 }),
    /MP0105.*another object has the same name/,
  ],
  [
    'no name',
    (map) => layer(map, 'places').objects.push({ id: 97, x: 1, y: 1, point: true }),
    /MP0105.*no name/,
  ],
  [
    'an area for a way',
    (map) => layer(map, 'routes').objects.push({ id: 96, name: 'x', x: 1, y: 1, width: 5, height: 5 }),
    /MP0105.*not a line/,
  ],
  [
    'a line for a building',
    (map) =>
      layer(map, 'buildings').objects.push({
        id: 95,
        x: 1,
        y: 1,
        polyline: [
          { x: 0, y: 0 },
          { x: 5, y: 5 },
        ],
      }),
    /MP0105.*not an area/,
  ],
  [
    'a text among roads',
    (map) =>
      layer(map, 'roads').objects.push({ id: 94, x: 1, y: 1, width: 5, height: 5, text: { text: 'Main' } }),
    /MP0106.*without its text/,
  ],
  ['a tile as a house', (map) => Object.assign(first(map, 'buildings'), { gid: 7 }), /MP0106.*picture/],
  [
    'home as a text',
    (map) =>
      Object.assign(first(map, 'buildings'), {
        properties: [{ name: 'home', type: 'string', value: 'true' }],
      }),
    /MP0106.*`home`/,
  ],
  [
    'width as a text',
    (map) =>
      Object.assign(first(map, 'exits'), { properties: [{ name: 'width', type: 'string', value: '4' }] }),
    /MP0106.*`width`/,
  ],
];

test.each(TOLD)('[SC75] %s is told, with what to do, and the map is drawn', (_, change, said) => {
  const text = changed(change);
  const { plan, told } = readMap(text);
  expect(plan).not.toBeNull();
  const problems = checked(text);
  expect(problems).toContainEqual(expect.stringMatching(said));
  expect(problems.filter((one) => !one.includes(' warning '))).toEqual([]);
  for (const { repair } of told) expect(repair).toMatch(/^[A-Z].*[.?]$/);
});

test('[SC75] a capsule is drawn round, and what is shipped has nothing that is not used', () => {
  const round = changed((map) =>
    layer(map, 'buildings').objects.push({
      id: 93,
      name: 'tank',
      x: 0,
      y: 0,
      width: 40,
      height: 20,
      capsule: true,
    }),
  );
  const tank = readMapPlan(round)?.buildings.find(({ name }) => name === 'tank')?.points ?? [];
  expect(tank.length).toBeGreaterThan(12);
  expect(tank.every(({ x, y }) => Math.hypot(x - Math.min(30, Math.max(10, x)), y - 10) < 10.02)).toBe(true);
  expect(checked(round)).toEqual([]);
  const flagship = readFileSync(join(import.meta.dirname, '../../scenarios/residence-207/map.tmj'), 'utf8');
  expect([readMap(MAP).told, readMap(flagship).told]).toEqual([[], []]);
});

test('[SC75] [LG8] bytes that are not UTF-8 and characters that steer are told of a map too', () => {
  expect(checked(MAP.replace('harbor-street', 'harbor-\udcfa'))).toEqual([
    expect.stringContaining('LG0011 error The byte FA'),
  ]);
  expect(checked(MAP.replace(/"text": "[^"]+"/, '"text": "\\u001b[2J"'))).toEqual([
    expect.stringContaining('LG0012 error'),
  ]);
});
