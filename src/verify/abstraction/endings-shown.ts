/** Property 1 of a scenario too large to be followed whole, shown on an abstraction of it (SPEC RH66). */
import type { Playbook } from '#scenario/playbook.ts';
import { endsAlone } from './termination.ts';
import { movesAtOnce } from './zero-delay-chains.ts';

/** On what it was shown, and what that says. */
export interface EndsShown {
  readonly states: number;
  readonly edges: number;
  readonly bytesPerState: number;
  readonly note: string;
}

/** As many moves at one moment are no runaway (EX12): each is a step, and runs three lists and what they call. */
const FEW_MOVES = 100;
/** It hangs on the story and the seat alone, and is asked under every pack. */
const KNOWN = new WeakMap<Playbook, Map<number, EndsShown | null>>();

/**
 * Shows that from everywhere the clock alone comes to an ending, that something is always on offer, and that nothing goes round at one
 * moment; null where one of these is not so, or does not show.
 */
export function endsShown(playbook: Playbook, seat: number): EndsShown | null {
  const known = KNOWN.get(playbook) ?? new Map<number, EndsShown | null>();
  KNOWN.set(playbook, known);
  const had = known.get(seat);
  if (had !== undefined) return had;
  const shown = show(playbook, seat);
  known.set(seat, shown);
  return shown;
}

function show(playbook: Playbook, seat: number): EndsShown | null {
  const always = playbook.actions.find(({ seats, when }) => seats.includes(seat) && when === null);
  const moves = movesAtOnce(playbook);
  if (always === undefined || moves === null || moves > FEW_MOVES) return null;
  const shown = endsAlone(playbook, seat);
  if (shown === null) return null;
  const { states, edges, bytes } = shown;
  const kept = [
    ...shown.regions.map((n) => `story.${playbook.regions[n]?.id}`),
    ...shown.slots.map((n) => playbook.slots[n]?.id),
  ].join(', ');
  const note = `1: the clock alone leads to an ending from each of the ${states} situations of an outline that can do whatever the story can and keeps track of ${kept}. \`${always.id}\` is possible at any time. One event moves the story ${moves} times at most.`;
  return { states, edges, bytesPerState: Math.round(bytes / states), note };
}
