/** How long it takes to read or hear a text: the one place where these figures stand. */

/**
 * Silent reading of a card. 200 words a minute: the slow side of the adult mean of 238 for English non-fiction
 * (Brysbaert 2019, Journal of Memory and Language 109), because a card is read under stress and weighed.
 */
const CARD_WORDS_PER_MINUTE = 200;
/** Captions and lines: 15 characters a second, the middle of the 12–20 that subtitle guides allow (BBC subtitle guidelines; Netflix: 17–20 for adults). */
const CAPTION_CHARACTERS_PER_SECOND = 15;
/** A line stands at least this long, however short. */
const SHORTEST_CAPTION_MS = 1000;

/** Milliseconds to read the words of a card, rounded up to whole milliseconds. */
export function readingMs(texts: readonly string[]): number {
  const words = texts
    .join(' ')
    .split(/\s+/)
    .filter((word) => word !== '').length;
  return Math.ceil((words * 60_000) / CARD_WORDS_PER_MINUTE);
}

/** Milliseconds to hear or read a line: the longest over its languages and over both halves of `{a|b}`. */
export function captionMs(versions: readonly string[]): number {
  const longest = Math.max(0, ...versions.flatMap(halves).map((text) => text.length));
  return Math.max(SHORTEST_CAPTION_MS, Math.ceil((longest * 1000) / CAPTION_CHARACTERS_PER_SECOND));
}

/** The least time a decision must give: 1.5 × reading time + 10 s (DESIGN §4), the longest over its languages. */
export function leastWithinMs(versions: readonly (readonly string[])[]): number {
  return Math.max(0, ...versions.map((texts) => Math.ceil(readingMs(texts) * 1.5) + 10_000));
}

/** A text as spoken with radio codes and in plain words. */
export function halves(text: string): [string, string] {
  const pick = (n: 1 | 2) =>
    text.replace(/\{([^{}|]*)\|([^{}|]*)\}/g, (_, a: string, b: string) => (n === 1 ? a : b));
  return [pick(1), pick(2)];
}
