/** The scenarios and the law that come with the product, read from disk and ready to use. */
import { type Diagnostic, hasErrors, printDiagnostic } from '#language/diagnostic.ts';
import type { Law } from '#law/pack.ts';
import { readLaw } from '#law/read.ts';
import type { Playbook } from '#scenario/playbook.ts';
import { readScenario, scenarioIds } from '#scenario/read.ts';
import { readSources } from './sources.ts';
import { CannotDo } from './wrong-use.ts';

/** The playbook of a shipped scenario. Throws CannotDo where there is none of that name or it does not compile. */
export function shippedPlaybook(id: string): Playbook {
  const files = readSources();
  const ids = scenarioIds(files);
  if (!ids.includes(id)) throw new CannotDo(`There is no scenario "${id}"; there are ${ids.join(', ')}.`);
  const { playbook, problems } = readScenario(files, id);
  if (playbook === null) throw new CannotDo(`The scenario "${id}" does not compile.\n${errorsOf(problems)}`);
  return playbook;
}

/** The shipped law. Throws CannotDo where it does not read. */
export function shippedLaw(): Law {
  const { law, problems } = readLaw(readSources());
  if (law === null) throw new CannotDo(`The law does not read.\n${errorsOf(problems)}`);
  return law;
}

function errorsOf(problems: readonly Diagnostic[]): string {
  return problems
    .filter((problem) => hasErrors([problem]))
    .map(printDiagnostic)
    .join('\n');
}
