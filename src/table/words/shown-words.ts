/** Words that a person or a file brought, made fit to stand among the page's own (TB114). Plain values; nothing is drawn here. */

/** Signs that nobody sees: controls, marks of direction, nothings. Joiners stay, which scripts and pictures of faces are written with. */
const UNSEEN = /[\p{Cc}\p{Cf}\u2028\u2029\ufff9-\ufffb]/gu;
const WRITTEN = /[\n\t\u200c-\u200d\u0600-\u0605\u06dd\u070f\u08e2]/;
/** What runs from right to left. */
const LEFTWARD = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** The same with what nobody would see in it named instead: `‹U+202E›`. */
export function shownWords(text: string): string {
  return text.replace(UNSEEN, (sign) =>
    WRITTEN.test(sign)
      ? sign
      : `‹U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}›`,
  );
}

/** The same within a sentence of the page: its direction turns nothing around it. For text that is no element of its own. */
export function quotedWords(text: string): string {
  const shown = shownWords(text);
  return LEFTWARD.test(shown) ? `\u2068${shown}\u2069` : shown;
}
