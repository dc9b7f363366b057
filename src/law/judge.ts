/**
 * The judge: what one seat's run was worth under one pack on one day. A pure function of the trace (SPEC LW12); never asked during play.
 */
import { canonicalJson } from '#language/canonical.ts';
import type { Act } from './acts.ts';
import { isBreach, isMerit } from './algebra.ts';
import { type Outcome, watchDuties } from './duties.ts';
import type { Finding, Ruling, Verdict } from './findings.ts';
import { questionsOf } from './let-pass.ts';
import type { Verdicts } from './pack.ts';
import { type Firing, firings, gravest, type Spoken } from './rules.ts';
import { type Stack, stackOf, type Under } from './stack.ts';
import { standings } from './standings.ts';
import { AXES, type Axis, type TraceEvent } from './trace.ts';

/**
 * Rules one seat under one pack on one day (`asOf`); `switches` may leave out those that stay where the pack starts them.
 *
 * Only acts of that seat, done by a person, are judged, by what it knew and perceived when they began. Findings are ordered by `at`,
 * `seq`, axis, rule. Works on a run still going on: what is not yet due has no finding. Throws for an unknown pack.
 */
export function judge(trace: readonly TraceEvent[], under: Under & { readonly seat: string }): Ruling {
  const { seat } = under;
  const stack = stackOf(under);
  const cut = cutShort(trace, seat);
  const outcomes = watchDuties(trace, seat, stack, cut).outcomes;
  const duties = outcomes.flatMap((outcome) => dutyFindings(outcome, seat));
  const rules = ruleFindings(trace, seat, stack, cut, outcomes);
  const findings = [...absorb(duties, rules.dropped), ...rules.findings].sort(inOrder);
  const unmet = trace.flatMap((event) =>
    event.kind === 'objective' && event.seat === seat && !event.met && event.arose !== false
      ? [event.axis]
      : [],
  );
  const axes = standings(findings, unmet, questionsOf(trace, seat, stack));
  return { pack: under.pack, asOf: under.asOf, seat, axes, findings };
}

/** Acts of the seat that came to nothing: cut short by a decision, or a standing action that was not over at ENDEX. */
function cutShort(trace: readonly TraceEvent[], seat: string): ReadonlySet<number> {
  const cut = new Set<number>();
  let running = 0;
  for (const event of trace) {
    if (event.kind === 'cut' && event.seat === seat) cut.add(event.act);
    if ((event.kind === 'cut' || event.kind === 'done') && event.act === running) running = 0;
    if (event.kind === 'act' && event.seat === seat && event.takes > 0)
      running = 'action' in event.source ? event.id : 0;
    if (event.kind === 'ended' && running > 0) cut.add(running);
  }
  return cut;
}

/** One finding per axis that the outcome of a duty speaks on. */
function dutyFindings(outcome: Outcome, seat: string): Finding[] {
  const { item, authorities, unread } = outcome.duty;
  const gives: Verdicts = outcome.outcome === 'late' ? (item.late ?? {}) : item[outcome.outcome];
  return AXES.flatMap((axis): Finding[] => {
    const verdict = gives[axis];
    if (verdict === undefined) return [];
    return [
      {
        axis,
        verdict,
        grave: outcome.outcome === 'missed' && item.grave.includes(axis),
        ...outcome.stamp,
        seat,
        rule: item.id,
        title: item.titles[outcome.outcome],
        because: item.because,
        authorities,
        on: {
          duty: item.id,
          outcome: outcome.outcome,
          opened: outcome.opened,
          due: outcome.due,
          chance: outcome.chance,
          act: outcome.act,
        },
        also: [],
        counts: !(unread && isBreach(verdict)),
      },
    ];
  });
}

/** A merit that a duty met by the same act already gives: the duty's finding names the rule instead. */
interface Dropped {
  readonly act: number;
  readonly axis: Axis;
  readonly rules: readonly string[];
}

/**
 * What rules say of each act event. Merit is left out where it was cut short, came from a standing action, is for acts that all met a
 * duty which already gives merit on that axis, or was earned by the same act before: an act counts once (SPEC LW11). So does a breach of
 * what was cut and goes on (LW28).
 */
