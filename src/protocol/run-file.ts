/**
 * Reads a run file (`*.run.json`, formats 1 and 2): text from anywhere in, a run or one plain sentence out. Never throws (SPEC CL4).
 *
 * It checks shape and order only; whether the entries still lead to their digests is for a replay to say.
 */
import { z } from 'zod';
import { FIRST_SEQ, type RunFile } from '#exercise/entries.ts';
import { MARKS } from '#exercise/marks.ts';
import { ENTRY, LATEST, OPENING, type RunFormat } from '#exercise/run-format.ts';
import { digest, schemaOf, whole } from './schema-of.ts';

/** Far above any real run (a long one is some 400 kB), far below what would stall a page. */
const MOST_CHARACTERS = 32_000_000;
/** A long run has some hundreds. More than this is nobody's run, and would keep a page busy for minutes. */
export const MOST_ENTRIES = 5_000;

/** A run, or why the text is none. */
export type ReadRun =
  | { readonly ok: true; readonly run: RunFile }
  | { readonly ok: false; readonly why: string };

const id = z.string().min(1).max(200);
/** Opening and entries as each format has them. */
export const shapes: Readonly<Record<RunFormat, ReturnType<typeof shapeIn>>> = {
  1: shapeIn(1),
  2: shapeIn(2),
};
function shapeIn(format: RunFormat) {
  return { opening: schemaOf(OPENING, format), entries: z.array(schemaOf(ENTRY, format)) };
}

const reasons = z.array(
  z.strictObject({ seq: z.int().nullable(), words: z.string().max(20_000), version: whole }),
);
/** An instructor's marks; of several on one finding the last counts. */
export const marks = z
  .array(
    z.strictObject({
      seq: whole,
      axis: id,
      rule: id,
      says: z.enum(MARKS),
      why: z.string().min(1).max(20_000),
    }),
  )
  .max(5_000);
export const sealed = z.strictObject({
  digest,
  ending: id,
  at: whole,
  trace: z.array(z.unknown()),
  findings: z.array(z.unknown()),
  reasons,
});

const runFiles = { 1: runFileOf(1), 2: runFileOf(2) } as const;
function runFileOf<F extends RunFormat>(format: F) {
  return z.strictObject({
    format: z.literal(format),
    kind: z.literal('run'),
    ...shapes[format],
    sealed: sealed.nullable(),
    attempt: z.int().min(2).max(1_000_000).exactOptional(),
    marks: marks.exactOptional(),
  });
}

/** The run in a file's text. */
export function readRunFile(text: string): ReadRun {
  if (text.length > MOST_CHARACTERS) return no('The file is far too large to be a session.');
  const value = parsed(text);
  if (value === undefined) return no('The file is not JSON: it is cut short, damaged or something else.');
  const format = familiar(value);
  if (typeof format === 'string') return no(format);
  const tooMany = manyEntries(value);
  if (tooMany !== null) return no(tooMany);
  const read = runFiles[format].safeParse(value);
  if (!read.success) return no(issueIn(read.error));
  const gap = brokenAt(read.data);
  return gap === null ? { ok: true, run: read.data } : no(gap);
}

/** The first thing that is wrong, and where. */
export function issueIn({ issues: [issue] }: z.ZodError): string {
  const where = issue?.path.map(String).join('.') ?? '';
  return `The session is damaged${where === '' ? '' : ` at ${where}`}: ${issue?.message ?? 'wrong shape'}.`;
}

/** What is wrong with the order of a run's entries; null if nothing is. */
export function brokenAt(run: Pick<RunFile, 'opening' | 'entries'>): string | null {
  const gap = run.entries.findIndex((entry, i) => entry.seq !== FIRST_SEQ + i);
  if (gap >= 0) return `The session is damaged: entry ${FIRST_SEQ + gap} is missing or out of order.`;
  const { parent } = run.opening;
  if (parent === null || parent.seq === 0 || run.entries.some(({ seq }) => seq === parent.seq)) return null;
  return `The session is damaged: it branches off after entry ${parent.seq}, which is not in the file.`;
}

/** Told before anything of them is read: what is too many takes too long. */
export function manyEntries(value: unknown): string | null {
  const count =
    typeof value === 'object' && value !== null && 'entries' in value && Array.isArray(value.entries)
      ? value.entries.length
      : 0;
  if (count <= MOST_ENTRIES) return null;
  const [has, most] = [count, MOST_ENTRIES].map((n) => n.toLocaleString('en-US'));
  return `The session has ${has} entries; no more than ${most} are read. A long session has a few hundred.`;
}

/** The format that a run says it is of, or what makes the value no run of any. */
function familiar(value: unknown): RunFormat | string {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return 'The file is not a session.';
  const { kind, format } = value as { readonly kind?: unknown; readonly format?: unknown };
  if (kind === 'runs')
    return 'The file has all the sessions of a device. The page can open it; here sessions are read one at a time.';
  if (kind !== 'run') return 'The file is not a session.';
  if (format === 1 || format === 2) return format;
  return unreadable('session', format);
}

/** A sentence on a format that is not known. */
export function unreadable(what: 'session' | 'file', format: unknown): string {
  return typeof format === 'number' && format > LATEST
    ? `The ${what} has format ${format}; this version reads formats 1 and ${LATEST}. A newer version made it.`
    : `The ${what} does not say its format; this version reads formats 1 and ${LATEST}.`;
}

/** The JSON of a file's text; undefined where it is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text) as unknown;
  } catch {
    return undefined;
  }
}

function no(why: string): ReadRun {
  return { ok: false, why };
}
