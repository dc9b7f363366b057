/** Property 2: everything the author wrote is reached by somebody (SPEC RH35); and duties that a pack opens can be met (SPEC RH40). */

import { CAME } from './duty-state.ts';
import type { Exploration, Finding } from './exploration.ts';

/** What an exploration that followed everything never reached (SC0803). */
export function reachFindings(exploration: Exploration): readonly Finding[] {
  return exploration.targets.unseen.map(({ sort, name, place }) => {
    const message = `${name} is never reached, whatever anybody does and whatever the truth is.`;
    return exploration.finding('SC0803', place, message, REPAIRS[sort], null);
  });
}

/** Duties that come due and are missed, and that no run meets (SC0807). Complete where everything was followed. */
export function dutyFindings(exploration: Exploration): readonly Finding[] {
  const { law, ledger } = exploration.system.monitor;
  return law.stack.duties.flatMap(({ item }, duty) => {
    const bits = ledger.came[duty] ?? 0;
    if ((bits & CAME.missed) === 0 || (bits & CAME.met) !== 0) return [];
    const place = exploration.sourceMap.observe(item.opens[0]?.name ?? '');
    const message = `The duty \`${item.id}\` opens here under \`${exploration.matter.under.pack}\` and is missed, and nobody can meet it.`;
    const repair = 'Make an act that meets the duty possible while there is time and the seat is free.';
    const missed = exploration.missedAt.get(duty);
    const plan = missed === undefined ? null : exploration.planTo(missed.from, [missed.move], message);
    return [
      exploration.finding('SC0807', place, message, repair, plan, [{ ...place, message: item.because }]),
    ];
  });
}

const REPAIRS = {
  state: 'Make the story lead to it, or remove it.',
  option: 'Put its decision at a time when its condition can be true, or remove it.',
  action: 'Make its condition true at some time when the seat is free, or remove it.',
  inject: 'Keep the story in this state long enough, or remove it.',
  fact: 'Make the story lead to the place that tells this, or remove it.',
  ending: 'Let a session end while its condition is true and no earlier ending fits, or remove it.',
} as const;
