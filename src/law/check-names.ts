/**
 * Checks the names and values that law files take from the vocabulary, and resolves one-or-several into lists.
 *
 * Every function reports what is wrong at its place and goes on with what can be used, so that one reading shows every problem.
 */
import { ACTS, type FieldValue, PURPOSES } from './acts.ts';
import { FACTS } from './facts.ts';
import { ABSENT } from './match.ts';
import { OBSERVATIONS } from './observations.ts';
import type { Pattern } from './pack.ts';
import type { Site } from './site.ts';

/** One value or several, as authors write them. */
export type Several<T> = T | readonly T[];
/** A name, or one name with its fields, as authors write patterns. */
export type Named<T> = string | Readonly<Record<string, Readonly<Record<string, T>>>>;

/** The values a field of that act kind can hold; undefined if there is no such kind or field. */
export function fieldValues(kind: string, field: string): readonly FieldValue[] | undefined {
  if (field === 'for') return PURPOSES;
  const fields = Object.hasOwn(ACTS, kind) ? ACTS[kind]?.fields : undefined;
  return fields !== undefined && Object.hasOwn(fields, field) ? fields[field] : undefined;
}

/** An act kind. */
export function checkKind(kind: string, site: Site, atKey = false): string {
  if (!Object.hasOwn(ACTS, kind)) site.unknown('LW0201', 'act', kind, Object.keys(ACTS), atKey);
  return kind;
}

/** Fields asked of every one of these act kinds: each kind must have the field, and one of them the value. */
export function checkActFields(
  fields: Readonly<Record<string, Several<FieldValue>>>,
  kinds: readonly string[],
  site: Site,
): Record<string, readonly FieldValue[]> {
  const known = kinds.filter((kind) => Object.hasOwn(ACTS, kind));
  for (const [field, several] of Object.entries(fields)) {
    const lacking = known.filter((kind) => fieldValues(kind, field) === undefined);
    for (const kind of lacking) {
      const names = ['for', ...Object.keys(ACTS[kind]?.fields ?? {})];
      site.into(field).unknown('LW0202', `field of the act \`${kind}\` named`, field, names, true);
    }
    if (lacking.length > 0) continue;
    const values = [ABSENT, ...new Set(known.flatMap((kind) => fieldValues(kind, field) ?? []))];
    if (known.length > 0) checkValues(several, values, `\`${field}\``, site.into(field));
  }
  return lists(fields);
}

/** An act pattern of a duty. */
export function checkActPattern(written: Named<Several<FieldValue>>, site: Site): Pattern {
  const { name, fields, inner } = oneName(written, site);
  checkKind(name, inner === null ? site : site.into(name), inner !== null);
  return { name, fields: checkActFields(fields, [name], inner ?? site) };
}

/** An observation pattern. */
export function checkSeen(written: Named<Several<string>>, site: Site): Pattern {
  const { name, fields, inner } = oneName(written, site);
  checkObservation(name, inner === null ? site : site.into(name), inner !== null);
  const kind = Object.hasOwn(OBSERVATIONS, name) ? OBSERVATIONS[name] : undefined;
  for (const [field, several] of Object.entries(kind === undefined ? {} : fields)) {
    const at = (inner ?? site).into(field);
    const values = Object.hasOwn(kind?.fields ?? {}, field) ? kind?.fields[field] : undefined;
    if (values === undefined) {
      const names = Object.keys(kind?.fields ?? {});
      at.unknown('LW0202', `field of the observation \`${name}\` named`, field, names, true);
    } else checkValues(several, values, `\`${field}\``, at);
  }
  return { name, fields: lists(fields) };
}

/** The name of an observation kind. */
export function checkObservation(name: string, site: Site, atKey = false): void {
  if (!Object.hasOwn(OBSERVATIONS, name)) {
    site.unknown('LW0206', 'observation', name, Object.keys(OBSERVATIONS), atKey);
  }
}

/** Facts and the values asked of them. */
export function checkFacts(
  facts: Readonly<Record<string, Several<string>>>,
  site: Site,
): Record<string, readonly string[]> {
  for (const [fact, several] of Object.entries(facts)) {
    const kind = Object.hasOwn(FACTS, fact) ? FACTS[fact] : undefined;
    if (kind === undefined) site.into(fact).unknown('LW0204', 'fact', fact, Object.keys(FACTS), true);
    else checkValues(several, kind.values, `the fact \`${fact}\``, site.into(fact), 'LW0205');
  }
  return lists(facts);
}

/** Each key with a list of its values. */
export function lists<T>(record: Readonly<Record<string, Several<T>>>): Record<string, readonly T[]> {
  return Object.fromEntries(Object.entries(record).map(([key, several]) => [key, list(several)]));
}

/** One or several as a list. */
export function list<T>(several: Several<T>): readonly T[] {
  return Array.isArray(several) ? several : [several as T];
}

function checkValues(
  several: Several<FieldValue>,
  values: readonly FieldValue[],
  what: string,
  site: Site,
  code = 'LW0203',
): void {
  for (const [index, value] of list(several).entries()) {
    if (values.includes(value)) continue;
    const at = Array.isArray(several) ? site.into(index) : site;
    at.unknown(code, `value of ${what} called`, String(value), values.map(String));
  }
}

/** Splits a pattern into its name and fields; `inner` is where the fields stand, null for a bare name. */
function oneName<T>(
  written: Named<T>,
  site: Site,
): { name: string; fields: Readonly<Record<string, T>>; inner: Site | null } {
  if (typeof written === 'string') return { name: written, fields: {}, inner: null };
  const [first, ...more] = Object.entries(written);
  if (first === undefined || more.length > 0) {
    const message = 'This must be one name, or one name with its fields.';
    site.error('LW0207', message, 'Write each as a separate item of the list.');
  }
  const [name, fields] = first ?? ['', {}];
  return { name, fields, inner: site.into(name) };
}
