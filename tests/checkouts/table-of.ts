/** What differs between two checkouts, to be read. */
import type { Row } from './differences.ts';

const TOLD = { equal: 'equal', words: 'words', different: 'DIFFERENT' } as const;

/** A line for each sort of thing with how many are equal, differ by words, and differ; below it each that differs, or each at all. */
export function tableOf(rows: readonly Row[], all: boolean): string {
  const lines: string[] = [];
  for (const what of new Set(rows.map((row) => row.what))) {
    const own = rows.filter((row) => row.what === what);
    const count = (verdict: Row['verdict']) => own.filter((row) => row.verdict === verdict).length;
    const [equal, words, different] = [count('equal'), count('words'), count('different')];
    lines.push(`${what.padEnd(9)} ${equal} equal, ${words} differ by words, ${different} different`);
    const told = own.filter((row) => all || row.verdict !== 'equal');
    const wide = Math.max(0, ...told.map(({ item }) => item.length));
    for (const { item, verdict, detail } of told)
      lines.push(`  ${TOLD[verdict].padEnd(9)}  ${item.padEnd(wide)}  ${detail}`.trimEnd());
  }
  return lines.join('\n');
}

/** Whether nothing differs by more than words. An empty comparison shows nothing, and is not the same. */
export function isSame(rows: readonly Row[]): boolean {
  return rows.length > 0 && rows.every(({ verdict }) => verdict !== 'different');
}
