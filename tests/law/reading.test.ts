/** Reading the authors' law: every problem at its place, nothing ever thrown. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hasErrors } from '#language/diagnostic.ts';
import { readLaw } from '#law/read.ts';
import { duty, filesOf, lawOf, rule } from './small-law.ts';

const GOOD = `rules:\n${rule('it', 'of: detain, with: { who: vehicle }, knowing: { identity: confirmed }, seeing: [federal-claim], unless: [{ knowing: { threat: deadly } }], gives: { jurisdiction: forbidden }, grave: [jurisdiction]')}\nduties:\n${duty('that')}`;

test('[LW17] a problem stands at the line and column of what is wrong, with the nearest name as repair', () => {
  const base = `rules:
  - id: held
    of: [detain, release]
    with: { who: vehcle }
    seeing: [{ holding: { what: vehicle } }, { holding: { waht: person } }]
    gives: { jurisdiction: discouraged }
    by: [statute, secnd]
    because: B.
    title: T.`;
  const { law, problems } = readLaw(filesOf(base));
  expect(law).toBeNull();
  expect(
    problems.map(({ file, line, column, code, repair }) => [`${file}:${line}:${column}`, code, repair]),
  ).toEqual([
    ['law/layers/base.yaml:7:18', 'LW0203', 'Did you mean `vehicle`?'],
    ['law/layers/base.yaml:8:59', 'LW0202', 'Did you mean `what`?'],
    ['law/layers/base.yaml:10:19', 'LW0208', 'Did you mean `second`?'],
  ]);
});

test('[LW17] an unknown key is an error: it would silently never match', () => {
  const { law, problems } = readLaw(
    filesOf(
      `rules:\n${rule('it', 'of: detain, gives: { jurisdiction: forbidden }, knowing: { identity: confirmed }, tension: over 60')}`,
    ),
  );
  expect(law).toBeNull();
  expect(problems.map((problem) => problem.code)).toEqual(['LG0101']);
  expect(problems[0]?.message).toContain('tension');
});

test('[LW17] of authorities or packs that do not read only the file is told, not everything that names what is in it', () => {
  const probe =
    '  - { ref: A01a, situation: s, switches: { no: way }, knowing: {}, seeing: [], acts: [explain], expect: { nowhere: "000" } }';
  const told = (files: Map<string, string>) =>
    readLaw(files).problems.map(({ file, code }) => `${code} ${file}`);
  const files = filesOf(GOOD, '', probe);
  expect(told(files)).toEqual(['LW0305 law/probes/one.yaml', 'LW0310 law/probes/one.yaml']);
  expect(told(new Map([...files, ['law/packs.yaml', 'packs: [']]))).toEqual(['LG0001 law/packs.yaml']);
  const without = new Map([...filesOf(GOOD), ['law/authorities.yaml', 'authorities: [']]);
  expect(told(without)).toEqual(['LG0001 law/authorities.yaml']);
  without.delete('law/authorities.yaml');
  expect(told(without)).toEqual(['LW0301 law/authorities.yaml']);
});

test('[LW17] other files are left alone, and a good law equals its own JSON round trip', () => {
  const files = filesOf(GOOD);
  files.set('residence-207/scenario.yaml', '{{{');
  const { law, problems } = readLaw(files);
  expect(problems).toEqual([]);
  expect(JSON.parse(JSON.stringify(law))).toEqual(law);
  expect(law).toEqual(lawOf(GOOD));
});

test('[LW17] any text at all is read without throwing, and a law comes only without errors', () => {
  const whole = filesOf(
    GOOD,
    '',
    '  - { ref: A01a, situation: s, knowing: {}, seeing: [], acts: [explain] }',
  );
  const names = [...whole.keys()];
  let [broken, sound] = [0, 0];
  fc.assert(
    fc.property(
      fc.constantFrom(...names),
      fc.nat(),
      fc.nat(20),
      fc.oneof(
        fc.string(),
        fc.constantFrom('{', ']', ': ', '\n', '&a', '*a', '[[[', '!!', 'constructor', '1e999', '-'),
        fc.constant(''),
      ),
      (name, where, length, put) => {
        const text = whole.get(name) ?? '';
        const at = where % text.length;
        const files = new Map(whole).set(name, text.slice(0, at) + put + text.slice(at + length));
        const { law, problems } = readLaw(files);
        if (law === null) broken += 1;
        else sound += 1;
        expect(law === null).toBe(hasErrors(problems));
        for (const problem of problems) expect(problem.line * problem.column).toBeGreaterThan(0);
      },
    ),
    { numRuns: 150, seed: 207 },
  );
  expect(broken).toBeGreaterThan(30);
  expect(sound).toBeGreaterThan(3);
}, 60_000);
