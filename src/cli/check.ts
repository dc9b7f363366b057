/**
 * `deconflict check [path…] [--json]`: reads what authors wrote and says what is wrong, where, and what to write instead.
 *
 * A path is a scenario's folder or any file in it, anywhere on disk; without one, everything shipped is checked.
 */
import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { type Diagnostic, hasErrors, inReadingOrder, printDiagnostic } from '#language/diagnostic.ts';
import { readScenario, scenarioIds } from '#scenario/read.ts';
import { readSources, SCENARIOS } from './sources.ts';

const USAGE = 'Usage: deconflict check [scenario folder or file …] [--json]';

/** Runs the command; resolves to the exit code: 0 fine, 1 problems found, 2 wrong use. Warnings alone are fine. */
export async function run(args: readonly string[]): Promise<number> {
  const asJson = args.includes('--json');
  const paths = args.filter((arg) => arg !== '--json');
  const unknown = paths.find((path) => path.startsWith('-'));
  if (unknown !== undefined) return misused(`There is no option ${unknown}.`);
  const missing = paths.find((path) => !existsSync(path));
  if (missing !== undefined) return misused(`There is nothing at ${missing}.`);
  const problems = inReadingOrder(paths.length === 0 ? await checkShipped() : paths.flatMap(checkPath));
  const ok = !hasErrors(problems);
  if (asJson) process.stdout.write(`${JSON.stringify({ ok, problems, proof: [] }, null, 2)}\n`);
  else for (const problem of problems) process.stderr.write(`${printDiagnostic(problem)}\n`);
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  process.stderr.write(`${errors} errors, ${problems.length - errors} warnings\n`);
  return ok ? 0 : 1;
}

async function checkShipped(): Promise<Diagnostic[]> {
  const files = readSources();
  const named = (problem: Diagnostic) => fromHere(problem, SCENARIOS);
  return scenarioIds(files).flatMap((id) => readScenario(files, id).problems.map(named));
}

/** A scenario's folder may lie anywhere; libraries come from beside it, else from the shipped ones. */
function checkPath(path: string): Diagnostic[] {
  const folder = statSync(path).isDirectory() ? resolve(path) : dirname(resolve(path));
  const home = dirname(folder);
  const id = basename(folder);
  const own = [...readSources(folder)].map(([name, text]): [string, string] => [`${id}/${name}`, text]);
  const beside = existsSync(join(home, 'common')) ? home : SCENARIOS;
  const libraries = [...readSources(join(beside, 'common'))].map(([name, text]): [string, string] => [
    `common/${name}`,
    text,
  ]);
  const problems = readScenario(new Map([...libraries, ...own]), id).problems;
  return problems.map((problem) => fromHere(problem, problem.file.startsWith('common/') ? beside : home));
}

/** Files named as seen from where the command was run. */
function fromHere(problem: Diagnostic, root: string): Diagnostic {
  const name = (file: string) => relative(process.cwd(), join(root, file));
  const notes = problem.notes?.map((note) => ({ ...note, file: name(note.file) }));
  return { ...problem, file: name(problem.file), ...(notes === undefined ? {} : { notes }) };
}

function misused(why: string): number {
  process.stderr.write(`${why}\n${USAGE}\n`);
  return 2;
}
