/**
 * Exploration of the stepped reference story: states per second on one core, with SPIN on the same story where it is installed.
 *
 * Its counts must be those of shared/bench-reference: 10,382,519 states and 27,100,728 edges.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Playbook } from '#scenario/playbook.ts';
import { type Explored, type Space, search } from '../explore/search.ts';
import { untimed } from '../explore/untimed.ts';
import { toSteppedPlaybook } from './rehearsal-stepped.ts';

const SHOULD = { states: 10_382_519, edges: 27_100_728 };

/** What exploring came to; `spin` is null where SPIN, gcc or the story's model is not on this machine. */
export interface ExploreRow {
  readonly states: number;
  readonly edges: number;
  readonly stuck: number;
  readonly seconds: number;
  readonly statesPerSecond: number;
  readonly bytesPerState: number;
  readonly spin: {
    readonly states: number;
    readonly seconds: number;
    readonly statesPerSecond: number;
  } | null;
}

/** The untimed story as a space: its generated code made into a function. Node only. */
export function spaceOf(playbook: Playbook): Space {
  const { words, source } = untimed(playbook);
  const out = new Int32Array(words);
  const make = new Function('out', source) as (out: Int32Array) => Pick<Space, 'start' | 'isOver' | 'expand'>;
  return { words, out, ...make(out) };
}

/** Explores the whole story; throws where the counts are not those of the reference. */
export function benchExplore(now: () => number): ExploreRow {
  const space = spaceOf(toSteppedPlaybook());
  search(space, { states: 200_000, parents: false });
  const before = now();
  const { states, edges, stuck, bytesPerState }: Explored = search(space, {
    states: 20_000_000,
    parents: false,
    // SPIN is told as much by `-w25`.
    room: 11_000_000,
  });
  const seconds = (now() - before) / 1_000;
  if (states !== SHOULD.states || edges !== SHOULD.edges) {
    throw new Error(`${states} states and ${edges} edges instead of ${SHOULD.states} and ${SHOULD.edges}`);
  }
  return { states, edges, stuck, seconds, statesPerSecond: states / seconds, bytesPerState, spin: bySpin() };
}

/** SPIN counts one state more: its start before settling. */
function bySpin(): ExploreRow['spin'] {
  const model = process.env.DECONFLICT_SPIN_MODEL;
  if (model === undefined || spawnSync('spin', ['-V']).status !== 0) return null;
  const cwd = mkdtempSync(join(tmpdir(), 'spin-'));
  const made = [
    spawnSync('spin', ['-a', model], { cwd }),
    spawnSync('gcc', ['-O3', '-DSAFETY', '-DNOREDUCE', '-DMEMLIM=8000', '-o', 'pan', 'pan.c'], { cwd }),
  ];
  if (made.some(({ status }) => status !== 0)) return null;
  const run = spawnSync('./pan', ['-m2000000', '-E', '-w25'], { cwd, encoding: 'utf8' });
  const states = Number(/(\d+) states, stored/.exec(run.stdout)?.[1]);
  const seconds = Number(/elapsed time ([\d.e+]+) seconds/.exec(run.stdout)?.[1]);
  return Number.isFinite(states) && seconds > 0
    ? { states, seconds, statesPerSecond: states / seconds }
    : null;
}
