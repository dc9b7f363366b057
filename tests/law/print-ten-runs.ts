/** Prints the table of ten planned runs under every law, in Markdown: `node tests/law/print-ten-runs.ts`. */
import { differs, type RunRow, tenRuns, twoSentences, type UnderLaw } from './ten-runs.ts';

/** The table: a row for each run and axis, a cell for each law, with kept of due; two sentences below on each row that differs. */
export function tenRunsPage(laws: readonly UnderLaw[], rows: readonly RunRow[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const table = [
    line(['run', 'axis', ...laws.map((one) => one.name)]),
    line(['---', '---', ...laws.map(() => '---')]),
    ...rows.map((row) =>
      line([row.run, row.axis, ...row.standings.map((one) => `${one.standing} ${one.kept}/${one.due}`)]),
    ),
  ];
  const notes = rows.filter(differs).flatMap((row) => {
    const [against, instead] = twoSentences(row, laws);
    return ['', `**${row.run}, ${row.axis}**`, '', `- ${against}`, `- ${instead}`];
  });
  return [...table, ...notes, ''].join('\n');
}

if (import.meta.main) {
  const { laws, rows } = tenRuns();
  process.stdout.write(tenRunsPage(laws, rows));
}
