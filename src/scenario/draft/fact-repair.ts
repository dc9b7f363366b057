/** What to type where a scenario names a fact that it does not have. */
import { nearest, suggest } from '#language/did-you-mean.ts';
import { FACTS } from '#law/facts.ts';

/** One of the vocabulary is to be put under `use:`; a misspelled one is corrected; any other is declared under `own:`. */
export function factRepair(fact: string, known: readonly string[]): string {
  if (!known.includes(fact) && Object.hasOwn(FACTS, fact))
    return `Add \`${fact}\` to the list \`use:\` below \`facts:\`.`;
  const repair = suggest(fact, known, 'Name the facts you use in the list `use:` below `facts:`.');
  const own = `own: { ${fact}: { label: …, values: [unknown, …] } }`;
  return nearest(fact, known) === null
    ? `${repair} For a fact of your own, write below \`facts:\`: \`${own}\`.`
    : repair;
}
