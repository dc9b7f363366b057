/**
 * Bytes as text, with nothing lost: a byte that is not UTF-8 stands in the text as the lone surrogate U+DC80 to U+DCFF that holds it, so
 * that whoever reads the text can say where it is (SPEC LG8). No UTF-8 gives such a character. A byte order mark is left out.
 */
export function textOfBytes(bytes: Uint8Array): string {
  const parts: string[] = [];
  let units: number[] = [];
  for (let at = startOf(bytes); at < bytes.length; ) {
    const [point, length] = pointAt(bytes, at);
    if (point > 0xffff) units.push(0xd800 + ((point - 0x10000) >> 10), 0xdc00 + ((point - 0x10000) & 0x3ff));
    else units.push(point);
    at += length;
    if (units.length > CHUNK) {
      parts.push(String.fromCharCode(...units));
      units = [];
    }
  }
  parts.push(String.fromCharCode(...units));
  return parts.join('');
}

/** The byte that a character of such a text stands for; null for a character that was written. */
export function strayByte(char: string): number | null {
  const code = char.length === 1 ? char.charCodeAt(0) : 0;
  return code >= STRAY + 0x80 && code <= STRAY + 0xff ? code - STRAY : null;
}

const STRAY = 0xdc00;
/** So many arguments any engine takes. */
const CHUNK = 8_000;

function startOf([first, second, third]: Uint8Array): number {
  return first === 0xef && second === 0xbb && third === 0xbf ? 3 : 0;
}

/** The character that begins at a byte and how many bytes it has; overlong forms, surrogates and numbers beyond Unicode are none. */
function pointAt(bytes: Uint8Array, at: number): readonly [point: number, length: number] {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return [first, 1];
  const stray = [STRAY + first, 1] as const;
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  if (first < 0xc2 || first > 0xf4) return stray;
  let point = first & (0xff >> (length + 1));
  for (let n = 1; n < length; n++) {
    const next = bytes[at + n] ?? 0;
    if ((next & 0xc0) !== 0x80) return stray;
    point = (point << 6) | (next & 0x3f);
  }
  const isSurrogate = point >= 0xd800 && point <= 0xdfff;
  return point < (LEAST[length] ?? 0) || point > 0x10ffff || isSurrogate ? stray : [point, length];
}

/** The first character that needs so many bytes. */
const LEAST: Readonly<Record<number, number>> = { 2: 0x80, 3: 0x800, 4: 0x10000 };
