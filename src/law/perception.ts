/** What one seat perceives and knows as a trace goes by (SPEC LW2, LW3). */
import { OBSERVATIONS, type Seen } from './observations.ts';
import type { TraceEvent } from './trace.ts';

export interface Perception {
  readonly seeing: readonly Seen[];
  readonly knowing: Readonly<Record<string, string>>;
}

/** Before anything: nothing perceived, every fact at its first value (which is left out). */
export const BLANK: Perception = { seeing: [], knowing: {} };

/** The perception after an event. What opens closes the kinds that name it in `closedBy`; one already open does not open again. */
export function perceive(before: Perception, event: TraceEvent, seat: string): Perception {
  if (!('seat' in event) || event.seat !== seat) return before;
  if (event.kind === 'learnt') {
    return { ...before, knowing: { ...before.knowing, [event.fact]: event.value } };
  }
  if (event.kind === 'closed') {
    return { ...before, seeing: before.seeing.filter((seen) => seen.observation !== event.observation) };
  }
  if (event.kind !== 'observed') return before;
  const stays = before.seeing.filter(
    (seen) => !(OBSERVATIONS[seen.observation]?.closedBy ?? []).includes(event.observation),
  );
  const opened: Seen = { observation: event.observation, fields: event.fields };
  return { ...before, seeing: isOpen(before, opened) ? stays : [...stays, opened] };
}

/** Whether that very observation, with those fields, is open. */
export function isOpen(perception: Perception, wanted: Seen): boolean {
  return perception.seeing.some(
    (seen) => seen.observation === wanted.observation && sameFields(seen.fields, wanted.fields),
  );
}

function sameFields(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}
