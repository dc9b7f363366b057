/** The folders that an author's texts come from, read as one set of files, and told whenever one of them has been saved. */
import { existsSync, type FSWatcher, statSync, watch } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Files } from '#scenario/read.ts';
import { CannotDo } from '../terminal/wrong-use.ts';
import { fromHere, typed } from './from-here.ts';
import { readText } from './on-disk.ts';
import { foldersIn, isScenarioFolder, type Listed, listSources, SCENARIOS } from './sources.ts';

/** A folder on disk and what its files are called among the sources: `law/packs.yaml` for `packs.yaml` in the folder under `law`. */
export interface Part {
  readonly under: string;
  readonly folder: string;
}

/**
 * What a folder stands for: one that has the shape of `scenarios/`, or the folder of a single scenario. Law and libraries that it does
 * not bring come from beside it, else from those shipped. Throws CannotDo where there is no scenario.
 */
export function partsOf(path: string): readonly Part[] {
  const folder = resolve(path);
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new CannotDo(`There is no folder ${path}.`);
  const isOne = isScenarioFolder(folder);
  const home = isOne ? dirname(folder) : folder;
  if (!isOne && !foldersIn(folder).some((name) => isScenarioFolder(join(folder, name)))) {
    throw new CannotDo(
      `There is no scenario in ${path}. Start one: npx deconflict new traffic-stop --in ${typed(path)}`,
    );
  }
  const shared = ['common', 'law'].flatMap((under) => {
    const own = join(home, under);
    if (!existsSync(own)) return [{ under, folder: join(SCENARIOS, under) }];
    return isOne ? [{ under, folder: own }] : [];
  });
  return [{ under: isOne ? basename(folder) : '', folder }, ...shared];
}

/** The texts of all parts by what they are called among the sources. */
export function readParts(parts: readonly Part[]): Files {
  return textsOf(readAll(parts, new Map()));
}

/** A file of the parts as a person would name it. */
export function nameFromHere(parts: readonly Part[], file: string): string {
  const part = parts.find(({ under }) => under !== '' && file.startsWith(`${under}/`)) ?? parts[0];
  if (part === undefined) return file;
  return fromHere(join(part.folder, part.under === '' ? file : file.slice(part.under.length + 1)));
}

/** What has been saved: which files changed, came or went, and all of them as they now are. */
export interface Saved {
  readonly changed: readonly string[];
  readonly files: Files;
  /** When the first sign of it came, milliseconds of `performance.now()`. */
  readonly since: number;
}

/** An editor writes in steps: nothing is read until so long nothing has stirred. */
const QUIET_MS = 25;
/** A file that is gone or empty is most likely about to be written; for so long it is waited for. */
const PATIENCE_MS = 200;
/** Where the system tells nothing (network drives, containers), saves are found by looking so often. */
const SWEEP_MS = 1_000;

/**
 * Reads the parts and follows them; `onSaved` is called when the texts are others than before, and for nothing else (CL43).
 *
 * @returns The files as they are at first, and how to stop.
 */
export function followParts(
  parts: readonly Part[],
  onSaved: (saved: Saved) => void,
): { readonly files: Files; readonly stop: () => void } {
  let known = readAll(parts, new Map());
  let since: number | null = null;
  let timer: NodeJS.Timeout | undefined;
  const look = () => {
    const began = since ?? performance.now();
    const now = readAll(parts, known);
    const changed = changedBetween(known, now);
    const isUnsure = changed.some((file) => (now.get(file)?.text ?? '') === '');
    if (isUnsure && performance.now() - began < PATIENCE_MS) {
      stir(began);
      return;
    }
    since = null;
    known = now;
    if (changed.length > 0) onSaved({ changed, files: textsOf(now), since: began });
  };
  const stir = (at: number) => {
    since ??= at;
    clearTimeout(timer);
    timer = setTimeout(look, QUIET_MS);
  };
  const watchers = parts.flatMap(({ folder }) => watching(folder, () => stir(performance.now())));
  const sweep = setInterval(() => {
    if (since === null) look();
  }, SWEEP_MS);
  return {
    files: textsOf(known),
    stop: () => {
      clearTimeout(timer);
      clearInterval(sweep);
      for (const watcher of watchers) watcher.close();
    },
  };
}

/** None where the system cannot watch; then the sweep finds what was saved. */
function watching(folder: string, stirred: () => void): readonly FSWatcher[] {
  try {
    const watcher = watch(folder, { recursive: true }, stirred);
    watcher.on('error', () => watcher.close());
    return [watcher];
  } catch {
    return [];
  }
}

/** A file as last read, with what tells without reading whether it is still the same. */
interface Known {
  readonly text: string;
  readonly stamp: string;
}

function readAll(parts: readonly Part[], before: ReadonlyMap<string, Known>): ReadonlyMap<string, Known> {
  const all = new Map<string, Known>();
  for (const { under, folder } of parts) {
    for (const file of listed(folder)) {
      const name = under === '' ? file.name : `${under}/${file.name}`;
      if (under === '' && parts.some((part) => part.under !== '' && name.startsWith(`${part.under}/`)))
        continue;
      const read = readOne(file, before.get(name));
      if (read !== null) all.set(name, read);
    }
  }
  return new Map([...all].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** None where the folder cannot be read just now: the next look finds it. */
function listed(folder: string): readonly Listed[] {
  try {
    return listSources(folder);
  } catch {
    return [];
  }
}

/** Null for what is no longer there or cannot be read. */
function readOne({ path, stamp }: Listed, before: Known | undefined): Known | null {
  if (before?.stamp === stamp) return before;
  try {
    const text = readText(path);
    return text === null ? null : { text, stamp };
  } catch {
    return null;
  }
}

function changedBetween(before: ReadonlyMap<string, Known>, now: ReadonlyMap<string, Known>): string[] {
  const names = new Set([...before.keys(), ...now.keys()]);
  return [...names].filter((name) => before.get(name)?.text !== now.get(name)?.text);
}

function textsOf(known: ReadonlyMap<string, Known>): Files {
  return new Map([...known].map(([name, { text }]) => [name, text]));
}
