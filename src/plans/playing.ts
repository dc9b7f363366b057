/** A run while a plan plays it, and what can be asked of it. */
import type { Entry } from '#exercise/entries.ts';
import type { Engine, Exercise } from '#exercise/exercise.ts';
import type { Refusal } from '#exercise/refusals.ts';
import type { TraceEvent } from '#law/trace.ts';

/** The run while a plan plays it. */
export interface Playing {
  readonly engine: Engine;
  readonly seat: string;
  exercise: Exercise;
  readonly entries: Entry[];
  readonly trace: TraceEvent[];
  /** How the last choice or act was refused; null if it was accepted. */
  refused: Refusal | null;
}

/** The present opening of a decision, 0 where it is not open. */
export function visitOf({ engine, exercise }: Playing, decision: string): number {
  const index = engine.playbook.decisions.findIndex((one) => one.id === decision);
  return exercise.open.find((one) => one.decision === index)?.visit ?? 0;
}

/** Whether nothing occupies the seat. */
export function isFree({ engine, exercise, seat }: Playing): boolean {
  const index = engine.playbook.seats.findIndex((one) => one.id === seat);
  return (exercise.seats[index]?.act ?? 0) === 0;
}

/** What the seat knows of a fact; null where the scenario has no such fact. */
export function knows({ engine, exercise, seat }: Playing, fact: string): string | null {
  const index = engine.playbook.seats.findIndex((one) => one.id === seat);
  const slot = engine.playbook.slots.findIndex((one) => one.known?.seat === index && one.known.fact === fact);
  return engine.playbook.slots[slot]?.values?.[exercise.slots[slot] ?? -1] ?? null;
}

/** The standing actions on offer to a seat at the end of a trace. */
export function offers(trace: readonly TraceEvent[], seat: string): ReadonlySet<string> {
  const open = new Set<string>();
  for (const event of trace) {
    if (event.kind !== 'offered' && event.kind !== 'withdrawn') continue;
    if (event.seat !== seat || !('action' in event.source)) continue;
    if (event.kind === 'offered') open.add(event.source.action);
    else open.delete(event.source.action);
  }
  return open;
}
