/** What stands beside each token and on the map, in lines that fit: from words to boxes. */
import { shownWords } from '#table/words/shown-words.ts';
import type { SceneFrame, SceneWords } from './frame.ts';
import type { Role, TextLine, Wording } from './labels.ts';
import type { Piece } from './pieces.ts';

/** How wide a text is in pixels; the browser's own in the page, an estimate in tests. */
export type Measure = (text: string, role: Role, size: number) => number;

/** Pixels at the reader's text size 1; no label goes under 12 (SPEC TB42). */
export const SIZES: Readonly<Record<Role, number>> = {
  title: 13,
  detail: 12.5,
  street: 12,
  number: 12.5,
  home: 12.5,
  exit: 12.5,
};
const LINE = 1.25;
/** Room between the words and the edge of their plate. */
export const PLATE = { x: 6, y: 3 };
const WIDEST = 168;

/** The words for a token, all of them and then fewer; on a narrow screen the name alone. */
export function wordingsOf(
  piece: Piece,
  view: SceneFrame['view'],
  words: SceneWords,
  measure: Measure,
  grown: number,
  isNarrow = false,
): readonly Wording[] {
  const { token, ring } = piece;
  const title = token.you ? words.you : shownWords(token.label);
  const ringWords =
    token.side === 'men' && token.kind === 'person' && ring in words.rings
      ? words.rings[ring as keyof SceneWords['rings']]
      : null;
  // Who they are is told by the ring until there is something to tell.
  const known = ring === 'unknown' ? null : ringWords;
  const more = token.you ? [view.callsign] : [known, token.how];
  const titles = wrapped(title, 'title', measure, grown, WIDEST);
  const details = more
    .filter((one) => one !== null)
    .map(shownWords)
    .flatMap((one) => wrapped(one, 'detail', measure, grown, WIDEST + 24));
  const all = worded([...titles, ...details], measure, PLATE);
  if (details.length === 0) return [all];
  const short = worded(titles, measure, PLATE);
  return isNarrow ? [short] : [all, short];
}

/** One line of the map: a street, a house number, a way out. */
export function mapWording(text: string, role: Role, measure: Measure, grown: number): Wording {
  const shown = shownWords(text);
  return worded(
    [{ text: role === 'street' ? shown.toUpperCase() : shown, role, size: SIZES[role] * grown }],
    measure,
    {
      x: 3,
      y: 1,
    },
  );
}

/** Breaks a text into lines no wider than asked, at spaces, as even as they come; a single long word stays whole. */
export function wrapped(
  text: string,
  role: Role,
  measure: Measure,
  grown: number,
  widest: number,
): readonly TextLine[] {
  const size = SIZES[role] * grown;
  const limit = widest * grown;
  const whole = measure(text, role, size);
  // As many lines as it takes, each about as long as the others.
  const aim = Math.min(limit, (whole / Math.ceil(whole / limit)) * 1.12);
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last === undefined || measure(longer, role, size) > Math.max(aim, 40 * grown)) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines.map((line) => ({ text: line, role, size }));
}

/** The height of a line of that size. */
export function lineHeight(size: number): number {
  return Math.round(size * LINE);
}

function worded(
  lines: readonly TextLine[],
  measure: Measure,
  plate: { readonly x: number; readonly y: number },
): Wording {
  const wide = Math.max(...lines.map(({ text, role, size }) => measure(text, role, size)));
  const high = lines.reduce((sum, { size }) => sum + lineHeight(size), 0);
  return { lines, width: Math.ceil(wide) + plate.x * 2, height: high + plate.y * 2 };
}
