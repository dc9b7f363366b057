/** Where a debrief contradicts itself, the run or what was so (SPEC DB15): for whoever writes scenarios and law, never for a trainee. */

import { contraryTo, duties } from '#debrief/aims.ts';
import { replayedRun } from '#debrief/replayed-run.ts';
import type { DebriefReport } from '#debrief/report.ts';
import { whatWasSo } from '#debrief/what-was-so.ts';
import type { Entry, Opening } from '#exercise/entries.ts';
import { isBreach, isMerit } from '#law/algebra.ts';
import type { Finding } from '#law/findings.ts';
import type { Law } from '#law/pack.ts';
import { AXES, type TraceEvent } from '#law/trace.ts';
import type { Playbook } from '#scenario/playbook.ts';
import { claimsOf } from './claims.ts';
import { hasNeed } from './needs.ts';
import { notSooner } from './not-sooner.ts';

export const CONTRADICTIONS = [
  'called-federal',
  'called-impostors',
  'aim-against-finding',
  'aim-never-tested',
  'merit-without-need',
  'duty-twice',
  'dead-link',
  'act-not-open',
  'could-not-be-known',
  'not-sooner',
  'standing-unexplained',
  'sound-in-the-dark',
] as const;
export type ContradictionKind = (typeof CONTRADICTIONS)[number];

export interface Contradiction {
  readonly kind: ContradictionKind;
  /** The rule, aim, fact or axis it is about. */
  readonly of: string;
  /** The sentence that says it, or what is missing. */
  readonly text: string;
}
export interface ContradictionsOf {
  readonly report: DebriefReport;
  readonly playbook: Playbook;
  readonly opening: Opening;
  readonly entries: readonly Entry[];
  readonly law: Law;
}

/** Every contradiction in a report of that run; none in a debrief that can be trusted. Pure; the run must replay (EX3). */
export function contradictions(of: ContradictionsOf): readonly Contradiction[] {
  const { report, playbook, opening, entries, law } = of;
  const { engine, trace, exercise } = replayedRun({ playbook, opening, entries });
  const really = whatWasSo(playbook, exercise.slots);
  return [
    ...falseWords(report, really.identity),
    ...aims(report, playbook, trace, law),
    ...merits(report.ruling.findings, trace),
    ...twice(report.ruling.findings),
    ...deadLinks(report, entries, trace),
    ...closedTurn(report, trace),
    ...unknowable(report, really),
    ...notSooner(report, engine, entries, trace).map(
      (text): Contradiction => ({ kind: 'not-sooner', of: 'identity', text }),
    ),
    ...unexplained(report),
    ...inTheDark(report, trace, really.identity),
  ];
}

/** Nobody federal is called an impostor, and no impostor federal. */
function falseWords(report: DebriefReport, identity: string | undefined): Contradiction[] {
  if (identity === undefined) return [];
  const { ending } = report;
  const texts: readonly (readonly [string, string])[] = [
    ...report.ruling.findings.flatMap(({ rule, title, because }) => [
      [rule, title] as const,
      [rule, because] as const,
    ]),
    [`ending ${ending.id}`, `${ending.title}. ${ending.text}`],
    [`ending ${ending.id}`, ending.turn?.text ?? ''],
    ...report.objectives.map(({ id, text }) => [`aim ${id}`, text] as const),
  ];
  return texts.flatMap(([of, text]): Contradiction[] => {
    const { federal, impostors } = claimsOf(text, report.language);
    if (federal && identity === 'refuted') return [{ kind: 'called-federal', of, text }];
    if (impostors && identity === 'confirmed') return [{ kind: 'called-impostors', of, text }];
    return [];
  });
}

function aims(
  report: DebriefReport,
  playbook: Playbook,
  trace: readonly TraceEvent[],
  law: Law,
): Contradiction[] {
  const metBy = duties(law, report.pack.id);
  return report.objectives.flatMap((aim): Contradiction[] => {
    const objective = playbook.objectives.find(({ id }) => id === aim.id);
    const event = trace.find((one) => one.kind === 'objective' && one.id === aim.id);
    if (objective === undefined || event?.kind !== 'objective') return [];
    const arose = event.arose !== false;
    if (arose !== (aim.how !== 'not-arisen'))
      return [{ kind: 'aim-never-tested', of: aim.id, text: aim.text }];
    if (aim.how !== 'met') return [];
    return contraryTo(objective, trace, report.ruling.findings, metBy).map(({ title }) => ({
      kind: 'aim-against-finding',
      of: aim.id,
      text: title,
    }));
  });
}

/** A merit rests on an act that was done, whole, and had what it needs. */
function merits(findings: readonly Finding[], trace: readonly TraceEvent[]): Contradiction[] {
  return findings.flatMap((finding): Contradiction[] => {
    if (!isMerit(finding.verdict)) return [];
    const begun = trace.find((event) => event.kind === 'act' && event.id === finding.on.act);
    const cut = trace.some((event) => event.kind === 'cut' && event.act === finding.on.act);
    const { rule: of, title: text } = finding;
    if (begun?.kind !== 'act' || !begun.human || cut) return [{ kind: 'merit-without-need', of, text }];
    const acts =
      'kinds' in finding.on ? begun.acts.filter(({ kind }) => kindsOf(finding).includes(kind)) : begun.acts;
    return acts.every((act) => hasNeed(act, begun, trace)) ? [] : [{ kind: 'merit-without-need', of, text }];
  });
}

