/**
 * What breaks the rules of YAML, in an author's words and with what to type instead (SPEC LG11).
 *
 * One mistake makes the parser stumble several times; the first place is the one to look at, so only that is told.
 */
import { type Document, visit, type YAMLError } from 'yaml';
import { inQuotes } from './in-quotes.ts';

/** A mistake at an offset of the text. */
export interface YamlMistake {
  readonly offset: number;
  readonly message: string;
  readonly repair: string;
}

/** The first mistake of a text that is no YAML, else the first text that YAML takes for something of its own; null where there is none. */
export function firstMistake(parsed: Document, text: string): YamlMistake | null {
  const [error] = [...parsed.errors].sort((a, b) => a.pos[0] - b.pos[0]);
  if (error !== undefined) return ofError(error, parsed, text);
  const [warning] = parsed.warnings;
  // `!Stop` is a tag to YAML: the word is gone, and no error says so.
  return warning?.code === 'TAG_RESOLVE_FAILED' ? ofBeginning(text, warning.pos[0]) : null;
}

/** A text that begins with a sign which means something to YAML. */
export function ofBeginning(text: string, at: number): YamlMistake {
  const { start, value, key } = valueAround(text, at);
  const item = /^- +(.+)$/.exec(value)?.[1];
  if (item !== undefined && key === null) return ofBeginning(text, start + value.length - item.length);
  const sign = value[0] ?? '';
  if (sign === '"' || sign === "'") {
    const meant = apostrophed(text, start);
    const repair = meant === null ? requoted(key, value, sign) : written(key, meant);
    return told(start, 'the quotes end in the middle of this text', repair);
  }
  return told(start, `text that begins with \`${sign}\` must be in quotes`, written(key, value));
}

function ofError(error: YAMLError, parsed: Document, text: string): YamlMistake {
  const [at] = error.pos;
  const { message } = error;
  if (/closing .quote/.test(message)) {
    const offset = quoteBefore(parsed, at);
    const quote = text[offset] === "'" ? "'" : '"';
    return told(offset, 'a quote is not closed', `Write the closing \`${quote}\` at the end of the text.`);
  }
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return told(at, 'a Tab indents this line', 'Replace the Tab with spaces.');
    case 'BAD_SCALAR_START':
      return ofBeginning(text, at);
    case 'BLOCK_IN_FLOW':
      return ofColon(text, at);
    case 'BAD_INDENT':
      return /^Flow/.test(message) ? ofBracket(parsed, text, at) : ofColumn(at);
    case 'BLOCK_AS_IMPLICIT_KEY':
      return ofNested(text, at);
    case 'MULTILINE_IMPLICIT_KEY':
    case 'MISSING_CHAR':
      return ofMissingColon(text, at);
    case 'UNEXPECTED_TOKEN':
      return ofUnexpected(text, at, message);
    default:
      return told(at, plain(message), LOOK);
  }
}

const LOOK =
  'Look at the line before it too: indent with spaces, close every bracket and quote, and put text with `: ` in quotes.';
const COLUMN = 'Begin it in the same column as the lines it belongs with. Use spaces.';

function told(offset: number, what: string, repair: string): YamlMistake {
  return { offset, message: `This is not YAML: ${what}.`, repair };
}

function plain(message: string): string {
  return message.replace(/\s+at line \d+, column \d+:?[\s\S]*$/, '').replace(/\.$/, '');
}

function ofColon(text: string, at: number): YamlMistake {
  const { start, value, key } = valueAround(text, at);
  // `then: go: write-up` may be a text or a word with its value: both are written out.
  if (key !== null && /^[a-z][\w-]*: (?:[a-z0-9][\w-]*|\{.*\})$/.test(value))
    return told(
      start,
      'two keys on one line',
      `Write \`${key}[{ ${value} }]\`; or, if it is text, \`${key}${inQuotes(value)}\`.`,
    );
  return told(start, 'text with `: ` must be in quotes', written(key, value));
}

/** `say: Tell him: stop.`, or a line that stands deeper than the one above it lets it. */
function ofNested(text: string, at: number): YamlMistake {
  const { value } = valueAround(text, at);
  if (/^[?:] /.test(value)) return ofBeginning(text, at);
  if (/:(\s|$)/.test(value)) return ofColon(text, at);
  return told(lineAfter(text, at), 'this line is indented more than the line above it', COLUMN);
}

function ofColumn(at: number): YamlMistake {
  return told(at, 'this line does not begin in the same column as the lines it belongs with', COLUMN);
}

