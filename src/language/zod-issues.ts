/**
 * Turns what Zod says of a value into diagnostics in an author's words: unknown and missing keys, wrong types, wrong values.
 *
 * Schemas mark the form of a string by its error text: `form:<name>`; the caller says what each form looks like.
 */
import { z } from 'zod';
import type { Diagnostic } from './diagnostic.ts';
import { suggest, suggestValue } from './did-you-mean.ts';
import { inQuotes } from './in-quotes.ts';
import { oneKey } from './one-key.ts';
import { formAt, keysOf, schemasAt } from './schema-keys.ts';
import type { Path, Source } from './yaml-reader.ts';

type Issue = z.core.$ZodIssue;
const KEYS = 'keys:';

/** What each marked form is called and looks like: `id: 'a name in lower case …'`. */
export type Forms = Readonly<
  Record<string, { readonly code: string; readonly message: string; readonly repair: string }>
>;

/** A closed object: unknown keys are errors, and the error knows which keys there are. */
export function closed<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? KEYS + Object.keys(shape).join(' ') : undefined),
  });
}

/** One diagnostic per problem, in the order Zod found them. `schema` is the whole file's, by which a key is told where it belongs. */
export function zodProblems(
  issues: readonly Issue[],
  source: Source,
  forms: Forms,
  schema: z.core.$ZodType,
): Diagnostic[] {
  return problemsOf(issues, { source, forms, schema, within: [] });
}

function problemsOf(issues: readonly Issue[], context: Context): Diagnostic[] {
  return issues.flatMap((issue) => read(issue, context));
}

interface Context {
  readonly schema: z.core.$ZodType;
  readonly source: Source;
  readonly forms: Forms;
  readonly within: Path;
}

function read(issue: Issue, context: Context): Diagnostic[] {
  const { source, forms } = context;
  const path: Path = [
    ...context.within,
    ...issue.path.map((step) => (typeof step === 'number' ? step : String(step))),
  ];
  const what = naming(path);
  const at = (code: string, message: string, repair: string): Diagnostic[] => [
    { ...source.at(path), code, severity: 'error', message, repair },
  ];
  const stray = strayed(path, context);
  if (stray !== null) return [stray];
  const missing = (repair: string) => at('LG0102', `${what} is missing here.`, repair);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(key, path, context, knownKeys(issue)));
    case 'invalid_key': {
      const form = formOf(issue.issues[0]?.message, forms);
      const code = form?.code ?? 'LG0106';
      const message = `${what} cannot be a key here.${form ? ` ${form.message}` : ''}`;
      return [
        {
          ...source.atKey(path),
          code,
          severity: 'error',
          message,
          repair: form?.repair ?? 'Use another name.',
        },
      ];
    }
    case 'invalid_union': {
      const form = formOf(issue.message, forms);
      if (form !== null && source.has(path))
        return at(
          form.code,
          `${what} is \`${writtenAt(path, source)}\`. ${form.message}`,
          formRepair(form, path, source),
        );
      return source.has(path)
        ? union(issue.errors, path, context)
        : missing(`Add \`${String(path.at(-1))}:\`.`);
    }
    case 'invalid_type':
      if (!source.has(path))
        return missing(`Add \`${String(path.at(-1))}:\` with ${typeWord(issue.expected)}.`);
      return [misfit(path, [issue.expected], context)];
    case 'invalid_value': {
      const values = issue.values.map(String);
      if (!source.has(path)) return missing(`Add \`${String(path.at(-1))}:\`, one of: ${values.join(', ')}.`);
      const written = valueAt(source.value, path);
      const repair = isScalar(written)
        ? suggestValue(written, issue.values)
        : misfitRepair(path, ['string'], context);
      return at(
        'LG0104',
        `${what} cannot be ${kindOf(written)}.`.replace('the text ', ''),
        values.length === 1 ? `Write \`${values[0]}\`.` : repair,
      );
    }
    case 'too_small':
    case 'too_big':
      return at(
        'LG0107',
        `${what} is ${issue.code === 'too_small' ? 'too small or empty' : 'too big or too long'}.`,
        bound(issue),
      );
    default: {
      const form = formOf(issue.message, forms);
      const written = shown(valueAt(source.value, path));
      if (form !== null) return at(form.code, `${what} is \`${written}\`. ${form.message}`, form.repair);
      return at('LG0107', `${what} cannot be written like this.`, issue.message);
    }
  }
}

