/**
 * `deconflict check [path…] [--json]`: reads what authors wrote and says what is wrong, where, and what to write instead.
 *
 * A path is a scenario's folder or any file in it, anywhere on disk; without one, everything shipped is checked, law and plans too.
 */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { type Diagnostic, hasErrors, inReadingOrder, printDiagnostic } from '#language/diagnostic.ts';
import { readLaw } from '#law/read.ts';
import { lawCoverage } from '#rehearsal/law-coverage.ts';
import { readScenario, scenarioIds } from '#scenario/read.ts';
import { checkPlans } from './check-plans.ts';
import { type LawBeside, lawBeside } from './law-beside.ts';
import { readSources, SCENARIOS } from './sources.ts';

const USAGE = 'Usage: deconflict check [scenario folder or file …] [--json]';

/** Runs the command; resolves to the exit code: 0 fine, 1 problems found, 2 wrong use. Warnings alone are fine. */
export async function run(args: readonly string[]): Promise<number> {
  const paths = args.filter((arg) => arg !== '--json');
  const unknown = paths.find((path) => path.startsWith('-'));
  if (unknown !== undefined) return misused(`There is no option ${unknown}.`);
  const missing = paths.find((path) => !existsSync(path));
  if (missing !== undefined) return misused(`There is nothing at ${missing}.`);
  const found: Diagnostic[] = [];
  try {
    found.push(...(paths.length === 0 ? checkShipped() : paths.flatMap(checkPath)));
  } catch (error) {
    return misused(`This could not be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  const problems = inReadingOrder(found);
  const ok = !hasErrors(problems);
  if (args.includes('--json')) {
    process.stdout.write(`${JSON.stringify({ ok, problems, proof: [] }, null, 2)}\n`);
  } else {
    for (const problem of problems) process.stderr.write(`${printDiagnostic(problem)}\n`);
  }
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  process.stderr.write(`${count(errors, 'error')}, ${count(problems.length - errors, 'warning')}\n`);
  return ok ? 0 : 1;
}

function checkShipped(): Diagnostic[] {
  const files = readSources();
  const law = lawBeside(SCENARIOS);
  const problems = [
    ...scenarioIds(files).flatMap((id) => checkScenario(files, id, law)),
    ...readLaw(files).problems,
  ];
  return problems.map((problem) => fromHere(problem, () => SCENARIOS));
}

/**
 * What a path belongs to: a scenario, the law, the libraries, or a folder that holds several of these.
 *
 * Only folders that are one of them are read through, so a path far up the disk costs nothing. Libraries come from beside the
 * scenario, else from those shipped.
 */
function checkPath(path: string): Diagnostic[] {
  const folder = folderOf(resolve(path));
  const home = dirname(folder);
  const id = basename(folder);
  if (id === 'law')
    return readLaw(sourcesBelow(folder, id)).problems.map((problem) => fromHere(problem, () => home));
  if (id === 'common') {
    const problems = scenariosIn(home).flatMap((scenario) => checkPath(join(home, scenario)));
    return problems.filter((problem) => resolve(problem.file).startsWith(folder));
  }
  if (!existsSync(join(folder, 'scenario.yaml'))) {
    const inside = partsIn(folder);
    if (inside.length > 0) return inside.flatMap((part) => checkPath(join(folder, part)));
    return readScenario(new Map(), id).problems.map((problem) => fromHere(problem, () => home));
  }
  const shared = existsSync(join(home, 'common')) ? home : SCENARIOS;
  const files = new Map([...sourcesBelow(join(shared, 'common'), 'common'), ...sourcesBelow(folder, id)]);
  const law = lawBeside(home);
  const homes = new Map([
    ['common', shared],
    ['law', law?.home ?? home],
  ]);
  const homeOf = (file: string) => homes.get(file.split('/')[0] ?? '') ?? home;
  return checkScenario(files, id, law).map((problem) => fromHere(problem, homeOf));
}

/** What there is to check in a folder: its scenarios, its law, and the folders in it that hold such. */
function partsIn(folder: string): string[] {
  const own = [...scenariosIn(folder), ...(existsSync(join(folder, 'law')) ? ['law'] : [])];
  const homes = foldersIn(folder).filter((name) => {
    const home = join(folder, name);
    return !own.includes(name) && (scenariosIn(home).length > 0 || existsSync(join(home, 'law')));
  });
  return [...own, ...homes];
}

/** The names of the folders directly inside that hold a scenario. */
function scenariosIn(folder: string): string[] {
  return foldersIn(folder).filter((name) => existsSync(join(folder, name, 'scenario.yaml')));
}

function foldersIn(folder: string): string[] {
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return names.map((entry) => entry.name).sort();
}

function checkScenario(files: ReadonlyMap<string, string>, id: string, law: LawBeside | null): Diagnostic[] {
  const { playbook, problems } = readScenario(files, id);
  const ruled = playbook === null || law === null ? [] : lawCoverage(playbook, files, law);
  return [...problems, ...checkPlans(playbook, files, id), ...ruled];
}

/** A folder itself; of a file, the nearest folder above it that holds a scenario, or is the law or the libraries. */
function folderOf(path: string): string {
  let folder = statSync(path).isDirectory() ? path : dirname(path);
  const asked = folder;
  for (let depth = 0; depth < 4; depth++) {
    if (existsSync(join(folder, 'scenario.yaml')) || ['law', 'common'].includes(basename(folder)))
      return folder;
    folder = dirname(folder);
  }
  return asked;
}

function sourcesBelow(folder: string, name: string): ReadonlyMap<string, string> {
  return new Map([...readSources(folder)].map(([path, text]) => [`${name}/${path}`, text]));
}

/** Files named as seen from where the command was run; those outside it by their whole path. `homeOf` is the folder a file is named from. */
function fromHere(problem: Diagnostic, homeOf: (file: string) => string): Diagnostic {
  const name = (file: string) => {
    const whole = join(homeOf(file), file);
    const path = relative(process.cwd(), whole);
    return path.startsWith('..') ? whole : path;
  };
  const notes = problem.notes?.map((note) => ({ ...note, file: name(note.file) }));
  return { ...problem, file: name(problem.file), ...(notes === undefined ? {} : { notes }) };
}

function count(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? '' : 's'}`;
}

function misused(why: string): number {
  process.stderr.write(`${why}\n${USAGE}\n`);
  return 2;
}
