/** What a command line can be told: that it was called wrongly, or that the world would not let it. */
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';

/** Called wrongly: shown with the usage, exit 2. */
export class WrongUse extends Error {}

/** Called rightly, but a file is missing, damaged or of another version: one sentence, with what is wrong on lines below it; exit 1. */
export class CannotDo extends Error {
  readonly lines: readonly string[];

  constructor(sentence: string, below: readonly string[] = []) {
    const lines = [sentence, ...below];
    super(lines.join('\n'));
    this.lines = lines;
  }
}

/** The values of the options as text, or true for a flag. */
export type Given = Readonly<Record<string, string | boolean | undefined>>;

/**
 * Reads a verb's arguments: exactly `names.length` positional ones (any number where null) and the options named.
 *
 * Throws WrongUse for an unknown option, a missing value, too few or too many names.
 */
export function readArguments(
  args: readonly string[],
  names: readonly string[] | null,
  options: ParseArgsOptionsConfig,
): { readonly at: readonly string[]; readonly given: Given } {
  const read = parse(args, options);
  if (names === null) return { at: read.positionals, given: read.values };
  if (read.positionals.length < names.length) {
    throw new WrongUse(`Missing: ${names.slice(read.positionals.length).join(', ')}.`);
  }
  const extra = read.positionals[names.length];
  if (extra !== undefined) throw new WrongUse(`This command does not take "${extra}".`);
  return { at: read.positionals, given: read.values };
}

/** A whole number from `min` to `max`, or the fallback where the option is absent. */
export function wholeNumber(
  given: Given,
  name: string,
  fallback: number,
  [min, max]: readonly [number, number],
): number {
  const text = given[name];
  if (text === undefined) return fallback;
  const value = typeof text === 'string' && /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= min && value <= max)) {
    throw new WrongUse(`--${name} takes a whole number from ${min} to ${max}, not "${String(text)}".`);
  }
  return value;
}

/** A day written YYYY-MM-DD that exists, or undefined where the option is absent. */
export function day(given: Given, name: string): string | undefined {
  const text = given[name];
  if (text === undefined) return undefined;
  const exists =
    typeof text === 'string' &&
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    !Number.isNaN(Date.parse(text)) &&
    new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);
  if (!exists) throw new WrongUse(`--${name} takes a date such as 2026-06-30, not "${String(text)}".`);
  return text;
}

function parse(args: readonly string[], options: ParseArgsOptionsConfig) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true }) as {
      positionals: string[];
      values: Record<string, string | boolean | undefined>;
    };
  } catch (error) {
    throw new WrongUse(`${(error instanceof Error ? error.message : String(error)).split(/\.(?:\s|$)/)[0]}.`);
  }
}
