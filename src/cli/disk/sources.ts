/** Reads the authors' files from disk: the edge where scenarios enter the pure rooms, and the one listing of a folder (SPEC CL50). */
import { readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { isScenarioName } from '#scenario/stray-files.ts';
import { CannotDo } from '../terminal/wrong-use.ts';
import { readText } from './on-disk.ts';

/** Where scenarios, libraries and law lie: those shipped, unless DECONFLICT_SCENARIOS names a department's own folder of the same shape. */
export const SCENARIOS = resolve(
  process.env.DECONFLICT_SCENARIOS ?? join(import.meta.dirname, '../../../scenarios'),
);

/** A file of an author: its path relative to the listed folder, with forward slashes, and what tells whether it has changed. */
export interface Listed {
  readonly name: string;
  readonly path: string;
  readonly stamp: string;
}

/**
 * Every `.yaml` and `.tmj` file below `root` in code-point order, those with a name nearly right (`.yml`, `.YAML`, `.yaml.txt`) too.
 *
 * Links are followed, none round in a circle. What editors and systems leave is not there, nor is a link that leads nowhere, a folder that is
 * called like a file, a pipe, or what vanishes while it is looked at. Throws CannotDo where a folder may not be read.
 */
export function listSources(root: string): readonly Listed[] {
  const found: Listed[] = [];
  walk(resolve(root), '', [], found);
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The texts of `listSources(root)` by name. Throws CannotDo where something there cannot be read. */
export function readSources(root: string = SCENARIOS): ReadonlyMap<string, string> {
  const read = listSources(root).map(({ name, path }) => [name, readText(path)] as const);
  return new Map(read.flatMap(([name, text]) => (text === null ? [] : [[name, text] as const])));
}

/** Whether a folder is a scenario's: it has a `scenario.yaml`, or a file that was most likely meant to be one. */
export function isScenarioFolder(folder: string): boolean {
  return namesIn(folder).some((name) => isScenarioName(name) && lookedAt(join(folder, name))?.isFile());
}

/** The names of the folders directly inside, linked ones too, in code-point order. */
export function foldersIn(folder: string): readonly string[] {
  return namesIn(folder)
    .filter((name) => lookedAt(join(folder, name))?.isDirectory())
    .sort();
}

/** A folder itself; of a file, the nearest folder above it that holds a scenario, or is the law or the libraries. The path must be there. */
export function folderOf(path: string): string {
  let folder = statSync(path).isDirectory() ? path : dirname(path);
  const asked = folder;
  for (let depth = 0; depth < 4; depth++) {
    if (isScenarioFolder(folder) || ['law', 'common'].includes(basename(folder))) return folder;
    folder = dirname(folder);
  }
  return asked;
}

/** What editors and systems leave: lock files and backups, folders of version control, what archives bring from a Mac. */
const LITTER = /^[.~]|^(__MACOSX|node_modules)$/;
const TEXT = /\.(ya?ml|tmj)(\.txt)?$/i;
/** Nobody nests folders so deep but a mistake or an attack. */
const DEEPEST = 32;

function walk(folder: string, under: string, above: readonly string[], found: Listed[]): void {
  const real = realOf(folder);
  if (real === null || above.includes(real) || above.length > DEEPEST) return;
  for (const name of namesIn(folder)) {
    const path = join(folder, name);
    const at = lookedAt(path);
    if (at?.isDirectory()) walk(path, `${under}${name}/`, [...above, real], found);
    else if (at?.isFile() && TEXT.test(name)) {
      found.push({ name: under + name, path, stamp: `${at.size} ${at.mtimeMs} ${at.ino}` });
    }
  }
}

/** None for a folder that is not there any more. */
function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => !LITTER.test(name));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return [];
    throw new CannotDo(`${folder}: The folder cannot be read: ${message}.`);
  }
}

/** Null for what is gone, leads nowhere or goes round in a circle. */
function lookedAt(path: string): Stats | null {
  try {
    return statSync(path);
  } catch {
    return null;
  }
}

function realOf(path: string): string | null {
  try {
    return realpathSync(path);
  } catch {
    return null;
  }
}
