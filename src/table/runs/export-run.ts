/** A run as the file it leaves the building in (CONTRACTS.md, Run file). */

import type { RunFile } from '#exercise/entries.ts';
import type { KeptRun } from '#journal/journal.ts';
import { canonicalJson } from '#language/canonical.ts';
import { attemptOf } from './attempt.ts';

/** The file's text: canonical JSON. Reasons given after the seal are added to it. */
export function runFileText({ opening, entries, sealed, reasons, meta }: KeptRun): string {
  const attempt = attemptOf({ opening, meta });
  const file: RunFile = {
    format: 1,
    kind: 'run',
    opening,
    entries,
    sealed: sealed && { ...sealed, reasons },
    ...(attempt === 1 ? {} : { attempt }),
  };
  return canonicalJson(file);
}

/** A name people can tell apart: scenario, seed, which try it was if not the first, and the beginning of the run's own name. */
export function runFileName({ id, opening, meta }: KeptRun): string {
  const attempt = attemptOf({ opening, meta });
  const which = attempt === 1 ? '' : `try${attempt}-`;
  return `${opening.scenario}-${opening.seed}-${which}${id.slice(0, 8)}.run.json`;
}

/** Hands the browser a text to save. */
export function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads the text after the click; a minute is long past that.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
