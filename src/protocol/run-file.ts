/**
 * Reads a run file (`*.run.json`, format 1): text from anywhere in, a run or one plain sentence out. Never throws (SPEC CL4).
 *
 * It checks shape and order only; whether the entries still lead to their digests is for a replay to say.
 */
import { z } from 'zod';
import { FIRST_SEQ, type RunFile } from '#exercise/entries.ts';
import { ENTRY, OPENING } from '#exercise/run-format.ts';
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
export const opening = schemaOf(OPENING);
export const entries = z.array(schemaOf(ENTRY));

const reasons = z.array(
  z.strictObject({ seq: z.int().nullable(), words: z.string().max(20_000), version: whole }),
);
export const sealed = z.strictObject({
  digest,
  ending: id,
  at: whole,
  trace: z.array(z.unknown()),
  findings: z.array(z.unknown()),
  reasons,
});

const runFile = z.strictObject({
  format: z.literal(1),
  kind: z.literal('run'),
  opening,
  entries,
  sealed: sealed.nullable(),
  attempt: z.int().min(2).max(1_000_000).exactOptional(),
});

/** The run in a file's text. */
export function readRunFile(text: string): ReadRun {
  if (text.length > MOST_CHARACTERS) return no('The file is far too large to be a session.');
  const value = parsed(text);
  if (value === undefined) return no('The file is not JSON: it is cut short, damaged or something else.');
  const known = familiar(value);
  if (known !== null) return no(known);
  const tooMany = manyEntries(value);
  if (tooMany !== null) return no(tooMany);
  const read = runFile.safeParse(value);
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

/** What makes the value no run of this format at all; null where it may be one. */
function familiar(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return 'The file is not a session.';
  const { kind, format } = value as { readonly kind?: unknown; readonly format?: unknown };
  if (kind === 'runs')
    return 'The file has all the sessions of a device. The page can open it; here sessions are read one at a time.';
  if (kind !== 'run') return 'The file is not a session.';
  if (format === 1) return null;
  return typeof format === 'number' && format > 1
    ? `The session has format ${format}; this version reads format 1. A newer version made it.`
    : 'The session does not say its format; this version reads format 1.';
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
