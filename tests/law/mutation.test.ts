/**
 * Mutation of the shipped law: a rule, duty or condition taken out or loosened is noticed by a probe. A seeded sample in `npm test`, every mutant
 * in `npm run prove`.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { PROBE_DAY } from '#cli/judge.ts';
import { judgeActs } from '#law/judge-acts.ts';
import { mutantsOf } from './law-mutants.ts';
import { type Depth, Mutation } from './mutation.ts';
import { shortSigns } from './short-signs.ts';
import { lawWithEdges } from './with-edges.ts';

const LONG = process.env.PROVE_RUNS !== undefined;
const SEED = 207;
/** Of so many mutants the sample takes one. */
const ONE_OF = 24;
const AT_MOST = 0.03;

const law = lawWithEdges();
const mutation = new Mutation(law);
const mutants = mutantsOf(law);
const written = readFileSync(join(import.meta.dirname, 'reference/survivors.yaml'), 'utf8');
/** By mutant, why no probe can notice it. */
const WHY = z.record(z.string(), z.string().min(20)).parse(parse(written) ?? {});

test('[LW31] a mutant of the law is noticed by a probe, or is listed with the reason why none can', () => {
  const asked = LONG ? mutants : mutants.filter((_, n) => (n * 7919 + SEED) % ONE_OF === 0);
  const alive = asked.filter((mutant) => mutation.noticedBy(mutant, 'whole') === null);
  expect(asked.length).toBeGreaterThan(LONG ? 2_000 : 80);
  expect(
    alive.map(({ name }) => name).filter((name) => !Object.hasOwn(WHY, name)),
    'Write a probe that notices it in scenarios/law/probes, or run node tests/law/write-edges.ts LAYER.',
  ).toEqual([]);
});

test.runIf(LONG)(
  '[LW31] of all mutants at most 3 % survive, and no reason is stale',
  () => {
    const share = (depth: Depth) => {
      const alive = mutants.filter((mutant) => mutation.noticedBy(mutant, depth) === null);
      console.log(
        `${depth}: ${alive.length} of ${mutants.length} mutants survive ${law.probes.length} probes`,
      );
      return alive;
    };
    const alive = share('whole');
    for (const { name } of alive) console.log(`  ${name}: ${WHY[name] ?? 'no reason given'}`);
    share('leading');
    share('signs');
    expect(alive.length / mutants.length).toBeLessThanOrEqual(AT_MOST);
    const names = alive.map(({ name }) => name);
    expect(Object.keys(WHY).filter((name) => !names.includes(name))).toEqual([]);
  },
  600_000,
);

test('[LW31] a rule that no probe touches survives, and a rule made void does not', () => {
  const of = 'practice/left-open-call';
  const layer = law.layers.practice;
  const item = layer?.rules.find(({ id }) => id === of);
  if (layer === undefined || item === undefined) throw new Error(of);
  const nowhere = { with: {}, knowing: { van: ['gone'] }, seeing: [], while: {}, switch: {} };
  const needless = {
    layer: 'practice',
    id: of,
    name: of,
    item: { ...item, unless: [...item.unless, nowhere] },
  };
  expect(mutation.noticedBy(needless, 'whole')).toBeNull();
  expect(mutation.noticedBy({ ...needless, item: null }, 'whole')).not.toBeNull();
});

test('[LW31] acts at the edges of a rule are ruled as written', () => {
  const edges = law.probes.filter(({ situation }) => situation === 'edge');
  const wrong = edges.flatMap((probe) =>
    Object.entries(probe.expect).flatMap(([pack, expected]) => {
      const ours = shortSigns(judgeActs({ law, pack, asOf: PROBE_DAY, switches: probe.switches }, probe));
      return ours === expected ? [] : [`${probe.ref} ${pack}: expected ${expected}, got ${ours}`];
    }),
  );
  expect(wrong, 'Read each; where the law means it, run node tests/law/write-edges.ts LAYER.').toEqual([]);
  expect(edges.length).toBeGreaterThan(100);
});
