/** Holds what a plan expects against the run as it stands. */
import type { PlanStep } from '#scenario/plan.ts';
import { knows, offers, type Playing } from './playing.ts';

/** What does not hold, as sentences; empty where all does. */
export function failuresOf(
  playing: Playing,
  expected: Extract<PlanStep, { readonly kind: 'expect' }>,
): readonly string[] {
  const failures: string[] = [];
  for (const [fact, value] of Object.entries(expected.known)) {
    const known = knows(playing, fact);
    if (known !== value) failures.push(`${fact} is ${known ?? 'no fact here'}, not ${value}.`);
  }
  const ending = endingOf(playing);
  if (expected.ended !== null && ending !== expected.ended) {
    failures.push(`The ending is ${ending ?? 'not reached'}, not ${expected.ended}.`);
  }
  for (const decision of expected.open) {
    const index = playing.engine.playbook.decisions.findIndex((one) => one.id === decision);
    if (!playing.exercise.open.some((one) => one.decision === index)) {
      failures.push(`"${decision}" is not open.`);
    }
  }
  const offered = offers(playing.trace, playing.seat);
  for (const action of expected.offered) {
    if (!offered.has(action)) failures.push(`"${action}" is not on offer.`);
  }
  if (expected.refused !== null && playing.refused !== expected.refused) {
    failures.push(`The last step was ${playing.refused ?? 'accepted'}, not refused as ${expected.refused}.`);
  }
  return failures;
}

function endingOf({ trace }: Playing): string | null {
  const ended = trace.findLast((event) => event.kind === 'ended');
  return ended?.kind === 'ended' ? ended.ending : null;
}
