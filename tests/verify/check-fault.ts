/** What `check` says of files, without a process of its own: reading, plans, law, and a proof under every pack. */
import { checkPlans } from '#cli/proof/check-plans.ts';
import type { Diagnostic } from '#language/diagnostic.ts';
import { readLaw } from '#law/read.ts';
import { readScenario } from '#scenario/read.ts';
import type { Finding } from '#verify/exhaustive/exploration.ts';
import { joined, proofJobs } from '#verify/proof-jobs.ts';
import { prove } from '#verify/prove.ts';
import { lawCoverage } from '#verify/reading/law-coverage.ts';

export interface Checked {
  readonly problems: readonly Diagnostic[];
  /** Of those, what a proof found, with its plan. */
  readonly proved: readonly Finding[];
  /** Whether every proof followed everything there is. */
  readonly isWhole: boolean;
}

/** Checks the scenario and the law among these files; a proof has no limit but its size. */
export function checkFiles(files: ReadonlyMap<string, string>, id: string): Checked {
  const { playbook, problems } = readScenario(files, id);
  const { law, problems: ofLaw } = readLaw(files);
  const read = [...problems, ...ofLaw, ...checkPlans(playbook, files, id, law)];
  if (playbook === null || law === null) return { problems: read, proved: [], isWhole: false };
  // No time passes: a busy machine follows everything too.
  const limits = { states: 100_000, ms: 1 };
  const done = proofJobs(playbook, law).map((job) => {
    const under = { law, pack: job.pack, asOf: playbook.asOf, switches: job.switches };
    const progress = { now: () => 0, tell: () => undefined };
    return { job, ...prove({ playbook, files, seat: job.seat, under }, limits, progress) };
  });
  const proved = joined(done);
  return {
    problems: [
      ...read,
      ...lawCoverage(playbook, files, { law, files }),
      ...proved.map(({ problem }) => problem),
    ],
    proved,
    isWhole: done.every(({ proofs }) => proofs.every(({ word }) => word === 'complete')),
  };
}
