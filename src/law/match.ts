/** Whether an act, an observation or a block of conditions matches: closed comparisons, no expressions (SPEC LW6). */
import type { Act, FieldValue } from './acts.ts';
import { FACTS } from './facts.ts';
import type { Seen } from './observations.ts';
import type { Conditions, Fields, Pattern, Status } from './pack.ts';

/** The value in `with` that matches an act which does not state the field. */
export const ABSENT = 'absent';

/** What a rule or duty is asked against: what the seat knew and perceived, the day's statuses, the pack's switches. */
export interface Situation {
  readonly knowing: Readonly<Record<string, string>>;
  readonly seeing: readonly Seen[];
  readonly statusOf: (authority: string) => Status;
  readonly switches: Readonly<Record<string, string>>;
}

/** Whether the conditions hold for that act; without an act (a duty being opened) `with` must be empty to hold. */
export function holds(conditions: Conditions, act: Act | null, situation: Situation): boolean {
  return (
    (act === null ? Object.keys(conditions.with).length === 0 : fieldsMatch(conditions.with, act.fields)) &&
    every(conditions.knowing, (fact, values) => values.includes(known(situation.knowing, fact))) &&
    conditions.seeing.every((pattern) => situation.seeing.some((seen) => seenMatches(pattern, seen))) &&
    every(conditions.while, (authority, values) => values.includes(situation.statusOf(authority))) &&
    every(conditions.switch, (name, values) => values.includes(situation.switches[name] ?? ''))
  );
}

/** Whether the act is of that kind and every field named holds one of the values listed. */
export function actMatches(pattern: Pattern, act: Act): boolean {
  return pattern.name === act.kind && fieldsMatch(pattern.fields, act.fields);
}

/** Whether the observation is of that kind and every field named holds one of the values listed. */
export function seenMatches(pattern: Pattern, seen: Seen): boolean {
  return pattern.name === seen.observation && fieldsMatch(pattern.fields, seen.fields);
}

/** What a seat knew of a fact; one it never learnt holds the first value (SPEC LW3). */
function known(knowing: Readonly<Record<string, string>>, fact: string): string {
  return knowing[fact] ?? FACTS[fact]?.values[0] ?? '';
}

function fieldsMatch(wanted: Fields, stated: Readonly<Record<string, FieldValue>>): boolean {
  return every(wanted, (field, values) => values.includes(stated[field] ?? ABSENT));
}

function every<T>(record: Readonly<Record<string, T>>, test: (key: string, value: T) => boolean): boolean {
  return Object.entries(record).every(([key, value]) => test(key, value));
}
