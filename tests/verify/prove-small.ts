/** Small scenarios to prove: the one that pages of diagnostics are made of, with some of its sections written anew. */
import { shippedLaw } from '#cli/disk/shipped.ts';
import { type PlanRun, runPlan } from '#plans/run-plan.ts';
import { readPlanFor } from '#scenario/plan.ts';
import type { Playbook } from '#scenario/playbook.ts';
import { readScenario } from '#scenario/read.ts';
import type { Limits } from '#verify/exhaustive/belief-graph.ts';
import { type Proved, prove } from '#verify/prove.ts';
import { filesOf } from '../scenario/pages.ts';

const law = shippedLaw();

/** One decision, and what follows it. */
export const story = (options: string, states: string, truth = '') => `${truth}story:
  contact:
    start: rolling
    states:
      rolling:
        decide:
          - id: approach
            seat: patrol
            ask: How do you come in?
            within: 45s
            silence: [{ go: leaving }]
            options:
${options}
${states}
      leaving: { after: { 30s: [{ end: true }] } }
`;
/** An option that goes to the end. */
export const WAIT =
  '              - { id: wait, say: "Wait here.", acts: [{ observe-log: {} }], takes: 10s, then: [{ go: leaving }] }';
/** An option that goes to the state `near`. */
export const WALK =
  '              - { id: walk, say: "Walk up.", acts: [{ announce: {} }], takes: 8s, then: [{ go: near }] }';

/** A scenario with what a proof says of it under one pack. */
export interface Small extends Proved {
  readonly playbook: Playbook;
  readonly files: ReadonlyMap<string, string>;
}

/** Proves the scenario of these sections; throws where it does not compile. */
export function proved(
  sections: string,
  pack = 'neutral',
  limits: Limits = { states: 100_000, ms: 60_000 },
): Small {
  const { files } = filesOf([{ kind: 'broken', line: 0, column: 0, file: null, text: sections }]);
  const { playbook, problems } = readScenario(files, 'base');
  if (playbook === null || law === null) throw new Error(JSON.stringify(problems, null, 1));
  const under = { law, pack, asOf: playbook.asOf, switches: {} };
  const seat = playbook.seats.findIndex(({ solo }) => solo);
  const progress = { now: () => performance.now(), tell: () => {} };
  return { ...prove({ playbook, files, seat, under }, limits, progress), playbook, files };
}

/** What was found: each code with the text of the line at which it stands, from its column on. */
export function told({ findings, files }: Small): string[] {
  return findings.map(({ problem: { code, file, line, column } }) => {
    const text = (files.get(file) ?? '').split('\n')[line - 1] ?? '';
    return `${code} ${text.slice(column - 1)}`;
  });
}

/** Plays the plan of the first finding with this code; throws where there is none or it does not read. */
export function playOut({ findings, playbook, files }: Small, code: string): PlanRun {
  const plan = findings.find(({ problem }) => problem.code === code)?.plan ?? '';
  const path = 'base/plans/found.plan.yaml';
  const read = readPlanFor(playbook, new Map([...files, [path, plan]]), path);
  if (read.plan === null) throw new Error(`${plan}\n${JSON.stringify(read.problems, null, 1)}`);
  return runPlan(playbook, read.plan);
}
