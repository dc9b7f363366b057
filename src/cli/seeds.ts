/** `deconflict seeds <scenario> --truth team=impostors`: seeds that draw a truth, so that a test can choose (SPEC CL7). */
import { findSeeds } from '#plans/find-seed.ts';
import { planOpening } from '#plans/plan-opening.ts';
import { scenarioAt } from './disk/scenario-at.ts';
import { print } from './terminal/print.ts';
import { truthAsked } from './terminal/truth-asked.ts';
import { readArguments, wholeNumber } from './terminal/wrong-use.ts';

/** 0 where as many seeds as asked were found, else 1. */
export function run(args: readonly string[]): number {
  const { at, given } = readArguments(args, ['scenario'], {
    json: { type: 'boolean' },
    truth: { type: 'string' },
    count: { type: 'string' },
  });
  const [scenario = ''] = at;
  const count = wholeNumber(given, 'count', 5, [1, 1000]);
  const { playbook } = scenarioAt(scenario);
  const truth = truthAsked(given.truth, playbook);
  const seeds = findSeeds(playbook, planOpening(playbook), truth, count);
  print(given, seeds, () => seeds.map(String));
  return seeds.length === count ? 0 : 1;
}