/** The bracket that is not closed: the last to open before the parser gave up. A remark inside it hides what closes it. */
function ofBracket(parsed: Document, text: string, at: number): YamlMistake {
  let offset = at;
  visit(parsed, {
    Collection: (_, node) => {
      if (node.flow !== true || node.range?.[1] !== at) return;
      const closes = text[node.range[0]] === '[' ? ']' : '}';
      if (offset === at || text[at - 1] !== closes) offset = node.range[0];
    },
  });
  const line = text.slice(offset, lineEnd(text, offset));
  const remark = line.search(/ #/);
  if (remark >= 0) {
    const what = 'a comment begins at ` #`, so the bracket is never closed';
    return told(offset + remark + 1, what, 'Put the text with `#` in quotes.');
  }
  const [opens, closes] = text[offset] === '[' ? ['[', ']'] : ['{', '}'];
  return told(offset, `this \`${opens}\` is not closed`, `Write the \`${closes}\` that closes it.`);
}

/** A line without `: `, where keys with values stand. */
function ofMissingColon(text: string, at: number): YamlMistake {
  const line = text.slice(lineStart(text, at), lineEnd(text, at)).trim();
  const glued = /^(?:- +)*([\w-]+):([^\s:].*)$/.exec(line);
  if (glued !== null)
    return told(at, 'a space is missing after the colon', `Write \`${glued[1]}: ${glued[2]}\`.`);
  const begins = lineStart(text, at) + (/^ */.exec(text.slice(lineStart(text, at)))?.[0].length ?? 0);
  if (/^(?:- +)*[\w-]+:(?:\s|$)/.test(line)) return ofColumn(begins);
  const repair = 'Write `key: value`. Text that continues on the next line must be in quotes.';
  return told(at, 'a key with a colon and a space is missing here', repair);
}

function ofUnexpected(text: string, at: number, message: string): YamlMistake {
  const { value, key } = valueAround(text, at);
  const closing = /Unexpected flow-(map|seq)-end/.exec(message);
  if (closing !== null && !/^[\]}]/.test(value)) {
    const [closes, opens] = closing[1] === 'map' ? ['}', '{'] : [']', '['];
    return told(
      at,
      `this \`${closes}\` closes nothing`,
      `Remove it, or write the \`${opens}\` that it closes.`,
    );
  }
  return key !== null || /^["'*&!]/.test(value)
    ? ofBeginning(text, at)
    : told(at, 'something does not belong here', LOOK);
}

/** A quote that is not closed is noticed at the end of the file; the author needs the place where it opens. */
function quoteBefore(parsed: Document, at: number): number {
  let start = at;
  visit(parsed, {
    Scalar: (_, node) => {
      const isQuoted = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE';
      if (isQuoted && node.range && node.range[0] <= at && node.range[1] >= at) start = node.range[0];
    },
  });
  return start;
}

/** The value that an offset is in, as it stands in its line; `key` is null inside brackets. */
interface Around {
  readonly start: number;
  readonly value: string;
  readonly key: string | null;
}

const KEYED = /^(\s*(?:- +)*)((?:[\w-]+|"[^"]*"|'[^']*'): +)(\S.*?)\s*$/;
/** A bracket that is closed, with something behind it: the whole of it was meant as a text. */
const CLOSED_EARLY = /^(\{[^{}]*\}|\[[^[\]]*\]) *[^\s,#}\]]/;

/** What stands before an offset and is part of the same value: of an item of a list, of what stands in brackets. */
const IN_ITEM = /^ *(?:- +)*(.*)$/;
const IN_BRACKETS = /[:,[{] *((?:["'][^"',]*["']?)?[^:,[\]{}]*)$/;

function valueAround(text: string, at: number): Around {
  const from = lineStart(text, at);
  const line = text.slice(from, lineEnd(text, at));
  const [, indent = '', key = '', value = ''] = KEYED.exec(line) ?? [];
  if (key !== '' && (!/^[[{]/.test(value) || CLOSED_EARLY.test(value)))
    return { start: from + indent.length + key.length, value, key };
  const before = (key === '' ? IN_ITEM : IN_BRACKETS).exec(text.slice(from, at))?.[1] ?? '';
  const start = at - before.length;
  const inside = key === '' ? /^.*/ : /^[^,}\]\n]*/;
  return { start, value: (inside.exec(text.slice(start))?.[0] ?? '').trimEnd(), key: null };
}

/** What to type: the text in quotes, with its key where it has one of its own. */
function written(key: string | null, value: string): string {
  return value === '' ? 'Put the whole text in quotes: `"…"`.' : `Write \`${key ?? ''}${inQuotes(value)}\`.`;
}

/** In brackets nobody can say where such a text was to end, unless its quotes come in pairs. */
function requoted(key: string | null, value: string, quote: string): string {
  const isPaired = value.split(quote).length % 2 === 1;
  if (key !== null || isPaired || /^(["'])[^"']*\1\w+\1$/.test(value) || /^'[^']*'\w*'$/.test(value))
    return written(key, unquoted(value));
  const other = quote === '"' ? "'" : '"';
  return `Put \`${other}\` around the whole text, and keep \`${quote}\` for the quotes inside it.`;
}

/** What stands in single quotes with apostrophes in it, whole: no comma in it ends it. Null where it is none. */
function apostrophed(text: string, start: number): string | null {
  const inside = /^'([^\n]*?)'(?= *(?:[,}\]]|\r?$))/m.exec(text.slice(start))?.[1] ?? '';
  return /\w'\w/.test(inside) && !inside.replace(/\w'\w/g, '').includes("'") ? inside : null;
}

/** A value without the quotes at its two ends. */
function unquoted(value: string): string {
  return /^(["'])(.*)\1$/.exec(value)?.[2] ?? value;
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

/** Where the line below begins to be written. */
function lineAfter(text: string, at: number): number {
  const next = lineEnd(text, at) + 1;
  return Math.min(text.length, next + (/^ */.exec(text.slice(next))?.[0].length ?? 0));
}
