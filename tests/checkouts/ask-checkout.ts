/** Asks a checkout, by its own command line in processes of its own, what it comes to. */
import { spawnSync } from 'node:child_process';
import { globSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Facts, RunFacts } from './differences.ts';

/** The parts that can be asked for. */
export const PARTS = ['playbooks', 'runs', 'rulings', 'proofs', 'screens'] as const;
export type Part = (typeof PARTS)[number];

/** Everything asked for but pictures; what is not asked for is empty. `seconds` is how long each proof may take. Throws where a process says nothing usable. */
export function factsOf(root: string, parts: readonly Part[], seconds: number): Facts {
  const asks = (part: Part) => parts.includes(part);
  const read = join(import.meta.dirname, 'read-checkout.mjs');
  const own = JSON.parse(printed(root, [read, root])) as {
    readonly playbooks: Facts['playbooks'];
    readonly packs: Readonly<Record<string, readonly string[]>>;
  };
  return {
    playbooks: asks('playbooks') ? own.playbooks : {},
    runs: asks('runs') ? runsOf(root) : {},
    rulings: asks('rulings') ? rulingsOf(root, own.packs) : {},
    proofs: asks('proofs') ? proofsOf(root, seconds) : {},
  };
}

/** Builds the page of a checkout and takes its screenshots into a folder, by the checkout's own scripts. */
export function takeScreens(root: string, into: string, only: readonly string[]): void {
  mkdirSync(into, { recursive: true });
  printed(root, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'error']);
  printed(root, ['tests/screenshots.ts', ...only], { OUT: into });
}

interface Row {
  readonly ref: string;
  readonly scenario: string | null;
  readonly situation: string;
  readonly pack: string;
}
interface Checked {
  readonly problems: readonly { readonly code: string; readonly severity: string }[];
  readonly proof: readonly {
    readonly scenario: string;
    readonly pack: string;
    readonly truth: string | null;
    readonly property: number;
    readonly word: string;
  }[];
}

function runsOf(root: string): Record<string, RunFacts> {
  const plans = globSync('scenarios/*/plans/*.plan.yaml', { cwd: root }).sort();
  const outOf = (plan: string) => join(root, `${plan}.run.json`);
  const told = call<{
    readonly ending: string | null;
    readonly failures: readonly { readonly step: number; readonly message: string }[];
  }>(
    root,
    'play',
    plans.map((plan) => [plan, '--out', outOf(plan)]),
  );
  return Object.fromEntries(
    plans.map((plan, n) => {
      const [, scenario = '', , file = ''] = plan.split('/');
      const run = JSON.parse(readFileSync(outOf(plan), 'utf8')) as {
        readonly opening: { readonly seed: number };
        readonly entries: readonly {
          readonly command: Readonly<Record<string, unknown>>;
          readonly digest: string;
        }[];
      };
      const facts: RunFacts = {
        scenario,
        seed: run.opening.seed,
        commands: run.entries.map(({ command: { at: _, ...command } }) => Object.values(command).join(' ')),
        digests: run.entries.map(({ digest }) => digest),
        ending: told[n]?.ending ?? null,
        failures: (told[n]?.failures ?? []).map(({ step, message }) => `step ${step + 1}: ${message}`),
      };
      return [`${scenario}/${file.replace('.plan.yaml', '')}`, facts];
    }),
  );
}

/** Probes under every pack, and where a pack has models under each of them; references under the packs that are printed. */
function rulingsOf(root: string, packs: Readonly<Record<string, readonly string[]>>): Facts['rulings'] {
  const wishes = Object.entries(packs).flatMap(([pack, models]) =>
    (models.length === 0 ? [null] : models).map((model) => ({ pack, model })),
  );
  const [refs = [], ...probes] = call<readonly Row[]>(root, 'judge', [
    ['--refs'],
    ...wishes.map(({ pack, model }) => [
      '--probes',
      '--pack',
      pack,
      ...(model === null ? [] : ['--model', model]),
    ]),
  ]);
  const rulings: Record<string, Record<string, string>> = {};
  const add = (sort: string, under: string | undefined, rows: readonly Row[]) => {
    for (const { ref, scenario, situation, pack, ...says } of rows) {
      const item = [sort, ref, scenario ?? '', situation].filter((one) => one !== '').join(' ');
      rulings[item] = { ...rulings[item], [under ?? pack]: Object.values(says).flat().join(' ') };
    }
  };
  add('reference', undefined, refs);
  for (const [n, { pack, model }] of wishes.entries())
    add('probe', model === null ? pack : `${pack} ${model}`, probes[n] ?? []);
  return rulings;
}

function proofsOf(root: string, seconds: number): Facts['proofs'] {
  const told = JSON.parse(ask(root, ['check', '--json', '--seconds', String(seconds)])) as Checked;
  const proofs: Record<string, Record<string, string>> = {};
  for (const { scenario, pack, truth, property, word } of told.proof) {
    const item = `${scenario} property ${property}${truth === null ? '' : `, ${truth}`}`;
    proofs[item] = { ...proofs[item], [pack]: word };
  }
  for (const severity of ['error', 'warning']) {
    const codes = told.problems.filter((one) => one.severity === severity).map(({ code }) => code);
    proofs[`${severity}s of check`] = { all: codes.sort().join(' ') || 'none' };
  }
  return proofs;
}

/** What a verb of the checkout answers to each of many calls. Throws where it answers not as often. */
function call<Answer>(root: string, verb: string, calls: readonly (readonly string[])[]): readonly Answer[] {
  const script = join(import.meta.dirname, 'call-verb.mjs');
  const said = printed(root, [script, root, verb], {}, [0], JSON.stringify(calls));
  const answers = said
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Answer);
  if (answers.length !== calls.length)
    throw new Error(`${root}: ${verb} answered ${answers.length} of ${calls.length} calls`);
  return answers;
}

/** What a verb printed. A verb that found problems (exit 1) has said so in its answer. */
function ask(root: string, args: readonly string[]): string {
  const { bin } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    readonly bin: { readonly deconflict: string };
  };
  return printed(root, [bin.deconflict, ...args], {}, [0, 1]);
}

function printed(
  root: string,
  args: readonly string[],
  env: Record<string, string> = {},
  fine = [0],
  input = '',
): string {
  const done = spawnSync(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    input,
    maxBuffer: 1 << 30,
  });
  if (!fine.includes(done.status ?? -1))
    throw new Error(
      `${root}: ${args.join(' ')} ended with ${String(done.status)}:\n${done.stdout}\n${done.stderr}`,
    );
  return done.stdout;
}
