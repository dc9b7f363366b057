/** The sand table without Phaser: where things stand, which way they go, which labels fit, what a press means. */
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { SeatView } from '#exercise/view.ts';
import { judged } from '#table/ground/bearings.ts';
import { fitted, panned, zoomed } from '#table/scene/camera.ts';
import { doesDiffer, glided } from '#table/scene/difference.ts';
import { gapTo } from '#table/scene/fan.ts';
import { distance, isInside, lengthOf, nearestOnLine, type Point } from '#table/scene/geometry.ts';
import { groundOf, parkedHeading, placeOn } from '#table/scene/ground.ts';
import { headsIn } from '#table/scene/heads.ts';
import { doTouch, type Placed, runsThrough, SPACE } from '#table/scene/labels.ts';
import { layoutOf } from '#table/scene/layout.ts';
import { mapNames } from '#table/scene/map-labels.ts';
import { pickAt } from '#table/scene/pick.ts';
import { boxOf, type Look, type Picture, picturesOf } from '#table/scene/picture.ts';
import { driveAt, routeBetween } from '#table/scene/routes.ts';
import { barOf } from '#table/scene/scale-bar.ts';
import { menRing, ringOf } from '#table/theme/sides.ts';
import {
  FLAGSHIP,
  FLAGSHIP_TEXT,
  HARBOUR,
  HARBOUR_TEXT,
  measure,
  studioOf,
  tapeOf,
  token,
  WORDS,
} from './scene-tape.ts';

vi.setConfig({ testTimeout: 60_000 });
const flagship = groundOf(FLAGSHIP);
const harbour = groundOf(HARBOUR);
const tapes = ['careful-federal', 'reckless-federal', 'ends-crush'].map(tapeOf);
const nobody = { place: null, known: [], callsign: '4-Adam-31' };
const SIZES = [
  { width: 900, height: 740 },
  { width: 640, height: 420 },
  { width: 390, height: 340 },
];

/** Moments of every tape, so many apart. */
function* moments(every: number): Generator<SeatView> {
  for (const tape of tapes) for (let at = 0; at <= tape.endedAt; at += every) yield tape.viewAt(at);
}
function looks(ground: typeof flagship, size: (typeof SIZES)[number]): readonly Look[] {
  const whole = fitted(ground, size);
  const near = zoomed(whole, 2.6, { x: size.width * 0.35, y: size.height * 0.45 }, ground, size);
  const cameras = [
    whole,
    near,
    panned(near, 130, -70, ground, size),
    zoomed(whole, 0.8, { x: 0, y: 0 }, ground, size),
  ];
  const clear = [{ x: size.width - 60, y: 8, width: 52, height: 120 }];
  return cameras.map((camera) => ({ camera, size, clear, first: null }));
}
const overlaps = (labels: readonly Placed[]) =>
  labels.flatMap((one, i) =>
    labels
      .slice(i + 1)
      .filter((other) => doTouch(one.box, other.box, 0))
      .map(({ id }) => [one.id, id]),
  );

