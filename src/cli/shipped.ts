/** The scenarios and the law that come with the product, read from disk and ready to use. */
import type { Law } from '#law/pack.ts';
import type { Playbook } from '#scenario/playbook.ts';
import { lawIn, scenarioAt } from './scenario-at.ts';
import { readSources } from './sources.ts';

/** The playbook of a shipped scenario. Throws CannotDo where there is none of that name or it does not compile. */
export function shippedPlaybook(id: string): Playbook {
  return scenarioAt(id).playbook;
}

/** The shipped law. Throws CannotDo where it does not read. */
export function shippedLaw(): Law {
  return lawIn(readSources());
}
