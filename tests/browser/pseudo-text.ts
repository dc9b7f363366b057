/** Texts as a language of long words that is written from right to left would have them. */

/** The same table with every text in it made so, also what its functions answer. */
export function pseudo<Table>(table: Table): Table {
  return inPseudo(table) as Table;
}

function inPseudo(of: unknown): unknown {
  if (typeof of === 'string') return of.replace(/\p{L}+/gu, longer);
  if (typeof of === 'function')
    return (...given: unknown[]): unknown => inPseudo(Reflect.apply(of, null, given));
  if (Array.isArray(of)) return of.map(inPseudo);
  if (typeof of !== 'object' || of === null) return of;
  return Object.fromEntries(Object.entries(of).map(([name, one]) => [name, inPseudo(one)]));
}

/** A word with at least 40 % more letters, its signs laid from right to left (U+202E to U+202C). */
function longer(word: string): string {
  const more = word.repeat(2).slice(0, Math.ceil(word.length * 1.4));
  return `\u202e${more}\u202c`;
}
