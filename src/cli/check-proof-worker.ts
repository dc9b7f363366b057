/** A thread of `check`: makes one proof after another and tells how far it is. */
import { parentPort, workerData } from 'node:worker_threads';
import { readLaw } from '#law/read.ts';
import type { Limits } from '#rehearsal/prove/beliefs.ts';
import type { ProofJob } from '#rehearsal/prove/proof-jobs.ts';
import { type Proved, prove } from '#rehearsal/prove/prove.ts';
import { readScenario } from '#scenario/read.ts';

/** What a thread is given when it starts: texts of scenario and law by path, and where to stop. */
export interface WorkerGiven {
  readonly files: ReadonlyMap<string, string>;
  readonly id: string;
  readonly limits: Limits;
}
/** What it says: how far a proof is, or what came of it. */
export type WorkerSays =
  | { readonly job: number; readonly states: number; readonly frontier: number }
  | { readonly job: number; readonly proved: Proved };

const TELL_MS = 100;

const { files, id, limits }: WorkerGiven = workerData;
const { playbook } = readScenario(files, id);
const { law } = readLaw(files);

parentPort?.on('message', ({ n, job }: { readonly n: number; readonly job: ProofJob }) => {
  if (playbook === null || law === null) throw new Error('what compiled before does not compile here');
  let told = 0;
  const progress = {
    now: () => performance.now(),
    tell: (states: number, frontier: number) => {
      if (performance.now() - told < TELL_MS) return;
      told = performance.now();
      parentPort?.postMessage({ job: n, states, frontier } satisfies WorkerSays);
    },
  };
  const { seat, pack, switches } = job;
  const under = { law, pack, asOf: playbook.asOf, switches };
  const proved = prove({ playbook, files, seat, under }, limits, progress);
  parentPort?.postMessage({ job: n, proved } satisfies WorkerSays);
});
