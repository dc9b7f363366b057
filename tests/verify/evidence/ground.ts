/** What the words of places and of bearing ask of a map: is a point in the house, on the sidewalk, so many paces off. Metres. */
import type { Area, MapPlan, Point } from '#scenario/map/map-plan.ts';
import { isInside, nearestOnLine } from '#table/scene/geometry.ts';

/** A pace or a step, in metres, and other measures that people say. */
const MEASURES: Readonly<Record<string, number>> = {
  pace: 0.76,
  step: 0.76,
  foot: 0.305,
  feet: 0.305,
  yard: 0.914,
  meter: 1,
};
const NUMBERS = [
  '',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
const SAID =
  /\b(\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (pace|step|feet|foot|yard|meter)s?\b/u;

/** The distance a text says, in metres, and where it says so; null where it says none. */
export function distanceSaid(text: string): { readonly metres: number; readonly at: number } | null {
  const found = SAID.exec(text);
  if (found === null) return null;
  const [, number = '', measure = ''] = found;
  const count = NUMBERS.includes(number) ? NUMBERS.indexOf(number) : Number(number);
  return { metres: count * (MEASURES[measure] ?? 1), at: found.index };
}

/** Whether a point of the map lies where a word says; null where the word is about no kind of ground, or the map has none of it. */
export function liesIn(word: string, at: Point, map: MapPlan): boolean | null {
  const kinds = GROUNDS[word];
  if (kinds === undefined) return null;
  const areas = kinds === 'home' ? map.buildings.filter(({ home }) => home) : ofKind(map, kinds);
  if (areas.length === 0) return null;
  return areas.some((area) => metresFrom(area, at, map) <= (SLACK[word] ?? 1));
}

/** The words that are about a kind of ground. */
export const GROUND_WORDS = [
  'house',
  'sidewalk',
  'roadway',
  'road',
  'lane',
  'curb',
  'porch',
  'driveway',
  'alley',
  'footpath',
] as const;
const GROUNDS: Readonly<Record<string, readonly string[] | 'home'>> = {
  house: 'home',
  sidewalk: ['sidewalk'],
  roadway: ['roadway'],
  road: ['roadway'],
  lane: ['roadway'],
  curb: ['sidewalk'],
  porch: ['porch'],
  driveway: ['drive'],
  alley: ['alley'],
  footpath: ['footpath'],
};
/** So many metres beside it still counts; a curb is where a sidewalk ends, and a car stands beside it. */
const SLACK: Readonly<Record<string, number>> = { house: 0, porch: 2, curb: 2.6, driveway: 1.5 };

function ofKind(map: MapPlan, kinds: readonly string[]): readonly Area[] {
  return [...map.roads, ...map.curtilage, ...map.lots].filter(({ kind }) => kinds.includes(kind));
}

function metresFrom({ points }: Area, at: Point, map: MapPlan): number {
  if (isInside(points, at)) return 0;
  const [first] = points;
  const edge = first === undefined ? points : [...points, first];
  return (nearestOnLine(edge, at)?.off ?? Number.POSITIVE_INFINITY) * map.metresPerPixel;
}
