/** What no author's text may hold: bytes that are not UTF-8, and characters that steer how a text is shown (SPEC LG8). */
import type { Diagnostic } from './diagnostic.ts';
import { strayByte } from './utf8.ts';

/** A character that cannot stand where it stands. */
export interface Strange {
  /** Offset in the text. */
  readonly at: number;
  readonly code: 'LG0011' | 'LG0012';
  readonly message: string;
  readonly repair: string;
}

/**
 * What is wrong with the characters of a whole file, in order. Of bytes that are not UTF-8 the first, with how many there are; of others
 * the first twenty. Tab, line break and byte order mark are fine.
 */
export function strangeInFile(text: string): readonly Strange[] {
  return inBytes(text) ?? some(strange(text, (char) => LAYOUT.has(char)));
}

/** The characters of a value that steer how it is shown; in a file they may be written as escapes (`"\\e"`). */
export function strangeInValue(value: string): readonly Strange[] {
  return some(strange(value, (char) => char !== '\r' && LAYOUT.has(char)));
}

/** The same as `strangeInFile` at their lines and columns, counted from 1. */
export function characterProblems(file: string, text: string): readonly Diagnostic[] {
  return strangeInFile(text).map((one) => problemAt(file, text, one));
}

/** As `characterProblems`, of a run file: what people typed may hold any character that JSON does not forbid, and is shown written out. */
export function runCharacterProblems(file: string, text: string): readonly Diagnostic[] {
  const found = inBytes(text) ?? some(strange(text, (char) => char >= ' ' || LAYOUT.has(char)));
  return found.map((one) => problemAt(file, text, one));
}

const MOST = 20;
const LAYOUT: ReadonlySet<string> = new Set(['\t', '\n', '\r']);
/** Control characters, separators of typesetting, what turns the direction of what follows, halves of characters, a byte order mark that is not first. */
const STEERING = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/gu;
/** With a byte order mark of its own, or with every other byte zero. */
const UTF16 = /^(\udcff\udcfe|\udcfe\udcff|[^\0]\0[^\0]\0|\0[^\0]\0[^\0])/;

function strange(text: string, isFine: (char: string) => boolean) {
  const all = [...text.matchAll(STEERING)].map(({ index, 0: char }) => ({ at: index, char }));
  return all.filter(({ at, char }) => !isFine(char) && !(at === 0 && char === '\ufeff'));
}

/** What is wrong with the bytes that the text was read from; null where nothing is. */
function inBytes(text: string): readonly Strange[] | null {
  if (UTF16.test(text)) return [notUtf8(0, 'This file is UTF-16, not UTF-8.')];
  const stray = strange(text, (char) => strayByte(char) === null);
  const [first] = stray;
  if (first === undefined) return null;
  const byte = (strayByte(first.char) ?? 0).toString(16).toUpperCase();
  const more = stray.length === 1 ? '' : `, the first of ${stray.length} such bytes in this file`;
  return [notUtf8(first.at, `The byte ${byte} is not UTF-8${more}.`)];
}

function some(all: ReturnType<typeof strange>): readonly Strange[] {
  return all.slice(0, MOST).map(({ at, char }) => steering(at, char));
}

function problemAt(file: string, text: string, { at, code, message, repair }: Strange): Diagnostic {
  const before = text.slice(0, at);
  const place = { line: before.split('\n').length, column: at - before.lastIndexOf('\n') };
  return { file, ...place, code, severity: 'error', message, repair };
}

function steering(at: number, char: string): Strange {
  const code = (char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return {
    at,
    code: 'LG0012',
    message: `The invisible character U+${code} is here; it changes how text is shown.`,
    repair: 'Remove it, or type these words again.',
  };
}

function notUtf8(at: number, message: string): Strange {
  return {
    at,
    code: 'LG0011',
    message,
    repair: 'Save the file as UTF-8: most editors offer this under Save As.',
  };
}
