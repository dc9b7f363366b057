/**
 * All that the command line says: with `--json` one JSON value on standard output, else lines; on standard error what is said beside it.
 *
 * The only file that writes to them (SPEC CL51): whatever a file, a name or an argument brings is shown and steers no terminal.
 */
import { styleText } from 'node:util';
import { type Diagnostic, printDiagnostic } from '#language/diagnostic.ts';
import { shown, shownInLine } from '#language/shown.ts';
import type { Given } from './wrong-use.ts';

/** Prints a result in the form asked for. */
export function print(given: Given, value: unknown, lines: () => readonly string[]): void {
  if (given.json === true) answer(`${JSON.stringify(value)}\n`);
  else say(...lines());
}

/** Lines on standard output. */
export function say(...lines: readonly string[]): void {
  answer(inLines(lines));
}

/** Lines on standard error. */
export function tell(...lines: readonly string[]): void {
  process.stderr.write(inLines(lines));
}

/** Problems as lines on standard error. */
export function tellProblems(problems: readonly Diagnostic[]): void {
  for (const problem of problems) process.stderr.write(`${printDiagnostic(problem)}\n`);
}

/** Problems as lines on standard output. */
export function sayProblems(problems: readonly Diagnostic[]): void {
  for (const problem of problems) process.stdout.write(`${printDiagnostic(problem)}\n`);
}

/** A text of several lines on standard output, as it is written to a file too: JSON, a picture, a page. */
export function answer(text: string): void {
  process.stdout.write(shown(text));
}

/** A line with a mark before it, in its style where a terminal shows one. */
export function marked(stream: 'stdout' | 'stderr', style: 'bold' | 'dim', mark: string, line: string): void {
  const to = process[stream];
  to.write(`${styleText(style, shownInLine(mark), { stream: to })} ${shownInLine(line)}\n`);
}

/** A line on standard error that the next one is written over; null wipes it. Nothing where nobody sits before it. */
export function progress(line: string | null): void {
  if (!process.stderr.isTTY) return;
  process.stderr.write(`\r\x1b[K${shownInLine(line ?? '').slice(0, process.stderr.columns ?? 80)}`);
}

/** Exercise milliseconds as `mm:ss`. */
export function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  return `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
}

/** What an author wrote on several lines stands on one. */
function inLines(lines: readonly string[]): string {
  return lines.map((line) => `${shownInLine(line.trimEnd().replace(/\s*\r?\n\s*/g, ' '))}\n`).join('');
}
