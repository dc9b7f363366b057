/** A slice of what `npm run prove` shows of the flagship: everything is come to, and from a share of the situations a fair way leads on. */

import { expect, test } from 'vitest';
import { shippedLaw, shippedPlaybook } from '#cli/disk/shipped.ts';
import { readSources } from '#cli/disk/sources.ts';
import { proofJobs } from '#verify/proof-jobs.ts';
import { prove } from '#verify/prove.ts';

/** So often the proof looks at its clock before it goes on to the next part: what it gets done hangs on no machine. */
const LOOKS = 24;

test('[RH41] [RH66] [RH42] [RH43] the flagship under one pack: nothing wrong is found, and what is looked at has its witness', () => {
  const files = readSources();
  const law = shippedLaw();
  const playbook = shippedPlaybook('residence-207');
  const jobs = proofJobs(playbook, law);
  expect(jobs.map(({ pack }) => pack)).toEqual(expect.arrayContaining(Object.keys(law.packs)));
  const job = jobs.find(({ name }) => name === 'neutral');
  if (job === undefined) throw new Error('no pack neutral');
  const under = { law, pack: job.pack, asOf: playbook.asOf, switches: job.switches };
  let looks = 0;
  const progress = { now: () => looks++, tell: () => {} };
  const { proofs, findings } = prove(
    { playbook, files, seat: job.seat, under },
    { states: 2_000, ms: LOOKS },
    progress,
  );
  expect(findings).toEqual([]);
  const rows = proofs.filter(({ truth }) => truth === 'team=impostors');
  expect(rows.map(({ property }) => property)).toEqual([1, 2, 3, 4]);
  const [ends, reach, fair, sound] = rows;
  expect(ends?.word, ends?.note).toBe('complete');
  expect(ends?.states).toBeGreaterThan(10_000);
  // The shipped plans alone come to everything.
  expect(reach?.word, reach?.note).toBe('complete');
  expect(fair?.states, fair?.note).toBeGreaterThan(100);
  expect(fair?.note).toContain('have one way of playing that works for all of them');
  expect(sound?.word, sound?.note).toBe('witness');
}, 120_000);
