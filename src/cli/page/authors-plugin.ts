/**
 * Brings what authors wrote into the page: a Vite plugin that reads scenarios and law when the page is built, so that no reader,
 * schema or YAML parser is loaded in the browser.
 *
 * `virtual:scenarios` is a small list with one lazy chunk per playbook and per map, `virtual:law` the law as one lazy chunk. An author's error stops
 * the build with its place (SPEC TB12); under the dev server it shows in the page and a saved file loads the page again.
 */
import { relative } from 'node:path';
import type { Plugin, ViteDevServer } from 'vite';
import { ENGINE_VERSION } from '#exercise/engine-version.ts';
import { hashOf } from '#language/canonical.ts';
import { type Diagnostic, printDiagnostic } from '#language/diagnostic.ts';
import type { Law } from '#law/pack.ts';
import { readLaw } from '#law/read.ts';
import type { MapPlan } from '#scenario/map/map-plan.ts';
import type { Playbook } from '#scenario/playbook.ts';
import { readScenario, scenarioIds } from '#scenario/read.ts';
import { listingOf, packsOf } from '#table/library/listing-of.ts';
import type { VersionFacts } from '#table/runs/version-facts.ts';
import { readSources, SCENARIOS } from '../disk/sources.ts';
import { mapIn } from './listing.ts';

const LIST = 'virtual:scenarios';
const LAW = 'virtual:law';
const PLAYBOOK = 'virtual:playbook/';
const MAP = 'virtual:map/';
/** Rollup's mark for modules that are no files. */
const MARK = '\0';

interface Authored {
  readonly law: Law;
  readonly playbooks: ReadonlyMap<string, Playbook>;
  /** By scenario; none for one without a map. */
  readonly maps: ReadonlyMap<string, MapPlan>;
}

/** The plugin. Files are read once per build, and again when one of them changes under the dev server. */
export function authorsPlugin(root: string = SCENARIOS): Plugin {
  let authored: Authored | null = null;
  const read = (warn: (text: string) => void): Authored => {
    authored ??= readAll(root, warn);
    return authored;
  };
  return {
    name: 'deconflict-authors',
    buildStart() {
      authored = null;
      for (const file of readSources(root).keys()) this.addWatchFile(`${root}/${file}`);
    },
    resolveId: (id) =>
      [LIST, LAW].includes(id) || id.startsWith(PLAYBOOK) || id.startsWith(MAP) ? `${MARK}${id}` : undefined,
    load(marked) {
      if (!marked.startsWith(`${MARK}virtual:`)) return undefined;
      const id = marked.slice(MARK.length);
      const all = read((text) => this.warn(text));
      const { law, playbooks, maps } = all;
      if (id === LIST) return listModule(all);
      if (id.startsWith(MAP)) return jsonModule(maps.get(id.slice(MAP.length)) ?? null);
      if (id === LAW) return jsonModule({ ...law, probes: [] });
      const playbook = playbooks.get(id.slice(PLAYBOOK.length));
      return playbook ? jsonModule(playbook) : undefined;
    },
    generateBundle() {
      if (authored === null) return;
      const source = `${JSON.stringify(factsIn(authored))}\n`;
      // The service worker keeps one for when there is no server, and leaves the other to the server.
      for (const fileName of ['version.json', 'version-kept.json']) {
        this.emitFile({ type: 'asset', fileName, source });
      }
    },
    configureServer(server: ViteDevServer) {
      server.watcher.add(root);
      server.watcher.on('all', (_event, file) => {
        if (relative(root, file).startsWith('..')) return;
        authored = null;
        server.moduleGraph.invalidateAll();
        server.ws.send({ type: 'full-reload' });
      });
    },
  };
}

/** In their place for a page that asks for what authors wrote when it is opened (src/table/author): nothing is read or baked in. */
export function noAuthorsPlugin(): Plugin {
  return {
    name: 'deconflict-no-authors',
    resolveId: (id) => ([LIST, LAW].includes(id) ? `${MARK}${id}` : undefined),
    load(marked) {
      if (marked === `${MARK}${LIST}`) return 'export const scenarios = [], packs = [];\n';
      return marked === `${MARK}${LAW}` ? 'export default null;\n' : undefined;
    },
  };
}

/** Everything authors wrote. Throws with all errors, each with its file, line and column; warnings are passed on. */
function readAll(root: string, warn: (text: string) => void): Authored {
  const sources = readSources(root);
  const law = readLaw(sources);
  const problems: Diagnostic[] = [...law.problems];
  const playbooks = new Map<string, Playbook>();
  const maps = new Map<string, MapPlan>();
  for (const id of scenarioIds(sources)) {
    const scenario = readScenario(sources, id);
    problems.push(...scenario.problems);
    if (scenario.playbook) playbooks.set(scenario.playbook.id, scenario.playbook);
    const map = mapIn(sources, id);
    if (map) maps.set(id, map);
  }
  const errors = problems.filter((problem) => problem.severity === 'error');
  for (const problem of problems) if (problem.severity === 'warning') warn(printDiagnostic(problem));
  if (errors.length > 0 || !law.law) {
    throw new Error(`scenarios/ has ${errors.length} errors:\n${errors.map(printDiagnostic).join('\n')}`);
  }
  return { law: law.law, playbooks, maps };
}

/** What the page asks before it puts this build in place of an older one (src/table/runs/next-version.ts). */
function factsIn({ law, playbooks }: Authored): VersionFacts {
  const scenarios = [...playbooks.values()].map((playbook) => ({ id: playbook.id, hash: hashOf(playbook) }));
  return { engine: ENGINE_VERSION, scenarios, packs: Object.keys(law.packs), follows: false };
}

function listModule({ law, playbooks, maps }: Authored): string {
  const lines = [...playbooks.values()].map((playbook) => {
    const lazy = (id: string) => `() => import(${JSON.stringify(id)})`;
    const map = maps.has(playbook.id) ? `, map: ${lazy(MAP + playbook.id)}` : '';
    return `{ ...${JSON.stringify(listingOf(playbook))}, load: ${lazy(PLAYBOOK + playbook.id)}${map} }`;
  });
  return `export const packs = ${JSON.stringify(packsOf(law))};\nexport const scenarios = [${lines.join(',\n')}];\n`;
}

/** Big data loads faster as a string that is parsed than as source text. */
function jsonModule(value: unknown): string {
  return `export default JSON.parse(${JSON.stringify(JSON.stringify(value))});\n`;
}
