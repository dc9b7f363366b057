/** A debrief as it was first shown, kept beside its run (SPEC JN15): never worked out anew for the language it was shown in. */
import type { DebriefReport } from '#debrief/report.ts';
import type { KeptReport, RunStore } from '#journal/run-store.ts';
import { hashOfText } from '#language/canonical.ts';

/** What the text of a kept report says of itself; a page that does not know the format leaves it alone. */
const FORMAT = 1;

/** The reports of a run as it stands, whole and of a format this page knows, by language. */
export async function shownBefore(
  journal: RunStore,
  run: string,
  of: string,
): Promise<ReadonlyMap<string, DebriefReport>> {
  const kept = await journal.reports(run);
  return new Map(
    kept.flatMap((one) => {
      const report = one.of === of ? reportIn(one) : null;
      return report === null ? [] : [[one.language, report] as const];
    }),
  );
}

/** Lays a report beside its run, unless one of its language is there. */
export function keepReport(journal: RunStore, run: string, of: string, report: DebriefReport): Promise<void> {
  const text = JSON.stringify({ format: FORMAT, report });
  return journal.keepReport(run, { language: report.language, of, digest: hashOfText(text), text });
}

/** Null where the text is not what was kept, or of another format. */
export function reportIn({ digest, text }: KeptReport): DebriefReport | null {
  if (hashOfText(text) !== digest) return null;
  const { format, report } = JSON.parse(text) as { readonly format: number; readonly report: DebriefReport };
  return format === FORMAT ? report : null;
}