/** The branch that fits best speaks for a union: the one with the fewest problems at its own level. */
function union(branches: readonly (readonly Issue[])[], path: Path, context: Context): Diagnostic[] {
  const isOwn = (issue: Issue) =>
    issue.path.length === 0 ||
    (issue.path.length === 1 && !context.source.has([...path, ...issue.path.map(String)]));
  const own = (issues: readonly Issue[]) => issues.filter(isOwn).length;
  const scored = branches.map((issues) => ({ issues, own: own(issues) })).sort((a, b) => a.own - b.own);
  const best = scored[0];
  if (best === undefined) return [];
  const unknown = best.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' && issue.path.length === 0 ? issue.keys : [],
  );
  const isLost = best.own > 1 && unknown.length > 0;
  if (!isLost) {
    const misfits = scored.filter(
      (branch) =>
        branch.own === best.own &&
        branch.issues.every((issue) => issue.code === 'invalid_type' && issue.path.length === 0),
    );
    const expected = misfits.flatMap((branch) =>
      branch.issues.flatMap((issue) => (issue.code === 'invalid_type' ? [issue.expected] : [])),
    );
    if (best.own > 0 && expected.length > 1 && misfits.includes(best))
      return [misfit(path, [...new Set(expected)], context)];
    return problemsOf(best.issues, { ...context, within: path });
  }
  const keys = [...new Set(branches.flatMap((issues) => issues.flatMap((issue) => knownKeys(issue))))];
  return unknown.slice(0, 1).map((key) => unknownKey(key, path, context, keys));
}

function misfit(path: Path, expected: readonly string[], context: Context): Diagnostic {
  const { source } = context;
  const what = [...new Set(expected.map(typeWord))].join(' or ');
  const message = `${naming(path)} is ${kindOf(valueAt(source.value, path))}; it must be ${what}.`;
  const repair = misfitRepair(path, expected, context);
  return { ...source.at(path), code: 'LG0103', severity: 'error', message, repair };
}

/** What to type where a value is of another kind than is wanted there. */
function misfitRepair(path: Path, expected: readonly string[], { source, schema, forms }: Context): string {
  const value = valueAt(source.value, path);
  const key = typeof path.at(-1) === 'string' ? `${path.at(-1)}: ` : '- ';
  const raw = source.written(path) ?? '';
  const wants = (type: string) => expected.includes(type);
  if (wants('string') && (isBare(value) || (value === null && raw !== ''))) {
    const form = formOf(`form:${formAt(schemasAt(schema, path))}`, forms);
    return form === null ? `Put it in quotes: \`${key}${inQuotes(raw)}\`.` : formRepair(form, path, source);
  }
  if (value === null) {
    const remark = source.remark(path);
    return remark !== null && wants('string')
      ? `A comment begins at \`#\`. Put the text in quotes: \`${key}${inQuotes(`#${remark.trimEnd()}`)}\`.`
      : `Write ${expected.map(typeWord).join(' or ')} after \`${key.trim()}\`.`;
  }
  if (typeof value === 'string' && wants('boolean')) {
    const meant = { yes: 'true', on: 'true', true: 'true', no: 'false', off: 'false', false: 'false' };
    const word = Object.entries(meant).find(([one]) => one === value.toLowerCase())?.[1];
    return word === undefined ? 'Write `true` or `false`.' : `Write \`${key}${word}\`, without quotes.`;
  }
  if (typeof value === 'string' && (wants('number') || wants('int')))
    return /^-?\d+$/.test(value) ? `Write \`${key}${value}\`, without quotes.` : 'Write a whole number.';
  const object =
    typeof value === 'string' ? oneKey(value, schemasAt(schema, wants('array') ? [...path, 0] : path)) : null;
  if (wants('array') && typeof value !== 'object')
    return `Write it in brackets: \`${key}[${object ?? raw}]\`.`;
  if (object !== null) return `Write \`${key === '- ' ? '' : key}${object}\`.`;
  if (wants('array') && !Array.isArray(value))
    return `Make it a list: \`${key}[${/^\{.{0,60}\}$/.test(raw) ? raw : '{ … }'}]\`, or write a hyphen and a space before each item.`;
  if (Array.isArray(value) && wants('string'))
    return value.length === 1 && isScalar(value[0])
      ? `Write it without brackets: \`${key}${source.written([...path, 0]) ?? ''}\`.`
      : 'Write text here; if it begins with a bracket, put it in quotes.';
  if (Array.isArray(value)) return 'Write keys with values, without brackets or hyphens around them.';
  if (typeof value === 'object' && wants('string'))
    return 'Write text here; if it has a colon or a brace, put it in quotes.';
  return `Write ${expected.map(typeWord).join(' or ')}.`;
}

