/** The shipped law with the probes at its edges, which tests/law/edges holds in the format of probes: what mutation judges by. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSources } from '#cli/disk/sources.ts';
import type { Law } from '#law/pack.ts';
import { readLaw } from '#law/read.ts';

export const EDGES = join(import.meta.dirname, 'edges');

/** Throws where the law or an edge does not read. */
export function lawWithEdges(): Law {
  const edges = readdirSync(EDGES).map(
    (file) => [`law/probes/edges-${file}`, readFileSync(join(EDGES, file), 'utf8')] as const,
  );
  const { law, problems } = readLaw(new Map([...readSources(), ...edges]));
  if (law === null) throw new Error(problems.map(({ message }) => message).join('\n'));
  return law;
}
