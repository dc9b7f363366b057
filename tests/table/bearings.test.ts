/** Where things lie from where the reader stands, and how it is told. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SeenToken } from '#exercise/view.ts';
import type { MapPlan } from '#scenario/map/map-plan.ts';
import { bearingOf, COMPASS, judged, ownPoint, pointOf, unitsOf } from '#table/ground/bearings.ts';
import { surroundingsOf } from '#table/ground/surroundings.ts';
import { bearingWords, exitWords, whereInWords } from '#table/map/where-words.ts';
import { desk as english } from '#table/words/en/desk.ts';
import { desk as spanish } from '#table/words/es/desk.ts';
import { MAP, seen, viewOf } from './seat-at.ts';

const feet = { t: english.play, g: english.ground, units: 'feet' } as const;
const metres = { t: spanish.play, g: spanish.ground, units: 'metres' } as const;

describe('a bearing', () => {
  test('[TB50] is one of eight words, and north is the top of the map', () => {
    const around = [
      [0, -10],
      [7, -7],
      [10, 0],
      [7, 7],
      [0, 10],
      [-7, 7],
      [-10, 0],
      [-7, -7],
    ] as const;
    const told = around.map(([x, y]) => bearingOf({ x: 0, y: 0 }, { x, y }, 1).compass);
    expect(told).toEqual([...COMPASS]);
  });

  test('[TB50] there and back are opposite words and the same distance, wherever two stand', () => {
    const point = fc.record({
      x: fc.integer({ min: -500, max: 500 }),
      y: fc.integer({ min: -500, max: 500 }),
    });
    fc.assert(
      fc.property(point, point, (a, b) => {
        const [there, back] = [bearingOf(a, b, 0.5), bearingOf(b, a, 0.5)];
        expect(there.metres).toBe(back.metres);
        if (there.compass === null || back.compass === null) {
          expect(there.compass).toBe(back.compass);
          return;
        }
        const apart = Math.abs(COMPASS.indexOf(there.compass) - COMPASS.indexOf(back.compass));
        expect(apart).toBe(4);
      }),
    );
  });

  test('[TB50] within arm’s reach has no direction and is told as beside you', () => {
    const near = bearingOf({ x: 0, y: 0 }, { x: 20, y: 0 }, 0.1);
    expect(near.compass).toBe(null);
    expect(bearingWords(near, feet)).toBe('beside you');
  });

  test('[TB50] a distance is no more exact than an eye: fine when near, coarse when far, and never nothing', () => {
    expect([3.2, 7.6, 14, 33, 88, 230, 640].map((m) => judged(m, 'metres'))).toEqual([
      3, 8, 15, 35, 90, 250, 600,
    ]);
    expect([3.2, 14, 33, 88, 230].map((m) => judged(m, 'feet'))).toEqual([10, 50, 110, 300, 800]);
    expect(judged(0.01, 'metres')).toBe(1);
    const metre = fc.double({ min: 2.5, max: 5_000, noNaN: true });
    fc.assert(
      fc.property(metre, metre, (a, b) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)];
        for (const units of ['metres', 'feet'] as const) {
          expect(judged(less, units)).toBeLessThanOrEqual(judged(more, units));
          const exact = units === 'feet' ? more * 3.28084 : more;
          expect(Math.abs(judged(more, units) - exact) / exact).toBeLessThan(0.35);
        }
      }),
    );
  });

  test('[TB50] the measure is that of the reader’s locale', () => {
    expect(['en-US', 'es-US', 'en', 'en-GB', 'es', 'de-DE', 'no locale'].map(unitsOf)).toEqual([
      'feet',
      'feet',
      'feet',
      'metres',
      'metres',
      'metres',
      'metres',
    ]);
  });

  test('[TB50] whoever is on the way is as far along it as time has passed; before and after they stand', () => {
    const going = { from: 'car', since: 1_000, until: 5_000 };
    const x = (at: number) => pointOf({ at: 'corner', going }, at, MAP)?.x;
    expect([0, 1_000, 3_000, 5_000, 9_000].map(x)).toEqual([100, 100, 300, 500, 500]);
    expect(pointOf({ at: 'nowhere', going: null }, 0, MAP)).toBe(null);
    expect(pointOf({ at: 'constructor', going: null }, 0, MAP)).toBe(null);
  });
});

describe('where am I', () => {
  const tokens: readonly SeenToken[] = [
    seen('self', 'car', { you: true, label: 'You' }),
    seen('van', 'corner', { side: 'men', kind: 'vehicle', label: 'Gray van' }),
    seen('partner', 'car', { label: 'Natarajan' }),
    seen('crowd', 'kerb', {
      side: 'public',
      kind: 'group',
      people: 31,
      how: 'back row pressing',
      label: 'Neighbors',
    }),
    seen('boy', 'corner', {
      side: 'public',
      label: 'Boy',
      going: { from: 'kerb', since: 0, until: 60_000 },
    }),
  ];
  const view = viewOf({ tokens, at: 1_000 });

  test('[TB51] the reader’s own place comes first, then where the men are, then the nearest; each is measured', () => {
    const { spots } = surroundingsOf(view, MAP);
    expect(spots.map(({ id, bearing }) => [id, bearing?.compass])).toEqual([
      ['car', null],
      ['corner', 'e'],
      ['kerb', 's'],
    ]);
    expect(spots.flatMap((spot) => spot.tokens.map(({ id }) => id)).toSorted()).toEqual([
      'boy',
      'crowd',
      'partner',
      'van',
    ]);
  });

  test('[TB51] is told in sentences: where, who is beside you, what lies where and how it is, the nearest way out', () => {
    expect(whereInWords(view, surroundingsOf(view, MAP), feet)).toBe(
      'Your location: At your car. Beside you: Natarajan. At the corner, 130 ft east: Gray van; Boy, on the way there. ' +
        'At the kerb, 70 ft south: Neighbors, about 30 people, back row pressing. ' +
        'Nearest exit: to the west, 30 ft away, 50 ft wide.',
    );
    expect(whereInWords(view, surroundingsOf(view, MAP), metres)).toContain(
      'a 40 m al este: Gray van; Boy, en camino hacia allá',
    );
  });

  test('[TB51] ways out are told nearest first; without a map nothing is measured and all of it is still told', () => {
    const { exits } = surroundingsOf(view, MAP);
    expect(exits.map(({ name }) => name)).toEqual(['west', 'east']);
    expect(exitWords(exits[1] as (typeof exits)[number], metres)).toBe('al este, a 90 m, de 8 m de ancho');
    const blind = surroundingsOf(view, null);
    expect(blind.exits).toEqual([]);
    expect(blind.spots.every((spot) => spot.bearing === null)).toBe(true);
    const told = whereInWords(view, blind, feet);
    for (const { label, you } of tokens) if (!you) expect(told).toContain(label);
    expect(told).not.toContain(' ft');
  });

  test('[TB51] a reader who is nowhere on the map is told no distance', () => {
    const off: MapPlan = { ...MAP, places: {} };
    expect(ownPoint(view, off)).toBe(null);
    expect(surroundingsOf(view, off).spots.map(({ bearing }) => bearing)).toEqual([null, null, null]);
  });

  test('[TB51] alone, one is told so', () => {
    const alone = viewOf({ tokens: [seen('self', 'car', { you: true })] });
    expect(whereInWords(alone, surroundingsOf(alone, MAP), feet)).toContain('Nobody else is in sight.');
  });
});
