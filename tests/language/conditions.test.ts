import { evaluate } from '@marcbachmann/cel-js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Name, readCondition, type Scope } from '#language/condition.ts';
import type { Expr } from '#language/expr.ts';

const VALUES = ['unknown', 'claimed', 'confirmed'] as const;
const slot = (n: number, type: Name['type']): Name => ({ expr: { op: 'slot', slot: n }, type });
const values = new Map(VALUES.map((value, n) => [value as string, n]));
const SCOPE: Scope = {
  names: new Map<string, Name>([
    ['me.identity', slot(0, { kind: 'values', values })],
    ['known.patrol.identity', slot(1, { kind: 'values', values })],
    ['world.taped', slot(2, { kind: 'flag' })],
    ['world.crowd', slot(3, { kind: 'number' })],
    ['done.ask-dispatch', slot(4, { kind: 'number' })],
    ['story.contact', { expr: { op: 'state', region: 0 }, type: { kind: 'values', values } }],
  ]),
  forbids: (name) => (name.startsWith('truth.') ? { why: 'Truth is hidden.', repair: 'Use me.' } : null),
};

/** The plainest reading of a compiled condition; the exercise has its own, with closures. */
function value(expr: Expr, slots: readonly number[], place: readonly number[]): number {
  const of = (inner: Expr) => value(inner, slots, place);
  switch (expr.op) {
    case 'const':
      return expr.value;
    case 'slot':
      return slots[expr.slot] ?? Number.NaN;
    case 'state':
      return place[expr.region] ?? Number.NaN;
    case 'not':
      return of(expr.of) === 0 ? 1 : 0;
    case 'in':
      return expr.values.includes(of(expr.of)) ? 1 : 0;
    default:
      return binary(expr.op, of(expr.left), of(expr.right));
  }
}

function binary(op: string, a: number, b: number): number {
  const results: Record<string, number | boolean> = {
    and: a !== 0 && b !== 0,
    or: a !== 0 || b !== 0,
    eq: a === b,
    ne: a !== b,
    lt: a < b,
    le: a <= b,
    gt: a > b,
    ge: a >= b,
    add: a + b,
    sub: a - b,
  };
  return Number(results[op]);
}

const problemsOf = (text: string) => {
  const { expr, problems } = readCondition(text, SCOPE);
  expect(expr).toBeNull();
  return problems.map(({ code, offset, repair }) => ({ code, offset, repair }));
};

describe('[LG4] conditions are checked against declared names', () => {
  test('[LG4] a wrong value is found at its column with the right one', () => {
    expect(problemsOf("me.identity == 'confirmd'")).toEqual([
      { code: 'LG0206', offset: 15, repair: 'Did you mean `confirmed`?' },
    ]);
    expect(problemsOf("world.taped && me.identity in ['claimed', 'conffirmed']")[0]).toMatchObject({
      code: 'LG0206',
      offset: 42,
    });
  });

  test('[LG4] unknown names, hidden names, wrong types and syntax each have their code', () => {
    expect(problemsOf('world.tapd')[0]).toMatchObject({
      code: 'LG0203',
      repair: 'Did you mean `world.taped`?',
    });
    expect(problemsOf("truth.team == 'federal'")[0]).toMatchObject({ code: 'LG0204', offset: 0 });
    expect(problemsOf('world.crowd')[0]).toMatchObject({ code: 'LG0205' });
    expect(problemsOf("world.crowd == 'many'")[0]).toMatchObject({ code: 'LG0205', offset: 15 });
    expect(problemsOf('me.identity >= 1')[0]).toMatchObject({ code: 'LG0205' });
    expect(problemsOf("me.identity == 'claimed' &&")[0]).toMatchObject({ code: 'LG0201' });
    expect(problemsOf('size(world.crowd) > 1')[0]).toMatchObject({ code: 'LG0202' });
    expect(problemsOf('world.taped ? true : false')[0]).toMatchObject({ code: 'LG0202' });
    expect(problemsOf('')[0]).toMatchObject({ code: 'LG0201' });
  });

  test('[LG4] a name with a hyphen is told to go in brackets', () => {
    expect(problemsOf('done.ask-dispatch >= 1')[0]).toMatchObject({
      code: 'LG0203',
      repair: "A name with a hyphen goes in brackets: `done['ask-dispatch']`.",
    });
  });

  test('[LG4] a value without its quotes is told with them, on either side and in a list', () => {
    const quoted = (offset: number, value: string) => ({
      code: 'LG0203',
      offset,
      repair: `Put the value in quotes: \`'${value}'\`.`,
    });
    expect(problemsOf('me.identity == claimed')).toEqual([quoted(15, 'claimed')]);
    expect(problemsOf('claimed != me.identity')).toEqual([quoted(0, 'claimed')]);
    expect(problemsOf("me.identity in [claimed, 'unknown', confirmed]")).toEqual([
      quoted(16, 'claimed'),
      quoted(36, 'confirmed'),
    ]);
  });

  test('[LG4] what a condition cannot be read for is named whole', () => {
    const { problems } = readCondition('identity claimed', SCOPE);
    expect(problems[0]?.message).toContain('something does not belong here (claimed)');
  });

  test('[LG4] every problem of a condition is told, in the order of the text', () => {
    expect(problemsOf("world.tapd || me.identity == 'x' || truth.a").map((problem) => problem.code)).toEqual([
      'LG0203',
      'LG0206',
      'LG0204',
    ]);
  });
});

