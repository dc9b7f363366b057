/** The forms of written values that the law's schemas share. */
import { z } from 'zod';

/** The name of a layer, rule, authority, pack or switch. */
export const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'form:id')
  .describe('An id: lowercase words and digits, joined by hyphens.');
/** What a person reads. */
export const sentence = z.string().trim().min(1);
/** A day of the calendar as written. */
export const day = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'form:day')
  .describe('A day, YYYY-MM-DD.');
/** One of these, or a list of them. */
export const oneOrMore = <T extends z.ZodType>(item: T) => z.union([item, z.array(item).min(1)]);
/** A name, or one name with its fields. */
export const named = <T extends z.ZodType>(inner: T) =>
  z.union([z.string(), z.record(z.string(), inner)]).describe('A name, or one name with its fields.');
