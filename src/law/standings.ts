/** From findings to a word per axis: a decision tree, first that fits (SPEC LW13), and kept of due beside it. */
import { FOUND, foundOf, isMerit, signOf, standingOf, WORDS } from './algebra.ts';
import type { Finding, LetPass, Standing } from './findings.ts';
import { NO_QUESTIONS, type Questions } from './let-pass.ts';
import { type Axis, byAxis } from './trace.ts';

/** The standing on each axis. `unmet` lists the axes on which an objective of the scenario was not met. */
export function standings(
  findings: readonly Finding[],
  unmet: readonly Axis[],
  questions: Questions = NO_QUESTIONS,
): Readonly<Record<Axis, Standing>> {
  return byAxis((axis) =>
    standing(
      findings.filter((finding) => finding.axis === axis && finding.counts),
      unmet.includes(axis),
      questions.letPass[axis],
      questions.isMostPassed[axis],
    ),
  );
}

function standing(
  counting: readonly Finding[],
  unmet: boolean,
  letPass: readonly LetPass[],
  isMostPassed: boolean,
): Standing {
  const due = counting.filter((finding) => isDuty(finding) || finding.verdict !== 'permitted');
  const kept = due.filter((finding) => (isDuty(finding) ? went(finding, 'met') : isMerit(finding.verdict)));
  const found = counting.reduce((bits, finding) => bits | bitsOf(finding), unmet ? FOUND.unmet : 0);
  const duties = counting.filter(isDuty);
  const missed = duties.filter((finding) => went(finding, 'missed'));
  const word = standingOf(found, duties.length - missed.length * 2, isMostPassed ? 1 : 0);
  const shared = {
    standing: WORDS[word] ?? 'not-exercised',
    kept: kept.length,
    due: due.length + letPass.length,
  };
  return letPass.length === 0 ? shared : { ...shared, letPass };
}

function bitsOf(finding: Finding): number {
  const isGap = went(finding, 'late') || went(finding, 'missed');
  return foundOf(signOf(finding.verdict, finding.grave, true), isGap);
}

function isDuty(finding: Finding): boolean {
  return 'duty' in finding.on;
}

function went(finding: Finding, outcome: 'met' | 'late' | 'missed'): boolean {
  return 'duty' in finding.on && finding.on.outcome === outcome;
}
