/**
 * `deconflict check [path…]`: reads what authors wrote and says what is wrong, where, and what to write instead.
 *
 * Then it proves each scenario fair under every pack (DESIGN §7), unless `--no-proof`. A path is a scenario's folder or any file in it, anywhere on disk; without one, everything shipped is checked, law and plans too.
 */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { type Diagnostic, hasErrors, inReadingOrder, printDiagnostic } from '#language/diagnostic.ts';
import { readLaw } from '#law/read.ts';
import { actsAsked, lawCoverage } from '#rehearsal/law-coverage.ts';
import { libraryCues, type Shelved } from '#rehearsal/library-cues.ts';
import type { Proof } from '#rehearsal/prove/prove.ts';
import { type Asked, readRows } from '#rehearsal/prove/read-rows.ts';
import type { Finding } from '#rehearsal/prove/scene.ts';
import type { PlanRun } from '#rehearsal/run-plan.ts';
import { readScenario, scenarioIds } from '#scenario/read.ts';
import { checkPlans } from './check-plans.ts';
import { type ProofWish, printProof, proveScenario, writePlans } from './check-proof.ts';
import { type LawBeside, lawBeside } from './law-beside.ts';
import { readSources, SCENARIOS } from './sources.ts';
import { readArguments, WrongUse, wholeNumber } from './wrong-use.ts';

/** Where a proof stops unless told otherwise: for each scenario under each pack. */
const STATES = 100_000;
const SECONDS = 20;

/** What checking came to so far: problems by the names of files as seen from here, and what there is to prove. */
interface Checked {
  readonly problems: Diagnostic[];
  readonly toProve: ToProve[];
  /** What is judged over all scenarios together. */
  readonly library: Shelved[];
}
/** A scenario that compiles: its texts with those of its libraries and law, where each file is, and what was asked of it so far. */
interface ToProve {
  readonly id: string;
  readonly asked: Asked;
  readonly files: ReadonlyMap<string, string>;
  readonly homeOf: (file: string) => string;
}

