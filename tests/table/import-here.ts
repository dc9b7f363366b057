/** Import without a worker: what would be done there is done on the spot. */
import { checkBytes } from '#table/runs/check-file.ts';
import { type ImportControls, importRun } from '#table/runs/import-run.ts';
import type { Check, PickedFile } from '#table/runs/in-worker.ts';
import type { TestRoom } from './shipped-room.ts';

const onTheSpot: Check = async (file, lend, tell) => {
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return { ok: false, problem: 'unreadable', why: '' };
  }
  return checkBytes(bytes, lend, tell);
};

/** What a picker hands over, made of a text or of bytes that are none. */
export function pickedOf(holds: string | Uint8Array<ArrayBuffer>): PickedFile {
  const file = new Blob([holds]);
  return { size: file.size, arrayBuffer: () => file.arrayBuffer() };
}

export function importHere(at: TestRoom, file: PickedFile, controls: ImportControls = {}) {
  return importRun(at, file, { check: onTheSpot, ...controls });
}
