/** Proves a scenario in threads, with a bar on standard error, and writes down the plans that show what was found (SPEC CL30 to CL32). */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Limits } from '#verify/exhaustive/belief-graph.ts';
import type { Finding } from '#verify/exhaustive/exploration.ts';
import { joined, joinedProofs, type ProofJob, proofJobs } from '#verify/proof-jobs.ts';
import type { Proof, Proved } from '#verify/prove.ts';
import { writeOrSay } from '../disk/on-disk.ts';
import { progress } from '../terminal/print.ts';
import type { WorkerGiven, WorkerSays } from './check-proof-worker.ts';
import type { Provable } from './prove-job.ts';

/** How to prove: limits for each scenario under each pack, and how many threads. */
export interface ProofWish {
  readonly limits: Limits;
  readonly workers: number;
}
/** What came of it: lines of the proof, and what was found. */
export interface ScenarioProof {
  readonly proofs: readonly Proof[];
  readonly findings: readonly Finding[];
}

/** Proves one scenario under every pack of the law. */
export async function proveScenario(provable: Provable, wish: ProofWish): Promise<ScenarioProof> {
  const { playbook, law } = provable;
  const jobs = proofJobs(playbook, law);
  const bar = new Bar(playbook.id, jobs);
  const done = await inThreads(jobs, { provable, limits: wish.limits }, wish.workers, bar);
  bar.clear();
  return {
    proofs: joinedProofs(jobs.flatMap((job, n) => (done[n] === undefined ? [] : [{ job, proved: done[n] }]))),
    findings: joined(jobs.map((job, n) => ({ job, findings: done[n]?.findings ?? [] }))),
  };
}

/** Writes the plans of the findings into a folder; answers the paths, in order. Throws CannotDo where one cannot be written. */
export function writePlans(folder: string, findings: readonly Finding[]): readonly string[] {
  const written: string[] = [];
  for (const { problem, plan } of findings) {
    if (plan === null) continue;
    const scenario = /^scenario: (.*)$/m.exec(plan)?.[1] ?? 'scenario';
    const n = written.length + 1;
    const path = join(folder, `${scenario}-${problem.code.toLowerCase()}-${n}.plan.yaml`);
    writeOrSay(path, plan, 'The plan');
    written.push(path);
  }
  return written;
}

/** A proof as lines to read: a heading for each scenario, one line for each pack and truth, and which limit came before its end. */
export function printProof(proofs: readonly Proof[], limits: Limits): readonly string[] {
  const lines: string[] = [];
  for (const scenario of new Set(proofs.map((proof) => proof.scenario))) {
    const own = proofs.filter((proof) => proof.scenario === scenario);
    const pairs = [...new Set(own.map(({ pack, truth }) => `${pack} ${truth ?? ''}`.trim()))];
    const wide = Math.max(...pairs.map((pair) => pair.length), 10);
    lines.push(`${scenario}: ${HEADS.join(' · ')}`);
    for (const pair of pairs) {
      const row = own.filter(({ pack, truth }) => `${pack} ${truth ?? ''}`.trim() === pair);
      const words = HEADS.map((_, at) => at + 1).map(
        (n) => `${n} ${row.find(({ property }) => property === n)?.word ?? '-'}`,
      );
      const [first] = row;
      const size =
        first === undefined
          ? ''
          : `${first.states} states, ${first.edges} edges, frontier ${first.frontier}, ${first.seconds.toFixed(1)} s, ${first.bytesPerState} B/state`;
      lines.push(`  ${pair.padEnd(wide)}  ${words.map((word) => word.padEnd(10)).join('  ')}  ${size}`);
    }
    const notes = own.flatMap(({ pack, note }) => (note === undefined ? [] : [`  ${pack}: ${note}`]));
    lines.push(...new Set(notes));
    if (own.some(({ limit }) => limit === 'states')) lines.push(notWhole('states', limits.states));
    if (own.some(({ limit }) => limit === 'seconds')) lines.push(notWhole('seconds', limits.ms / 1000));
  }
  return lines;
}

function notWhole(what: 'states' | 'seconds', limit: number): string {
  const more = `Use \`--${what} ${limit * 10}\` to follow more; it takes longer.`;
  return `  Not every run was followed: the limit of ${limit} ${what} came first. ${more}`;
}

const HEADS = [
  '1 every run can end',
  '2 everything is reached',
  '3 a way without a grave finding',
  '4 a sound standing',
  '5 law for every act',
  '6 nothing gives answers away',
];

/** Gives jobs to threads as they become free; resolves to what came of each, in order. */
function inThreads(
  jobs: readonly ProofJob[],
  given: WorkerGiven,
  workers: number,
  bar: Bar,
): Promise<readonly Proved[]> {
  const done: Proved[] = [];
  let next = 0;
  let left = jobs.length;
  return new Promise((resolve, reject) => {
    if (left === 0) resolve([]);
    const threads = Array.from({ length: Math.min(workers, jobs.length) }, () => {
      const thread = new Worker(new URL('./check-proof-worker.ts', import.meta.url), { workerData: given });
      const feed = () => {
        const job = jobs[next];
        if (job === undefined) return;
        thread.postMessage({ n: next, job });
        next += 1;
      };
      thread.on('error', (error) => {
        for (const one of threads) one.terminate();
        reject(error);
      });
      thread.on('message', (says: WorkerSays) => {
        if (!('proved' in says)) {
          bar.tell(says.job, says.states, says.frontier);
          return;
        }
        done[says.job] = says.proved;
        bar.done(says.job);
        left -= 1;
        if (left > 0) feed();
        else {
          for (const one of threads) one.terminate();
          resolve(done);
        }
      });
      feed();
      return thread;
    });
  });
}

/** A line on standard error that says how far the proofs are; silent where that is no terminal. */
class Bar {
  readonly #id: string;
  readonly #jobs: readonly ProofJob[];
  readonly #now = new Map<number, string>();
  #done = 0;

  constructor(id: string, jobs: readonly ProofJob[]) {
    this.#id = id;
    this.#jobs = jobs;
  }

  tell(job: number, states: number, frontier: number): void {
    this.#now.set(job, `${this.#jobs[job]?.name} ${states} states, ${frontier} waiting`);
    this.#draw();
  }

  done(job: number): void {
    this.#now.delete(job);
    this.#done += 1;
    this.#draw();
  }

  clear(): void {
    progress(null);
  }

  #draw(): void {
    const filled = Math.round((this.#done / Math.max(1, this.#jobs.length)) * WIDTH);
    const bar = `${'='.repeat(filled)}${' '.repeat(WIDTH - filled)}`;
    progress(`${this.#id} [${bar}] ${[...this.#now.values()].join(' · ')}`);
  }
}

const WIDTH = 20;
