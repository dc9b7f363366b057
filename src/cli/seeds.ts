/** `deconflict seeds <scenario> --truth team=impostors`: seeds that draw a truth, so that a test can choose (SPEC CL7). */
import { findSeeds, misnamed } from '#rehearsal/find-seed.ts';
import { planOpening } from '#rehearsal/plan-opening.ts';
import { print } from './print.ts';
import { scenarioAt } from './scenario-at.ts';
import { readArguments, WrongUse, wholeNumber } from './wrong-use.ts';

/** 0 where as many seeds as asked were found, else 1. */
export function run(args: readonly string[]): number {
  const { at, given } = readArguments(args, ['scenario'], {
    json: { type: 'boolean' },
    truth: { type: 'string' },
    count: { type: 'string' },
  });
  const [scenario = ''] = at;
  const truth = wanted(given.truth);
  const count = wholeNumber(given, 'count', 5, [1, 1000]);
  const { playbook } = scenarioAt(scenario);
  const wrong = misnamed(playbook, truth);
  if (wrong !== null) throw new WrongUse(wrong);
  const seeds = findSeeds(playbook, planOpening(playbook), truth, count);
  print(given, seeds, () => seeds.join('\n'));
  return seeds.length === count ? 0 : 1;
}

/** `team=impostors,tag=none` as a wish; throws WrongUse on anything else. */
function wanted(text: string | boolean | undefined): Readonly<Record<string, string>> {
  if (typeof text !== 'string' || text === '') throw new WrongUse('Say which truth: --truth team=impostors.');
  return Object.fromEntries(
    text.split(',').map((pair) => {
      const [name = '', value = '', ...more] = pair.split('=');
      if (name === '' || value === '' || more.length > 0) {
        throw new WrongUse(`"${pair}" does not read as a truth; write it as team=impostors.`);
      }
      return [name, value] as const;
    }),
  );
}
