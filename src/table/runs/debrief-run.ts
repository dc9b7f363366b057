/** What a finished run was worth, kept beside it the first time it is worked out, and shown as it was kept ever after. Loaded when the first run ends. */
import { debrief } from '#debrief/debrief.ts';
import type { DebriefReport } from '#debrief/report.ts';
import { type SealedRun, sealedReport } from '#debrief/sealed-report.ts';
import type { Sealed } from '#exercise/entries.ts';
import type { KeptRun } from '#journal/journal.ts';
import { canonicalJson } from '#language/canonical.ts';
import type { Playbook } from '#scenario/playbook.ts';
import { TableTrouble } from '../trouble/trouble-found.ts';
import type { StorageTexts } from '../words/en/storage.ts';
import { FIRST_LANGUAGE, langOf } from '../words/languages.ts';
import { textsIn } from '../words/texts.ts';
import { keepReport, shownBefore } from './kept-report.ts';
import { type Reopened, type Room, readKept, replayed } from './open-run.ts';

/**
 * How a report came about, where the page would make another by now: `own` with playbook and law kept beside the run, `shown` as it was first
 * shown, `sealed` from what was sealed of it, `by-now` under today's law, since its own was not kept.
 */
export type Provenance = keyof StorageTexts['provenance'];

export interface DebriefedRun {
  readonly run: string;
  readonly report: DebriefReport;
  readonly reasons: readonly string[];
  /** True once reasons were given or declined. */
  readonly shown: boolean;
  /** False if the result could not be laid beside the run. */
  readonly sealed: boolean;
  readonly kept: KeptRun;
  /** Null where the run cannot be played again here. */
  readonly playbook: Playbook | null;
  readonly reopened: Reopened | null;
  /** Null where the page has the very same playbook and law. */
  readonly provenance: Provenance | null;
}

/**
 * The debrief of a kept run, in the reader's language (left out, that of the run): as it was first shown, else worked out and kept, else
 * from its seal (TB132).
 *
 * What is sealed is in the run's own language, whoever reads it first. Throws TableTrouble if there is no such run, it is not over (TB10),
 * or it can neither be played again nor was sealed.
 */
export async function debriefRun(room: Room, run: string, lang?: string): Promise<DebriefedRun> {
  const kept = await readKept(room, run);
  const reopened = await replayed(kept, room).catch((cause: unknown) => {
    const isOther =
      cause instanceof TableTrouble && ['otherVersion', 'unknownScenario'].includes(cause.found.kind);
    if (!isOther || kept.meta.state !== 'ended') throw cause;
    return null;
  });
  if (reopened !== null && !reopened.core.ended(reopened.played.state)) {
    throw new TableTrouble('unfinished', { run });
  }
  const language = lang ?? kept.opening.language;
  const made = await reportOf(room, kept, reopened, language);
  const sealed = reopened === null || (await lay(room, reopened, made));
  const reasons = kept.reasons.filter((reason) => reason.seq === null).map((reason) => reason.words);
  const shown = reasons.length > 0 || kept.meta.declined === true;
  const playbook = reopened?.playbook ?? null;
  const { report, provenance } = made;
  return { run, report, reasons, shown, sealed, kept, playbook, reopened, provenance };
}

interface Made {
  readonly report: DebriefReport;
  /** The same in the run's own language, to be sealed; null where it was sealed already. */
  readonly own: DebriefReport | null;
  readonly provenance: Provenance | null;
}

