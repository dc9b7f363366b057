/**
 * `npm run prove`: the flagship proved under every pack, then the property tests again with many more runs each, and the browser killed
 * more often. `npm run prove flagship` is the first alone.
 *
 * `PROVE_RUNS` is how many times the usual number (default 20): many-runs.ts then stands in for fast-check. Exit code by result.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const times = process.env.PROVE_RUNS ?? '20';
const [only, ...rest] = process.argv.slice(2);
const proved = spawnSync(process.execPath, [join(root, 'tests/prove/flagship.ts')], {
  cwd: root,
  stdio: 'inherit',
});
const done =
  only === 'flagship'
    ? proved
    : spawnSync(
        process.execPath,
        [
          join(root, 'node_modules/vitest/vitest.mjs'),
          'run',
          '--config',
          'tests/vitest.config.ts',
          '--testTimeout=3600000',
          ...(only === undefined ? [] : [only, ...rest]),
        ],
        { cwd: root, stdio: 'inherit', env: { ...process.env, PROVE_RUNS: times } },
      );
process.exitCode = (proved.status ?? 1) || (done.status ?? 1);
