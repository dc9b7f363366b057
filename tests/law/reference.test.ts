/** What the packs make of F01 to F35, against the reference as corrected; every difference has a reason in writing. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { lawAmong } from '#cli/disk/read-once.ts';
import { readSources } from '#cli/disk/sources.ts';
import { PRINTED_PACKS, PROBE_DAY, probeRows, type Row } from '#cli/judge.ts';
import { coverage, judgeActs } from '#law/judge-acts.ts';
import { AXES } from '#law/trace.ts';
import { shortSigns } from './short-signs.ts';

const FOLDER = join(import.meta.dirname, 'reference');
const LETTERS: Readonly<Record<string, string>> = {
  'ca-los-angeles': 'ca-los-angeles',
  'texas-city': 'cooperative',
  neutral: 'neutral',
};
const CELLS = [...AXES, 'grave'] as const;
const cell = z.union([z.enum(['+', '0', '-']), z.boolean()]);
const ruling = z.object({
  jurisdiction: cell,
  constitutional: cell,
  'crowd-safety': cell,
  grave: cell,
});
const reference = z
  .object({
    scenarios: z.array(
      z.object({
        id: z.string(),
        decisions: z.array(
          z.object({
            id: z.string(),
            options: z.array(
              z.object({ ref: z.string(), ruling: z.union([z.string(), z.record(z.string(), ruling)]) }),
            ),
          }),
        ),
      }),
    ),
  })
  .parse(JSON.parse(readFileSync(join(FOLDER, 'decisions.json'), 'utf8')));
const where = {
  ref: z.string(),
  pack: z.enum(PRINTED_PACKS),
  axis: z.enum(CELLS),
  because: z.string().min(20),
};
const { corrections } = z
  .strictObject({
    format: z.literal(1),
    corrections: z.array(z.strictObject({ ...where, from: cell, to: cell, authority: z.string() })),
  })
  .parse(parse(readFileSync(join(FOLDER, 'corrections.yaml'), 'utf8')));
const { deviations } = z
  .strictObject({
    format: z.literal(1),
    deviations: z.array(
      z.strictObject({
        ...where,
        reference: cell,
        ours: cell,
        reason: z.enum(['halo dropped', 'reference contradicts itself', 'context', 'silence']),
      }),
    ),
  })
  .parse(parse(readFileSync(join(FOLDER, 'deviations.yaml'), 'utf8')));

const { law, problems } = lawAmong(readSources());
if (law === null) throw new Error(problems.map((problem) => problem.message).join('\n'));
const rows = probeRows(law);
const options = reference.scenarios
  .flatMap((scenario) => scenario.decisions.map((decision) => ({ ...decision, situation: scenario.id })))
  .flatMap((decision) =>
    decision.options.map((option) => ({ ...option, decision: decision.id, situation: decision.situation })),
  );
const flagship = options.filter((option) => option.situation === 'flagship');

type Cell = z.infer<typeof cell>;
const keyOf = (one: { ref: string; pack: string; axis: string }) => `${one.ref} ${one.pack} ${one.axis}`;
const corrected = new Map(corrections.map((one) => [keyOf(one), one.to]));

/** Every cell of F01 to F35 that the reference rules, as corrected, beside ours. */
const compared = flagship.flatMap(({ ref, ruling: told }) => {
  if (typeof told === 'string') return [];
  return PRINTED_PACKS.flatMap((pack) =>
    CELLS.map((axis) => {
      const one = { ref, pack, axis };
      const theirs = told[LETTERS[pack] ?? '']?.[axis];
      return { ...one, reference: corrected.get(keyOf(one)) ?? theirs, ours: oursOf(ref, pack)?.[axis] };
    }),
  );
});
const differing = compared.filter((one) => one.reference !== one.ours);

function oursOf(ref: string, pack: string): Row | undefined {
  return rows.find((row) => row.ref === ref && row.pack === pack && row.situation === 'flagship');
}

test('[LW19] every option of F01 to F35 is ruled once under each pack, those left to the packs too', () => {
  for (const { ref } of flagship) {
    for (const pack of PRINTED_PACKS) {
      expect(
        rows.filter((row) => row.ref === ref && row.pack === pack),
        `${ref} ${pack}`,
      ).toHaveLength(1);
    }
  }
  expect(flagship).toHaveLength(138);
  const left = flagship.filter((option) => typeof option.ruling === 'string').map((option) => option.ref);
  expect(left).toHaveLength(19);
  // What is left to the packs and is no silence is ruled by a rule.
  const silent = (ref: string) => law.probes.find((probe) => probe.ref === ref)?.acts.length === 0;
  for (const ref of left.filter((one) => !silent(one))) {
    expect(oursOf(ref, 'neutral')?.rules, ref).not.toHaveLength(0);
  }
  expect(left.filter(silent)).toEqual(['F19d', 'F26b', 'F27d']);
});

test('[LW19] never + where the reference has −, nor − where it has +', () => {
  const opposed = differing.filter((one) => [one.reference, one.ours].sort().join('') === '+-');
  expect(opposed.map(keyOf)).toEqual([]);
  expect(compared.filter((one) => one.reference === '-').length).toBeGreaterThan(300);
});

