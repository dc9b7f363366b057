/** A Zod schema made of what `exercise/run-format.ts` says of a part: strict, because a file comes from anywhere. */
import { z } from 'zod';
import type { Form, Part, Parts } from '#exercise/run-format.ts';

/** `sha256:` and 64 hexadecimal digits. */
export const digest = z
  .string()
  .regex(/^sha256:[0-9a-f]{64}$/, 'not a digest (sha256: and 64 hexadecimal digits)');
export const whole = z.int().min(0);

/** The schema of a part; it refuses parts that are not described. */
export function schemaOf<T>(part: Part<T>): z.ZodType<T> {
  return made(part) as z.ZodType<T>;
}

function made(form: Form): z.ZodType {
  switch (form.is) {
    case 'text':
      return textOf(form.most);
    case 'digest':
      return digest;
    case 'day':
      return z.iso.date('not a day (like 2026-06-30)');
    case 'whole':
      return whole;
    case 'one-of': {
      const words = form.of.filter((one) => typeof one === 'string');
      return words.length === form.of.length ? z.enum(words) : z.union(form.of.map((one) => z.literal(one)));
    }
    case 'list':
      return z.array(made(form.of)).min(1).max(form.most);
    case 'named':
      return z.record(made(form.of) as z.ZodType<string, string>, made(form.of));
    case 'or-null':
      return made(form.of).nullable();
    case 'parts':
      return z.strictObject(shapeOf(form.parts));
    case 'kinds': {
      const [first, ...rest] = Object.entries(form.kinds).map(([kind, parts]) =>
        z.strictObject({ kind: z.literal(kind), ...shapeOf(parts) }),
      );
      if (first === undefined) throw new Error('JN17: a part of no kind at all is described.');
      return z.discriminatedUnion('kind', [first, ...rest]);
    }
    default:
      return form satisfies never;
  }
}

/** Counted as the exercise counts what is said: in the units of a JavaScript string, of which Zod's `max` takes a pair for one. */
function textOf(most: number): z.ZodType {
  return z
    .string()
    .min(1)
    .refine((text) => text.length <= most, `Too big: expected string to have <=${most} characters`);
}

function shapeOf(parts: Parts['parts']): Record<string, z.ZodType> {
  return Object.fromEntries(
    Object.entries(parts).map(([name, part]) => [
      name,
      part.is === 'may-lack' ? made(part.of).exactOptional() : made(part),
    ]),
  );
}
