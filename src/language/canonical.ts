/**
 * One spelling for every JSON value, so that equal values have equal hashes (CONTRACTS.md, run file).
 *
 * Keys sorted by code point, no white space, integers only. The one place where law and exercise make hashes (SPEC EX2, LW4).
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * The canonical JSON of a value. A property whose value is `undefined` is left out, as JSON does.
 * Throws (EX2) on anything that is not JSON or not a safe integer: a mistake of ours, never of a person.
 */
export function canonicalJson(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'number':
      if (!Number.isSafeInteger(value) || Object.is(value, -0))
        throw new NotCanonical(`not an integer: ${value}`);
      return String(value);
    case 'object':
      if (value === null) return 'null';
      return Array.isArray(value) ? arrayJson(value) : objectJson(value);
    default:
      throw new NotCanonical(`not JSON: ${typeof value}`);
  }
}

/** `sha256:<hex>` over the UTF-8 bytes of the canonical JSON of a value. */
export function hashOf(value: unknown): string {
  return hashOfText(canonicalJson(value));
}

/** `sha256:<hex>` over the UTF-8 bytes of a text. */
export function hashOfText(text: string): string {
  return `sha256:${bytesToHex(sha256(utf8ToBytes(text)))}`;
}

/** A value that has no canonical JSON. */
class NotCanonical extends Error {
  constructor(message: string) {
    super(`[EX2] ${message}`);
    this.name = 'NotCanonical';
  }
}

function arrayJson(items: readonly unknown[]): string {
  let out = '[';
  for (let i = 0; i < items.length; i++) {
    if (i > 0) out += ',';
    out += canonicalJson(items[i]);
  }
  return `${out}]`;
}

function objectJson(value: object): string {
  const fields = value as Readonly<Record<string, unknown>>;
  const keys = Object.keys(fields);
  if (keys.length > 1) keys.sort(keys.some((key) => LIFTED.test(key)) ? byCodePoint : undefined);
  let out = '{';
  for (const key of keys) {
    const field = fields[key];
    if (field === undefined) continue;
    out += `${out === '{' ? '' : ','}${keyJson(key)}${canonicalJson(field)}`;
  }
  return `${out}}`;
}

/** The keys met so far as they stand before a value: there are few, and each comes again and again. */
const written = new Map<string, string>();
/** Keys that files bring are without number. */
const MOST_WRITTEN = 5_000;

function keyJson(key: string): string {
  const known = written.get(key);
  if (known !== undefined) return known;
  const json = `${JSON.stringify(key)}:`;
  if (written.size < MOST_WRITTEN) written.set(key, json);
  return json;
}

/** Where JavaScript's own order is not that of code points. */
const LIFTED = /[\ud800-\uffff]/;

/** Code point order differs from JavaScript's own (code unit) order where surrogates meet U+E000 to U+FFFF. */
function byCodePoint(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) return rank(x) - rank(y);
  }
  return a.length - b.length;
}

/** Lifts surrogates, which spell code points above U+FFFF, over the rest of the basic plane. */
function rank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}