describe('the layout', () => {
  test('[TB41] a moment looks the same however it was reached: 200 jumps beside playing there', () => {
    const tape = tapes[0];
    if (!tape) throw new Error('no tape');
    const way = layoutOf(flagship, tape.viewAt(0), 0.7);
    const seen = new Map<number, unknown>();
    const at = Array.from({ length: 200 }, (_, i) => ((i * 7919) % 200) * Math.floor(tape.endedAt / 200));
    for (const moment of [...at].sort((a, b) => a - b)) {
      way.at(moment);
      seen.set(moment, layoutOf(flagship, tape.viewAt(moment), 0.7).at(moment));
    }
    for (const moment of at)
      expect(layoutOf(flagship, tape.viewAt(moment), 0.7).at(moment)).toEqual(seen.get(moment));
    expect(new Set([...seen.values()].map((one) => JSON.stringify(one))).size).toBeGreaterThan(10);
  });

  test('[TB41] a car drives from where it parked to where it parks, and goes on between two frames', () => {
    const going = { from: 'west-post', since: 1_000, until: 9_000 };
    const view = { ...nobody, tokens: [token('car', 'car-31', { kind: 'vehicle', side: 'local', going })] };
    const layout = layoutOf(flagship, view, 1);
    const at = (moment: number) => layout.at(moment)[0] as { x: number; y: number; heading: number };
    expect(at(1_000)).toMatchObject({ x: 45, y: 760 });
    expect(at(9_000)).toMatchObject({ x: 160, y: 475 });
    expect(at(60_000)).toMatchObject({ x: 160, y: 475 });
    const steps = Array.from({ length: 81 }, (_, i) => at(1_000 + i * 100).x);
    expect(steps.every((x, i) => i === 0 || x >= (steps[i - 1] as number))).toBe(true);
    const parked = layoutOf(
      flagship,
      { ...nobody, tokens: [token('car', 'car-31', { kind: 'vehicle', side: 'local' })] },
      1,
    );
    expect(Math.cos(at(9_000).heading - (parked.at(0)[0]?.heading ?? 9))).toBeCloseTo(1);
    expect(layout.until).toBe(9_000);
  });

  test('[TB41] a glide begins where things were and ends where the layout says', () => {
    const before = layoutOf(flagship, { ...nobody, tokens: [token('a', 'oak'), token('b', 'gate')] }, 1).at(
      0,
    );
    const after = layoutOf(flagship, { ...nobody, tokens: [token('a', 'talk'), token('b', 'gate')] }, 1).at(
      0,
    );
    expect(doesDiffer(before, after)).toBe(true);
    expect(doesDiffer(after, after)).toBe(false);
    expect(glided(before, after, 1)).toEqual(after);
    expect(glided(before, after, 0)[0]).toMatchObject({ x: before[0]?.x, y: before[0]?.y });
  });

  test('[TB44] rings follow what the seat knows, as on the desk', () => {
    const seen = new Set<string>();
    for (const view of moments(20_000)) {
      for (const piece of layoutOf(flagship, view, 0.7).at(view.at)) {
        expect(piece.ring).toBe(ringOf(piece.token, menRing(view)));
        if (piece.token.side === 'men') seen.add(piece.ring);
      }
    }
    expect([...seen]).toEqual(expect.arrayContaining(['unknown', 'confirmed']));
  });

  test('[TB44] who stands overlaps nobody, at any scale, however many are at one place', () => {
    for (const scale of [0.35, 0.7, 1.6]) {
      const crowd = Array.from({ length: 9 }, (_, i) =>
        token(`p${i}`, 'talk', { side: i % 2 ? 'men' : 'local', you: i === 0 }),
      );
      const cars = ['one', 'two', 'three'].map((id) => token(id, 'talk', { kind: 'vehicle' }));
      const views = [{ ...nobody, tokens: [...crowd, ...cars] }, ...[...moments(45_000)]];
      for (const view of views) {
        const still = layoutOf(flagship, view, scale)
          .at(0)
          .filter((one) => !one.onTheWay && one.line === null && one.heads.length === 0);
        const blocks = still.map((one) =>
          one.look ? { ...one, radius: undefined } : { x: one.x, y: one.y, radius: one.radius },
        );
        still.forEach((one, i) => {
          blocks.forEach((block, j) => {
            if (i === j || one.look !== null) return;
            const other = still[j] as (typeof still)[number];
            const gap = other.look
              ? gapTo(
                  {
                    x: other.x,
                    y: other.y,
                    heading: other.heading,
                    length: other.length,
                    width: other.width,
                  },
                  one,
                )
              : gapTo({ x: other.x, y: other.y, radius: other.radius }, one);
            expect(gap, `${one.id} on ${other.id} ${JSON.stringify(block.x)}`).toBeGreaterThanOrEqual(
              one.radius - 0.01,
            );
          });
        });
      }
    }
  });

  test('[TB44] a group stands in its area, each head apart, and nobody moves when one more comes', () => {
    const area = FLAGSHIP.gather['south-curb']?.points ?? [];
    const of = (people: number) =>
      headsIn(area, [{ id: 'neighbors', people }], 3, null).get('neighbors') ?? [];
    expect(of(20).slice(0, 12)).toEqual(of(12));
    expect(of(20).every((head) => isInside(area, head))).toBe(true);
    const apart = of(20).flatMap((a, i) =>
      of(20)
        .slice(i + 1)
        .map((b) => distance(a, b)),
    );
    expect(Math.min(...apart)).toBeGreaterThan(4);
    expect(of(1_000)).toHaveLength(1_000);
    const two = headsIn(
      area,
      [
        { id: 'a', people: 9 },
        { id: 'b', people: 9 },
      ],
      3,
      null,
    );
    const all = [...(two.get('a') ?? []), ...(two.get('b') ?? [])];
    expect(new Set(all.map(({ x, y }) => `${x} ${y}`)).size).toBe(18);
  });
});

