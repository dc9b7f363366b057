/**
 * What a file from anywhere holds, played again and compared (TB11), so that nothing of it is kept or shown before it is known to be sound.
 *
 * It runs in a worker (import-worker.ts): a hostile file can make it busy, and then it is ended with all it has. A playbook or a law that
 * comes in a file is used by the page only after everything the page does with it has been done here without a fault.
 */

import { runDigest } from '#debrief/branch.ts';
import { debrief } from '#debrief/debrief.ts';
import type { DebriefReport } from '#debrief/report.ts';
import { makeEngine } from '#exercise/engine.ts';
import { ENGINE_VERSION } from '#exercise/engine-version.ts';
import type { Entry, Opening, Sealed } from '#exercise/entries.ts';
import type { Mark } from '#exercise/marks.ts';
import { replay } from '#host/core.ts';
import { exerciseCore } from '#host/exercise-core.ts';
import type { Body, KeptReport, RunBodies } from '#journal/run-store.ts';
import { canonicalJson, hashOfText } from '#language/canonical.ts';
import { runCharacterProblems } from '#language/characters.ts';
import { textOfBytes } from '#language/utf8.ts';
import { type Law, packPin } from '#law/pack.ts';
import { findingShape, reportShape } from '#protocol/report-shape.ts';
import { readRunFile } from '#protocol/run-file.ts';
import { type RunInFile, readRunsFile } from '#protocol/runs-file.ts';
import type { Playbook } from '#scenario/playbook.ts';
import { listingOf } from '../library/listing-of.ts';
import type { FileProblem } from '../trouble/refused-import.ts';
import { lawOf, playbookIn } from './bodies.ts';
import { reportIn } from './kept-report.ts';

/** What the page lends to play a run with: its own, or what it keeps beside another run. Null where it has neither. */
export type Lend = (opening: Opening) => Promise<Lent | null>;
export interface Lent {
  readonly playbook: Playbook;
  readonly words: 'codes' | 'plain';
  readonly seat: string;
}

/** A run that may be kept. */
export interface CheckedRun {
  /** Its name on the device it comes from; null for a run file, which has none. */
  readonly id: string | null;
  readonly parent: string | null;
  readonly title: string | null;
  readonly touched: number | null;
  /** Which try at its call it was, where that is said. */
  readonly attempt: number | null;
  readonly opening: Opening;
  readonly entries: readonly Entry[];
  readonly digest: string;
  readonly at: number;
  readonly ended: boolean;
  readonly declined: boolean;
  readonly reasons: Sealed['reasons'];
  readonly marks?: readonly Mark[];
  /** Null where it is to be worked out anew. */
  readonly sealed: Sealed | null;
  readonly reports: readonly KeptReport[];
  readonly bodies: RunBodies | null;
  /** False where nothing is here to play it with, so that it is kept as the file has it. */
  readonly isChecked: boolean;
}
export type CheckedFile =
  | { readonly ok: false; readonly problem: FileProblem; readonly why: string }
  | {
      readonly ok: true;
      readonly isAll: boolean;
      readonly runs: readonly CheckedRun[];
      /** How many runs of the file are damaged, or do not replay. */
      readonly refused: number;
      readonly nextTime: readonly string[];
    };

/** As `checkFile`, of the bytes of a file: those that are not UTF-8 are refused with the line of the first (LG8), never read as something else. */
export async function checkBytes(
  bytes: Uint8Array,
  lend: Lend,
  tell: (share: number) => void,
): Promise<CheckedFile> {
  const text = textOfBytes(bytes);
  const stray = runCharacterProblems('', text).find(({ code }) => code === 'LG0011');
  if (stray !== undefined) return { ok: false, problem: 'not-utf8', why: String(stray.line) };
  return checkFile(text, lend, tell);
}

/** Never throws for what is in the text. `tell` is called again and again with how much of the work is done, from 0 to 1. */
async function checkFile(text: string, lend: Lend, tell: (share: number) => void): Promise<CheckedFile> {
  const all = readRunsFile(text);
  if (all === null) {
    const read = readRunFile(text);
    if (!read.ok) return { ok: false, problem: 'not-a-run', why: read.why };
    const { opening, entries, sealed, attempt = null, marks } = read.run;
    const checked = await played({ opening, entries }, await lend(opening), tell);
    if (!checked.ok) return checked;
    const run: CheckedRun = {
      ...NAMELESS,
      attempt,
      opening,
      entries,
      digest: runDigest(opening, entries),
      at: checked.at,
      ended: checked.ended,
      reasons: sealed?.reasons ?? [],
      ...(marks === undefined ? {} : { marks }),
    };
    return { ok: true, isAll: false, runs: [run], refused: 0, nextTime: [] };
  }
  if (!all.ok) return { ok: false, problem: 'not-a-run', why: all.why };
  const { file } = all;
  const bodies = new Map(file.bodies.map((body) => [body.hash, body]));
  const runs: CheckedRun[] = [];
  for (const [n, read] of file.runs.entries()) {
    const share = (of: number) => tell((n + of) / file.runs.length);
    const run = read.ok ? await runOfAll(read.run, bodies, lend, share) : null;
    if (run !== null) runs.push(run);
    share(1);
  }
  return { ok: true, isAll: true, runs, refused: file.runs.length - runs.length, nextTime: file.nextTime };
}

const NAMELESS = {
  id: null,
  parent: null,
  title: null,
  touched: null,
  attempt: null,
  declined: false,
  sealed: null,
  reports: [],
  bodies: null,
  isChecked: true,
} as const;

