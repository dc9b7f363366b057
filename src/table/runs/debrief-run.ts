/** What a finished run was worth, sealed beside it the first time it is worked out. Loaded when the first run ends. */
import { debrief } from '#debrief/debrief.ts';
import type { DebriefReport } from '#debrief/report.ts';
import type { Sealed } from '#exercise/entries.ts';
import type { KeptRun } from '#journal/journal.ts';
import type { Playbook } from '#scenario/playbook.ts';
import { textsIn } from '../texts/texts.ts';
import { TableTrouble } from '../trouble-found.ts';
import { type Reopened, type Room, reopen } from './open-run.ts';

export interface DebriefedRun {
  readonly run: string;
  readonly report: DebriefReport;
  readonly reasons: readonly string[];
  /** True once reasons were given or declined. */
  readonly shown: boolean;
  /** False if the result could not be laid beside the run. */
  readonly sealed: boolean;
  readonly kept: KeptRun;
  readonly playbook: Playbook;
}

/**
 * The debrief of a kept run, in the reader's language (left out, that of the run); seals it if it was not.
 *
 * What is sealed is in the run's own language, whoever reads it first. Throws TableTrouble if there is no such run or it is not over (TB10).
 */
export async function debriefRun(room: Room, run: string, lang?: string): Promise<DebriefedRun> {
  const reopened = await reopen(room, run);
  const { kept, playbook, core, played } = reopened;
  if (!core.ended(played.state)) throw new TableTrouble('unfinished', { run });
  const law = await room.library.law();
  const { opening, entries } = kept;
  // What was known is said as the notebook said it.
  const inLanguage = async (language: string) => {
    const { values } = (await textsIn(language === 'es' ? 'es' : 'en')).desk;
    const valueWords = (fact: string, value: string) => values[fact]?.[value] ?? null;
    return debrief({ playbook, opening, entries, law, language, valueWords });
  };
  const report = await inLanguage(lang ?? opening.language);
  const own = async () => (report.language === opening.language ? report : inLanguage(opening.language));
  const sealed = kept.sealed !== null || (await lay(room, run, sealOf(reopened, await own())));
  const reasons = wholeRun(kept);
  const shown = reasons.length > 0 || kept.meta.declined === true;
  return { run, report, reasons, shown, sealed, kept, playbook };
}

/** What is laid beside the journal at ENDEX: the trace and what it was worth under the pack the run was opened with. */
export function sealOf({ kept, core, played }: Reopened, report: DebriefReport): Sealed {
  return {
    digest: kept.entries.at(-1)?.digest ?? kept.opening.playbook,
    ending: report.ending.id,
    at: core.at(played.state),
    trace: played.trace,
    findings: report.ruling.findings,
    reasons: kept.reasons,
  };
}

/** A result that cannot be saved is still shown; it is worked out again next time. */
async function lay(room: Room, run: string, sealed: Sealed): Promise<boolean> {
  try {
    await room.shelf.of(run).seal(run, sealed);
    return true;
  } catch {
    return false;
  }
}

function wholeRun(kept: KeptRun): readonly string[] {
  return kept.reasons.filter((reason) => reason.seq === null).map((reason) => reason.words);
}
