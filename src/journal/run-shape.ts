/**
 * Whether what the browser's storage gave back has the shape of an opening or an entry: checked by hand, because the page carries no schema library.
 *
 * Shape only. Whether the entries are what the exercise would have written is found by replaying them (EX3).
 */
import { type Entry, LEVELS, type Opening } from '#exercise/entries.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Longer words than any that a run holds are not taken from a file. */
const LONGEST = 4_000;
const DIGEST = /^sha256:[0-9a-f]{64}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Whether this is a written digest, `sha256:` and 64 hexadecimal digits. */
export function isDigest(value: unknown): value is string {
  return typeof value === 'string' && DIGEST.test(value);
}

export function isOpening(value: unknown): value is Opening {
  return (
    isFields(value) &&
    isWord(value.engine) &&
    isWord(value.scenario) &&
    isDigest(value.playbook) &&
    isFields(value.pack) &&
    isWord(value.pack.id) &&
    isDigest(value.pack.hash) &&
    typeof value.pack.asOf === 'string' &&
    DAY.test(value.pack.asOf) &&
    isFields(value.switches) &&
    Object.values(value.switches).every(isWord) &&
    isCount(value.seed) &&
    (value.extended === 100 || value.extended === 150 || value.extended === 200) &&
    isWord(value.language) &&
    Array.isArray(value.seats) &&
    value.seats.length > 0 &&
    value.seats.every(isWord) &&
    LEVELS.some((level) => level === value.level) &&
    (value.clock === 'live' || value.clock === 'discussion') &&
    (value.parent === null ||
      (isFields(value.parent) && isWord(value.parent.run) && isCount(value.parent.seq)))
  );
}

/** Whether this is an entry with the given sequence number. */
export function isEntry(value: unknown, seq: number): value is Entry {
  return isFields(value) && value.seq === seq && isDigest(value.digest) && isCommand(value.command);
}

function isCommand(value: unknown): boolean {
  if (!isFields(value) || !isCount(value.at)) return false;
  if (value.kind === 'advance') return true;
  if (!isWord(value.seat)) return false;
  switch (value.kind) {
    case 'choose':
      return isWord(value.decision) && isCount(value.visit) && isWord(value.option);
    case 'say':
      return isWord(value.decision) && isCount(value.visit) && isWord(value.words);
    case 'act':
      return isWord(value.action) && (value.words === undefined || isWord(value.words));
    case 'wait':
    case 'stop':
      return true;
    default:
      return false;
  }
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function isWord(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= LONGEST;
}
function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