function ruleFindings(
  trace: readonly TraceEvent[],
  seat: string,
  stack: Stack,
  cut: ReadonlySet<number>,
  outcomes: readonly Outcome[],
): { readonly findings: readonly Finding[]; readonly dropped: readonly Dropped[] } {
  const findings: Finding[] = [];
  const dropped: Dropped[] = [];
  const credited = new Set<string>();
  /** By action, the breaches found of it since it last began. */
  const breaches = new Map<string, Set<string>>();
  const breachesOf = ({ source, resumes }: Extract<TraceEvent, { readonly kind: 'act' }>) => {
    const action = 'action' in source ? source.action : '';
    const found = resumes === true ? (breaches.get(action) ?? new Set<string>()) : new Set<string>();
    breaches.set(action, found);
    return found;
  };
  const credit = (axis: Axis, acts: readonly Act[]) => {
    for (const act of acts) credited.add(creditOf(axis, act));
  };
  for (const event of trace) {
    if (event.kind !== 'act' || event.seat !== seat || !event.human) continue;
    const met = outcomes.filter((outcome) => outcome.act === event.id);
    const onlyBreaches = cut.has(event.id) || !('option' in event.source);
    const fired = firings(stack, event.acts, event);
    const voices = AXES.flatMap((axis) => {
      const meets = (one: Firing) => isMeetingOf(one, axis, met);
      const rules = fired.filter(meets).map((one) => one.rule.item.id);
      if (rules.length > 0) dropped.push({ act: event.id, axis, rules });
      return gravest(fired.filter((one) => !meets(one))).filter((voice) => voice.axis === axis);
    });
    const before = breachesOf(event);
    for (const voice of voices) {
      if (isBreach(voice.verdict)) {
        const breach = `${voice.axis} ${voice.rule.id}`;
        if (before.has(breach)) continue;
        before.add(breach);
      }
      if (onlyBreaches && !isBreach(voice.verdict)) continue;
      if (isMerit(voice.verdict)) {
        if (voice.acts.every((act) => credited.has(creditOf(voice.axis, act)))) continue;
        credit(voice.axis, voice.acts);
      }
      findings.push(ruleFinding(voice, event));
    }
    for (const outcome of met) {
      for (const axis of AXES) if (isMeritOn(outcome, axis)) credit(axis, outcome.acts);
    }
  }
  return { findings, dropped };
}

function ruleFinding(voice: Spoken, event: Extract<TraceEvent, { readonly kind: 'act' }>): Finding {
  return {
    axis: voice.axis,
    verdict: voice.verdict,
    grave: voice.grave,
    at: event.at,
    seq: event.seq,
    seat: event.seat,
    rule: voice.rule.id,
    title: voice.rule.title,
    because: voice.rule.because,
    authorities: voice.authorities,
    on: { act: event.id, kinds: [...new Set(voice.acts.map((act) => act.kind))] },
    also: voice.also,
    counts: voice.counts,
  };
}

/** Whether a rule's merit on the axis is for nothing but acts that met a duty which gives merit there. */
function isMeetingOf(firing: Firing, axis: Axis, met: readonly Outcome[]): boolean {
  const verdict = firing.rule.item.gives[axis];
  return (
    verdict !== undefined &&
    isMerit(verdict) &&
    met.some((outcome) => isMeritOn(outcome, axis) && firing.acts.every((act) => outcome.acts.includes(act)))
  );
}

function isMeritOn(outcome: Outcome, axis: Axis): boolean {
  const verdict: Verdict | undefined = outcome.outcome === 'met' ? outcome.duty.item.met[axis] : undefined;
  return verdict !== undefined && isMerit(verdict);
}

function creditOf(axis: Axis, act: Act): string {
  return canonicalJson([axis, act]);
}

function absorb(duties: readonly Finding[], dropped: readonly Dropped[]): Finding[] {
  return duties.map((finding) => {
    const { on } = finding;
    if (!('duty' in on) || on.outcome === 'missed') return finding;
    const same = dropped.filter((one) => one.act === on.act && one.axis === finding.axis);
    return { ...finding, also: [...finding.also, ...same.flatMap((one) => one.rules)] };
  });
}

function inOrder(a: Finding, b: Finding): number {
  const byAxis = AXES.indexOf(a.axis) - AXES.indexOf(b.axis);
  return a.at - b.at || a.seq - b.seq || byAxis || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);
}
