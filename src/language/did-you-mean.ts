/** Suggests the declared name that a misspelt one most likely stands for (SPEC LG6). */

/**
 * The candidate nearest to `written`, or null if none is near: at most a third of its letters, and at least one, may differ.
 *
 * Distance counts insertions, deletions, replacements and swaps of neighbours (optimal string alignment). Ties go to the earlier candidate.
 */
export function nearest(written: string, candidates: Iterable<string>): string | null {
  if (written.length > 100) return null;
  let best: string | null = null;
  let bestDistance = Math.max(1, Math.floor(written.length / 3)) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - written.length) >= bestDistance) continue;
    const distance = editDistance(written.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** A repair sentence: the nearest candidate if there is one, else the choices (at most twelve are listed). */
export function suggest(written: string, candidates: readonly string[], none = 'None is declared.'): string {
  const near = nearest(written, candidates);
  if (near !== null) return `Did you mean \`${near}\`?`;
  if (candidates.length === 0) return none;
  const shown = candidates.slice(0, 12).join(', ');
  return `Write one of: ${shown}${candidates.length > 12 ? ', …' : ''}.`;
}

/** As `suggest`, for values: one that only lacks its quotes, or has them too many, is told so. */
export function suggestValue(
  written: string | number | boolean,
  values: readonly unknown[],
  none?: string,
): string {
  const same = values.find((value) => String(value) === String(written));
  if (same === undefined || same === written) return suggest(String(written), values.map(String), none);
  return typeof same === 'string'
    ? `Put it in quotes: \`"${same}"\`.`
    : `Write it without quotes: \`${String(same)}\`.`;
}

/** Optimal string alignment distance between two strings. */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let least = Math.min(replaced, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(least);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