type Again =
  | { readonly ok: true; readonly at: number; readonly ended: boolean }
  | { readonly ok: false; readonly problem: FileProblem; readonly why: string };

/** The run played again with what is lent. */
async function played(
  { opening, entries }: Pick<CheckedRun, 'opening' | 'entries'>,
  lent: Lent | null,
  tell: (share: number) => void,
): Promise<Again> {
  if (opening.engine !== ENGINE_VERSION || lent === null || opening.seats[0] !== lent.seat) {
    return { ok: false, problem: 'other-version', why: '' };
  }
  const locale = { lang: opening.language, words: lent.words };
  const core = exerciseCore(makeEngine(lent.playbook, opening, 'grid'));
  const again = replay(core, entries, (n) => {
    if (n % TOLD_EACH === 0) tell(n / entries.length);
  });
  if (!again.ok) return { ok: false, problem: 'does-not-replay', why: String(again.seq) };
  const { state, trace } = again.played;
  const watch = core.watch(lent.seat, locale);
  watch.feed(trace);
  watch.view(state);
  return { ok: true, at: core.at(state), ended: core.ended(state) };
}

/** How many entries are played between two signs of life. */
const TOLD_EACH = 50;

/** A run of an *all runs* file, with as much of what came with it as holds; null where it does not. */
async function runOfAll(
  run: RunInFile,
  bodies: ReadonlyMap<string, Body>,
  lend: Lend,
  tell: (share: number) => void,
): Promise<CheckedRun | null> {
  const { opening, entries } = run;
  const said = {
    id: run.id,
    parent: run.parent,
    title: run.title,
    touched: run.touched,
    attempt: run.attempt,
    opening,
    entries,
    digest: runDigest(opening, entries),
    declined: run.declined,
    reasons: run.reasons,
    ...(run.marks === undefined ? {} : { marks: run.marks }),
  };
  const reports = run.reports.filter((one) => reportShape.safeParse(readable(one)).success);
  const isSeal = findingShape.array().safeParse(run.sealed?.findings).success;
  const asItIs: CheckedRun = {
    ...said,
    at: run.at,
    ended: run.state === 'ended',
    sealed: isSeal ? run.sealed : null,
    reports,
    bodies: null,
    isChecked: false,
  };
  try {
    const own = ownBodies(run, bodies);
    const lent = (await lend(opening)) ?? (own === null ? null : lentBy(own));
    const again = await played(run, lent, tell);
    // Of another version, with nothing to play it with: it is kept as it is, and says so.
    if (!again.ok) return again.problem === 'other-version' ? asItIs : null;
    const { at, ended } = again;
    const checked: CheckedRun = { ...asItIs, at: Math.max(at, run.at), ended, isChecked: true };
    if (lent === null || own === null || !ended) {
      return { ...checked, bodies: own?.bodies ?? null, sealed: null, reports: [] };
    }
    const report = debrief({
      playbook: lent.playbook,
      opening,
      entries,
      law: own.law,
      couldHaveKnown: false,
    });
    const isSame = (other: unknown) => canonicalJson(other) === canonicalJson(report.ruling.findings);
    return {
      ...checked,
      bodies: own.bodies,
      sealed: isSame(run.sealed?.findings) ? run.sealed : null,
      reports: reports.filter((one) => saysTheSame(reportIn(one), report)),
    };
  } catch {
    return null;
  }
}

/** What a report's text says; null where that is no report. */
function readable(report: KeptReport): unknown {
  try {
    return reportIn(report);
  } catch {
    return null;
  }
}

/** Whether a report rules as the run is ruled when it is worked out again: then its words are those that were shown. */
function saysTheSame(kept: DebriefReport | null, report: DebriefReport): boolean {
  if (kept === null) return false;
  const rulingOf = ({ ruling }: DebriefReport) =>
    ruling.findings.map(({ axis, verdict, grave, at, rule }) => [axis, verdict, grave, at, rule]);
  const shown = kept.findings.map(({ finding }) => finding);
  return (
    canonicalJson(rulingOf(kept)) === canonicalJson(rulingOf(report)) &&
    canonicalJson(kept.ruling.axes) === canonicalJson(report.ruling.axes) &&
    shown.length === kept.ruling.findings.length &&
    shown.every((one) => kept.ruling.findings.some((other) => canonicalJson(other) === canonicalJson(one)))
  );
}

interface Own {
  readonly playbook: Playbook;
  readonly law: Law;
  readonly bodies: RunBodies;
}

/** The bodies that a file brings for a run; null where it brings none, or they are not what the run's opening names. */
function ownBodies({ opening, bodies: named }: RunInFile, bodies: ReadonlyMap<string, Body>): Own | null {
  const [one, other] = [bodies.get(named?.playbook ?? ''), bodies.get(named?.law ?? '')];
  if (one === undefined || other === undefined || one.hash !== opening.playbook) return null;
  const playbook = playbookIn(one.hash, one.text);
  const law = lawOf(other.hash, other.text);
  if (playbook === null || law === null || !Object.hasOwn(law.packs, opening.pack.id)) return null;
  if (packPin(law, opening.pack.id, opening.pack.asOf).hash !== opening.pack.hash) return null;
  // Equal to its own canonical spelling, as what this page keeps is.
  if (hashOfText(canonicalJson(playbook)) !== one.hash) return null;
  return { playbook, law, bodies: { playbook: one, law: other } };
}

function lentBy({ playbook, law }: Own): Lent | null {
  const { seat } = listingOf(playbook);
  const [pack] = Object.values(law.packs);
  return pack === undefined ? null : { playbook, words: pack.words, seat };
}
