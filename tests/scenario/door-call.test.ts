/** A welfare check at a door with five decisions and two truths, written from the author's guide alone: read, played, proved and ruled. */
import { expect, test } from 'vitest';
import { shippedLaw } from '#cli/disk/shipped.ts';
import { partsOf, readParts } from '#cli/disk/watch-folder.ts';
import { checkPlans } from '#cli/proof/check-plans.ts';
import { printProof } from '#cli/proof/check-proof.ts';
import type { Ruling } from '#law/findings.ts';
import { judge } from '#law/judge.ts';
import { AXES } from '#law/trace.ts';
import { runPlan } from '#plans/run-plan.ts';
import { planPaths, readPlanFor } from '#scenario/plan.ts';
import { readScenario } from '#scenario/read.ts';
import { prove } from '#verify/prove.ts';
import { lawCoverage } from '#verify/reading/law-coverage.ts';

const ID = 'crying-behind-the-door';
const files = readParts(partsOf(new URL(`./first-scenarios/${ID}`, import.meta.url).pathname));
const { playbook, problems } = readScenario(files, ID);
const law = shippedLaw();

test('[SC31] [RH45] it reads, its plans go as they say, and the law has a word on every act', () => {
  if (playbook === null) throw new Error(JSON.stringify(problems));
  expect(problems).toEqual([]);
  expect(checkPlans(playbook, files, ID, law)).toEqual([]);
  expect(lawCoverage(playbook, files, { law, files })).toEqual([]);
  expect([playbook.decisions.length, playbook.truths.length]).toEqual([5, 1]);
});

test('[RH30] [CL30] nothing that a proof finds in it is wrong, and it is said what ended the proof', () => {
  if (playbook === null) throw new Error('it does not read');
  const under = { law, pack: 'neutral', asOf: playbook.asOf, switches: {} };
  let steps = 0;
  // The clock of this proof counts its questions: it ends after so many, however fast the machine is.
  const progress = { now: () => steps++, tell: () => {} };
  const limits = { states: 300, ms: 3_000 };
  const { proofs, findings } = prove({ playbook, files, seat: 0, under }, limits, progress);
  expect(findings.map(({ problem }) => problem.message)).toEqual([]);
  expect(proofs.length).toBeGreaterThan(0);
  const last = (from: typeof proofs) => printProof(from, limits).at(-1);
  expect(last(proofs)).toContain('the limit of 300 states came first. Use `--states 3000`');
  const late = proofs.map((proof) => ({ ...proof, limit: 'seconds' as const }));
  expect(last(late)).toContain('the limit of 3 seconds came first. Use `--seconds 30`');
});

test('[LW13] played with care, it is sound on every axis in both truths; played badly, it is on none', () => {
  const careful = planPaths(files, ID);
  expect(careful).toHaveLength(2);
  for (const path of careful) expect(standingsOf(ruled(path, files))).toEqual(['sound', 'sound', 'sound']);
  const poor = `${ID}/plans/poor.plan.yaml`;
  const ruling = ruled(poor, new Map([...files, [poor, POOR]]));
  expect(standingsOf(ruling)).toEqual(['unsound', 'unsound', 'unsound']);
  // The law's words fit a call that is no kidnapping and has no armed men in it.
  const said = ruling.findings.map(({ title, because }) => `${title} ${because}`);
  expect(said.length).toBeGreaterThan(3);
  expect(said.filter((text) => /kidnap|\bmen\b/i.test(text))).toEqual([]);
});

/** Comes without cover, believes the man and closes the call. */
const POOR = `scenario: ${ID}
truth: { inside: hurt }
steps:
  - choose: go-up/pound
  - choose: the-shut-door/believe-him
  - choose: the-record/call-closed
`;

function ruled(path: string, from: ReadonlyMap<string, string>): Ruling {
  if (playbook === null) throw new Error('it does not read');
  const { plan, problems: wrong } = readPlanFor(playbook, from, path);
  if (plan === null) throw new Error(JSON.stringify(wrong));
  const { trace } = runPlan(playbook, plan, { toEnd: true });
  return judge(trace, { law, pack: 'neutral', asOf: playbook.asOf, switches: {}, seat: 'patrol' });
}

function standingsOf({ axes }: Ruling): readonly string[] {
  return AXES.map((axis) => axes[axis].standing);
}