describe('ways', () => {
  test('[TB45] the route an author drew is taken, either way along it', () => {
    const there = routeBetween(flagship, 'talk', 'gate', 'foot');
    const back = routeBetween(flagship, 'gate', 'talk', 'foot');
    expect(there).toEqual(expect.arrayContaining([{ x: 385, y: 388 }]));
    expect(back).toEqual([...(there ?? [])].reverse());
    expect(routeBetween(flagship, 'talk', 'the moon', 'foot')).toBeNull();
  });

  test('[TB45] without one a car keeps to the roads, on bends and where a lane ends in a street', () => {
    const ways = [
      [flagship, 'west-post', 'bus-stop'],
      [harbour, 'gangway', 'far-quay'],
      [harbour, 'lane-end', 'far-quay'],
    ] as const;
    for (const [ground, from, to] of ways) {
      const line = routeBetween(ground, from, to, 'wheels') ?? [];
      const long = lengthOf(line);
      const [a, b] = [placeOn(ground, from) as Point, placeOn(ground, to) as Point];
      expect(line.length).toBeGreaterThan(2);
      expect(long).toBeLessThan(distance(a, b) * 1.9);
      for (let part = 0.05; part < 0.95; part += 0.02) {
        const at = driveAt(ground, line, part);
        const off = Math.min(...ground.roads.map((road) => nearestOnLine(road.line, at)?.off ?? Infinity));
        if (distance(at, a) > 12 * ground.metre && distance(at, b) > 12 * ground.metre) {
          expect(off / ground.metre, `${from} ${to} ${part}`).toBeLessThan(6);
        }
      }
    }
  });

  test('[TB45] on foot nobody goes through a house', () => {
    for (const [from, to] of [
      ['alley-gate', 'porch'],
      ['side-door', 'oak'],
      ['odalys-step', 'alley-gate'],
    ] as const) {
      const line = routeBetween(flagship, from, to, 'foot') ?? [];
      for (let i = 1; i < line.length; i++) {
        const [a, b] = [line[i - 1] as Point, line[i] as Point];
        for (let part = 0.05; part < 1; part += 0.05) {
          const at = { x: a.x + (b.x - a.x) * part, y: a.y + (b.y - a.y) * part };
          const wall = FLAGSHIP.buildings.find(({ points }) => isInside(points, at));
          expect(wall?.name, `${from} ${to}`).toBeUndefined();
        }
      }
    }
  });

  test('[TB45] parked cars stand in line with the kerb, on the side they drive on, on a drive along it', () => {
    const along = (id: string) => Math.abs(Math.sin(parkedHeading(flagship, placeOn(flagship, id) as Point)));
    expect(along('van-curb')).toBeCloseTo(0);
    expect(along('camper-curb')).toBeCloseTo(0);
    expect(along('drive')).toBeCloseTo(1);
    expect(along('sergeant')).toBeCloseTo(1);
    expect(Math.cos(parkedHeading(flagship, placeOn(flagship, 'van-curb') as Point))).toBeCloseTo(1);
    expect(Math.cos(parkedHeading(flagship, placeOn(flagship, 'camper-curb') as Point))).toBeCloseTo(-1);
  });
});