async function reportOf(
  room: Room,
  kept: KeptRun,
  reopened: Reopened | null,
  language: string,
): Promise<Made> {
  const { opening, entries, sealed } = kept;
  const before: ReadonlyMap<string, DebriefReport> =
    room.library.follows === true
      ? new Map()
      : await shownBefore(room.storage.of(kept.id), kept.id, endOf(kept));
  const first = before.get(language);
  if (first !== undefined && (sealed !== null || reopened === null)) {
    const now = reopened === null ? withoutRetry(first) : first;
    return { report: now, own: null, provenance: reopened?.isOlder === false ? null : 'shown' };
  }
  if (reopened !== null && (reopened.law !== null || sealed === null)) {
    const law = reopened.law ?? (await room.library.law());
    const inLanguage = async (lang: string) => {
      const { playbook } = reopened;
      return debrief({
        playbook,
        opening,
        entries,
        law,
        language: lang,
        valueWords: await valueWordsIn(lang),
      });
    };
    const report = await inLanguage(language);
    const own = report.language === opening.language ? report : await inLanguage(opening.language);
    const provenance = reopened.law === null ? 'by-now' : reopened.isOlder ? 'own' : null;
    // How a law is read may have changed as well: what was sealed stands.
    const stands =
      sealed === null || room.library.follows === true || isSame(own.ruling.findings, sealed.findings);
    if (stands) return { report, own: sealed === null ? own : null, provenance };
  }
  // In another language than it was shown in, but as it was: that is nearer than what can be made of the seal.
  const [other] = before.values();
  if (other !== undefined) return { report: withoutRetry(other), own: null, provenance: 'shown' };
  if (sealed === null) throw new TableTrouble('otherVersion', { run: kept.id });
  const listing = room.library.scenarios.find(({ info }) => info.id === opening.scenario);
  const report = fromSeal({
    run: kept.id,
    opening,
    entries,
    sealed,
    title: kept.meta.title,
    playbook: reopened?.playbook ?? (await listing?.load())?.default ?? null,
    law: await room.library.law(),
    canReplay: reopened !== null,
    language,
    valueWords: await valueWordsIn(language),
  });
  return { report, own: null, provenance: 'sealed' };
}

function isSame(findings: readonly unknown[], sealed: readonly unknown[]): boolean {
  try {
    return canonicalJson(findings) === canonicalJson(sealed);
  } catch {
    return false;
  }
}

/** What was sealed may be anything: another version wrote it, or a file brought it. */
function fromSeal(run: SealedRun & { readonly run: string }): DebriefReport {
  try {
    return sealedReport(run);
  } catch (cause) {
    throw new TableTrouble('damagedRun', { run: run.run, details: String(cause) });
  }
}

/** What was known is said as the notebook said it. */
async function valueWordsIn(language: string) {
  const { values } = (await textsIn(langOf(language) ?? FIRST_LANGUAGE)).desk;
  return (fact: string, value: string) => values[fact]?.[value] ?? null;
}

/** Nothing can be tried again where the run cannot be played again. */
function withoutRetry(report: DebriefReport): DebriefReport {
  return { ...report, findings: report.findings.map((one) => ({ ...one, retry: null })) };
}

/** What is laid beside the journal at ENDEX: the trace and what it was worth under the pack the run was opened with. */
export function sealOf({ kept, core, played }: Reopened, report: DebriefReport): Sealed {
  return {
    digest: endOf(kept),
    ending: report.ending.id,
    at: core.at(played.state),
    trace: played.trace,
    findings: report.ruling.findings,
    reasons: kept.reasons,
  };
}

/** The state a run ended in, by its digest. */
function endOf({ entries, opening }: KeptRun): string {
  return entries.at(-1)?.digest ?? opening.playbook;
}

/** Lays seal and reports beside the run. A result that cannot be saved is still shown; it is worked out again next time. */
async function lay(room: Room, reopened: Reopened, { report, own, provenance }: Made): Promise<boolean> {
  const { kept } = reopened;
  const journal = room.storage.of(kept.id);
  try {
    if (own !== null) await journal.seal(kept.id, sealOf(reopened, own));
    // What an author reads changes with each save, and what was made of a seal can be made again.
    if (room.library.follows === true || provenance === 'sealed') return true;
    for (const one of [report, own]) if (one !== null) await keepReport(journal, kept.id, endOf(kept), one);
    return true;
  } catch {
    return false;
  }
}
