/** The vocabulary: its page is up to date, and none of its words says what the law says. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ACTS, PURPOSES } from '#law/acts.ts';
import { BASES, FACTS } from '#law/facts.ts';
import { OBSERVATIONS } from '#law/observations.ts';
import { vocabularyPage } from '#law/vocabulary.ts';

const JUDGING =
  /lawful|legal|excess|proper|valid|justif|reasonabl|authori[sz]|permit|forbid|prohibit|wrong|abus|necessary|unneeded|due\b|misconduct|violat|breach|warranted|legit/;

/** Every name and value that an act can carry, as `kind.field=value`. */
const words = Object.entries(ACTS).flatMap(([kind, { fields }]) => [
  kind,
  ...Object.entries(fields).flatMap(([field, values]) => [
    `${kind}.${field}`,
    ...values.map((value) => `${kind}.${field}=${value}`),
  ]),
]);

test('[LW15] scenarios/law/VOCABULARY.md says what the vocabulary says', () => {
  const page = readFileSync(join(import.meta.dirname, '../../scenarios/law/VOCABULARY.md'), 'utf8');
  expect(page, 'run: npx deconflict judge --vocabulary > scenarios/law/VOCABULARY.md').toBe(vocabularyPage());
  for (const name of [...Object.keys(ACTS), ...Object.keys(OBSERVATIONS), ...Object.keys(FACTS)]) {
    expect(page).toContain(`| ${name} |`);
  }
});

test('[LW1] no name or value of an act says what the law will say', () => {
  expect([...words, ...PURPOSES].filter((word) => JUDGING.test(word))).toEqual([]);
  expect(words.length).toBeGreaterThan(150);
  for (const word of [
    'detain.basis=unlawful',
    'excess-force',
    'release.reason=not-due',
    'enter.entry=justified',
  ]) {
    expect(JUDGING.test(word), word).toBe(true);
  }
});

test('[LW1] no name or value of an observation or fact says it either', () => {
  const seen = Object.entries(OBSERVATIONS).flatMap(([kind, { fields }]) => [
    kind,
    ...Object.entries(fields).flatMap(([field, values]) => [field, ...values]),
  ]);
  const known = Object.entries(FACTS).flatMap(([fact, { values }]) => [fact, ...values]);
  expect([...seen, ...known].filter((word) => JUDGING.test(word))).toEqual([]);
  expect(seen.length + known.length).toBeGreaterThan(80);
});

test('[LW1] every word of the vocabulary is plain: lower case, hyphens, no field named as the common one', () => {
  const plain = /^[a-z0-9]+(-[a-z0-9]+)*$/;
  const names = words.flatMap((word) => word.split(/[.=]/));
  expect(names.filter((name) => !plain.test(name))).toEqual([]);
  expect(Object.values(ACTS).filter(({ fields }) => 'for' in fields)).toEqual([]);
});

test('[LW2] what closes an observation is an observation, and never itself', () => {
  for (const [kind, { closedBy }] of Object.entries(OBSERVATIONS)) {
    expect(closedBy.filter((other) => !(other in OBSERVATIONS) || other === kind)).toEqual([]);
  }
});

test('[LW3] a fact has at least two values, each once, and bases only for values it has', () => {
  for (const [fact, { values, bases }] of Object.entries(FACTS)) {
    expect(values.length, fact).toBeGreaterThan(1);
    expect(new Set(values).size, fact).toBe(values.length);
    expect(
      Object.keys(bases).filter((value) => !values.includes(value)),
      fact,
    ).toEqual([]);
    expect(
      Object.values(bases)
        .flat()
        .filter((basis) => !BASES.includes(basis)),
      fact,
    ).toEqual([]);
  }
});
