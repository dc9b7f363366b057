/**
 * The moment at which the page was left, noted at once: a page that is being unloaded cannot wait for the journal.
 *
 * Only the last run left is noted, per tab. Where the browser forbids it, the journal's own note (about a second old) is used.
 */
const KEY = 'deconflict-left-at';

/** Notes where a run was left. */
export function noteMoment(run: string, at: number): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ run, at }));
  } catch {
    return;
  }
}

/** Where this run was left in this tab; 0 if nothing is known. */
export function notedMoment(run: string): number {
  try {
    const noted: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? 'null');
    if (typeof noted !== 'object' || noted === null || !('run' in noted) || !('at' in noted)) return 0;
    return noted.run === run && Number.isSafeInteger(noted.at) ? Number(noted.at) : 0;
  } catch {
    return 0;
  }
}
