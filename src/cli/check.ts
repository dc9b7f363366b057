/**
 * `deconflict check [path…]`: reads what authors wrote and says what is wrong, where, and what to write instead.
 *
 * Then it proves each scenario fair under every pack (DESIGN §7), unless `--no-proof`. A path is a scenario's folder or any file in it, anywhere on disk; without one, everything shipped is checked, law and plans too.
 */
import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { type Diagnostic, hasErrors, inReadingOrder } from '#language/diagnostic.ts';
import type { PlanRun } from '#plans/run-plan.ts';
import { scenarioIds } from '#scenario/read.ts';
import type { Finding } from '#verify/exhaustive/exploration.ts';
import type { Proof } from '#verify/prove.ts';
import { type Asked, readRows } from '#verify/read-rows.ts';
import { actsAsked, lawCoverage } from '#verify/reading/law-coverage.ts';
import { type LibraryEntry, libraryCues } from '#verify/reading/library-cues.ts';
import { type FolderLaw, folderLaw } from './disk/folder-law.ts';
import { fromHere, renamed } from './disk/from-here.ts';
import { folderOrSay } from './disk/on-disk.ts';
import { scenarioAmong } from './disk/read-once.ts';
import { folderOf, foldersIn, isScenarioFolder, readSources, SCENARIOS } from './disk/sources.ts';
import { checkPlans } from './proof/check-plans.ts';
import { type ProofWish, printProof, proveScenario, writePlans } from './proof/check-proof.ts';
import type { Provable } from './proof/prove-job.ts';
import { answer, tell, tellProblems } from './terminal/print.ts';
import { readArguments, WrongUse, wholeNumber } from './terminal/wrong-use.ts';

/** What is said of a scenario of which a plan goes otherwise. */
const NOT_PROVED = 'is not proved: one of its plans does not go as written. Fix the plan first.';
/** Where a proof stops unless told otherwise: for each scenario under each pack. */
const STATES = 100_000;
const SECONDS = 20;

/** What checking came to so far: problems by the names of files as seen from here, and what there is to prove. */
interface Checked {
  readonly problems: Diagnostic[];
  readonly toProve: ToProve[];
  /** Scenarios that could be proved if their plans went as they say. */
  readonly unproved: string[];
  /** What is judged over all scenarios together. */
  readonly library: LibraryEntry[];
  /** The folders that were checked: several paths can lead to one. */
  readonly done: Set<string>;
}
/** A scenario in which nothing is an error, where each of its files is, and what was asked of it so far. */
interface ToProve {
  readonly provable: Provable;
  readonly asked: Asked;
  readonly homeOf: HomeOf;
}
/** The folder that a file of the sources is named from. */
type HomeOf = (file: string) => string;

/** Runs the command; resolves to the exit code: 0 fine, 1 problems found, 2 wrong use. Warnings alone are fine. */
export async function run(args: readonly string[]): Promise<number> {
  const wish = wanted(args);
  const missing = wish.paths.find((path) => !existsSync(path));
  if (missing !== undefined) throw new WrongUse(`There is nothing at ${missing}.`);
  if (wish.plans !== null) folderOrSay(wish.plans);
  const checked = checkedAt(wish.paths);
  const proofs: Proof[] = [];
  const found: Finding[] = [];
  for (const { provable, asked, homeOf } of checked.toProve) {
    if (wish.proof === null) break;
    const made = await proveScenario(provable, wish.proof);
    proofs.push(...made.proofs, ...readRows(made.proofs, asked));
    found.push(...made.findings.map((one) => ({ ...one, problem: seenFromHere(one.problem, homeOf) })));
  }
  const problems = inReadingOrder([...checked.problems, ...found.map(({ problem }) => problem)]);
  const ok = !hasErrors(problems);
  const unproved = wish.proof === null ? [] : checked.unproved;
  if (wish.json) answer(`${JSON.stringify({ ok, problems, proof: proofs, unproved }, null, 2)}\n`);
  else {
    tellProblems(problems);
    if (wish.proof !== null) tell(...printProof(proofs, wish.proof.limits));
    for (const id of unproved) tell(`${id} ${NOT_PROVED}`);
  }
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  tell(`${count(errors, 'error')}, ${count(problems.length - errors, 'warning')}`);
  // Last of all: what was found is told even where the disk is full.
  if (wish.plans !== null) for (const plan of writePlans(wish.plans, found)) tell(`Wrote ${plan}`);
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
  if (plans !== undefined && given['no-proof'] === true)
    throw new WrongUse('--write-plan writes what the proof finds; leave out --no-proof.');
  return {
    paths,
    json: given.json === true,
    proof: given['no-proof'] === true ? null : proof,
    plans: typeof plans === 'string' ? plans : null,
  };
}

