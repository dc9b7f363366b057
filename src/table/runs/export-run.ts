/** A run as the file it leaves the building in (CONTRACTS.md, Run file). */

import type { RunFile } from '#exercise/entries.ts';
import { formatOf } from '#exercise/run-format.ts';
import type { KeptRun } from '#journal/journal.ts';
import type { KeptReport } from '#journal/run-store.ts';
import { canonicalJson } from '#language/canonical.ts';
import { attemptOf } from './attempt.ts';
import type { RunStorage } from './run-storage.ts';

/** The file's text: canonical JSON, in the first format that has all of it. Reasons given after the seal are added to it. */
export function runFileText({ opening, entries, sealed, reasons, meta, marks }: KeptRun): string {
  const attempt = attemptOf({ opening, meta });
  const file: RunFile = {
    format: formatOf({ opening, entries }),
    kind: 'run',
    opening,
    entries,
    sealed: sealed && { ...sealed, reasons },
    ...(attempt === 1 ? {} : { attempt }),
    ...(marks === undefined ? {} : { marks }),
  };
  return canonicalJson(file);
}

/** A name people can tell apart: scenario, seed, which try it was if not the first, and the beginning of the run's own name. */
export function runFileName({ id, opening, meta }: KeptRun): string {
  const attempt = attemptOf({ opening, meta });
  const which = attempt === 1 ? '' : `try${attempt}-`;
  return `${opening.scenario}-${opening.seed}-${which}${id.slice(0, 8)}.run.json`;
}

/** Every run of a device as one file (`*.runs.json`, protocol/runs-file.ts), in parts, and how many are damaged and so left out (SPEC TB134). */
export async function allRunsText(
  storage: RunStorage,
): Promise<{ readonly parts: readonly string[]; readonly runs: number; readonly left: number }> {
  const { journal } = storage;
  const cards = await journal.list();
  const bodies = new Set<string>();
  const runs: string[] = [];
  let format: RunFile['format'] = 1;
  for (const card of cards) {
    const own = storage.of(card.id);
    const kept = card.state === 'damaged' ? null : await own.read(card.id).catch(() => null);
    if (kept === null) continue;
    if (formatOf(kept) > format) format = formatOf(kept);
    for (const hash of Object.values(kept.bodies ?? {})) bodies.add(hash);
    runs.push(JSON.stringify(runOf(kept, await own.reports(kept.id))));
  }
  const texts: string[] = [];
  for (const hash of bodies) {
    const text = await journal.body(hash);
    if (text !== null) texts.push(JSON.stringify({ hash, text }));
  }
  const nextTime = JSON.stringify(await journal.nextTime());
  const joined = (of: readonly string[]) => of.flatMap((one, n) => (n === 0 ? [one] : [',', one]));
  const parts = [
    `{"format":${format},"kind":"runs","nextTime":`,
    nextTime,
    ',"runs":[',
    ...joined(runs),
    '],"bodies":[',
    ...joined(texts),
    ']}',
  ];
  return { parts, runs: runs.length, left: cards.length - runs.length };
}

function runOf(kept: KeptRun, reports: readonly KeptReport[]) {
  const { id, opening, meta, entries, sealed, reasons, bodies, marks } = kept;
  const { title, touched, at, state, declined = false, parent = null, attempt = null } = meta;
  const listed = { id, title, touched, at, state, declined, parent, attempt };
  return {
    ...listed,
    opening,
    entries,
    sealed,
    reasons,
    ...(marks === undefined ? {} : { marks }),
    bodies,
    reports,
  };
}

/** A name with the day on it. */
export function allRunsName(now: number): string {
  return `deconflict-${new Date(now).toISOString().slice(0, 10)}.runs.json`;
}

/** Hands the browser a text to save. */
export function download(name: string, ...parts: readonly string[]): void {
  const url = URL.createObjectURL(new Blob([...parts], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads the text after the click; a minute is long past that.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