/** A time, a day or the like: as an example; a bare number of seconds or minutes as the times it could be. */
function formRepair(form: Forms[string], path: Path, source: Source): string {
  const raw = source.written(path) ?? '';
  return /`45s`/.test(form.repair) && /^\d{1,4}$/.test(raw)
    ? `Write \`${raw}s\` for seconds, or \`${raw}m\` for minutes.`
    : form.repair;
}

/** A name of the language among names of an author's own: `over` inside `move:`. It is told where it belongs, and nothing else of it. */
function strayed(path: Path, { schema, source }: Context): Diagnostic | null {
  const key = path.at(-1);
  if (typeof key !== 'string' || !source.has(path)) return null;
  const own = schemasAt(schema, path.slice(0, -1));
  if (own.length === 0 || keysOf(own).size > 0) return null;
  const place = typeof path.at(-2) === 'string' ? above(key, path.slice(0, -1), schema, 2) : null;
  if (place === null) return null;
  const message = `\`${key}\` does not belong in \`${path.at(-2)}\`.`;
  return { ...source.atKey(path), code: 'LG0101', severity: 'error', message, repair: place };
}

/** Where a key belongs that is known on the level of a parent: beside which key it has to stand. `levels` is how far to look. */
function above(key: string, path: Path, schema: z.core.$ZodType, levels: number): string | null {
  for (let length = path.length - 1; length >= Math.max(0, path.length - levels); length--) {
    const beside = path[length];
    if (typeof beside !== 'string' || !keysOf(schemasAt(schema, path.slice(0, length))).has(key)) continue;
    return `Write \`${key}\` beside \`${beside}\`, not inside it: one level further left, or after the \`}\` of \`${beside}\`.`;
  }
  return null;
}

/** The key beside it that this one belongs in. */
function below(key: string, path: Path, { schema, source }: Context): string | null {
  const value = valueAt(source.value, path);
  const beside =
    value !== null && typeof value === 'object' && !Array.isArray(value) ? Object.keys(value) : [];
  const home = beside.find((one) => keysOf(schemasAt(schema, [...path, one])).has(key));
  return home === undefined
    ? null
    : `Write \`${key}\` inside \`${home}\`: one level further right, or inside the \`{ }\` of \`${home}\`.`;
}

function unknownKey(key: string, path: Path, context: Context, known: readonly string[]): Diagnostic {
  const repair =
    below(key, path, context) ??
    above(key, path, context.schema, 8) ??
    (/\s/.test(key)
      ? 'Put the whole text in quotes if it has a comma or `: `.'
      : suggest(key, known, 'Remove it.'));
  return {
    ...context.source.atKey([...path, key]),
    code: 'LG0101',
    severity: 'error',
    message: `There is no key \`${key}\` here.`,
    repair,
  };
}

/** A closed object tells its keys through its error text (see `closed`). */
function knownKeys(issue: Issue): string[] {
  return issue.code === 'unrecognized_keys' && issue.message.startsWith(KEYS)
    ? issue.message.slice(KEYS.length).split(' ')
    : [];
}

function formOf(message: string | undefined, forms: Forms) {
  const name = message?.startsWith('form:') ? message.slice('form:'.length) : null;
  return name !== null && Object.hasOwn(forms, name) ? (forms[name] ?? null) : null;
}

function bound(issue: Issue): string {
  if (issue.code === 'too_small')
    return issue.origin === 'number' || issue.origin === 'int'
      ? `Write ${issue.minimum} or more.`
      : `Write at least ${issue.minimum}.`;
  return issue.code === 'too_big'
    ? `Write at most ${issue.maximum}${issue.origin === 'string' ? ' characters' : ''}.`
    : '';
}

function naming(path: Path): string {
  const last = path.at(-1);
  if (last === undefined) return 'This file';
  return typeof last === 'number' ? `Item ${last + 1} of the list` : `\`${last}\``;
}

/** The value at a path of plain JSON; undefined where there is none. */
function valueAt(value: unknown, path: Path): unknown {
  let here: unknown = value;
  for (const step of path) {
    if (here === null || typeof here !== 'object') return undefined;
    here = Object.getOwnPropertyDescriptor(here, step)?.value;
  }
  return here;
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a group of keys';
  if (typeof value === 'boolean') return `\`${value}\`, which is true or false`;
  return typeof value === 'number' ? `the number ${value}` : `the text \`${shown(value)}\``;
}

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing');
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function isBare(value: unknown): value is number | boolean {
  return typeof value === 'number' || typeof value === 'boolean';
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || isBare(value);
}

/** A value as the author wrote it, else as it is shown. */
function writtenAt(path: Path, source: Source): string {
  return shown(source.written(path) ?? valueAt(source.value, path));
}

function typeWord(expected: string): string {
  return TYPES[expected] ?? expected;
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'keys with values',
  record: 'keys with values',
};