/** Everything that can be said without proving. Throws CannotDo where the disk does not let a file or folder be read. */
function checkedAt(paths: readonly string[]): Checked {
  const checked: Checked = { problems: [], toProve: [], unproved: [], library: [], done: new Set() };
  if (paths.length === 0) checkShipped(checked);
  else for (const path of paths) checkPath(path, checked);
  checked.problems.push(...libraryCues(checked.library));
  return checked;
}

function checkShipped(checked: Checked): void {
  const files = readSources();
  const law = folderLaw(SCENARIOS);
  for (const id of scenarioIds(files)) checkScenario(files, id, law, () => SCENARIOS, checked);
  checkLaw(law, checked);
}

/**
 * What a path belongs to: a scenario, the law, the libraries, or a folder that holds several of these.
 *
 * Only folders that are one of them are read through, so a path far up the disk costs nothing. Libraries come from beside the
 * scenario, else from those shipped.
 */
function checkPath(path: string, checked: Checked): void {
  const folder = folderOf(resolve(path));
  // A scenario goes by the name it is reached under, anything else by what it really is: links can lead round.
  const reached = isScenarioFolder(folder) ? folder : realpathSync(folder);
  if (checked.done.has(reached)) return;
  checked.done.add(reached);
  const home = dirname(folder);
  const id = basename(folder);
  if (id === 'law') {
    checkLaw(folderLaw(home), checked);
    return;
  }
  if (id === 'common') {
    const all: Checked = { problems: [], toProve: [], unproved: [], library: [], done: new Set() };
    for (const scenario of scenariosIn(home)) checkPath(join(home, scenario), all);
    checked.problems.push(...all.problems.filter((problem) => resolve(problem.file).startsWith(folder)));
    return;
  }
  if (!isScenarioFolder(folder)) {
    const inside = partsIn(folder);
    for (const part of inside) checkPath(join(folder, part), checked);
    if (inside.length === 0) {
      const { problems } = scenarioAmong(new Map(), id);
      checked.problems.push(...problems.map((problem) => seenFromHere(problem, () => home)));
    }
    return;
  }
  const shared = existsSync(join(home, 'common')) ? home : SCENARIOS;
  const files = new Map([...sourcesBelow(join(shared, 'common'), 'common'), ...sourcesBelow(folder, id)]);
  const law = folderLaw(home);
  const homes = new Map([
    ['common', shared],
    ['law', law.home],
  ]);
  checkScenario(files, id, law, (file) => homes.get(file.split('/')[0] ?? '') ?? home, checked);
}

/** Tells what is wrong with a law, once. */
function checkLaw({ home, problems }: FolderLaw, checked: Checked): void {
  const told = `${join(home, 'law')}: told`;
  if (checked.done.has(told)) return;
  checked.done.add(told);
  checked.problems.push(...problems.map((problem) => seenFromHere(problem, () => home)));
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
  return foldersIn(folder).filter((name) => isScenarioFolder(join(folder, name)));
}

/**
 * Checks one scenario; it is to be proved where nothing of it is an error. Where the law does not read, that is told instead of what plans
 * and law would say.
 */
function checkScenario(
  files: ReadonlyMap<string, string>,
  id: string,
  folder: FolderLaw,
  homeOf: HomeOf,
  checked: Checked,
): void {
  const began = performance.now();
  const { playbook, problems } = scenarioAmong(files, id);
  const writingSeconds = (performance.now() - began) / 1000;
  const tell = (some: readonly Diagnostic[]) =>
    checked.problems.push(...some.map((problem) => seenFromHere(problem, homeOf)));
  tell(problems);
  const { law } = folder;
  if (law === null) {
    checkLaw(folder, checked);
    return;
  }
  const played: PlanRun[] = [];
  const ofPlans = checkPlans(playbook, files, id, law, played);
  tell(ofPlans);
  if (playbook === null) return;
  const asking = performance.now();
  tell(lawCoverage(playbook, files, { law, files: folder.files }));
  const lawSeconds = (performance.now() - asking) / 1000;
  const traces = played.map(({ trace }) => trace);
  checked.library.push({ playbook, files, law, traces, named: (file) => fromHere(join(homeOf(file), file)) });
  if (hasErrors(ofPlans)) {
    checked.unproved.push(id);
    return;
  }
  const asked: Asked = {
    acts: actsAsked(playbook),
    lawSeconds,
    options: playbook.decisions.reduce((sum, { options }) => sum + options.length, 0),
    writingSeconds,
  };
  checked.toProve.push({ provable: { playbook, law, files }, asked, homeOf });
}

function sourcesBelow(folder: string, name: string): ReadonlyMap<string, string> {
  return new Map([...readSources(folder)].map(([path, text]) => [`${name}/${path}`, text]));
}

function seenFromHere(problem: Diagnostic, homeOf: HomeOf): Diagnostic {
  return renamed(problem, (file) => fromHere(join(homeOf(file), file)));
}

function count(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? '' : 's'}`;
}
