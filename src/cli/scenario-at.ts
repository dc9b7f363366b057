/** The scenario that a verb is asked about, with everything it is read and judged by: a shipped one by its name, else an author's own folder. */
import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { type Diagnostic, hasErrors, printDiagnostic } from '#language/diagnostic.ts';
import type { Law } from '#law/pack.ts';
import { readLaw } from '#law/read.ts';
import type { Playbook } from '#scenario/playbook.ts';
import { type Files, readScenario, scenarioIds } from '#scenario/read.ts';
import { readSources } from './sources.ts';
import { partsOf, readParts } from './watch-folder.ts';
import { CannotDo } from './wrong-use.ts';

/** A scenario that compiles, and the texts it comes from with those of its libraries, its plans and its law. */
export interface Staged {
  readonly playbook: Playbook;
  readonly files: Files;
}

/**
 * Finds a scenario by name: one of those shipped, else the folder of one, as seen from here. Law and libraries that such a folder does
 * not have beside it are the shipped ones. Throws CannotDo where there is none or it does not compile.
 */
export function scenarioAt(name: string): Staged {
  const shipped = readSources();
  const ids = scenarioIds(shipped);
  if (ids.includes(name)) return staged(shipped, name);
  if (existsSync(join(name, 'scenario.yaml')))
    return staged(readParts(partsOf(name)), basename(resolve(name)));
  throw new CannotDo(
    `There is no scenario "${name}": neither a folder here of that name nor one of those shipped (${ids.join(', ')}).`,
  );
}

/** The law among these texts. Throws CannotDo where it does not read. */
export function lawIn(files: Files): Law {
  const { law, problems } = readLaw(files);
  if (law === null) throw new CannotDo(`The law does not read.\n${errorsOf(problems)}`);
  return law;
}

function staged(files: Files, id: string): Staged {
  const { playbook, problems } = readScenario(files, id);
  if (playbook === null) throw new CannotDo(`The scenario "${id}" does not compile.\n${errorsOf(problems)}`);
  return { playbook, files };
}

function errorsOf(problems: readonly Diagnostic[]): string {
  return problems
    .filter((problem) => hasErrors([problem]))
    .map(printDiagnostic)
    .join('\n');
}