function kindsOf({ on }: Finding): readonly string[] {
  return 'kinds' in on ? on.kinds : [];
}

/** A duty goes one way each time it opens. */
function twice(findings: readonly Finding[]): Contradiction[] {
  const went = new Map<string, string>();
  return findings.flatMap((finding): Contradiction[] => {
    if (!('duty' in finding.on)) return [];
    const { duty, opened, outcome } = finding.on;
    const key = `${duty} ${opened} ${finding.axis}`;
    const before = went.get(key);
    went.set(key, outcome);
    return before === undefined ? [] : [{ kind: 'duty-twice', of: duty, text: finding.title }];
  });
}

/** Whatever leads somewhere leads there: retries, authorities, marks, acts. */
function deadLinks(
  report: DebriefReport,
  entries: readonly Entry[],
  trace: readonly TraceEvent[],
): Contradiction[] {
  const dead = (of: string, text: string): Contradiction => ({ kind: 'dead-link', of, text });
  const seqs = new Set([0, ...entries.map(({ seq }) => seq)]);
  const acts = new Set(trace.flatMap((event) => (event.kind === 'act' ? [event.id] : [])));
  const found: Contradiction[] = [];
  for (const { finding, retry, authorities } of report.findings) {
    if (retry !== null && !seqs.has(retry.seq)) found.push(dead(finding.rule, `retry from ${retry.seq}`));
    if (finding.on.act !== null && !acts.has(finding.on.act))
      found.push(dead(finding.rule, `act ${finding.on.act}`));
    if (authorities.length === 0) found.push(dead(finding.rule, 'no authority'));
    for (const { id, status, source } of authorities)
      if (status === 'unknown' || source === '') found.push(dead(finding.rule, id));
  }
  const { turn } = report.ending;
  if (turn && turn.retry !== null && !seqs.has(turn.retry))
    found.push(dead('ending', `retry from ${turn.retry}`));
  const marks = report.timeline.flatMap((moment) => moment.marks);
  if (marks.length !== report.ruling.findings.length || new Set(marks).size !== marks.length)
    found.push(dead('timeline', 'each finding is marked once'));
  return found;
}

/** What would have changed the ending was on offer when it says so, and was not done. */
function closedTurn(report: DebriefReport, trace: readonly TraceEvent[]): Contradiction[] {
  const { turn } = report.ending;
  if (turn === undefined || turn.did === '') return [];
  const open = trace.some(
    (event) => event.kind === 'offered' && event.seat === report.seat.id && event.at === turn.at,
  );
  return open && turn.at <= report.endedAt ? [] : [{ kind: 'act-not-open', of: 'ending', text: turn.did }];
}

/** What could have been known was so, and would have come before the end and before it did. */
function unknowable(report: DebriefReport, really: Readonly<Record<string, string>>): Contradiction[] {
  return report.couldHaveKnown.flatMap(({ fact, value, by, openSince, wouldBe, was }): Contradiction[] => {
    const so = really[fact]?.replaceAll('-', ' ');
    const isFalse = so !== undefined && SETTLED.includes(value) && value !== so;
    const inTime = openSince <= wouldBe && wouldBe <= report.endedAt && (was === null || wouldBe < was);
    return isFalse || !inTime ? [{ kind: 'could-not-be-known', of: fact, text: `${value}: ${by}` }] : [];
  });
}
/** Values that say how it really was. */
const SETTLED: readonly string[] = ['confirmed', 'refuted', 'explained', 'crime'];

/** A standing that is not sound says why; kept of due is the sum of what it counts. */
function unexplained(report: DebriefReport): Contradiction[] {
  return AXES.flatMap((axis): Contradiction[] => {
    const { standing, kept, due } = report.ruling.axes[axis];
    const why = report.why?.[axis];
    if (why === undefined) return [{ kind: 'standing-unexplained', of: axis, text: standing }];
    const isFine = standing === 'sound' || standing === 'not-exercised';
    const sums =
      why.duties.due + why.rules.due + why.letPass === due && why.duties.kept + why.rules.kept === kept;
    return isFine === (why.because.length === 0) && sums
      ? []
      : [{ kind: 'standing-unexplained', of: axis, text: `${standing}, ${kept} of ${due}` }];
  });
}

/** Whoever came to a bad end without ever knowing who the men were has something to improve. */
function inTheDark(
  report: DebriefReport,
  trace: readonly TraceEvent[],
  identity: string | undefined,
): Contradiction[] {
  if (identity === undefined || report.ending.turn === undefined) return [];
  const knew = trace.some(
    (event) =>
      event.kind === 'learnt' &&
      event.seat === report.seat.id &&
      event.fact === 'identity' &&
      event.value === identity,
  );
  const isFine =
    AXES.every((axis) => ['sound', 'not-exercised'].includes(report.ruling.axes[axis].standing)) &&
    report.ruling.findings.every(({ verdict }) => !isBreach(verdict)) &&
    report.objectives.every(({ how }) => how !== 'missed');
  return !knew && isFine
    ? [{ kind: 'sound-in-the-dark', of: report.ending.id, text: report.ending.title }]
    : [];
}