/** Runs the command; resolves to the exit code: 0 fine, 1 problems found, 2 wrong use. Warnings alone are fine. */
export async function run(args: readonly string[]): Promise<number> {
  const wish = wanted(args);
  const missing = wish.paths.find((path) => !existsSync(path));
  if (missing !== undefined) throw new WrongUse(`There is nothing at ${missing}.`);
  const checked: Checked = { problems: [], toProve: [], library: [] };
  try {
    if (wish.paths.length === 0) checkShipped(checked);
    else for (const path of wish.paths) checkPath(path, checked);
  } catch (error) {
    throw new WrongUse(`This could not be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  checked.problems.push(...libraryCues(checked.library));
  const proofs: Proof[] = [];
  const found: Finding[] = [];
  for (const { id, asked, files, homeOf } of checked.toProve) {
    if (wish.proof === null) break;
    const made = await proveScenario(files, id, wish.proof);
    proofs.push(...made.proofs, ...readRows(made.proofs, asked));
    found.push(...made.findings.map((one) => ({ ...one, problem: fromHere(one.problem, homeOf) })));
  }
  const problems = inReadingOrder([...checked.problems, ...found.map(({ problem }) => problem)]);
  const plans = wish.plans === null ? [] : writePlans(wish.plans, found);
  const ok = !hasErrors(problems);
  if (wish.json) process.stdout.write(`${JSON.stringify({ ok, problems, proof: proofs }, null, 2)}\n`);
  else {
    for (const problem of problems) process.stderr.write(`${printDiagnostic(problem)}\n`);
    if (proofs.length > 0) process.stderr.write(`${printProof(proofs)}\n`);
  }
  for (const plan of plans) process.stderr.write(`Written: ${plan}\n`);
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  process.stderr.write(`${count(errors, 'error')}, ${count(problems.length - errors, 'warning')}\n`);
  return ok ? 0 : 1;
}

interface Wish {
  readonly paths: readonly string[];
  readonly json: boolean;
  /** Null where nothing is to be proved. */
  readonly proof: ProofWish | null;
  /** The folder for plans that show what was found. */
  readonly plans: string | null;
}

function wanted(args: readonly string[]): Wish {
  const { at: paths, given } = readArguments(args, null, {
    json: { type: 'boolean' },
    'no-proof': { type: 'boolean' },
    states: { type: 'string' },
    seconds: { type: 'string' },
    workers: { type: 'string' },
    'write-plan': { type: 'string' },
  });
  const limits = {
    states: wholeNumber(given, 'states', STATES, [1, 100_000_000]),
    ms: wholeNumber(given, 'seconds', SECONDS, [1, 86_400]) * 1000,
  };
  const proof = { limits, workers: wholeNumber(given, 'workers', 2, [1, 64]) };
  const plans = given['write-plan'];
  return {
    paths,
    json: given.json === true,
    proof: given['no-proof'] === true ? null : proof,
    plans: typeof plans === 'string' ? plans : null,
  };
}

function checkShipped(checked: Checked): void {
  const files = readSources();
  const law = lawBeside(SCENARIOS);
  const homeOf = () => SCENARIOS;
  for (const id of scenarioIds(files)) checkScenario(files, id, law, homeOf, checked);
  checked.problems.push(...readLaw(files).problems.map((problem) => fromHere(problem, homeOf)));
}

/**
 * What a path belongs to: a scenario, the law, the libraries, or a folder that holds several of these.
 *
 * Only folders that are one of them are read through, so a path far up the disk costs nothing. Libraries come from beside the
 * scenario, else from those shipped.
 */
function checkPath(path: string, checked: Checked): void {
  const folder = folderOf(resolve(path));
  const home = dirname(folder);
  const id = basename(folder);
  if (id === 'law') {
    const { problems } = readLaw(sourcesBelow(folder, id));
    checked.problems.push(...problems.map((problem) => fromHere(problem, () => home)));
    return;
  }
  if (id === 'common') {
    const all: Checked = { problems: [], toProve: [], library: [] };
    for (const scenario of scenariosIn(home)) checkPath(join(home, scenario), all);
    checked.problems.push(...all.problems.filter((problem) => resolve(problem.file).startsWith(folder)));
    return;
  }
  if (!existsSync(join(folder, 'scenario.yaml'))) {
    const inside = partsIn(folder);
    for (const part of inside) checkPath(join(folder, part), checked);
    if (inside.length === 0) {
      const { problems } = readScenario(new Map(), id);
      checked.problems.push(...problems.map((problem) => fromHere(problem, () => home)));
    }
    return;
  }
  const shared = existsSync(join(home, 'common')) ? home : SCENARIOS;
  const files = new Map([...sourcesBelow(join(shared, 'common'), 'common'), ...sourcesBelow(folder, id)]);
  const law = lawBeside(home);
  const homes = new Map([
    ['common', shared],
    ['law', law?.home ?? home],
  ]);
  checkScenario(files, id, law, (file) => homes.get(file.split('/')[0] ?? '') ?? home, checked);
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

/** Checks one scenario; it is to be proved where nothing of it is an error. */
function checkScenario(
  files: ReadonlyMap<string, string>,
  id: string,
  law: LawBeside | null,
  homeOf: (file: string) => string,
  checked: Checked,
): void {
  const began = performance.now();
  const { playbook, problems } = readScenario(files, id);
  const read = performance.now();
  const played: PlanRun[] = [];
  const ruled = playbook === null || law === null ? [] : lawCoverage(playbook, files, law);
  const lawSeconds = (performance.now() - read) / 1000;
  const all = [...problems, ...checkPlans(playbook, files, id, law?.law ?? null, played), ...ruled];
  checked.problems.push(...all.map((problem) => fromHere(problem, homeOf)));
  if (law !== null && playbook !== null) {
    const traces = played.map(({ trace }) => trace);
    checked.library.push({
      playbook,
      files,
      law: law.law,
      traces,
      named: (file) => nameFromHere(file, homeOf),
    });
  }
  if (law !== null && playbook !== null && !hasErrors(all)) {
    const asked: Asked = {
      acts: actsAsked(playbook),
      lawSeconds,
      options: playbook.decisions.reduce((sum, { options }) => sum + options.length, 0),
      writingSeconds: (read - began) / 1000,
    };
    checked.toProve.push({ id, asked, files: new Map([...files, ...law.files]), homeOf });
  }
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
  const name = (file: string) => nameFromHere(file, homeOf);
  const notes = problem.notes?.map((note) => ({ ...note, file: name(note.file) }));
  return { ...problem, file: name(problem.file), ...(notes === undefined ? {} : { notes }) };
}

function nameFromHere(file: string, homeOf: (file: string) => string): string {
  const whole = join(homeOf(file), file);
  const path = relative(process.cwd(), whole);
  return path.startsWith('..') ? whole : path;
}

function count(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? '' : 's'}`;
}