describe('labels', () => {
  test('[TB42] over three whole runs, at three sizes and four looks, no label lies on another, on a token or over the edge', () => {
    const studio = studioOf(FLAGSHIP);
    let placed = 0;
    let wanted = 0;
    for (const view of moments(40_000)) {
      for (const size of SIZES) {
        for (const look of looks(flagship, size)) {
          const layout = layoutOf(flagship, view, look.camera.scale);
          const { pieces, labels } = picturesOf(studio, view, layout)(view.at, look);
          expect(overlaps(labels)).toEqual([]);
          placed += labels.filter(({ id }) => !id.startsWith('map:')).length;
          wanted += size.width === 900 && look.camera.scale < 1 ? pieces.length : 0;
          for (const { id, box, leader, wording } of labels) {
            expect(
              box.x >= 0 &&
                box.y >= 0 &&
                box.x + box.width <= size.width &&
                box.y + box.height <= size.height,
              id,
            ).toBe(true);
            expect(Math.min(...wording.lines.map((line) => line.size))).toBeGreaterThanOrEqual(12);
            const hidden = pieces.find(
              (piece) =>
                piece.inside === null && piece.line === null && doTouch(box, boxOf(piece, look.camera, 0), 0),
            );
            expect(hidden?.id, `${id} at ${view.at}`).toBeUndefined();
            const crossed =
              leader && labels.find((other) => other.id !== id && runsThrough(...leader, other.box));
            expect(crossed?.id, `the line of ${id}`).toBeUndefined();
          }
          expect(labels.some(({ box }) => look.clear.some((covered) => doTouch(box, covered, 0)))).toBe(
            false,
          );
        }
      }
    }
    expect(placed).toBeGreaterThan(wanted);
  });

  test('[TB42] on a desk most of what stands in sight is named; you always, and whoever is pointed at', () => {
    const studio = studioOf(FLAGSHIP);
    const size = SIZES[0] as (typeof SIZES)[number];
    const camera = fitted(flagship, size);
    let [named, all] = [0, 0];
    for (const view of moments(20_000)) {
      const layout = layoutOf(flagship, view, camera.scale);
      const make = picturesOf(studio, view, layout);
      const { labels, pieces } = make(view.at, { camera, size, clear: [], first: null });
      named += labels.filter(({ id }) => !id.startsWith('map:')).length;
      all += pieces.length;
      expect(labels.some(({ id }) => id === 'self')).toBe(true);
      const left = pieces.find(({ id, inside }) => inside === null && !labels.some((one) => one.id === id));
      if (!left) continue;
      const pointed = make(view.at, { camera, size, clear: [], first: left.id }).labels;
      expect(
        pointed.some(({ id }) => id === left.id),
        `${left.id} at ${view.at}`,
      ).toBe(true);
    }
    expect(named / all).toBeGreaterThan(0.7);
  });

  test('[TB42] whatever is put anywhere, labels keep apart', () => {
    const studio = studioOf(HARBOUR, 2);
    const place = fc.constantFrom(...Object.keys(HARBOUR.places));
    const kind = fc.constantFrom('person', 'group', 'vehicle', 'thing');
    const one = fc.record({
      at: place,
      kind,
      side: fc.constantFrom('local', 'men', 'public', 'medical'),
      how: fc.option(fc.lorem()),
      people: fc.nat(60),
      label: fc.lorem({ maxCount: 9 }),
    });
    fc.assert(
      fc.property(
        fc.array(one, { maxLength: 30 }),
        fc.integer({ min: 200, max: 1_400 }),
        fc.double({ min: 0.5, max: 6, noNaN: true }),
        (written, width, by) => {
          const tokens = written.map((some, i) => token(`t${i}`, some.at, some));
          const size = { width, height: 500 };
          const camera = zoomed(fitted(harbour, size), by, { x: width / 3, y: 200 }, harbour, size);
          const view = { ...nobody, tokens };
          const { labels } = picturesOf(
            studio,
            view,
            layoutOf(harbour, view, camera.scale),
          )(0, { camera, size, clear: [], first: null });
          expect(overlaps(labels)).toEqual([]);
          expect(SPACE).toBeGreaterThan(0);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('[TB42] the scale bar says what it is long', () => {
    for (const perMetre of [0.4, 1, 7.5, 33, 60]) {
      const { metres, said } = barOf(perMetre);
      expect(metres * perMetre).toBeLessThanOrEqual(90);
      expect(said).toBe(metres);
      const feet = barOf(perMetre, 'feet');
      expect(feet.metres * perMetre).toBeLessThanOrEqual(90);
      expect(feet.said).toBeCloseTo(feet.metres / 0.3048, 3);
    }
  });

  test('[TB50] ways out are as wide as the words say, in the one measure of the reader', () => {
    for (const ground of [flagship, harbour]) {
      for (const units of ['feet', 'metres'] as const) {
        const names = mapNames(ground, { ...WORDS, units }, measure, 1);
        expect(ground.waysOut.length).toBeGreaterThan(0);
        for (const [n, { exit }] of ground.waysOut.entries()) {
          const said = names
            .find(({ id }) => id === `exit-${n}`)
            ?.wording.lines.map(({ text }) => text)
            .join(' ');
          expect(said).toMatch(
            new RegExp(`· ${judged(exit.width, units)} ${units === 'feet' ? 'ft' : 'm'}$`),
          );
        }
      }
    }
  });
});

describe('maps and presses', () => {
  test('[TB46] both maps are what the JSON documentation of Tiled asks for', () => {
    for (const text of [FLAGSHIP_TEXT, HARBOUR_TEXT]) {
      const map = JSON.parse(text);
      expect(map).toMatchObject({
        type: 'map',
        orientation: 'orthogonal',
        infinite: false,
        renderorder: 'right-down',
      });
      for (const key of ['width', 'height', 'tilewidth', 'tileheight', 'nextlayerid', 'nextobjectid'])
        expect(Number.isInteger(map[key]), key).toBe(true);
      expect([
        typeof map.version,
        typeof map.tiledversion,
        Array.isArray(map.tilesets),
        Array.isArray(map.properties),
      ]).toEqual(['string', 'string', true, true]);
      const objects = map.layers.flatMap((layer: { objects: unknown[] }) => layer.objects);
      for (const layer of map.layers) {
        expect(layer).toMatchObject({
          type: 'objectgroup',
          draworder: expect.stringMatching(/^(topdown|index)$/),
          visible: true,
          x: 0,
          y: 0,
        });
        expect([typeof layer.id, typeof layer.name, typeof layer.opacity]).toEqual([
          'number',
          'string',
          'number',
        ]);
      }
      for (const object of objects) {
        const { id, name, type, x, y, width, height, rotation, visible } = object;
        expect(
          [id, x, y, width, height, rotation].every((n) => typeof n === 'number'),
          name,
        ).toBe(true);
        expect([typeof name, typeof type, typeof visible]).toEqual(['string', 'string', 'boolean']);
        for (const point of [...(object.polygon ?? []), ...(object.polyline ?? [])])
          expect([typeof point.x, typeof point.y]).toEqual(['number', 'number']);
        for (const property of object.properties ?? [])
          expect(Object.keys(property).sort()).toEqual(['name', 'type', 'value']);
        if (object.text) expect(typeof object.text.text).toBe('string');
      }
      for (const [ids, next] of [
        [objects.map(({ id }: { id: number }) => id), map.nextobjectid],
        [map.layers.map(({ id }: { id: number }) => id), map.nextlayerid],
      ]) {
        expect(new Set(ids).size).toBe(ids.length);
        expect(Math.max(...ids)).toBeLessThan(next);
      }
    }
  });

  test('[TB46] another town in another scale is laid out by the same code: bends, turned houses, rounds, unknown layers', () => {
    expect(HARBOUR.metresPerPixel).not.toBe(FLAGSHIP.metresPerPixel);
    expect(harbour.roads.map(({ line }) => line.length)).toEqual([4, 2]);
    expect(harbour.waysOut.map(({ side }) => side)).toEqual(['west', 'east', 'north']);
    expect(harbour.doors.map(({ place, isThreshold }) => [place, isThreshold])).toEqual([
      ['threshold-keeper', true],
    ]);
    const view = {
      ...nobody,
      tokens: [
        token('cones', 'bollards', { kind: 'thing', mark: 'cones' }),
        token('crew', 'bollards', { kind: 'group', people: 14 }),
      ],
    };
    const size = SIZES[0] as (typeof SIZES)[number];
    const camera = fitted(harbour, size);
    const { pieces, labels } = picturesOf(
      studioOf(HARBOUR),
      view,
      layoutOf(harbour, view, camera.scale),
    )(0, { camera, size, clear: [], first: null });
    expect(pieces[0]?.line).toHaveLength(2);
    expect(pieces[1]?.heads).toHaveLength(14);
    expect(labels.filter(({ id }) => id.startsWith('map:')).length).toBeGreaterThan(6);
  });

  test('[TB47] a press takes the token, the label or the head under it, else a place that is known, else nothing', () => {
    const size = SIZES[0] as (typeof SIZES)[number];
    const camera = fitted(flagship, size);
    const view = {
      ...nobody,
      tokens: [
        token('van', 'van-curb', { kind: 'vehicle' }),
        token('crowd', 'south-curb', { kind: 'group', people: 20 }),
      ],
    };
    const picture: Picture = picturesOf(
      studioOf(FLAGSHIP),
      view,
      layoutOf(flagship, view, camera.scale),
    )(0, { camera, size, clear: [], first: null });
    const on = (point: Point) => pickAt(picture, flagship, camera, ['porch'], { x: point.x, y: point.y }, 6);
    const shown = ({ x, y }: Point) => ({ x: x - camera.left, y: y - camera.top });
    const [crowd, van] = picture.pieces;
    expect(on(shown(van as Point))).toEqual({ token: 'van' });
    const head = crowd?.heads[7] as Point;
    expect(on(shown({ x: (crowd?.x ?? 0) + head.x, y: (crowd?.y ?? 0) + head.y }))).toEqual({
      token: 'crowd',
    });
    const label = picture.labels.find(({ id }) => id === 'crowd');
    expect(on(label?.middle as Point)).toEqual({ token: 'crowd' });
    const porch = placeOn(flagship, 'porch') as Point;
    const at = shown({ x: porch.x * camera.scale, y: porch.y * camera.scale });
    expect(on(at)).toEqual({ place: 'porch' });
    expect(pickAt(picture, flagship, camera, [], at, 6)).toBeNull();
    expect(on({ x: 5, y: 5 })).toBeNull();
  });
});
