/** Patterns and conditions of the law as a line a person can read: the authors' own words, with `or` between values. */
import type { FieldValue } from '#law/acts.ts';
import type { Conditions, Pattern } from '#law/pack.ts';

/** `enter { place: home }`. */
export function written(name: string, fields: Readonly<Record<string, FieldValue>>): string {
  const all = Object.entries(fields).map(([field, value]) => `${field}: ${String(value)}`);
  return all.length === 0 ? name : `${name} { ${all.join(', ')} }`;
}

/** `enter { place: home or yard }`. */
export function patternWords({ name, fields }: Pattern): string {
  const all = Object.entries(fields).map(([field, values]) => `${field}: ${or(values)}`);
  return all.length === 0 ? name : `${name} { ${all.join(', ')} }`;
}

/** What must all hold, each in a few words; none where nothing is asked. */
export function conditionWords(when: Conditions): readonly string[] {
  return [
    ...Object.entries(when.with).map(([field, values]) => `with ${field}: ${or(values)}`),
    ...Object.entries(when.knowing).map(([fact, values]) => `knowing ${fact}: ${or(values)}`),
    ...when.seeing.map((pattern) => `seeing ${patternWords(pattern)}`),
    ...Object.entries(when.while).map(([authority, values]) => `while ${authority} is ${or(values)}`),
    ...Object.entries(when.switch).map(([name, values]) => `where ${name} is ${or(values)}`),
  ];
}

function or(values: readonly FieldValue[]): string {
  return values.map((value) => (value === 'absent' ? 'not stated' : String(value))).join(' or ');
}
