/** How likely chance alone hits so often: the exact upper tail of a sum of independent hits, each with a chance of its own. */

/**
 * P(at least `hits`), for one try a number in `chances` (0 to 1). With equal chances this is the binomial test, one-sided; where cards
 * have more or fewer answers it is its generalisation (Poisson binomial), by convolution, with no approximation.
 */
export function chanceOfHits(chances: readonly number[], hits: number): number {
  let exactly = [1];
  for (const chance of chances) {
    const next = new Array<number>(exactly.length + 1).fill(0);
    exactly.forEach((p, n) => {
      next[n] = (next[n] ?? 0) + p * (1 - chance);
      next[n + 1] = (next[n + 1] ?? 0) + p * chance;
    });
    exactly = next;
  }
  return Math.min(
    1,
    exactly.slice(Math.max(0, hits)).reduce((sum, p) => sum + p, 0),
  );
}
