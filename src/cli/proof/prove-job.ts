/** One proof of a scenario as `check` and `watch` make it, each in threads of its own. */
import type { Law } from '#law/pack.ts';
import type { Playbook } from '#scenario/playbook.ts';
import type { Files } from '#scenario/read.ts';
import type { Limits } from '#verify/exhaustive/belief-graph.ts';
import type { ProofJob } from '#verify/proof-jobs.ts';
import { type Proved, prove } from '#verify/prove.ts';

/** What is proved: the scenario and the law, read once for all threads, and the texts of the scenario with its libraries. */
export interface Provable {
  readonly playbook: Playbook;
  readonly law: Law;
  readonly files: Files;
}

/** Makes the proof; `tell` hears how far it is. */
export function proveJob(
  { playbook, law, files }: Provable,
  { seat, pack, switches }: ProofJob,
  limits: Limits,
  tell: (states: number, frontier: number) => void = () => {},
): Proved {
  const under = { law, pack, asOf: playbook.asOf, switches };
  return prove({ playbook, files, seat, under }, limits, { now: () => performance.now(), tell });
}
