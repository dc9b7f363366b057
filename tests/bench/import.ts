/**
 * Bench: how long reading and replaying a run file takes by its length, and whether that is linear: the time of an entry in the longest file
 * that is read against that in one a tenth as long, within this run.
 *
 * `node tests/bench/import.ts [--json]`. What the worker does, on this thread: read, check the shape, replay with every digest.
 */
import { shippedPlaybook } from '#cli/disk/shipped.ts';
import { MOST_ENTRIES } from '#protocol/run-file.ts';
import { checkBytes } from '#table/runs/check-file.ts';
import { waits } from './waits.ts';

interface Row {
  readonly entries: number;
  readonly ms: number;
  readonly microsecondsPerEntry: number;
}
const ROUNDS = 3;

const playbook = shippedPlaybook('residence-207');
const seat = playbook.seats.find(({ solo }) => solo)?.id ?? '';
const rows: Row[] = [];
for (const entries of [MOST_ENTRIES / 10, MOST_ENTRIES / 2, MOST_ENTRIES]) {
  const bytes = new TextEncoder().encode(JSON.stringify(waits(entries, 1)));
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = performance.now();
    const checked = await checkBytes(
      bytes,
      async () => ({ playbook, words: 'plain', seat }),
      () => {},
    );
    times.push(performance.now() - before);
    if (!checked.ok) throw new Error(`The file was refused: ${checked.problem} ${checked.why}`);
  }
  const ms = times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0;
  rows.push({ entries, ms: Math.round(ms), microsecondsPerEntry: Math.round((ms * 1000) / entries) });
}
const [short, , long] = rows;
const growth = (long?.microsecondsPerEntry ?? 0) / (short?.microsecondsPerEntry ?? 1);
if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify({ rows, growth })}\n`);
else {
  const lines = rows.map(
    ({ entries, ms, microsecondsPerEntry }) =>
      `  ${String(entries).padStart(6)} ${`${ms} ms`.padStart(10)} ${`${microsecondsPerEntry} µs`.padStart(10)}`,
  );
  process.stdout.write(
    `Reading and replaying a run file: entries, time, time an entry\n${lines.join('\n')}\n  an entry of the longest against one of the shortest: ${growth.toFixed(2)}\n`,
  );
}
