/** From findings to a word per axis: a decision tree, first that fits (SPEC LW13), and kept of due beside it. */
import type { Finding, LetPass, Standing, StandingWord } from './findings.ts';
import { NO_QUESTIONS, type Questions } from './let-pass.ts';
import { isMerit } from './rules.ts';
import { AXES, type Axis } from './trace.ts';

/** The standing on each axis. `unmet` lists the axes on which an objective of the scenario was not met. */
export function standings(
  findings: readonly Finding[],
  unmet: readonly Axis[],
  questions: Questions = NO_QUESTIONS,
): Readonly<Record<Axis, Standing>> {
  const on = (axis: Axis) =>
    standing(
      findings.filter((finding) => finding.axis === axis),
      unmet.includes(axis),
      questions.letPass[axis],
      questions.isMostPassed[axis],
    );
  const [jurisdiction, constitutional, crowdSafety] = AXES.map(on);
  if (jurisdiction === undefined || constitutional === undefined || crowdSafety === undefined) {
    throw new Error('LW13: an axis is missing');
  }
  return { jurisdiction, constitutional, 'crowd-safety': crowdSafety };
}

function standing(
  findings: readonly Finding[],
  unmet: boolean,
  letPass: readonly LetPass[],
  isMostPassed: boolean,
): Standing {
  const counting = findings.filter((finding) => finding.counts);
  const due = counting.filter((finding) => isDuty(finding) || finding.verdict !== 'permitted');
  const kept = due.filter((finding) => (isDuty(finding) ? went(finding, 'met') : isMerit(finding.verdict)));
  const shared = {
    standing: word(counting, unmet || isMostPassed),
    kept: kept.length,
    due: due.length + letPass.length,
  };
  return letPass.length === 0 ? shared : { ...shared, letPass };
}

/** `fell` says that, whatever was found, the axis is unsound: an aim was not met, or most questions were let pass. */
function word(findings: readonly Finding[], fell: boolean): StandingWord {
  if (findings.some((finding) => finding.grave)) return 'grave';
  const duties = findings.filter(isDuty);
  const missed = duties.filter((finding) => went(finding, 'missed'));
  if (fell || missed.length * 2 > duties.length) return 'unsound';
  if (findings.some((finding) => finding.verdict === 'forbidden')) return 'unsound';
  const gaps = findings.some(
    (finding) => finding.verdict === 'discouraged' || went(finding, 'late') || went(finding, 'missed'),
  );
  if (gaps) return 'gaps';
  return findings.length > 0 ? 'sound' : 'not-exercised';
}

function isDuty(finding: Finding): boolean {
  return 'duty' in finding.on;
}

function went(finding: Finding, outcome: 'met' | 'late' | 'missed'): boolean {
  return 'duty' in finding.on && finding.on.outcome === outcome;
}
