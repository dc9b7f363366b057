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
    'What scenarios and law share: acts, observations, facts. Made from `src/law/acts.ts`, `observations.ts` and `facts.ts` by',
    '`npx deconflict judge --vocabulary`; do not edit it by hand.',
    '',
    '## Acts',
    '',
    `What a seat did. A field says what was done, with what means, for what stated purpose; never what the law says of it. Every act may also carry \`for\`, the purpose as told to the seat: ${codes(PURPOSES)}.`,
    '',
    ...table(['act', 'means', 'fields'], acts),
    '',
    '## Observations',
    '',
    'What a seat perceived. An observation stays open until one that closes it opens for that seat, or the story closes it.',
    '',
    ...table(['observation', 'means', 'fields', 'closed by'], observations),
    '',
    '## Facts',
    '',
    'What a seat knows. The first value is where every seat starts. Where bases are given, the value can be known only on those.',
    '',
    ...table(['fact', 'label', 'values', 'known on'], facts),
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
    .map(([field, values]) => `**${field}** ${codes(values)}`)
    .join('; ');
}

function codes(values: readonly FieldValue[]): string {
  return values.map((value) => `\`${value}\``).join(', ');
}
