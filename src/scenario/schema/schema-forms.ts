/** The forms of written values that schemas share: ids, times, days, conditions, texts. */

import { z } from 'zod';
import { DURATION } from '#language/duration.ts';
import type { Forms } from '#language/zod-issues.ts';

const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** What each form looks like, in an author's words. */
export const FORMS: Forms = {
  id: {
    code: 'LG0106',
    message:
      'A name has lowercase letters, digits and single hyphens, begins with a letter, and has no dots or spaces.',
    repair: 'Write it like `stop-back-a-way`.',
  },
  time: {
    code: 'LG0105',
    message: 'This is not a time.',
    repair: 'Write a time like `45s`, `4m` or `1m30s`.',
  },
  day: { code: 'LG0105', message: 'This is not a date.', repair: 'Write the date like `2026-06-30`.' },
  clock: {
    code: 'LG0105',
    message: 'This is not a time of day.',
    repair: 'Write it in quotes, like `"17:12:00"`.',
  },
  choice: { code: 'LG0106', message: 'This is not a choice.', repair: 'Write `decision/option`.' },
  rule: {
    code: 'LG0106',
    message: 'This is not a rule.',
    repair: 'Write `layer/rule`, as a finding cites it.',
  },
  ref: { code: 'LG0106', message: 'This is not a reference.', repair: 'Write it like `F04a`.' },
  where: { code: 'LG0106', message: 'This is not a state.', repair: 'Write `state`, or `region/state`.' },
};

export const id = z.string().regex(ID, 'form:id').max(40);
export const ids = z.array(id);
export const time = z
  .union([z.string().regex(DURATION, 'form:time'), z.literal(0)], 'form:time')
  .describe('A time such as 45s, 4m or 1m30s.');
export const day = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'form:day')
  .refine(isDay, 'form:day');
export const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/, 'form:clock');
export const text = z.string().min(1);
export const condition = z.union([z.string().min(1), z.boolean()]).describe('A condition; see LANGUAGE.md.');
export const where = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*(\/[a-z0-9]+(-[a-z0-9]+)*)?$/, 'form:where')
  .describe('A state of this region, or region/state.');
/** A value of a slot or fact: a name, a number or a flag. */
export const plainValue = z.union([z.string(), z.number(), z.boolean()]);

/** Whether the month has such a day; forms other than a day's are for the pattern to refuse. */
function isDay(written: string): boolean {
  const [year = 0, month = 0, date = 0] = written.split('-').map(Number);
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return date <= (lengths[month - 1] ?? 31);
}
