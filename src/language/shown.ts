/** Text that others wrote, as a terminal may be given it: what would steer the terminal, or cannot be seen, stands as `\u001b` (SPEC LG9). */

/** Several lines: tabs and line breaks are left. JSON stays the same JSON. */
export function shown(text: string): string {
  return text.replaceAll(UNSEEN, (char) => (char === '\n' || char === '\t' ? char : written(char)));
}

/** One line: line breaks and tabs are written out too, so that no text begins a line of its own. */
export function shownInLine(text: string): string {
  return text.replaceAll(UNSEEN, written);
}

/**
 * Control, format (direction, invisible) and separator characters, and halves of characters. Joiners and the soft hyphen are parts of
 * words and steer nothing.
 */
const UNSEEN = /(?![\u00ad\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

function written(char: string): string {
  return char
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}
