/** The places that the pages for contributors name: each is there, and what is counted is what is listed. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesBelow, ROOT, textOf } from './source-files.ts';

const architecture = textOf('src/ARCHITECTURE.md');
const whereToWork = architecture.split(/^## /m).at(-1) ?? '';
const pages = { 'ARCHITECTURE.md': whereToWork, 'verify/THEORY.md': textOf('src/verify/THEORY.md') };
/** A row of the table of ten changes: what it touches, and how many files and rooms that are. */
const CHANGE =
  /^\| (?<change>an? [^|]+|the [^|]+) \| (?<touches>[^|]+) \| (?<files>\d+), (?<rooms>\d+) \| \d+, \d+ \|$/gm;

const COMMENT = /\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/[^\n]*/g;
const CITED_FILE = /(?<![\w./<>#*-])((?:[\w-]+\/)*[\w-]+\.tsx?)\b/g;
const files = ['src', 'tests'].flatMap((base) => filesBelow(base, /./).map((file) => `/${base}/${file}`));

for (const [page, text] of Object.entries(pages))
  test(`[HS11] each place that ${page} names exists`, () => {
    const named = placesIn(text);
    expect(named.filter((place) => !isThere(place))).toEqual([]);
    expect(named.length, 'the test saw no places: it is blind').toBeGreaterThan(20);
  });

test('[HS11] each file that ARCHITECTURE.md names by its last name is somewhere', () => {
  const named = placesIn(architecture).filter((place) => !isThere(place));
  const last = named.map((place) => place.replace(/\/$/, ''));
  expect(last.filter((place) => !isSomewhere(place))).toEqual([]);
  expect(named.length, 'the test saw no places: it is blind').toBeGreaterThan(100);
});

test('[HS11] each file that a comment in the source names is somewhere', () => {
  const cited = filesBelow('src', /\.(tsx?|mjs)$/).flatMap((file) =>
    [...textOf(`src/${file}`).matchAll(COMMENT)].flatMap(([comment]) =>
      [...comment.matchAll(CITED_FILE)].map((m) => [file, m[1] ?? ''] as const),
    ),
  );
  expect(cited.filter(([, place]) => !isSomewhere(place))).toEqual([]);
  expect(cited.length, 'the test saw no citations: it is blind').toBeGreaterThan(30);
});

test('[HS11] the table of ten changes counts the files and rooms that it lists', () => {
  const rows = [...whereToWork.matchAll(CHANGE)].map(({ groups = {} }) => groups);
  expect(rows).toHaveLength(10);
  const counted = rows.map(({ change, touches = '' }) => {
    const touched = placesIn(touches).filter((place) => !place.startsWith('tests/'));
    return [change, touched.length, new Set(touched.map((place) => place.split('/')[0])).size];
  });
  expect(counted).toEqual(rows.map(({ change, files, rooms }) => [change, Number(files), Number(rooms)]));
});

/** Paths in code spans. Commands, identifiers, and names that hold for many files are none. */
function placesIn(text: string): string[] {
  const spans = [...text.matchAll(/`([^`\n]+)`/g)].map((m) => m[1] ?? '');
  return spans.filter((span) => /^[\w./-]+$/.test(span) && /\/|\.(ts|tsx|md|css)$/.test(span));
}

/** Below `src`, or below the root of the repository. */
function isThere(place: string): boolean {
  return ['src', ''].some((base) => existsSync(join(ROOT, base, place)));
}

/** A file or folder whose path ends so. */
function isSomewhere(place: string): boolean {
  return files.some((file) => file.endsWith(`/${place}`));
}
