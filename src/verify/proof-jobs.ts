/** What there is to prove of a scenario: each seat that can be played alone, under each pack at each setting of its switches (SPEC RH30). */

import { dutySign, type LawTables, lawTablesOf, ruleSign } from '#kernel/law-tables.ts';
import { tablesOf } from '#kernel/tables.ts';
import { OUTCOMES } from '#law/algebra.ts';
import { type Law, settingsOf } from '#law/pack.ts';
import { AXES } from '#law/trace.ts';
import type { Playbook } from '#scenario/playbook.ts';
import { EXTENDED, type Finding } from './exhaustive/exploration.ts';
import type { Proof, Proved } from './prove.ts';

/** One proof to make: numbers and names only, so that it can be sent to another thread. */
export interface ProofJob {
  readonly seat: number;
  readonly pack: string;
  readonly switches: Readonly<Record<string, string>>;
  /** How a proof names the pack: with its switches where they are not as they start. */
  readonly name: string;
  /** The packs that rule this seat's play alike: what is proved under this one holds under them. */
  readonly alike: readonly string[];
}

/** Every proof there is to make of a playbook under a law, in the order of seats and packs; packs that rule alike are one (SPEC CL32). */
export function proofJobs(playbook: Playbook, law: Law): readonly ProofJob[] {
  return playbook.seats.flatMap(({ solo, id }, seat) => {
    if (!solo) return [];
    const tables = tablesOf(playbook, { seats: [id], extended: EXTENDED });
    const jobs = new Map<string, { readonly job: ProofJob; readonly alike: string[] }>();
    for (const pack of Object.values(law.packs)) {
      for (const switches of settingsOf(pack)) {
        const set = Object.entries(switches).filter(([name, value]) => pack.switches[name]?.start !== value);
        const name = [pack.id, ...set.map((pair) => pair.join('='))].join(' ');
        const under = { law, pack: pack.id, asOf: playbook.asOf, switches };
        const key = rulingKey(lawTablesOf(tables, under, seat));
        const had = jobs.get(key);
        const alike: string[] = [];
        if (had === undefined) jobs.set(key, { job: { seat, pack: pack.id, switches, name, alike }, alike });
        else had.alike.push(name);
      }
    }
    return [...jobs.values()].map(({ job }) => job);
  });
}

/** The same for two laws exactly if no run of this seat can be ruled differently by them. */
function rulingKey(law: LawTables): string {
  const rules = law.candidates.map((of) =>
    of.map(({ rule, acts }) => [acts.map(plain), AXES.map((_, axis) => ruleSign(law, rule, axis))]),
  );
  const sources = law.contents.length;
  const observations = law.opens.length;
  const opened = new Set(law.opens.flatMap((duties) => [...duties]));
  const duties = [...opened]
    .sort((a, b) => a - b)
    .map((duty) => [
      law.opens.map((of) => of.includes(duty)),
      plain(law.when[duty]),
      plain(law.unless[duty]),
      law.within[duty],
      law.stack.duties[duty]?.item.earlier,
      law.stack.duties[duty]?.item.late === null,
      OUTCOMES.map((_, how) => AXES.map((_axis, axis) => dutySign(law, duty, how, axis))),
      [...law.meets.subarray(duty * sources, (duty + 1) * sources)],
      [...law.undoes.subarray(duty * sources, (duty + 1) * sources)],
      [...law.onSight.subarray(duty * observations, (duty + 1) * observations)],
    ]);
  return JSON.stringify([rules, duties]);
}

/** Typed arrays as plain lists, so that they can be written down. */
function plain(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value ?? null, (_, one) => (ArrayBuffer.isView(one) ? [...(one as Uint8Array)] : one)),
  );
}

/**
 * The findings of all proofs, each place once: what is found under several packs is told as found under the first, with a note of the
 * others. In the order in which they were found.
 */
export function joined(
  all: readonly { readonly job: ProofJob; readonly findings: readonly Finding[] }[],
): readonly Finding[] {
  const found = new Map<string, { readonly first: Finding; readonly also: string[] }>();
  for (const { job, findings } of all) {
    for (const finding of findings) {
      const { code, file, line, column } = finding.problem;
      const key = `${code} ${file} ${line} ${column}`;
      const had = found.get(key);
      const names = BY_PACK.has(code) ? [job.name, ...job.alike] : [];
      if (had === undefined) found.set(key, { first: finding, also: names.slice(1) });
      else had.also.push(...names.filter((name) => !had.also.includes(name)));
    }
  }
  return [...found.values()].map(({ first: { problem, plan }, also }) => {
    if (also.length === 0) return { problem, plan };
    const { file, line, column } = problem;
    const message = `The same under ${also.map((name) => `\`${name}\``).join(', ')}.`;
    return {
      problem: { ...problem, notes: [...(problem.notes ?? []), { file, line, column, message }] },
      plan,
    };
  });
}

/**
 * The lines of all proofs. What somebody comes to hangs on no pack: what one proof of a seat came to, all have (SPEC RH41).
 */
export function joinedProofs(
  all: readonly { readonly job: ProofJob; readonly proved: Proved }[],
): readonly Proof[] {
  const left = new Map<number, readonly string[]>();
  for (const { job, proved } of all) {
    const before = left.get(job.seat) ?? proved.unseen;
    left.set(
      job.seat,
      before.filter((one) => proved.unseen.includes(one)),
    );
  }
  return all.flatMap(({ job, proved }) => {
    const isAll = left.get(job.seat)?.length === 0;
    const own = proved.proofs.map((proof): Proof => {
      if (proof.property !== 2 || proof.word !== 'stopped' || !isAll) return proof;
      return { ...proof, word: 'complete', frontier: 0, note: ALL_CAME_TO };
    });
    return [job.name, ...job.alike].flatMap((pack) => own.map((proof) => ({ ...proof, pack })));
  });
}

const ALL_CAME_TO =
  '2: everything was reached, some of it in the proof of another pack; no pack changes what can be reached.';

/** Codes that a pack decides; the others are the same under all. */
const BY_PACK = new Set(['SC0804', 'SC0805', 'SC0806', 'SC0807']);
