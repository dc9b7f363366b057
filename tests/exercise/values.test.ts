import fc from 'fast-check';
import { expect, test } from 'vitest';
import { draw, roll, shuffle } from '#exercise/chance.ts';
import { closureOf } from '#exercise/conditions.ts';
import { digest } from '#exercise/digest.ts';
import { textOf } from '#exercise/words.ts';
import { canonicalJson, hashOf } from '#language/canonical.ts';
import { playbook } from './fixture.ts';
import { Play } from './play.ts';

test('[EX2] canonical JSON sorts keys by code point and leaves no white space', () => {
  expect(canonicalJson({ b: [1, { z: null, a: true }], a: 'x "y"', skipped: undefined })).toBe(
    '{"a":"x \\"y\\"","b":[1,{"a":true,"z":null}]}',
  );
  // U+FF61 comes before U+1F600, though not by UTF-16 units.
  expect(canonicalJson({ '\u{1f600}': 1, '\uff61': 2 })).toBe('{"\uff61":2,"\u{1f600}":1}');
});

test('[EX2] canonical JSON refuses what is not an integer or not JSON', () => {
  for (const bad of [0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, -0, () => 1, 1n, undefined]) {
    expect(() => canonicalJson({ a: bad === undefined ? [bad] : bad }), String(bad)).toThrow('[EX2]');
  }
});

test('[EX2] canonical JSON reads back as what was written', () => {
  const json = fc.object({
    key: fc.string({ unit: 'binary' }),
    values: [fc.maxSafeInteger(), fc.string({ unit: 'binary' }), fc.boolean(), fc.constant(null)],
  });
  let seen = 0;
  fc.assert(
    fc.property(json, (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(value);
      seen += 1;
    }),
    { seed: 207, numRuns: 300 },
  );
  expect(seen).toBe(300);
});

test('[EX3] hashes are SHA-256 in plain sight; equal values have equal hashes', () => {
  // sha256 of `{"a":1}` as given by coreutils sha256sum.
  expect(hashOf({ a: 1 })).toBe('sha256:015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862');
  expect(hashOf({ a: 1, b: 2 })).toBe(hashOf({ b: 2, a: 1 }));
});

test('[EX3] every part of the core state but seq is in the digest', () => {
  const { exercise } = Play.arrived();
  const plain = digest(exercise);
  expect(digest({ ...exercise, seq: 99 })).toBe(plain);
  for (const [key, value] of Object.entries(exercise)) {
    if (key === 'seq') continue;
    const changed = Array.isArray(value) ? [...value, 0] : value + 1;
    expect(digest({ ...exercise, [key]: changed }), key).not.toBe(plain);
  }
});

test('[EX10] a draw depends on seed, key and visit alone', () => {
  const weights = [3, 1];
  const first = draw(7, 'truth.team', 0, weights);
  for (let i = 0; i < 50; i++) draw(7, `other.${i}`, i, weights);
  expect(draw(7, 'truth.team', 0, weights)).toBe(first);
  expect(new Set(Array.from({ length: 50 }, (_, visit) => roll(7, 'card', visit))).size).toBe(50);
  expect(new Set(Array.from({ length: 50 }, (_, seed) => roll(seed, 'card', 1))).size).toBe(50);
  expect(roll(1, 'card', 1)).not.toBe(roll(1 + 2 ** 32, 'card', 1));
});

test('[EX10] draws follow their weights; a weight of nothing is never drawn', () => {
  const counts = [0, 0, 0];
  for (let seed = 0; seed < 8_000; seed++) {
    const n = draw(seed, 'truth.team', 0, [3, 0, 1]);
    counts[n] = (counts[n] ?? 0) + 1;
  }
  expect(counts[1]).toBe(0);
  // Six standard deviations of a fair draw.
  expect(Math.abs((counts[0] ?? 0) - 6_000)).toBeLessThan(6 * Math.sqrt((8_000 * 3) / 16));
  expect(() => draw(1, 'x', 0, [0, 0])).toThrow('[EX10]');
  expect(() => draw(1, 'x', 0, [1, -1])).toThrow('[EX10]');
});

test('[EX10] a shuffle is a permutation, and each order comes up', () => {
  const orders = new Map<string, number>();
  for (let seed = 0; seed < 2_400; seed++) {
    const order = shuffle(seed, 'approach', 1, 4);
    expect([...order].sort()).toEqual([0, 1, 2, 3]);
    orders.set(order.join(), (orders.get(order.join()) ?? 0) + 1);
  }
  expect(orders.size).toBe(24);
  expect(Math.min(...orders.values())).toBeGreaterThan(50);
});

test('[EX10] a branch does not shift the dice: what is played elsewhere changes no card', () => {
  const one = Play.arrived({ seed: 11 });
  const other = Play.arrived({ seed: 11 });
  one.act(20_000, 'note');
  one.act(20_500, 'medics');
  one.advance(45_000);
  other.advance(45_000);
  const order = (play: Play) => play.view().decisions.map((card) => card.options.map((option) => option.id));
  expect(order(one)).toEqual(order(other));
  expect(order(one).length).toBe(2);
});

test('[EX11] conditions are integers: each operator', () => {
  const of = (op: 'and' | 'or' | 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge' | 'add' | 'sub') =>
    closureOf({ op, left: { op: 'slot', slot: 0 }, right: { op: 'slot', slot: 1 } });
  const table = { and: 1, or: 1, eq: 0, ne: 1, lt: 0, le: 0, gt: 1, ge: 1, add: 7, sub: 3 } as const;
  for (const op of ['and', 'or', 'eq', 'ne', 'lt', 'le', 'gt', 'ge', 'add', 'sub'] as const) {
    expect(of(op)([5, 2], []), op).toBe(table[op]);
  }
  expect(of('and')([5, 0], [])).toBe(0);
  expect(of('or')([0, 0], [])).toBe(0);
  expect(closureOf({ op: 'not', of: { op: 'slot', slot: 0 } })([5], [])).toBe(0);
  expect(closureOf({ op: 'in', of: { op: 'state', region: 1 }, values: [3, 4] })([], [0, 4])).toBe(1);
  expect(closureOf({ op: 'in', of: { op: 'state', region: 1 }, values: [] })([], [0, 4])).toBe(0);
});

test('[EX23] a text without a translation or an id reads as best it can', () => {
  const locale = { lang: 'es', words: 'plain' } as const;
  expect(textOf(playbook, 'no.such.text', locale)).toBe('no.such.text');
  expect(textOf(playbook, 'line.call', locale)).toBe('4-Adam-31, a kidnapping in progress.');
});
