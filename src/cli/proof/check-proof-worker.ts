/** A thread of `check`: makes one proof after another and tells how far it is. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Limits } from '#verify/exhaustive/belief-graph.ts';
import type { ProofJob } from '#verify/proof-jobs.ts';
import type { Proved } from '#verify/prove.ts';
import { type Provable, proveJob } from './prove-job.ts';

/** What a thread is given when it starts: what to prove, and where to stop. */
export interface WorkerGiven {
  readonly provable: Provable;
  readonly limits: Limits;
}
/** What it says: how far a proof is, or what came of it. */
export type WorkerSays =
  | { readonly job: number; readonly states: number; readonly frontier: number }
  | { readonly job: number; readonly proved: Proved };

const TELL_MS = 100;

const { provable, limits }: WorkerGiven = workerData;

parentPort?.on('message', ({ n, job }: { readonly n: number; readonly job: ProofJob }) => {
  let told = 0;
  const proved = proveJob(provable, job, limits, (states, frontier) => {
    if (performance.now() - told < TELL_MS) return;
    told = performance.now();
    parentPort?.postMessage({ job: n, states, frontier } satisfies WorkerSays);
  });
  parentPort?.postMessage({ job: n, proved } satisfies WorkerSays);
});
