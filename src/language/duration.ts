/** Times as authors write them: `45s`, `4m`, `1m30s`; a bare 0 is no time at all (SPEC LG7). */

/** The form of a written time; JSON Schema uses the same pattern. */
export const DURATION = /^(?=\d)(?:(\d{1,4})m)?(?:(\d{1,5})s)?$/;

/** Milliseconds of a written time, or null if it is none. */
export function readDuration(written: string | number): number | null {
  if (typeof written === 'number') return written === 0 ? 0 : null;
  const parts = DURATION.exec(written);
  if (parts === null) return null;
  return (Number(parts[1] ?? 0) * 60 + Number(parts[2] ?? 0)) * 1000;
}

/** A time as an author would write it, in whole seconds rounded up. */
export function printDuration(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  const minutes = Math.floor(seconds / 60);
  const rest = seconds % 60;
  if (minutes === 0) return `${rest}s`;
  return rest === 0 ? `${minutes}m` : `${minutes}m${rest}s`;
}
