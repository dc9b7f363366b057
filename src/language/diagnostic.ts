/**
 * Diagnostics: what is wrong with an author's text, as data first and as a line of print last.
 *
 * Reading an author's text never throws; it gives a value and diagnostics (SPEC LG1). Each code has one page in `diagnostics/`.
 */

import { shownInLine } from './shown.ts';

export type Severity = 'error' | 'warning';

/** A place in a file; lines and columns count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** One problem: what is wrong, where, and what to write instead. Notes point at other places that matter. */
export interface Diagnostic extends Place {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly repair: string;
  readonly notes?: readonly (Place & { readonly message: string })[];
}

/**
 * One diagnostic as people read it: `file:line:col  CODE severity  message`, then the repair and notes, each on an indented line. What an
 * author's text or a file's name brings begins no line of its own and steers no terminal (SPEC LG9).
 */
export function printDiagnostic(problem: Diagnostic): string {
  return diagnosticLines(problem).join('\n');
}

/** The same, line by line. */
export function diagnosticLines(problem: Diagnostic): readonly string[] {
  const head = `${printPlace(problem)}  ${problem.code} ${problem.severity}  ${problem.message}`;
  const notes = (problem.notes ?? []).map((note) => `    ${printPlace(note)}  ${note.message}`);
  return [head, `    ${problem.repair}`, ...notes].map(shownInLine);
}

/** The lines of those that are errors. */
export function errorLines(problems: readonly Diagnostic[]): readonly string[] {
  return problems.filter(({ severity }) => severity === 'error').flatMap(diagnosticLines);
}

/** Whether any of the diagnostics is an error; warnings do not stop a scenario. */
export function hasErrors(problems: readonly Diagnostic[]): boolean {
  return problems.some((problem) => problem.severity === 'error');
}

/** A new array in reading order: file, line, column, code; the same problem at the same place only once. */
export function inReadingOrder(problems: readonly Diagnostic[]): Diagnostic[] {
  const sorted = [...problems].sort(
    (a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.code, b.code),
  );
  const seen = new Set<string>();
  return sorted.filter((problem) => {
    const key = JSON.stringify([problem.file, problem.line, problem.column, problem.code, problem.message]);
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

function printPlace(place: Place): string {
  return `${place.file}:${place.line}:${place.column}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
