/** What to type in place of a condition that cannot be read, and the parser's words made plainer. */
import { nearest } from './did-you-mean.ts';

export const FORM = "Write it like `me.identity == 'claimed' && done['ask'] >= 1`.";

/** What to type where the parser gave up: what people write most often there. */
export function unreadRepair(text: string, names: ReadonlyMap<string, unknown>): string {
  const bare = text.replace(/'[^']*'|"[^"]*"/g, (quoted) => ' '.repeat(quoted.length));
  // A word of the parser's own behind a hyphen (`done.ask-for`) stops it before it can look at the name.
  const hyphened = bare.match(/[a-z_]\w*(?:\.[\w-]+)+/gi)?.find((name) => name.includes('-'));
  if (hyphened !== undefined) {
    const known = names.has(hyphened) ? hyphened : nearest(hyphened, names.keys());
    return `A name with a hyphen goes in brackets: \`${written(known ?? hyphened)}\`.`;
  }
  if (/[^=!<>]=(?!=)/.test(bare)) return 'Compare with two equals signs: `==`.';
  if (/\b(and|or|not)\b/i.test(bare)) return 'Write `&&` for “and”, `||` for “or”, `!` for “not”.';
  if ((text.match(/'/g)?.length ?? 0) % 2 === 1) return "Close the quote: `'…'`.";
  return FORM;
}

/** A name as a condition must write it: parts with a hyphen in brackets. */
export function written(name: string): string {
  const [first = '', ...rest] = name.split('.');
  return first + rest.map((part) => (/^[a-z_][a-z0-9_]*$/.test(part) ? `.${part}` : `['${part}']`)).join('');
}

/** The parser's own words, made plainer where they speak of tokens. */
export function plain(error: unknown, condition: string): string {
  const text = error instanceof Error ? (error.message.split('\n')[0] ?? '') : '';
  if (/EOF/.test(text)) return 'it ends too early, or something is missing before its end';
  // Of a word that it calls a character the parser names only a letter.
  if (/^Unexpected character/.test(text))
    return `something does not belong here (${condition.slice(...rangeOf(error))})`;
  const token = /[Uu]nexpected token:? *(.+)$/.exec(text)?.[1];
  if (token !== undefined)
    return `something does not belong here (${token.replace(/\.$/, '').toLowerCase()})`;
  return text.replace(/\.$/, '').replace(/^(.)/, (first) => first.toLowerCase()) || 'it is not finished';
}

/** Where the parser gave up, as the bounds of a slice of the condition; its beginning where the error does not say. */
export function rangeOf(error: unknown): readonly [number, number] {
  const range = error !== null && typeof error === 'object' && 'range' in error ? error.range : null;
  if (range === null || typeof range !== 'object' || !('start' in range) || !('end' in range)) return [0, 0];
  const { start, end } = range;
  return typeof start === 'number' && typeof end === 'number' ? [start, end] : [0, 0];
}
