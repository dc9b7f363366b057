/** Import without a worker: what would be done there is done on the spot. */
import { checkFile } from '#table/runs/check-file.ts';
import { type ImportHand, importRun } from '#table/runs/import-run.ts';
import type { Check, PickedFile } from '#table/runs/in-worker.ts';
import type { TestRoom } from './shipped-room.ts';

const onTheSpot: Check = async (file, lend, tell) => {
  let text: string;
  try {
    text = await file.text();
  } catch {
    return { ok: false, problem: 'unreadable', why: '' };
  }
  return checkFile(text, lend, tell);
};

export function importHere(at: TestRoom, file: PickedFile, hand: ImportHand = {}) {
  return importRun(at, file, { check: onTheSpot, ...hand });
}
