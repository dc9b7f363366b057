/** Why a standing is what it is: which questions of the tree (SPEC LW13) made it so, and what "kept" counts (SPEC DB13). */

import { isMerit } from '#law/algebra.ts';
import type { Finding, Ruling } from '#law/findings.ts';
import { type Axis, byAxis } from '#law/trace.ts';
import type { Aim, Why } from './report.ts';

/** For each axis what made its standing so, in the order of the tree; nothing for one that is sound or was not exercised. */
export function whyStandings(
  ruling: Ruling,
  aims: readonly Aim[],
  ask: (decision: string) => string,
): Readonly<Record<Axis, Why>> {
  return byAxis((axis) => why(axis, ruling, aims, ask));
}

function why(axis: Axis, ruling: Ruling, aims: readonly Aim[], ask: (decision: string) => string): Why {
  const letPass = ruling.axes[axis].letPass ?? [];
  const findings = ruling.findings.filter((finding) => finding.axis === axis && finding.counts);
  const duties = findings.filter((finding) => 'duty' in finding.on);
  const rules = findings.filter((finding) => !('duty' in finding.on) && finding.verdict !== 'permitted');
  const missed = duties.filter((one) => went(one, 'missed'));
  const titles = (list: readonly Finding[]) => [...new Set(list.map(({ title }) => title))];
  const unmet = aims.filter((aim) => aim.axis === axis && aim.how === 'missed').map(({ text }) => text);
  const made: Record<string, Why['because']> = {
    grave: [{ question: 'grave', titles: titles(findings.filter(({ grave }) => grave)) }],
    unsound: [
      { question: 'unmet', titles: unmet },
      { question: 'forbidden', titles: titles(findings.filter(({ verdict }) => verdict === 'forbidden')) },
      ...(missed.length * 2 > duties.length
        ? [
            {
              question: 'most-missed' as const,
              titles: titles(missed),
              of: duties.length,
              missed: missed.length,
            },
          ]
        : []),
      { question: 'let-pass', titles: [...new Set(letPass.map(({ decision }) => ask(decision)))] },
    ],
    gaps: [
      { question: 'missed', titles: titles(missed) },
      { question: 'late', titles: titles(duties.filter((one) => went(one, 'late'))) },
      { question: 'discouraged', titles: titles(rules.filter(({ verdict }) => verdict === 'discouraged')) },
    ],
  };
  return {
    because: (made[ruling.axes[axis].standing] ?? []).filter((one) => one.titles.length > 0),
    duties: { kept: duties.filter((one) => went(one, 'met')).length, due: duties.length },
    letPass: letPass.length,
    rules: { kept: rules.filter(({ verdict }) => isMerit(verdict)).length, due: rules.length },
  };
}

function went(finding: Finding, outcome: 'met' | 'late' | 'missed'): boolean {
  return 'duty' in finding.on && finding.on.outcome === outcome;
}
