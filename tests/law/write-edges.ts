/**
 * Writes tests/law/edges/LAYER.yaml anew: `node tests/law/write-edges.ts LAYER…`. Edges that are there stay, with what the law gives now; for each mutant
 * that no probe notices one is added, if one is found. Read the difference: it is what a change of the law changed at its edges.
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROBE_DAY } from '#cli/judge.ts';
import { judgeActs } from '#law/judge-acts.ts';
import type { Law, Probe } from '#law/pack.ts';
import { edgeOf } from './edges.ts';
import { mutantsOf } from './law-mutants.ts';
import { type Case, MUTATION_DAYS, Mutation } from './mutation.ts';
import { shortSigns } from './short-signs.ts';
import { EDGES, lawWithEdges } from './with-edges.ts';

type Edge = Pick<Probe, 'ref' | 'acts' | 'knowing' | 'seeing' | 'switches'>;

/** The edges of a layer: those there are, then one for each mutant that is still not noticed. */
function edgesFor(law: Law, layer: string): readonly Edge[] {
  const mutation = new Mutation(law);
  const items = Object.values(law.layers).flatMap((one) => [...one.rules, ...one.duties]);
  const edges: Edge[] = law.probes.filter(
    ({ ref, situation }) => situation === 'edge' && ref.startsWith(`edge-${layer}-`),
  );
  const cases: Case[] = [];
  for (const mutant of mutantsOf(law).filter((one) => one.layer === layer)) {
    if (mutation.noticedBy(mutant, 'whole') !== null) continue;
    const [again] = mutation.noticing(mutant, cases, 'whole');
    const original = items.find(({ id }) => id === mutant.id);
    if (again !== undefined || original === undefined) continue;
    const edge = edgeOf(mutation, law, original, mutant);
    if (edge === null) continue;
    const last = Number(edges.at(-1)?.ref.split('-').at(-1) ?? '0');
    const probe = { ...edge, ref: `edge-${layer}-${last + 1}` };
    edges.push(probe);
    cases.push(
      ...Object.keys(law.packs).flatMap((pack) => MUTATION_DAYS.map((asOf) => ({ pack, asOf, probe }))),
    );
  }
  return edges;
}

function page(law: Law, layer: string, edges: readonly Edge[]): string {
  return [
    `# Acts at the edges of the rules and duties of ${layer}, which no other probe holds. write-edges.ts found them and took the rulings from the`,
    '# judge: they show that a change of the law is noticed. They do not show that it is right, as the probes of scenarios/law do.',
    'format: 1',
    'probes:',
    ...edges.flatMap((edge) => probeLines(law, edge)),
    '',
  ].join('\n');
}

function probeLines(law: Law, edge: Edge): readonly string[] {
  const { ref, acts, knowing, seeing, switches } = edge;
  const packs = Object.values(law.packs).filter(({ switches: own }) =>
    Object.entries(switches).every(([name, value]) => own[name]?.values.includes(value)),
  );
  const expected = packs.map(({ id: pack }) => {
    const ruled = judgeActs({ law, pack, asOf: PROBE_DAY, switches }, edge);
    return `${pack}: ${JSON.stringify(shortSigns(ruled))}`;
  });
  return [
    `  - ref: ${ref}`,
    '    situation: edge',
    ...(Object.keys(switches).length === 0 ? [] : [`    switches: ${flow(switches)}`]),
    `    knowing: ${flow(knowing)}`,
    `    seeing: [${seeing.map(({ observation, fields }) => (Object.keys(fields).length === 0 ? observation : `{ ${observation}: ${flow(fields)} }`)).join(', ')}]`,
    `    acts: [${acts.map(({ kind, fields }) => `{ ${kind}: ${flow(fields)} }`).join(', ')}]`,
    `    expect: { ${expected.join(', ')} }`,
  ];
}

function flow(record: Readonly<Record<string, unknown>>): string {
  const pairs = Object.entries(record).map(([key, value]) => `${key}: ${String(value)}`);
  return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
}

if (import.meta.main) {
  for (const layer of process.argv.slice(2)) {
    const law = lawWithEdges();
    const edges = edgesFor(law, layer);
    writeFileSync(join(EDGES, `${layer}.yaml`), page(law, layer, edges));
    process.stdout.write(`${layer}: ${edges.length} edges\n`);
  }
  const biome = join(import.meta.dirname, '../../node_modules/@biomejs/biome/bin/biome');
  spawnSync(process.execPath, [biome, 'format', '--write', EDGES], { stdio: 'inherit' });
}
