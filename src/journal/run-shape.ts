/**
 * Whether what a storage gave back is an opening or an entry, by the one description of them (exercise/run-format.ts) and without a schema
 * library, which the page does not carry.
 *
 * Shape only. Whether the entries are what the exercise would have written is found by replaying them (EX3). Parts beyond those described
 * are let be: a row may hold what a later version noted.
 */
import type { Entry, Opening } from '#exercise/entries.ts';
import { ENTRY, OPENING, type Part, type Parts } from '#exercise/run-format.ts';

export function isOpening(value: unknown): value is Opening {
  return fits(OPENING, value);
}

/** Whether this is an entry with the given sequence number. */
export function isEntry(value: unknown, seq: number): value is Entry {
  return fits(ENTRY, value) && value.seq === seq;
}

/** Whether this is a written digest, `sha256:` and 64 hexadecimal digits. */
export function isDigest(value: unknown): value is string {
  return typeof value === 'string' && DIGEST.test(value);
}

const DIGEST = /^sha256:[0-9a-f]{64}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

function fits<T>(form: Part<T>, value: unknown): value is T {
  switch (form.is) {
    case 'text':
      return typeof value === 'string' && value.length > 0 && value.length <= form.most;
    case 'digest':
      return isDigest(value);
    case 'day':
      return typeof value === 'string' && DAY.test(value) && isInCalendar(value);
    case 'whole':
      return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
    case 'one-of':
      return form.of.some((one) => one === value);
    case 'list':
      return (
        Array.isArray(value) &&
        value.length > 0 &&
        value.length <= form.most &&
        value.every((one) => fits(form.of, one))
      );
    case 'named':
      return (
        isFields(value) &&
        Object.entries(value).every(([name, one]) => fits(form.name, name) && fits(form.of, one))
      );
    case 'or-null':
      return value === null || fits(form.of, value);
    case 'parts':
      return hasParts(form.parts, value);
    case 'kinds':
      return (
        isFields(value) &&
        typeof value.kind === 'string' &&
        Object.hasOwn(form.kinds, value.kind) &&
        hasParts(form.kinds[value.kind] ?? {}, value)
      );
    default:
      return form satisfies never;
  }
}

function hasParts(parts: Parts['parts'], value: unknown): boolean {
  return (
    isFields(value) &&
    Object.entries(parts).every(([name, part]) =>
      part.is === 'may-lack'
        ? value[name] === undefined || fits(part.of, value[name])
        : fits(part, value[name]),
    )
  );
}

/** Whether the month has such a day: else the calendar counts on into the next. */
function isInCalendar(day: string): boolean {
  return new Date(day).toJSON()?.startsWith(day) === true;
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
