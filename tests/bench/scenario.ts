/**
 * Bench: reading scenarios, checks of meaning and all, beside reading the same text with `yaml` alone. `node tests/bench/scenario.ts [--json]`.
 *
 * A generated one of 1,000 states and 5,000 options, and the flagship with all its files, first and warm. Times are what this thread
 * computed; the large one must read without a problem.
 */
import { parse } from 'yaml';
import { readSources } from '#cli/disk/sources.ts';
import type { Playbook } from '#scenario/playbook.ts';
import { type Files, readScenario } from '#scenario/read.ts';
import { bigScenario } from './big-scenario.ts';

/** Milliseconds; `first` with code that never ran before, then the median. */
export interface Reading {
  readonly scenario: string;
  readonly lines: number;
  readonly states: number;
  readonly options: number;
  readonly first: number;
  readonly read: number;
  readonly yamlAlone: number;
}

/** A scenario as it was read once, with code that never ran before: how large it is, and milliseconds. */
export type Read = Pick<Reading, 'states' | 'options'> & { readonly ms: number };

const [STATES, ROUNDS] = [1_000, 5];

/** Reads a generated scenario with so many states, so often; throws where it has a problem. */
export function readBig(states: number, rounds: number): Reading {
  return timed('generated', bigScenario(states), 'big', rounds);
}

/** Reads a generated scenario with so many states once; throws where it has a problem. */
export function readOnce(size: number): Read {
  const files = bigScenario(size);
  let read: Sizes | null = null;
  const ms = cpuOf(() => {
    read = sizesOf(readOrThrow(files, 'big').playbook);
  });
  return { ...(read ?? { states: 0, options: 0 }), ms };
}

function timed(scenario: string, files: Files, id: string, rounds: number): Reading {
  const texts = [...files].flatMap(([path, text]) => (/\.yaml$/.test(path) ? [text] : []));
  const reads: number[] = [];
  const alone: number[] = [];
  for (let round = 0; round < rounds; round++) {
    reads.push(cpuOf(() => readOrThrow(files, id)));
    alone.push(
      cpuOf(() => {
        for (const text of texts) parse(text, { schema: 'core', uniqueKeys: false });
      }),
    );
  }
  const { playbook } = readOrThrow(files, id);
  return {
    scenario,
    lines: texts.reduce((sum, text) => sum + text.split('\n').length, 0),
    ...sizesOf(playbook),
    first: reads[0] ?? 0,
    read: median(reads),
    yamlAlone: median(alone),
  };
}

type Sizes = Pick<Reading, 'states' | 'options'>;

function sizesOf({ states, decisions }: Playbook): Sizes {
  return { states: states.length, options: decisions.reduce((sum, { options }) => sum + options.length, 0) };
}

function readOrThrow(files: Files, id: string) {
  const { playbook, problems } = readScenario(files, id);
  if (playbook === null || problems.length > 0) throw new Error(JSON.stringify(problems[0]));
  return { playbook };
}

/** The files that the scenario is read from, so that `yaml` reads the same. */
function filesOf(id: string): Files {
  return new Map(
    [...readSources()].filter(([path]) => path.startsWith(`${id}/`) || path.startsWith('common/')),
  );
}

function cpuOf(work: () => void): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1_000;
}

function median(of: readonly number[]): number {
  return of.toSorted((a, b) => a - b)[Math.floor(of.length / 2)] ?? 0;
}

if (import.meta.main) {
  const flagship = 'residence-207';
  const rows = [timed(flagship, filesOf(flagship), flagship, ROUNDS), readBig(STATES, ROUNDS)];
  if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify(rows)}\n`);
  else {
    for (const row of rows) {
      const { scenario, lines, states, options, first, read, yamlAlone } = row;
      process.stdout.write(
        `${scenario}: ${lines} lines, ${states} states, ${options} options\n  read, checked and compiled ${read.toFixed(0).padStart(6)} ms, at first ${first.toFixed(0)} ms; yaml alone ${yamlAlone.toFixed(0)} ms; ${(read / yamlAlone).toFixed(2)}×\n`,
      );
    }
  }
}
