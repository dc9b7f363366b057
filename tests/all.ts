/**
 * `npm test`: every gate and every test, in an order that fails soon, ending with `N passed, N failed`.
 *
 * Each gate counts as one check, each test as one. Exit code 1 on any failure. A name or several run only these: `npm test biome types`.
 * Files of the browser in which at most five tests failed are run once more, alone: a machine that was busy with something else is no
 * defect. What passed only then is told by name, so that nobody mistakes it for steady.
 * The gates of a round run side by side; each is told, with all it said, when it is done.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

interface Outcome {
  readonly passed: number;
  readonly failed: number;
  readonly output: string;
  /** The files in which something failed, and the names of the tests that did. */
  readonly failing?: { readonly files: readonly string[]; readonly tests: readonly string[] };
}
interface Gate {
  readonly name: string;
  readonly args: readonly string[];
  /** Where vitest leaves its counts; absent for gates that only pass or fail. */
  readonly counts?: string;
  /** How many failed tests are tried again, by their files; absent: none. */
  readonly again?: number;
}

const root = join(import.meta.dirname, '..');
const results = join(root, 'node_modules/.cache/deconflict');
const config = 'tests/vitest.config.ts';

// Reading gates want one core each; the tests of the rooms fill both, and the browser wants to be alone with what was built.
const ROUNDS: readonly (readonly Gate[])[] = [
  [
    { name: 'biome', args: ['@biomejs/biome/bin/biome', 'check', '.'] },
    { name: 'types', args: ['typescript/bin/tsc', '-p', 'tsconfig.json'] },
    { name: 'pure types', args: ['typescript/bin/tsc', '-p', 'src/tsconfig.pure.json'] },
    { name: 'knip', args: knip() },
    // What only tests use belongs with them.
    { name: 'knip product', args: knip('--production') },
    { name: 'build', args: ['vite/bin/vite.js', 'build', '--logLevel', 'warn'] },
  ],
  [vitest('tests', 'rooms*')],
  [{ ...vitest('browser', 'browser'), again: 5 }],
];

function knip(...more: readonly string[]): readonly string[] {
  return ['knip/bin/knip.js', '--config', 'tests/house/knip.jsonc', '--no-progress', ...more];
}

/** The tests of a project, or of all whose names fit. */
function vitest(name: string, project: string): Gate {
  const counts = join(results, `${name}.json`);
  return {
    name,
    counts,
    args: [
      'vitest/vitest.mjs',
      'run',
      '--config',
      config,
      '--project',
      project,
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${counts}`,
    ],
  };
}

async function main(): Promise<void> {
  mkdirSync(results, { recursive: true });
  const wanted = process.argv.slice(2);
  let passed = 0;
  let failed = 0;
  for (const round of ROUNDS) {
    const gates = round.filter((one) => wanted.length === 0 || wanted.includes(one.name));
    const outcomes = await Promise.all(gates.map(told));
    for (const outcome of outcomes) {
      passed += outcome.passed;
      failed += outcome.failed;
    }
  }
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
}

/** Runs a gate and tells how it went. */
async function told(gate: Gate): Promise<Outcome> {
  const started = performance.now();
  const outcome = await triedAgain(gate, await run(gate));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const tally = gate.counts ? `  ${outcome.passed} passed, ${outcome.failed} failed` : '';
  const said = outcome.failed > 0 ? `\n${outcome.output}` : '';
  console.log(`${outcome.failed === 0 ? 'ok  ' : 'FAIL'}  ${gate.name}  ${seconds} s${tally}${said}`);
  return outcome;
}

/** The outcome with what a second try of few failed tests gave; the first output stays readable where they failed again. */
async function triedAgain(gate: Gate, first: Outcome): Promise<Outcome> {
  const { failing } = first;
  if (failing === undefined || failing.tests.length === 0 || failing.tests.length > (gate.again ?? 0))
    return first;
  const second = await run({ ...gate, args: [...gate.args, ...failing.files] });
  if (second.failed > 0) return { ...first, output: `${first.output}\n--- again:\n${second.output}` };
  console.log(`      ${gate.name}: passed on the second try only: ${failing.tests.join('; ')}`);
  return { passed: first.passed + failing.tests.length, failed: 0, output: '' };
}

async function run(gate: Gate): Promise<Outcome> {
  if (gate.counts) rmSync(gate.counts, { force: true });
  const [script = '', ...args] = gate.args;
  const child = spawn(process.execPath, [join(root, 'node_modules', script), ...args], {
    cwd: root,
    // The browser tests serve what the build gate built; run alone, they build for themselves.
    env: process.argv.length > 2 ? process.env : { ...process.env, DECONFLICT_BUILT: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (text: string) => {
      output += text;
    });
  }
  const code = await new Promise<number>((resolve) => child.on('close', (status) => resolve(status ?? 1)));
  if (!gate.counts) return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output };
  return tallyOf(gate.counts, code, output);
}

/** Vitest's own counts; a file that did not load or an error outside a test counts as one failure. */
function tallyOf(file: string, code: number, output: string): Outcome {
  if (!existsSync(file)) return { passed: 0, failed: 1, output };
  const counts = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly numPassedTests: number;
    readonly numFailedTests: number;
    readonly testResults: readonly {
      readonly status: string;
      readonly name: string;
      readonly message: string;
      readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
    }[];
  };
  const unloaded = counts.testResults.filter(
    (one) => one.status === 'failed' && !one.assertionResults.some((test) => test.status === 'failed'),
  ).length;
  const told = counts.numFailedTests + unloaded;
  const files = counts.testResults.filter((one) => one.status === 'failed');
  const tests = files.flatMap((file) =>
    file.assertionResults.flatMap((test) => (test.status === 'failed' ? [test.fullName] : [])),
  );
  return {
    passed: counts.numPassedTests,
    failed: code !== 0 && told === 0 ? 1 : told,
    output,
    // A file that did not load is no matter of a busy machine.
    failing: { files: files.map((file) => file.name), tests: unloaded > 0 ? [] : tests },
  };
}

await main();
