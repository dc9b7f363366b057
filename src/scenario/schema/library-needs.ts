/** What a library needs of the scenario that uses it, and what to add where the scenario does not have it (SPEC SC72). */
import type { Diagnostic, Place } from '#language/diagnostic.ts';
import { inQuotes } from '#language/in-quotes.ts';
import type { LibraryWritten, ScenarioWritten } from './schema.ts';

/** SC0503 for each sort of thing that is missing: seats, people, facts. `named` is where the scenario names the library. */
export function missingNeeds(
  name: string,
  { needs }: LibraryWritten,
  scenario: ScenarioWritten,
  named: Place,
): Diagnostic[] {
  const tell = (missing: readonly string[], what: string, repair: string): Diagnostic[] => {
    if (missing.length === 0) return [];
    const message = `\`${name}\` needs ${what}: ${missing.map((one) => `\`${one}\``).join(', ')}.`;
    return [{ ...named, code: 'SC0503', severity: 'error', message, repair }];
  };
  const { seats, people = {}, facts } = scenario;
  const lacking = (ids: readonly string[], has: (id: string) => boolean) => ids.filter((id) => !has(id));
  const noSeats = lacking(needs?.seats ?? [], (id) => Object.hasOwn(seats, id));
  const noPeople = lacking(
    Object.keys(needs?.people ?? {}),
    (id) => Object.hasOwn(people, id) || Object.hasOwn(seats, id),
  );
  const used = facts?.use ?? [];
  const noFacts = lacking(needs?.facts ?? [], (id) => used.includes(id));
  const solo = Object.keys(seats).find((id) => seats[id]?.solo === true) ?? 'yours';
  const [noSeat = ''] = noSeats;
  const lines = noPeople.map((id) => `\`${id}: { name: ${nameOf(needs?.people?.[id] ?? id)} }\``);
  return [
    ...tell(
      noSeats,
      'seats that this scenario does not have',
      `Rename the seat \`${solo}\` to \`${noSeat}\` everywhere.`,
    ),
    ...tell(
      noPeople,
      'people that this scenario does not have',
      `Write below \`people:\`, one line each: ${lines.join(', ')}.`,
    ),
    ...tell(
      noFacts,
      'facts that this scenario does not use',
      `Write below \`facts:\`: \`use: [${[...used, ...noFacts].join(', ')}]\`.`,
    ),
  ];
}

function nameOf(words: string): string {
  return /^[\w ]+$/.test(words) ? words : inQuotes(words);
}
