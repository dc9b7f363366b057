/**
 * Whether what a storage gave back is an opening or an entry, by the one description of them (exercise/run-format.ts) and without a schema
 * library, which the page does not carry.
 *
 * Shape only. Whether the entries are what the exercise would have written is found by replaying them (EX3). Parts beyond those described
 * are let be: a row may hold what a later version noted.
 */
import type { Entry, Opening } from '#exercise/entries.ts';
import { ENTRY, type Form, OPENING, type Part } from '#exercise/run-format.ts';

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

function fits<T>(part: Part<T>, value: unknown): value is T {
  return has(part, value);
}

function has(form: Form, value: unknown): boolean {
  switch (form.is) {
    case 'text':
      return typeof value === 'string' && value.length >= form.least && value.length <= form.most;
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
        value.length >= form.least &&
        value.length <= form.most &&
        value.every((one) => has(form.of, one))
      );
    case 'named':
      return (
        isFields(value) &&
        Object.entries(value).every(([name, one]) => has(form.names, name) && has(form.of, one))
      );
    case 'or-null':
      return value === null || has(form.of, value);
    case 'parts':
      return (
        isFields(value) &&
        Object.entries(form.parts).every(([name, part]) =>
          part.is === 'may-lack'
            ? value[name] === undefined || has(part.of, value[name])
            : has(part, value[name]),
        )
      );
    case 'kinds': {
      const kind = isFields(value) && typeof value.kind === 'string' ? value.kind : '';
      return Object.hasOwn(form.kinds, kind) && has(form.kinds[kind] as Form, value);
    }
    default:
      return form satisfies never;
  }
}

/** Whether the month has such a day: else the calendar counts on into the next. */
function isInCalendar(day: string): boolean {
  const date = new Date(day);
  return Number.isFinite(date.getTime()) && date.toISOString().startsWith(day);
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
