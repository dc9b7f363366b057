/** The thread of watch-later.ts: plays every plan and asks the law of every act, what was just saved first, until the next save comes. */
import { setImmediate as turn } from 'node:timers/promises';
import { parentPort } from 'node:worker_threads';
import { hashOf } from '#language/canonical.ts';
import { type Diagnostic, hasErrors, inReadingOrder } from '#language/diagnostic.ts';
import type { PlanRun } from '#plans/run-plan.ts';
import { planPaths } from '#scenario/plan.ts';
import { joined, joinedProofs, type ProofJob, proofJobs } from '#verify/proof-jobs.ts';
import type { Proved, Word } from '#verify/prove.ts';
import { lawCoverage } from '#verify/reading/law-coverage.ts';
import { libraryCues } from '#verify/reading/library-cues.ts';
import { checkPlans } from '../proof/check-plans.ts';
import { proveJob } from '../proof/prove-job.ts';
import { howFar, type LaterFound, type LaterWork } from './watch-later.ts';

type Piece = () => readonly Diagnostic[];

/** Where a proof stops after a save, for each law: a newer save is heard between two of them. */
const GLANCE = { states: 20_000, ms: 2_000 };

/** What a plan came to, for as long as neither it nor its scenario changes. */
const played = new Map<string, Played>();
interface Played {
  readonly of: string;
  readonly problems: readonly Diagnostic[];
  readonly traces: readonly PlanRun['trace'][];
}
let next: LaterWork | null = null;
let isBusy = false;

parentPort?.on('message', (work: LaterWork) => {
  next = work;
  if (!isBusy) void workOn();
});

async function workOn(): Promise<void> {
  isBusy = true;
  for (let work = taken(); work !== null; work = taken()) {
    const began = performance.now();
    const found: Diagnostic[] = [];
    const words: Word[] = [];
    let unproved: readonly string[] = [];
    const tell = (proof: LaterFound['proof']) => {
      const ms = Math.round(performance.now() - began);
      const told = {
        save: work.save,
        problems: inReadingOrder(found),
        plans: plansPlayed(work),
        proof,
        unproved,
        ms,
      };
      parentPort?.postMessage(told satisfies LaterFound);
    };
    if (!(await allOf([...plansOf(work), ...rulings(work)], found))) continue;
    // A scenario with an error is proved by nobody: what it would say is about something else than is meant.
    unproved = faultyIn(work, found);
    const proofs = proofsOf(work, words, unproved);
    tell(proofs.length === 0 ? 'none' : 'coming');
    if (proofs.length === 0 || !(await allOf(proofs, found))) continue;
    tell(howFar(words));
  }
  isBusy = false;
}

/** Does the pieces in order; false as soon as a newer save is heard. */
async function allOf(pieces: readonly Piece[], found: Diagnostic[]): Promise<boolean> {
  for (const piece of pieces) {
    found.push(...piece());
    await turn();
    if (next !== null) return false;
  }
  return true;
}

function taken(): LaterWork | null {
  const work = next;
  next = null;
  return work;
}

/** One piece a plan, those just saved first. */
function plansOf({ playbooks, files, changed, law }: LaterWork): readonly Piece[] {
  const all = [...playbooks].flatMap(([id, playbook]) => {
    const of = hashOf({ playbook, law });
    return planPaths(files, id).map((path) => {
      const text = files.get(path) ?? '';
      const piece = () => {
        const known = played.get(path);
        if (known?.of === of + text) return known.problems;
        const runs: PlanRun[] = [];
        const problems = checkPlans(playbook, new Map([[path, text]]), id, law, runs);
        played.set(path, { of: of + text, problems, traces: runs.map(({ trace }) => trace) });
        return problems;
      };
      return { path, piece };
    });
  });
  const isFirst = ({ path }: { readonly path: string }) => (changed.includes(path) ? 0 : 1);
  return all.sort((a, b) => isFirst(a) - isFirst(b)).map(({ piece }) => piece);
}

/**
 * One piece for each law a scenario is proved under, as far as a glance allows, and one that puts them together as `check` does; `words`
 * grows by how far each property came. `check` has the time for the whole.
 */
function proofsOf(
  { playbooks, files, law }: LaterWork,
  words: Word[],
  without: readonly string[],
): readonly Piece[] {
  if (law === null) return [];
  return [...playbooks.values()].flatMap((playbook) => {
    if (playbook === null || without.includes(playbook.id)) return [];
    const made: { readonly job: ProofJob; readonly proved: Proved }[] = [];
    const pieces = proofJobs(playbook, law).map((job) => () => {
      made.push({ job, proved: proveJob({ playbook, law, files }, job, GLANCE) });
      return [];
    });
    const together = () => {
      words.push(...joinedProofs(made).map(({ word }) => word));
      return joined(made.map(({ job, proved: { findings } }) => ({ job, findings }))).map(
        ({ problem }) => problem,
      );
    };
    return [...pieces, together];
  });
}

/** The scenarios that can be played and in which something found is an error. */
function faultyIn({ playbooks }: LaterWork, found: readonly Diagnostic[]): readonly string[] {
  return [...playbooks].flatMap(([id, playbook]) =>
    playbook !== null && hasErrors(found.filter(({ file }) => file.startsWith(`${id}/`))) ? [id] : [],
  );
}

function plansPlayed({ playbooks, files }: LaterWork): number {
  const counts = [...playbooks].map(([id, playbook]) =>
    playbook === null ? 0 : planPaths(files, id).length,
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

/** One piece a scenario that can be played: what the law has nothing to say of. And one for all of them together, once their plans were played. */
function rulings({ playbooks, files, law }: LaterWork): readonly Piece[] {
  if (law === null) return [];
  const playable = [...playbooks.values()].filter((playbook) => playbook !== null);
  const together = () =>
    libraryCues(
      playable.map((playbook) => {
        const traces = planPaths(files, playbook.id).flatMap((path) => played.get(path)?.traces ?? []);
        return { playbook, files, law, traces, named: (file) => file };
      }),
    );
  return [...playable.map((playbook) => () => lawCoverage(playbook, files, { law, files })), together];
}
