import { misnamed, type WantedTruth } from '#plans/find-seed.ts';
import type { Playbook } from '#scenario/playbook.ts';
import { WrongUse } from './wrong-use.ts';

/** `--truth team=impostors,tag=none` as a wish (SPEC CL7); throws WrongUse on anything else, and on what the scenario does not draw. */
export function truthAsked(text: string | boolean | undefined, playbook: Playbook): WantedTruth {
  if (typeof text !== 'string' || text === '') throw new WrongUse('Name the truth: --truth team=impostors.');
  const truth = Object.fromEntries(
    text.split(',').map((pair) => {
      const [name = '', value = '', ...more] = pair.split('=');
      if (name === '' || value === '' || more.length > 0) {
        throw new WrongUse(`"${pair}" is not a truth. Write it like team=impostors.`);
      }
      return [name, value] as const;
    }),
  );
  const wrong = misnamed(playbook, truth);
  if (wrong !== null) throw new WrongUse(wrong);
  return truth;
}
