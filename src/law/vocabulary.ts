/** The vocabulary as a page for authors: scenarios/law/VOCABULARY.md is this text (SPEC LW15). */
import { ACTS, type FieldValue, PURPOSES } from './acts.ts';
import { FACTS } from './facts.ts';
import { OBSERVATIONS } from './observations.ts';

/** The page, as Markdown, ending in a line break. */
export function vocabularyPage(): string {
  const acts = Object.entries(ACTS).map(([kind, { says, fields }]) => row(kind, says, fieldList(fields)));
  const observations = Object.entries(OBSERVATIONS).map(([kind, { says, fields, closedBy }]) =>
    row(kind, says, fieldList(fields), codes(closedBy)),
  );
  const facts = Object.entries(FACTS).map(([fact, { label, values, bases }]) =>
    row(
      fact,
      label,
      codes(values),
      Object.entries(bases)
        .map(([value, list]) => `\`${value}\`: ${list.join(', ')}`)
        .join('; '),
    ),
  );
  return [
    '# The vocabulary',
    '',
    'Scenarios and the law share these words: acts, observations and facts. `npx deconflict judge --vocabulary` makes this page from',
    '`src/law/acts.ts`, `observations.ts` and `facts.ts`; do not edit it by hand.',
    '',
    '## Acts',
    '',
    `An act is what a seat did. Its fields say what was done, by what means, and for what stated purpose. No field says how the law judges it. Every act can also have \`for\`, the purpose that the seat was told: ${codes(PURPOSES)}.`,
    '',
    ...table(['act', 'means', 'fields'], acts),
    '',
    '## Observations',
    '',
    'An observation is what a seat saw or heard. It stays open until an observation in the last column opens for the same seat, or until the story closes it.',
    '',
    ...table(['observation', 'means', 'fields', 'closed by'], observations),
    '',
    '## Facts',
    '',
    'A fact is what a seat knows. Every seat starts with the first value. If the last column names bases for a value, a seat can know that value only on those bases.',
    '',
    ...table(['fact', 'label', 'values', 'bases'], facts),
    '',
  ].join('\n');
}

function table(heads: readonly string[], rows: readonly string[]): string[] {
  return [row(...heads), `|${heads.map(() => ' --- |').join('')}`, ...rows];
}

function row(...cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`.replaceAll('|  |', '| |');
}

function fieldList(fields: Readonly<Record<string, readonly FieldValue[]>>): string {
  return Object.entries(fields)
    .map(([field, values]) => `**\`${field}\`** ${codes(values)}`)
    .join('; ');
}

function codes(values: readonly FieldValue[]): string {
  return values.map((value) => `\`${value}\``).join(', ');
}
