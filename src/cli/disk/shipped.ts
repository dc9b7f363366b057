/** The scenarios and the law that come with the product, read from disk once a process and ready to use. */
import { errorLines } from '#language/diagnostic.ts';
import type { Law } from '#law/pack.ts';
import type { Playbook } from '#scenario/playbook.ts';
import { CannotDo } from '../terminal/wrong-use.ts';
import { lawAmong } from './read-once.ts';
import { lawIn, scenarioAt } from './scenario-at.ts';
import { readSources } from './sources.ts';

const playbooks = new Map<string, Playbook>();
let law: Law | null = null;

/** The playbook of a shipped scenario. Throws CannotDo where there is none of that name or it does not compile. */
export function shippedPlaybook(id: string): Playbook {
  const playbook = playbooks.get(id) ?? scenarioAt(id).playbook;
  playbooks.set(id, playbook);
  return playbook;
}

/** The shipped law, without its probes. Throws CannotDo where it does not read. */
export function shippedLaw(): Law {
  law ??= lawIn(readSources());
  return law;
}

/** The shipped law with its probes. Throws CannotDo where it does not read. */
export function probedLaw(): Law {
  const { law: read, problems } = lawAmong(readSources());
  if (read === null) throw new CannotDo('The law cannot be read.', errorLines(problems));
  return read;
}
