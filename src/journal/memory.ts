/** A journal that lives as long as the page: for tests, and for browsers that keep nothing. */
import { type Entry, FIRST_SEQ } from '#exercise/entries.ts';
import { withMark } from '#exercise/marks.ts';
import type { Journal, KeptRun } from './journal.ts';
import { JournalFailure } from './journal-failure.ts';
import { type ReaderNotes, withReason } from './reader-notes.ts';
import { assertRun, type KeptReport, type RunBodies, type RunStore } from './run-store.ts';

/** An empty journal in memory. It keeps copies, so that nobody changes a kept run from outside. */
export function memoryJournal(): Journal {
  const runs: Runs = new Map();
  return { lasting: false, ...runsIn(runs), ...notesIn(runs) };
}

/** Each run with its notes, by its name. */
type Runs = Map<string, KeptRun>;

function runsIn(runs: Runs): RunStore & Pick<Journal, 'read'> {
  const bodies = new Map<string, string>();
  const reports = new Map<string, readonly KeptReport[]>();
  const keep = ({ playbook, law }: RunBodies) => {
    for (const { hash, text } of [playbook, law]) bodies.set(hash, text);
    return { playbook: playbook.hash, law: law.hash };
  };
  return {
    async create(id, opening, meta, entries = [], own = null) {
      assertRun(null, entries);
      if (runs.has(id)) throw new JournalFailure('taken', `A run ${id} exists already.`);
      const kept = own === null ? null : keep(own);
      runs.set(id, structuredClone({ id, opening, meta, entries, sealed: null, reasons: [], bodies: kept }));
    },
    async keepBodies(id, own) {
      const run = existing(runs, id);
      if (run.bodies === null) runs.set(id, { ...run, bodies: keep(own) });
    },
    async body(hash) {
      return bodies.get(hash) ?? null;
    },
    async keepReport(id, report) {
      existing(runs, id);
      const kept = reports.get(id) ?? [];
      if (kept.some(({ language }) => language === report.language)) return;
      reports.set(id, [...kept, structuredClone(report)]);
    },
    async reports(id) {
      return structuredClone(reports.get(id) ?? []);
    },
    async append(id, expected, entries) {
      const run = existing(runs, id);
      if (run.entries.length !== expected) return 'conflict';
      assertRun(run.entries.at(-1)?.seq ?? null, entries);
      const added: readonly Entry[] = structuredClone(entries);
      const at = Math.max(run.meta.at, added.at(-1)?.command.at ?? 0);
      runs.set(id, { ...run, entries: [...run.entries, ...added], meta: { ...run.meta, at } });
      return 'kept';
    },
    async beat(id, at, touched) {
      const run = existing(runs, id);
      if (run.meta.state === 'ended') return;
      runs.set(id, { ...run, meta: { ...run.meta, at: Math.max(run.meta.at, at), touched } });
    },
    async read(id) {
      const run = runs.get(id);
      return run ? structuredClone(run) : null;
    },
    async readSince(id, seq) {
      return structuredClone(existing(runs, id).entries.slice(Math.max(0, seq - FIRST_SEQ + 1)));
    },
    async list() {
      return [...runs.values()]
        .sort((a, b) => b.meta.touched - a.meta.touched)
        .map((run) =>
          structuredClone({
            id: run.id,
            state: run.meta.state,
            opening: run.opening,
            meta: run.meta,
            bodies: run.bodies,
          }),
        );
    },
    async forget(id) {
      runs.delete(id);
      reports.delete(id);
      const needed = [...runs.values()].flatMap((run) => Object.values(run.bodies ?? {}));
      for (const hash of bodies.keys()) if (!needed.includes(hash)) bodies.delete(hash);
    },
    async seal(id, sealed) {
      const run = existing(runs, id);
      if (run.sealed) return;
      runs.set(id, structuredClone({ ...run, sealed, meta: { ...run.meta, state: 'ended' as const } }));
    },
  };
}

/** All but `read`, which the runs bring with them. */
function notesIn(runs: Runs): Omit<ReaderNotes, 'read'> {
  let nextTime: readonly string[] = [];
  return {
    async addReason(id, seq, words) {
      const run = existing(runs, id);
      runs.set(id, { ...run, reasons: withReason(run.reasons, seq, words) });
    },
    async mark(id, mark) {
      const run = existing(runs, id);
      runs.set(id, { ...run, marks: withMark(run.marks ?? [], structuredClone(mark)) });
    },
    async decline(id) {
      const run = existing(runs, id);
      runs.set(id, { ...run, meta: { ...run.meta, declined: true } });
    },
    async nextTime() {
      return [...nextTime];
    },
    async keepNextTime(items) {
      nextTime = [...items];
    },
  };
}

function existing(runs: Runs, id: string): KeptRun {
  const run = runs.get(id);
  if (!run) throw new JournalFailure('gone', `There is no run ${id}.`);
  return run;
}