test('[LW19] every cell that differs, grave ones first of all, is listed with its reason, and no entry is stale', () => {
  const entry = (
    one: Pick<Row, 'ref' | 'pack'> & { axis: string; reference: Cell | undefined; ours: Cell | undefined },
  ) => `${keyOf(one)}: reference ${one.reference}, ours ${one.ours}`;
  expect(deviations.map(entry).sort()).toEqual(differing.map(entry).sort());
  expect(new Set(deviations.map(keyOf)).size).toBe(deviations.length);
});

test('[LW19] at least 85 % of the cells where the reference is not 0 are equal', () => {
  const signs = compared.filter((one) => one.axis !== 'grave' && one.reference !== '0');
  const equal = signs.filter((one) => one.reference === one.ours);
  expect(signs.length).toBeGreaterThan(800);
  expect(equal.length / signs.length).toBeGreaterThanOrEqual(0.85);
  for (const pack of PRINTED_PACKS) {
    const own = signs.filter((one) => one.pack === pack);
    const same = own.filter((one) => one.reference === one.ours);
    expect(same.length / own.length, pack).toBeGreaterThanOrEqual(0.85);
  }
});

test('[LW19] a correction corrects what the reference says, by an authority that exists, once', () => {
  for (const one of corrections) {
    const told = options.find((option) => option.ref === one.ref)?.ruling;
    const theirs =
      told === undefined || typeof told === 'string' ? undefined : told[LETTERS[one.pack] ?? '']?.[one.axis];
    expect(theirs, keyOf(one)).toBe(one.from);
    expect(one.to, keyOf(one)).not.toBe(one.from);
    expect(law.authorities[one.authority], one.authority).toBeDefined();
  }
  expect(corrected.size).toBe(corrections.length);
});

test('[LW19] every probe gets the signs that it expects', () => {
  const wrong = law.probes.flatMap((probe) =>
    Object.entries(probe.expect).flatMap(([pack, expected]) => {
      const ours = shortSigns(judgeActs({ law, pack, asOf: PROBE_DAY, switches: probe.switches }, probe));
      return ours === expected ? [] : [`${probe.ref} ${pack}: expected ${expected}, got ${ours}`];
    }),
  );
  expect(wrong).toEqual([]);
  expect(law.probes.every((probe) => Object.keys(probe.expect).length > 0)).toBe(true);
  expect(law.probes.length).toBeGreaterThan(200);
});

test('[LW19] no layer holds a rule that names the single option it was written for', () => {
  const items = Object.values(law.layers).flatMap((layer) => [...layer.rules, ...layer.duties]);
  const refs = new Set(flagship.map((option) => option.ref.toLowerCase()));
  expect(items.filter((item) => item.id.split(/[/-]/).some((word) => refs.has(word)))).toEqual([]);
});

test('[LW21] a delegation changes what an officer may do for the federal team, by its model', () => {
  const models = law.packs['florida-287g']?.switches.model?.values ?? [];
  const signs = (ref: string) =>
    models.map((model) => {
      const probe = law.probes.find((one) => one.ref === ref);
      if (probe === undefined) throw new Error(ref);
      return shortSigns(
        judgeActs({ law, pack: 'florida-287g', asOf: PROBE_DAY, switches: { model } }, probe),
      );
    });
  expect(models).toEqual(['none', 'task-force', 'jail-enforcement', 'warrant-service']);
  expect(signs('fl-identify-none')).toEqual(['000', '+00', '000', '000']);
  expect(signs('fl-arrest-none')).toEqual(['-00', '+00', '-00', '-00']);
  expect(signs('fl-question-none')).toEqual(['000', '+00', '-00', '-00']);
  expect(signs('fl-serve-paper-none')).toEqual(['--0!', '+00', '--0!', '--0!']);
});

test('[LW21] no model of delegation reaches past the Fourth Amendment or the supremacy of a confirmed team', () => {
  const models = law.packs['florida-287g']?.switches.model?.values ?? [];
  const same = ['fl-enter-on-their-paper', 'fl-join-the-entry', 'fl-hold-the-team', 'F16c', 'F18c', 'F25b'];
  for (const ref of same) {
    for (const model of models) {
      const probe = law.probes.find((one) => one.ref === ref);
      if (probe === undefined) throw new Error(ref);
      const under = { law, pack: 'florida-287g', asOf: PROBE_DAY, switches: { model } };
      expect(judgeActs(under, probe).signs.constitutional, `${ref} ${model}`).toBe('-');
    }
  }
});

test('[LW19] every rule and duty of the shipped layers speaks in at least one probe, today or before an injunction', () => {
  const packs = Object.keys(law.packs);
  const [today, before] = [PROBE_DAY, '2026-02-18'].map((day) => coverage(law, packs, day));
  const silent = (today ?? []).filter((one, index) => one.probes === 0 && before?.[index]?.probes === 0);
  expect(silent.map((one) => one.rule)).toEqual([]);
  expect(today?.length).toBeGreaterThan(250);
});
