/**
 * Turns what Zod says of a value into diagnostics in an author's words: unknown and missing keys, wrong types, wrong values.
 *
 * Schemas mark the form of a string by its error text: `form:<name>`; the caller says what each form looks like.
 */
import { z } from 'zod';
import type { Diagnostic } from './diagnostic.ts';
import { suggest } from './did-you-mean.ts';
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

/** One diagnostic per problem, in the order Zod found them; `within` is the path in the file at which the checked value stands. */
export function zodProblems(
  issues: readonly Issue[],
  source: Source,
  forms: Forms,
  within: Path = [],
): Diagnostic[] {
  return issues.flatMap((issue) => read(issue, { source, forms, within }));
}

interface Context {
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
  const missing = (repair: string) => at('LG0102', `${what} is missing here.`, repair);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(key, path, source, knownKeys(issue)));
    case 'invalid_key': {
      const form = formOf(issue.issues[0]?.message, forms);
      const code = form?.code ?? 'LG0106';
      const message = `${what} cannot stand here as a key.${form ? ` ${form.message}` : ''}`;
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
          `${what} is \`${shown(valueAt(source.value, path))}\`. ${form.message}`,
          form.repair,
        );
      return source.has(path)
        ? union(issue.errors, path, context)
        : missing(`Add \`${String(path.at(-1))}:\`.`);
    }
    case 'invalid_type':
      if (!source.has(path))
        return missing(`Add \`${String(path.at(-1))}:\` with ${typeWord(issue.expected)}.`);
      return [misfit(path, typeWord(issue.expected), source)];
    case 'invalid_value': {
      const values = issue.values.map(String);
      if (!source.has(path)) return missing(`Add \`${String(path.at(-1))}:\`, one of: ${values.join(', ')}.`);
      const written = valueAt(source.value, path);
      const repair = values.length === 1 ? `Write \`${values[0]}\`.` : suggest(String(written), values);
      return at('LG0104', `${what} cannot be \`${shown(written)}\`.`, repair);
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
      return at('LG0107', `${what} cannot stand like this.`, issue.message);
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
      branch.issues.map((issue) => (issue.code === 'invalid_type' ? typeWord(issue.expected) : '')),
    );
    if (best.own > 0 && expected.length > 1 && misfits.includes(best))
      return [misfit(path, [...new Set(expected)].join(' or '), context.source)];
    return zodProblems(best.issues, context.source, context.forms, path);
  }
  const keys = [...new Set(branches.flatMap((issues) => issues.flatMap((issue) => knownKeys(issue))))];
  return unknown.slice(0, 1).map((key) => unknownKey(key, path, context.source, keys));
}

function misfit(path: Path, expected: string, source: Source): Diagnostic {
  const written = valueAt(source.value, path);
  const message = `${naming(path)} is ${kindOf(written)}; it must be ${expected}.`;
  const isBare = typeof written === 'number' || typeof written === 'boolean';
  const repair =
    isBare && expected === TYPES.string ? `Put it in quotes: "${written}".` : `Write ${expected}.`;
  return { ...source.at(path), code: 'LG0103', severity: 'error', message, repair };
}

function unknownKey(key: string, path: Path, source: Source, known: readonly string[]): Diagnostic {
  return {
    ...source.atKey([...path, key]),
    code: 'LG0101',
    severity: 'error',
    message: `There is no key \`${key}\` here.`,
    repair: suggest(key, known, 'Remove it.'),
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
    ? `Write at most ${issue.maximum}${issue.origin === 'string' ? ' letters' : ''}.`
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
  if (typeof value === 'boolean') return `\`${value}\`, yes or no`;
  return typeof value === 'number' ? `the number ${value}` : `the text \`${shown(value)}\``;
}

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing');
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function typeWord(expected: string): string {
  return TYPES[expected] ?? expected;
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'keys with values',
  record: 'keys with values',
};
