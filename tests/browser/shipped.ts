/** The scenario under test and its plans, as shipped. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shippedPlaybook } from '#cli/disk/shipped.ts';
import { findSeeds } from '#plans/find-seed.ts';
import { planOpening } from '#plans/plan-opening.ts';
import { type Plan, readPlanFor } from '#scenario/plan.ts';
import { ROOT } from './served.ts';

export const SCENARIO = 'residence-207';
export const PLAYBOOK = shippedPlaybook(SCENARIO);

/** A shipped plan by its name. Throws where it does not read. */
export function planOf(name: string): Plan {
  const path = `${SCENARIO}/plans/${name}.plan.yaml`;
  const text = readFileSync(join(ROOT, 'scenarios', path), 'utf8');
  const { plan, problems } = readPlanFor(PLAYBOOK, new Map([[path, text]]), path);
  if (plan === null) throw new Error(JSON.stringify(problems, null, 1));
  return plan;
}

/** The seed a plan asks for, else the first in which its truth is so. */
export function seedOf({ seed, truth }: Plan): number {
  const found = seed ?? findSeeds(PLAYBOOK, planOpening(PLAYBOOK), truth, 1)[0];
  if (found === undefined) throw new Error('No seed gives the truth of this plan.');
  return found;
}
