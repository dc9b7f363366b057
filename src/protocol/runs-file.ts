/**
 * Reads an *all runs* file (`*.runs.json`, formats 1 and 2): every run of a device with what it is a function of and the debriefs that were shown.
 *
 * It checks shape and order only. Whether texts are what their hashes say and entries lead to their digests is for whoever takes it in.
 */
import { z } from 'zod';
import type { RunFormat } from '#exercise/run-format.ts';
import { brokenAt, issueIn, manyEntries, marks, parsed, sealed, shapes, unreadable } from './run-file.ts';
import { digest, whole } from './schema-of.ts';

/** Above what fits a browser's storage by any means that matters, below what stops a worker. */
export const MOST_RUNS = 5_000;

const id = z.string().regex(/^[0-9a-z-]{1,64}$/, 'not the name of a session');

const keptRuns = { 1: keptRunOf(1), 2: keptRunOf(2) } as const;
function keptRunOf(format: RunFormat) {
  return z.strictObject({
    id,
    title: z.string().max(500),
    touched: z.number().min(0).max(8.64e15),
    at: whole,
    state: z.enum(['running', 'ended']),
    declined: z.boolean(),
    /** The run of the same device that it branched off from. */
    parent: id.nullable(),
    /** Which try at its call it was, from 2; null where that was not noted. */
    attempt: z.int().min(2).max(1_000_000).nullable(),
    ...shapes[format],
    sealed: sealed.nullable(),
    reasons: sealed.shape.reasons,
    marks: marks.exactOptional(),
    bodies: z.strictObject({ playbook: digest, law: digest }).nullable(),
    reports: z
      .array(
        z.strictObject({
          language: z.string().min(2).max(20),
          of: digest,
          digest,
          text: z.string().max(8_000_000),
        }),
      )
      .max(10),
  });
}

const runsFile = z.strictObject({
  format: z.literal([1, 2]),
  kind: z.literal('runs'),
  bodies: z.array(z.strictObject({ hash: digest, text: z.string() })),
  runs: z.array(z.unknown()).max(MOST_RUNS),
  nextTime: z.array(z.string().max(2_000)).max(200),
});

/** A run as the file has it. */
export type RunInFile = z.infer<ReturnType<typeof keptRunOf>>;
/** A run that can be read, or why not, with as much of its name as there is. */
export type ReadOne =
  | { readonly ok: true; readonly run: RunInFile }
  | { readonly ok: false; readonly title: string; readonly why: string };
export type RunsFile = Omit<z.infer<typeof runsFile>, 'runs'> & { readonly runs: readonly ReadOne[] };
export type ReadRuns =
  | { readonly ok: true; readonly file: RunsFile }
  | { readonly ok: false; readonly why: string };

/** The runs in a file's text, null where it is of another kind; one that is damaged leaves the others alone. Never throws. */
export function readRunsFile(text: string): ReadRuns | null {
  const value = parsed(text);
  if (typeof value !== 'object' || value === null || !('kind' in value) || value.kind !== 'runs') return null;
  const { format } = value as { readonly format?: unknown };
  if (format !== 1 && format !== 2) return { ok: false, why: unreadable('file', format) };
  const read = runsFile.safeParse(value);
  if (!read.success) return { ok: false, why: issueIn(read.error).replace('The session', 'The file') };
  return { ok: true, file: { ...read.data, runs: read.data.runs.map((run) => readOne(run, format)) } };
}

function readOne(value: unknown, format: RunFormat): ReadOne {
  const title =
    typeof value === 'object' && value !== null && 'title' in value && typeof value.title === 'string'
      ? value.title.slice(0, 100)
      : '';
  const tooMany = manyEntries(value);
  if (tooMany !== null) return { ok: false, title, why: tooMany };
  const read = keptRuns[format].safeParse(value);
  if (!read.success) return { ok: false, title, why: issueIn(read.error) };
  const broken = brokenAt(read.data);
  return broken === null ? { ok: true, run: read.data } : { ok: false, title, why: broken };
}
