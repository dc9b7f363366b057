/**
 * `npm run bench [name] [--json]`: what is measured, in one run: a table, or one JSON value.
 *
 * `step` compares our step with a raw XState actor as a ratio within this run; `size` weighs the first JavaScript; `scene` times
 * frames of the sand table; `load` finds the longest tasks of a first load; `rehearsal` sets the kernel beside its peers and explores the
 * reference story; `law` rules acts as the layers of a pack double; `watch` times saves on the flagship until they are printed and until
 * the open page shows them; `import` reads run files of three lengths. `heap` plays 200 runs on one page: it takes half an hour and runs
 * only when it is named. Never fails on a time.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type SizeReport, weigh } from './size.ts';

const root = join(import.meta.dirname, '../..');
const BENCHES: Readonly<Record<string, (json: boolean) => unknown>> = {
  step,
  size,
  scene,
  load,
  heap,
  rehearsal,
  scenario,
  law,
  watch,
  import: importing,
};

const ONLY_NAMED = 'heap';

const json = process.argv.includes('--json');
const wanted = process.argv.slice(2).filter((one) => one !== '--json');
const unknown = wanted.find((one) => !(one in BENCHES));
if (unknown !== undefined) {
  process.stderr.write(`There is no bench "${unknown}"; there are ${Object.keys(BENCHES).join(', ')}.\n`);
  process.exitCode = 2;
} else {
  const results: Record<string, unknown> = {};
  for (const [name, bench] of Object.entries(BENCHES)) {
    if (wanted.length === 0 ? name !== ONLY_NAMED : wanted.includes(name)) results[name] = bench(json);
  }
  if (json) process.stdout.write(`${JSON.stringify(results)}\n`);
}

function step(asJson: boolean): unknown {
  return apart('step', asJson, onOneCore());
}

function scene(asJson: boolean): unknown {
  return apart('scene', asJson);
}

function load(asJson: boolean): unknown {
  return apart('load', asJson);
}

function heap(asJson: boolean): unknown {
  return apart('heap', asJson);
}

function rehearsal(asJson: boolean): unknown {
  installPeers();
  return apart('rehearsal', asJson, onOneCore());
}

/** The peers have a package of their own, so that nobody else installs them. */
function installPeers(): void {
  const folder = join(root, 'tests/bench/peers');
  if (existsSync(join(folder, 'node_modules'))) return;
  const done = spawnSync('npm', ['ci', '--prefix', folder], { encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`The peers could not be installed:\n${done.stderr}`);
}

function scenario(asJson: boolean): unknown {
  return apart('scenario', asJson, onOneCore());
}

/** Where the machine can be told to stay on one core: moving from core to core costs more than some of what is measured. */
function onOneCore(): readonly string[] {
  const pinned = ['taskset', '-c', '0'] as const;
  const [tool, ...where] = pinned;
  return spawnSync(tool, [...where, 'true']).status === 0 ? pinned : [];
}

function law(asJson: boolean): unknown {
  return apart('law', asJson, onOneCore());
}

function watch(asJson: boolean): unknown {
  return apart('watch', asJson);
}

function importing(asJson: boolean): unknown {
  return apart('import', asJson, onOneCore());
}

/** In a process of its own, so that nothing else warms or crowds it; `by` is what starts it. */
function apart(name: string, asJson: boolean, by: readonly string[] = []): unknown {
  const args = ['--expose-gc', join(root, `tests/bench/${name}.ts`), ...(asJson ? ['--json'] : [])];
  const [first = process.execPath, ...rest] = [...by, process.execPath, ...args];
  const done = spawnSync(first, rest, { cwd: root, encoding: 'utf8' });
  if (done.status !== 0)
    throw new Error(`The bench "${name}" ended with ${String(done.status)}:\n${done.stderr}`);
  if (!asJson) process.stdout.write(`${done.stdout}\n`);
  return asJson ? (JSON.parse(done.stdout) as unknown) : null;
}

function size(asJson: boolean): SizeReport {
  if (!existsSync(join(root, 'dist/index.html'))) {
    spawnSync(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build'], { cwd: root });
  }
  const report = weigh();
  if (!asJson) {
    const lines = report.files.map(
      (one) => `  ${one.file.padEnd(44)} ${kb(one.raw).padStart(8)} ${kb(one.gzip).padStart(8)}`,
    );
    const total = `  ${'all'.padEnd(44)} ${''.padStart(8)} ${report.gzipKb.toFixed(1).padStart(8)}  of ${report.budgetKb} kB`;
    process.stdout.write(`First JavaScript, kB: raw, gzip -9\n${lines.join('\n')}\n${total}\n`);
  }
  return report;
}

function kb(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}
