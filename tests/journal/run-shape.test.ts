/** One description of openings and entries, read by two: the same good and spoilt ones are put before both. */
import { expect, test } from 'vitest';
import { type Entry, LEVELS } from '#exercise/entries.ts';
import { ENTRY, OPENING } from '#exercise/run-format.ts';
import { isEntry, isOpening } from '#journal/run-shape.ts';
import { schemaOf } from '#protocol/schema-of.ts';
import { digestOf, opening } from './sample-run.ts';

const OPENINGS: readonly unknown[] = [
  opening,
  { ...opening, switches: { 'who-leads': 'federal' }, extended: 150, clock: 'discussion' },
  { ...opening, seats: ['patrol', 'dispatch'], extended: 200, parent: { run: digestOf(3), seq: 0 } },
  ...LEVELS.map((level) => ({ ...opening, level })),
  { ...opening, order: 0, settings: { patrol: {}, dispatch: { extended: 200, language: 'es' } } },
];
const ENTRIES: readonly unknown[] = (
  [
    { kind: 'choose', at: 0, seat: 'patrol', decision: 'approach', visit: 1, option: 'marked' },
    { kind: 'act', at: 10, seat: 'patrol', action: 'camera' },
    { kind: 'act', at: 10, seat: 'patrol', action: 'camera', words: 'Camera on.' },
    { kind: 'say', at: 10, seat: 'patrol', decision: 'approach', visit: 0, words: 'I stop.' },
    { kind: 'wait', at: 10, seat: 'patrol' },
    { kind: 'advance', at: 10 },
    { kind: 'stop', at: 10, seat: 'patrol' },
    { kind: 'fill', at: 10, seat: 'patrol', extended: 150, language: 'es', level: 'uncued' },
    { kind: 'leave', at: 10, seat: 'patrol' },
    { kind: 'speak', at: 10, seat: 'patrol', over: 'phone', to: ['watch'], facts: ['lead'], words: 'Him.' },
    { kind: 'inject', at: 10, inject: 'channel-6' },
    { kind: 'inject', at: 10, line: { from: 'press', to: ['patrol'], over: 'face', words: 'Why?' } },
    { kind: 'end', at: 10 },
  ] satisfies readonly Entry['command'][]
).map((command) => ({ seq: 1, command, digest: digestOf(1) }));

/** What is put in the place of each part. */
const HOSTILE: readonly unknown[] = [
  ...[null, true, false, 0, 1, -1, 1.5, 100, 1e21, 2 ** 53, Number.MAX_SAFE_INTEGER],
  ...['', ' ', 'x', '\0', '__proto__', 'x'.repeat(200), 'x'.repeat(201), 'x'.repeat(300), 'x'.repeat(301)],
  ...[
    'x'.repeat(2_000),
    'x'.repeat(2_001),
    '😀'.repeat(100),
    '😀'.repeat(101),
    '7',
    'live',
    'guided',
    'wait',
  ],
  ...['sha256:1', digestOf(5), ` ${digestOf(5)}`, `${digestOf(5)}\n`, digestOf(5).toUpperCase()],
  ...['2026-13-45', '2026-02-30', '2024-02-29', '2026-02-29', '1900-02-29', '2000-02-29', '2026-06-30\n'],
  ...[
    '2026-00-10',
    '2026-04-31',
    '0000-01-01',
    '9999-12-31',
    '+002026-06-30',
    '+012026-06',
    '2026-06-30T00:00',
    '2026-6-3',
  ],
  ...[[], ['a'], [''], [1], Array(50).fill('a'), Array(51).fill('a')],
  ...[{}, { a: '' }, { a: 'b' }, { '': 'b' }, { a: 1 }, { run: digestOf(1), seq: 1 }, { run: '', seq: 0 }],
  ...[{ kind: 'advance', at: 1 }, { kind: 'constructor', at: 1 }, { kind: 'toString', at: 1 }, { at: 1 }],
];

test.each([
  ['opening', OPENINGS, schemaOf(OPENING), isOpening],
  ['entry', ENTRIES, schemaOf(ENTRY), (value: unknown) => isEntry(value, 1)],
] as const)(
  '[JN17] of every %s, good or spoilt in one part, a list says what a file says',
  (_what, good, schema, isOne) => {
    const counts = { taken: 0, refused: 0 };
    for (const one of good) {
      expect(isOne(one), JSON.stringify(one)).toBe(true);
      expect(schema.safeParse(one).error).toBeUndefined();
      for (const spoilt of [...HOSTILE, ...placesIn(one).flatMap((place) => spoiltAt(one, place))]) {
        // Whether an entry is the next one is told where the order is.
        if (isFields(spoilt) && 'command' in spoilt && spoilt.seq !== 1 && isOne({ ...spoilt, seq: 1 }))
          continue;
        // One kind of command under the name of another brings parts of its own; the next test is about those.
        const wrong = schema.safeParse(spoilt).error?.issues ?? [];
        const isTaken = wrong.every(({ code }) => code === 'unrecognized_keys');
        expect(isOne(spoilt), `${JSON.stringify(spoilt)}: a file says ${isTaken}`).toBe(isTaken);
        counts[isTaken ? 'taken' : 'refused'] += 1;
      }
    }
    expect(counts.taken).toBeGreaterThan(50);
    expect(counts.refused).toBeGreaterThan(1_000);
  },
);

test('[JN17] parts that are not described are kept in a row and refused in a file', () => {
  const [more] = OPENINGS.map((one) => ({ ...(one as object), noted: 1 }));
  expect(isOpening(more)).toBe(true);
  expect(schemaOf(OPENING).safeParse(more).success).toBe(false);
});

/** Every place in it, each as the names that lead there. */
function placesIn(value: unknown): readonly (readonly string[])[] {
  if (!isFields(value)) return [];
  return Object.entries(value).flatMap(([name, inner]) => [
    [name],
    ...placesIn(inner).map((rest) => [name, ...rest]),
  ]);
}
/** It with each hostile value in that place, and with nothing there. */
function spoiltAt(value: unknown, [name = '', ...rest]: readonly string[]): readonly unknown[] {
  if (!isFields(value)) return [];
  const { [name]: inner, ...without } = value;
  if (rest.length > 0) return spoiltAt(inner, rest).map((spoilt) => ({ ...value, [name]: spoilt }));
  return [without, ...HOSTILE.map((hostile) => ({ ...value, [name]: hostile }))];
}
function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
