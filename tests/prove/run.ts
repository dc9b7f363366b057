/**
 * `npm run prove`: the flagship proved under every pack, then the property tests again with many more runs each, and the browser killed
 * more often. `npm run prove flagship` is the first alone, any other filter the tests that it names.
 *
 * `PROVE_RUNS` is how many times the usual number (default 20): many-runs.ts then stands in for fast-check. Exit code by result.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const times = process.env.PROVE_RUNS ?? '20';
const [only, ...rest] = process.argv.slice(2);
const results: (number | null)[] = [];
if (only === undefined || only === 'flagship') results.push(run('tests/prove/flagship.ts'));
if (only !== 'flagship') {
  const filters = only === undefined ? [] : [only, ...rest];
  results.push(
    run(
      'node_modules/vitest/vitest.mjs',
      'run',
      '--config',
      'tests/vitest.config.ts',
      '--testTimeout=3600000',
      ...filters,
    ),
  );
}
process.exitCode = results.every((status) => status === 0) ? 0 : 1;

/** Runs a program of the repository and answers its exit code, null where it was killed. */
function run(program: string, ...args: readonly string[]): number | null {
  const env = { ...process.env, PROVE_RUNS: times };
  return spawnSync(process.execPath, [join(root, program), ...args], { cwd: root, stdio: 'inherit', env })
    .status;
}
