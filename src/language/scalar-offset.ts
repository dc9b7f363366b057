/** Finds where a character of a YAML scalar's text stands in the file, whatever the quoting. */

/**
 * The offset in `raw` (the scalar as it stands in the file, quotes and all) of the character `offset` of its `value`.
 *
 * Follows plain, single- and double-quoted and block scalars: folded line breaks and indentation are skipped, escapes count as one.
 * Where the two cannot be laid beside each other, the start of the scalar.
 */
export function alignScalar(raw: string, value: string, offset: number): number {
  const quote = raw[0] === '"' || raw[0] === "'" ? raw[0] : '';
  const isBlock = raw[0] === '|' || raw[0] === '>';
  let place = isBlock ? raw.indexOf('\n') + 1 : quote.length;
  let index = 0;
  for (;;) {
    if (/\s/.test(value[index] ?? '') || isBlock) place = skipLayout(raw, place, value[index] ?? '');
    if (index >= offset || index >= value.length) return Math.min(place, raw.length);
    const width = stepWidth(raw, place, quote, value[index] ?? '');
    if (width === 0) return 0;
    place += width;
    index++;
  }
}

function stepWidth(raw: string, place: number, quote: string, char: string): number {
  if (quote === '"' && raw[place] === '\\')
    return /^\\(x..|u....|U........|.)/s.exec(raw.slice(place, place + 10))?.[0].length ?? 0;
  if (quote === "'" && raw.startsWith("''", place)) return 2;
  if (raw[place] === char) return 1;
  // A folded line break: one blank in the text, a break and the indentation in the file.
  return /\s/.test(char) ? (/^\s+/.exec(raw.slice(place))?.[0].length ?? 0) : 0;
}

/** In front of a blank the file may hold a break and indentation; in front of anything else of a block scalar, indentation. */
function skipLayout(raw: string, place: number, next: string): number {
  let at = place;
  if (/\s/.test(next)) return at;
  while (/\s/.test(raw[at] ?? '')) at++;
  return at;
}
