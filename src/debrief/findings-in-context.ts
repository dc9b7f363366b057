/** Each finding with what was done, what was known then, what it rests on, and from where it could be tried again (SPEC DB4). */
import type { Entry } from '#exercise/entries.ts';
import type { Finding, Verdict } from '#law/findings.ts';
import type { TraceEvent } from '#law/trace.ts';
import type { AuthorityNote, FindingInContext } from './report.ts';
import { actWords } from './timeline.ts';
import { knowledgeAt, type Wording } from './wording.ts';

const ORDER: Readonly<Record<Verdict, number>> = {
  forbidden: 1,
  discouraged: 2,
  permitted: 3,
  required: 4,
  commended: 5,
};

/**
 * Findings as a person should read them: grave ones first, then forbidden, discouraged; by time within each; merits last, by time.
 *
 * @param noteOf The note of an authority by id.
 * @param firstValue The value every seat starts a fact with; such facts are left out of what was known.
 */
export function findingsInContext(
  findings: readonly Finding[],
  trace: readonly TraceEvent[],
  entries: readonly Entry[],
  words: Wording,
  noteOf: (authority: string) => AuthorityNote,
  firstValue: (seat: string, fact: string) => string | null,
): readonly FindingInContext[] {
  const ordered = findings
    .map((finding, index) => ({ finding, index }))
    .sort(
      (a, b) => weight(a.finding) - weight(b.finding) || a.finding.at - b.finding.at || a.index - b.index,
    );
  return ordered.map(({ finding }) => ({
    finding,
    did: finding.on.act === null ? '' : actWords(trace, finding.on.act, words),
    saidWhy: saidBefore(finding, trace),
    knew: known(finding, trace, words, firstValue),
    authorities: finding.authorities.map(noteOf),
    retry: retryOf(finding, trace, entries),
  }));
}

function weight(finding: Finding): number {
  if (finding.grave) return 0;
  return Math.min(ORDER[finding.verdict], ORDER.permitted + (finding.verdict === 'permitted' ? 0 : 1));
}

function actOf(finding: Finding, trace: readonly TraceEvent[]) {
  const event = trace.find((one) => one.kind === 'act' && one.id === finding.on.act);
  return event?.kind === 'act' ? event : null;
}

/** Say first: the words given to the same decision before the option was chosen. */
function saidBefore(finding: Finding, trace: readonly TraceEvent[]): string | null {
  const act = actOf(finding, trace);
  if (act === null || !('decision' in act.source)) return null;
  const { decision } = act.source;
  const said = trace.findLast(
    (one) => one.kind === 'said' && one.seat === act.seat && one.decision === decision && one.seq <= act.seq,
  );
  return said?.kind === 'said' ? said.words : null;
}

function known(
  finding: Finding,
  trace: readonly TraceEvent[],
  words: Wording,
  firstValue: (seat: string, fact: string) => string | null,
): readonly string[] {
  const act = actOf(finding, trace);
  const knew = act === null ? [...knowledgeAt(trace, finding.seat, finding.at)] : Object.entries(act.knowing);
  return knew
    .filter(([fact, value]) => value !== firstValue(finding.seat, fact))
    .map(([fact, value]) => `${words.fact(fact)}: ${words.value(fact, value)}`);
}

/**
 * Where to go back to, as the `seq` of the last entry that stays (0 is the opening): for an act, also one that gave up a duty, the last
 * before it was chosen; for another duty the last at or before the moment it could first have been met. A duty that never had a chance has no retry.
 */
function retryOf(
  finding: Finding,
  trace: readonly TraceEvent[],
  entries: readonly Entry[],
): FindingInContext['retry'] {
  const against = finding.verdict === 'forbidden' || finding.verdict === 'discouraged';
  if (!against) return null;
  const act = actOf(finding, trace);
  const isByAct = !('duty' in finding.on) || finding.on.outcome === 'missed';
  if (isByAct && act !== null) {
    return { seq: lastBefore(entries, (entry) => entry.seq < act.seq), at: act.at };
  }
  const chance = 'duty' in finding.on ? finding.on.chance : null;
  if (chance === null) return null;
  return { seq: lastBefore(entries, (entry) => entry.command.at <= chance), at: chance };
}

function lastBefore(entries: readonly Entry[], isBefore: (entry: Entry) => boolean): number {
  return entries.findLast(isBefore)?.seq ?? 0;
}
