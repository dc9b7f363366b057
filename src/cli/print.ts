/** What a verb answers: with `--json` one JSON value on standard output, else prose. */
import type { Given } from './wrong-use.ts';

/** Prints a result in the form asked for. */
export function print(given: Given, value: unknown, prose: () => string): void {
  process.stdout.write(given.json === true ? `${JSON.stringify(value)}\n` : `${prose()}\n`);
}

/** Exercise milliseconds as `mm:ss`. */
export function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  return `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
}
