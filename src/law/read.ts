/** Reads the authors' law files: every problem with its place, and the law if there is no error (SPEC LW17). Never throws on any text. */

import type { z } from 'zod';
import { type Diagnostic, hasErrors, inReadingOrder } from '#language/diagnostic.ts';
import { type ReadYaml, readYaml } from '#language/yaml-reader.ts';
import { zodProblems } from '#language/zod-issues.ts';
import { list } from './check-names.ts';
import { LAW_FORMS } from './forms.ts';
import type { Authority, Law, Pack, Probe } from './pack.ts';
import { type Known, readLayer } from './read-layer.ts';
import { readProbe } from './read-probe.ts';
import { AUTHORITIES_FILE, LAYER_FILE, PACKS_FILE, PROBES_FILE, TEXTS_FILE } from './schema.ts';
import { Site } from './site.ts';
import { strayLawFiles } from './stray-files.ts';
import { checkSuspensions } from './suspensions.ts';

const AUTHORITIES = 'law/authorities.yaml';
const PACKS = 'law/packs.yaml';
const LAYERS = 'law/layers/';

/**
 * Reads everything below `law/`, keyed by path (`law/layers/federal.yaml`); other files are left alone. Problems come in reading order;
 * `law` is null if any of them is an error, or if authorities or packs are missing. `yaml` reads the single files.
 */
export function readLaw(
  files: ReadonlyMap<string, string>,
  yaml: ReadYaml = readYaml,
): {
  readonly law: Law | null;
  readonly problems: readonly Diagnostic[];
} {
  const problems: Diagnostic[] = [...strayLawFiles(files.keys())];
  for (const file of [AUTHORITIES, PACKS]) {
    if (files.has(file) || problems.some(({ repair }) => repair.includes(`\`${file}\``))) continue;
    const message = `The law file ${file} is missing.`;
    const repair = 'Add it; src/law/schema.ts shows what goes in it.';
    problems.push({ file, line: 1, column: 1, code: 'LW0301', severity: 'error', message, repair });
  }
  const under = (folder: string) =>
    [...files.keys()].filter((file) => file.startsWith(folder) && file.endsWith('.yaml')).sort();
  const parse = <T extends z.ZodType>(file: string, schema: T) =>
    parsed(yaml(file, files.get(file) ?? ''), schema, problems);

  const authorityFile = files.has(AUTHORITIES) ? parse(AUTHORITIES, AUTHORITIES_FILE) : null;
  const authorities = readAuthorities(authorityFile);
  const packFile = files.has(PACKS) ? parse(PACKS, PACKS_FILE) : null;
  const known: Known = { authorities, switches: declaredSwitches(packFile?.value) };
  const layerFiles = under(LAYERS);
  const read = layerFiles.flatMap((file) => {
    const one = parse(file, LAYER_FILE);
    return one === null ? [] : [{ site: one.site, layer: readLayer(one.value, one.site, known) }];
  });
  const layers = Object.fromEntries(read.map(({ layer }) => [layer.id, layer]));
  checkSuspensions(read, layers);
  const packs = packFile === null ? {} : readPacks(packFile.value, packFile.site, layerFiles.map(idOf));
  const probes = under('law/probes/').flatMap((file): Probe[] => {
    const one = parse(file, PROBES_FILE);
    return (one?.value.probes ?? []).flatMap((probe, index) =>
      one === null
        ? []
        : [readProbe(probe, one.site.into('probes', index), { ...known, packs: Object.keys(packs) })],
    );
  });
  const texts = [...files.keys()].flatMap((file) => {
    const lang = /^law\/text\.([a-z]{2})\.yaml$/.exec(file)?.[1];
    const one = lang === undefined ? null : parse(file, TEXTS_FILE);
    return lang === undefined || one === null ? [] : [[lang, one.value] as const];
  });
  const translations = texts.length === 0 ? {} : { translations: Object.fromEntries(texts) };
  const law: Law = { format: 1, authorities, layers, packs, probes, ...translations };
  // Whatever is named in a file that does not read is missed everywhere else: only the file is told.
  const missed = [
    ...(authorityFile === null ? ['LW0208'] : []),
    ...(packFile === null ? ['LW0305', 'LW0310'] : []),
  ];
  const told = problems.filter(({ code }) => !missed.includes(code));
  return { law: hasErrors(told) ? null : law, problems: inReadingOrder(told) };
}

