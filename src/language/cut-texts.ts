/** Texts that YAML cuts short without a word: at a comma inside `{ }`, at ` #`, and behind `&` with a word (SPEC LG12). */
import { isScalar, type Node, type Pair, type Scalar } from 'yaml';
import type { Diagnostic } from './diagnostic.ts';
import { inQuotes } from './in-quotes.ts';

/** What stands between two commas of `{ }` without a value: no key of ours, but the rest of the text before it. */
export interface CommaCuts {
  readonly pieces: ReadonlySet<unknown>;
  readonly told: readonly { readonly node: Node | null; readonly message: string; readonly repair: string }[];
}

/** Finds the pieces among the pairs of a map; each row of pieces is told once, at the first. */
export function commaCuts(pairs: readonly { readonly key: unknown; readonly value: unknown }[]): CommaCuts {
  const pieces = new Set<unknown>();
  const told: CommaCuts['told'][number][] = [];
  for (let n = 0; n < pairs.length; n++) {
    const row: string[] = [];
    let next = n;
    // A key in brackets that has no colon has no value at all; one with a colon and nothing behind it has an empty one.
    for (let pair = pairs[next]; pair?.value === null && isScalar(pair.key); pair = pairs[next]) {
      row.push(String(pair.key.value));
      pieces.add(pair);
      next += 1;
    }
    if (next === n) continue;
    told.push({ node: (pairs[n]?.key ?? null) as Node | null, ...wordsOf(pairs[n - 1], row) });
    n = next;
  }
  return { pieces, told };
}

function wordsOf(before: Pick<Pair, 'key' | 'value'> | undefined, row: readonly string[]) {
  const [first = ''] = row;
  const glued = /^([\w-]+):(\S.*)$/.exec(first);
  if (glued !== null)
    return {
      message: `\`${first}\` has no value: a space is missing after the colon.`,
      repair: `Write \`${glued[1]}: ${glued[2]}\`.`,
    };
  const { key, value } = before ?? {};
  if (!isScalar(key) || !isScalar(value) || value.type !== 'PLAIN')
    return {
      message: `\`${first}\` has no value.`,
      repair: `Write \`${first}: …\`, or remove it.`,
    };
  const whole = [String(value.source ?? value.value), ...row].join(', ');
  return {
    message: `Inside \`{ }\`, a comma ends the text: \`${first}\` is no longer part of \`${key.value}\`.`,
    repair: `Put the text in quotes: \`${key.value}: ${inQuotes(whole)}\`.`,
  };
}

/** A problem of one text, at an offset of the file. */
export interface TextCut {
  readonly offset: number;
  readonly problem: Omit<Diagnostic, 'file' | 'line' | 'column'>;
}

/** A `#` right behind a blank in a text, with a word glued to it: `Unit #4` is read as `Unit`. A remark has a blank behind its `#`. */
export function remarkIn(node: Node, text: string): TextCut | null {
  if (!isScalar(node) || node.type !== 'PLAIN' || typeof node.value !== 'string' || !node.range) return null;
  const [start, end] = node.range;
  const cut = /^ +#([^\s#][^\n]*)/.exec(text.slice(end, end + 400));
  if (cut === null) return null;
  const whole = text.slice(start, end) + cut[0].trimEnd();
  return {
    offset: end + cut[0].indexOf('#'),
    problem: {
      code: 'LG0006',
      severity: 'warning',
      message: `A comment begins at \` #\`: this text ends with \`${text.slice(start, end)}\`.`,
      repair: `Put the text in quotes: \`${inQuotes(whole)}\`. If it is a comment, write a space after \`#\`.`,
    },
  };
}

/** A word with `&` before a text, a number or nothing, that no alias repeats: `&Co go home` is read as `go home`. */
export function unusedAnchor(node: Scalar, text: string): TextCut {
  const anchor = `&${node.anchor}`;
  const [start, end] = node.range ?? [0, 0];
  const offset = Math.max(0, text.lastIndexOf(anchor, start));
  const isEmpty = end <= offset + anchor.length || node.source === '';
  const whole = isEmpty ? anchor : text.slice(offset, end);
  const shown = isEmpty ? 'nothing' : `\`${text.slice(start, end)}\``;
  const isOneLine = !whole.includes('\n');
  const read = isOneLine ? `: this is read as ${shown}` : '';
  const quoted = isOneLine ? `: \`${inQuotes(whole)}\`` : '';
  return {
    offset,
    problem: {
      code: 'LG0007',
      severity: 'warning',
      message: `\`${anchor}\` is an anchor here, not text, and nothing uses it${read}.`,
      repair: `Put the whole text in quotes${quoted}. If it is an anchor, remove it.`,
    },
  };
}
