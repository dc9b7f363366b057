/** A Zod schema made of what `exercise/run-format.ts` says of a part: strict, because a file comes from anywhere. */
import { z } from 'zod';
import { type Form, LATEST, type Part, type Parts, type RunFormat } from '#exercise/run-format.ts';

/** `sha256:` and 64 hexadecimal digits. */
export const digest = z
  .string()
  .regex(/^sha256:[0-9a-f]{64}$/, 'not a digest (sha256: and 64 hexadecimal digits)');
export const whole = z.int().min(0);

/** The schema of a part as a format has it; it refuses parts that are not described, and those that came with a later format. */
export function schemaOf<T>(part: Part<T>, format: RunFormat = LATEST): z.ZodType<T> {
  return made(part, format) as z.ZodType<T>;
}

function made(form: Form, format: RunFormat): z.ZodType {
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
      return z.array(made(form.of, format)).min(1).max(form.most);
    case 'named':
      return z.record(made(form.name, format) as z.ZodType<string, string>, made(form.of, format));
    case 'or-null':
      return made(form.of, format).nullable();
    case 'parts':
      return z.strictObject(shapeOf(form.parts, format));
    case 'kinds': {
      const [first, ...rest] = Object.entries(form.kinds)
        .filter(([kind]) => (form.since[kind] ?? 1) <= format)
        .map(([kind, parts]) => z.strictObject({ kind: z.literal(kind), ...shapeOf(parts, format) }));
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

function shapeOf(parts: Parts['parts'], format: RunFormat): Record<string, z.ZodType> {
  return Object.fromEntries(
    Object.entries(parts).flatMap(([name, part]) => {
      if (part.is !== 'may-lack') return [[name, made(part, format)]];
      return part.since > format ? [] : [[name, made(part.of, format).exactOptional()]];
    }),
  );
}