/** A layer is named by its file, so that one with an error is not missed by the packs as well. */
function idOf(file: string): string {
  return file.slice(LAYERS.length, -'.yaml'.length);
}

interface Parsed<T> {
  readonly value: T;
  readonly site: Site;
}

function parsed<T extends z.ZodType>(
  { source, problems: ofYaml }: ReturnType<ReadYaml>,
  schema: T,
  problems: Diagnostic[],
): Parsed<z.infer<T>> | null {
  problems.push(...ofYaml);
  if (hasErrors(ofYaml)) return null;
  const result = schema.safeParse(source.value);
  if (!result.success) {
    problems.push(...zodProblems(result.error.issues, source, LAW_FORMS, schema));
    return null;
  }
  return { value: result.data, site: new Site(source, [], problems) };
}

function readAuthorities(file: Parsed<z.infer<typeof AUTHORITIES_FILE>> | null): Record<string, Authority> {
  const authorities: Record<string, Authority> = {};
  for (const [index, one] of (file?.value.authorities ?? []).entries()) {
    const site = file?.site.into('authorities', index);
    if (Object.hasOwn(authorities, one.id)) {
      site?.into('id').error('LW0302', `There is already an authority \`${one.id}\`.`, 'Give it another id.');
    }
    for (const [step, entry] of one.history.entries()) {
      const before = one.history[step - 1];
      if (before === undefined || before.on < entry.on) continue;
      const message = `This entry (${entry.on}) must be dated later than the one before it (${before.on}).`;
      site
        ?.into('history', step, 'on')
        .error('LW0308', message, 'Put the history in order, oldest first, with one entry per day.');
    }
    const { 'read-on': readOn, ...rest } = one;
    authorities[one.id] = {
      ...rest,
      ...(readOn === undefined ? {} : { readOn }),
      quote: one.quote ?? null,
      note: one.note ?? null,
      history: one.history.map((entry) => ({ on: entry.on, is: entry.is, asTo: entry['as-to'] ?? null })),
    };
  }
  return authorities;
}

function declaredSwitches(file: z.infer<typeof PACKS_FILE> | undefined): Record<string, readonly string[]> {
  const all: Record<string, readonly string[]> = {};
  for (const pack of file?.packs ?? []) {
    for (const [name, one] of Object.entries(pack.switches ?? {})) {
      all[name] = [...new Set([...(all[name] ?? []), ...one.values])];
    }
  }
  return all;
}

function readPacks(
  file: z.infer<typeof PACKS_FILE>,
  site: Site,
  layers: readonly string[],
): Record<string, Pack> {
  const packs: Record<string, Pack> = {};
  for (const [index, one] of file.packs.entries()) {
    const at = site.into('packs', index);
    if (Object.hasOwn(packs, one.id)) {
      at.into('id').error('LW0302', `There is already a pack \`${one.id}\`.`, 'Give it another id.');
    }
    for (const [step, layer] of list(one.layers).entries()) {
      if (!layers.includes(layer)) at.into('layers', step).unknown('LW0309', 'layer', layer, layers);
    }
    for (const [name, { values, start }] of Object.entries(one.switches ?? {})) {
      if (!values.includes(start))
        at.into('switches', name, 'start').unknown('LW0305', 'value', start, values);
    }
    packs[one.id] = { ...one, switches: one.switches ?? {} };
  }
  return packs;
}