const enumName = fc.constantFrom('me.identity', 'known.patrol.identity', 'story.contact');
const quoted = fc.constantFrom(...VALUES).map((text) => `'${text}'`);
const { flag } = fc.letrec<{ flag: string; number: string }>((tie) => ({
  number: fc.oneof(
    { maxDepth: 3 },
    fc.integer({ min: 0, max: 12 }).map(String),
    fc.constantFrom('world.crowd', "done['ask-dispatch']"),
    fc
      .tuple(tie('number'), fc.constantFrom('+', '-'), tie('number'))
      .map(([a, op, b]) => `(${a} ${op} ${b})`),
  ),
  flag: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom('true', 'false', 'world.taped'),
    fc.tuple(enumName, fc.constantFrom('==', '!='), quoted).map((parts) => parts.join(' ')),
    fc.tuple(enumName, fc.array(quoted, { maxLength: 3 })).map(([a, list]) => `${a} in [${list.join(', ')}]`),
    fc.tuple(enumName, fc.constantFrom('==', '!='), enumName).map((parts) => parts.join(' ')),
    fc
      .tuple(tie('number'), fc.constantFrom('<', '<=', '>', '>=', '==', '!='), tie('number'))
      .map((parts) => parts.join(' ')),
    tie('flag').map((inner) => `!(${inner})`),
    fc
      .tuple(tie('flag'), fc.constantFrom('&&', '||'), tie('flag'))
      .map(([a, op, b]) => `(${a}) ${op} (${b})`),
  ),
}));

test('[LG5] a compiled condition means what CEL says it means', () => {
  let trues = 0;
  let falses = 0;
  const state = fc.record({
    enums: fc.tuple(fc.nat(2), fc.nat(2), fc.nat(2)),
    taped: fc.boolean(),
    crowd: fc.nat(12),
    done: fc.nat(9),
  });
  fc.assert(
    fc.property(flag, state, (text, { enums, taped, crowd, done }) => {
      const { expr, problems } = readCondition(text, SCOPE);
      expect(problems).toEqual([]);
      const mine = value(
        expr ?? { op: 'const', value: -1 },
        [enums[0], enums[1], Number(taped), crowd, done],
        [enums[2]],
      );
      const name = (n: number) => VALUES[n] ?? '';
      const theirs = evaluate(text, {
        me: { identity: name(enums[0]) },
        known: { patrol: { identity: name(enums[1]) } },
        world: { taped, crowd: BigInt(crowd) },
        done: { 'ask-dispatch': BigInt(done) },
        story: { contact: name(enums[2]) },
      });
      if (theirs === true) trues++;
      else falses++;
      expect(mine).toBe(theirs === true ? 1 : 0);
    }),
    { seed: 207, numRuns: 3000 },
  );
  expect(Math.min(trues, falses)).toBeGreaterThan(500);
});

test('[LG1] no text makes the condition reader throw', () => {
  const bits = fc.constantFrom(
    'me',
    '.',
    'identity',
    "'",
    '[',
    ']',
    '(',
    '==',
    '&&',
    '-',
    '9'.repeat(30),
    'in',
    '!',
    ' ',
    'truth',
    '{',
    '"',
    '?',
    '\\',
  );
  let read = 0;
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(bits, { maxLength: 12 }).map((all) => all.join('')),
        fc.string(),
      ),
      (text) => {
        const { expr, problems } = readCondition(text, SCOPE);
        expect(expr === null).toBe(problems.length > 0);
        for (const { offset } of problems) expect(offset).toBeLessThanOrEqual(text.length);
        read++;
      },
    ),
    { seed: 207, numRuns: 2000 },
  );
  expect(read).toBe(2000);
  expect(readCondition(`${'('.repeat(900)}true${')'.repeat(900)}`, SCOPE).problems.length).toBeLessThan(3);
  expect(readCondition(`${'!'.repeat(1900)}true`, SCOPE).problems.length).toBeLessThan(3);
});
