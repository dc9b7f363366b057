/** The scenario that a verb is asked about, with everything it is read and judged by: a shipped one by its name, else an author's own folder. */
import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { hashOf } from '#language/canonical.ts';
import { errorLines } from '#language/diagnostic.ts';
import type { Law } from '#law/pack.ts';
import type { Playbook } from '#scenario/playbook.ts';
import { type Files, scenarioIds } from '#scenario/read.ts';
import { id as idForm } from '#scenario/schema/schema-forms.ts';
import { CannotDo } from '../terminal/wrong-use.ts';
import { lawToRuleBy, scenarioAmong } from './read-once.ts';
import { folderOf, isScenarioFolder, readSources } from './sources.ts';
import { partsOf, readParts } from './watch-folder.ts';

/** A scenario that compiles, and the texts it comes from with those of its libraries, its plans and its law. */
export interface Staged {
  readonly playbook: Playbook;
  readonly files: Files;
}

/**
 * Finds a scenario by name: one of those shipped, else the folder of one, or a file in it, as seen from here. Law and libraries that such
 * a folder does not have beside it are the shipped ones. Throws CannotDo where there is none or it does not compile.
 */
export function scenarioAt(name: string): Staged {
  const shipped = readSources();
  const ids = scenarioIds(shipped);
  if (ids.includes(name)) return staged(shipped, name);
  const folder = existsSync(name) ? folderOf(resolve(name)) : null;
  if (folder !== null && isScenarioFolder(folder)) return stagedIn(folder);
  throw new CannotDo(
    `There is no scenario "${name}": neither a folder here nor a shipped scenario (${ids.join(', ')}) has that name.`,
  );
}

/** What a file says of the scenario it belongs to. */
export interface Belonging {
  readonly scenario: string;
  /** The hash of its playbook, where the file pins one. */
  readonly playbook?: string;
}

/**
 * Finds the scenario of a run or a plan that lies at `path`: the nearest folder of its name at, beside or above the file, then at, in or above
 * where the command was run, then the shipped one; of several the one with the playbook that is pinned.
 *
 * Throws CannotDo where there is none, or the only ones there are do not compile.
 */
export function scenarioOf({ scenario, playbook }: Belonging, path: string): Staged {
  const folders = idForm.safeParse(scenario).success
    ? new Set([...foldersCalled(scenario, dirname(resolve(path))), ...foldersCalled(scenario, process.cwd())])
    : [];
  const shipped = readSources();
  const places = [
    ...[...folders].map((folder) => () => stagedIn(folder)),
    ...(scenarioIds(shipped).includes(scenario) ? [() => staged(shipped, scenario)] : []),
  ];
  let first: Staged | null = null;
  let refused: CannotDo | null = null;
  for (const place of places) {
    try {
      const found = place();
      if (playbook === undefined || hashOf(found.playbook) === playbook) return found;
      first ??= found;
    } catch (error) {
      if (!(error instanceof CannotDo)) throw error;
      refused ??= error;
    }
  }
  if (first !== null) return first;
  throw refused ?? nowhere(scenario, scenarioIds(shipped));
}

/** The law among these texts, without its probes. Throws CannotDo where it does not read. */
export function lawIn(files: Files): Law {
  const { law, problems } = lawToRuleBy(files);
  if (law === null) throw new CannotDo('The law cannot be read.', errorLines(problems));
  return law;
}

/** The folders of a scenario of this name at, in and above a folder, nearest first. */
function foldersCalled(id: string, from: string): readonly string[] {
  const above: string[] = [];
  for (let folder = from; !above.includes(folder); folder = dirname(folder)) above.push(folder);
  return above
    .flatMap((folder) => [...(basename(folder) === id ? [folder] : []), join(folder, id)])
    .filter((folder) => existsSync(folder) && isScenarioFolder(folder));
}

function nowhere(scenario: string, ids: readonly string[]): CannotDo {
  return new CannotDo(
    `There is no scenario "${scenario}" beside the file, here, or among the shipped ones (${ids.join(', ')}). Name its folder: --scenario FOLDER.`,
  );
}

function stagedIn(folder: string): Staged {
  return staged(readParts(partsOf(folder)), basename(folder));
}

function staged(files: Files, id: string): Staged {
  const { playbook, problems } = scenarioAmong(files, id);
  if (playbook === null) throw new CannotDo(`The scenario "${id}" cannot be played.`, errorLines(problems));
  return { playbook, files };
}
