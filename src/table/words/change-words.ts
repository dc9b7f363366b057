/** What would change a finding, as sentences (SPEC DB17). Plain values; nothing is drawn here. */
import type { ChangedBy } from '#debrief/report.ts';
import type { DeskTexts } from './en/desk.ts';
import { valueWords } from './known-words.ts';
import { quotedWords } from './shown-words.ts';
import { switchName, switchValue } from './switch-words.ts';

/** `If you had known … or …: permitted. Because …` */
export function changeWords(desk: DeskTexts, change: ChangedBy): string {
  const { becomes } = change;
  const t = desk.changes;
  if (becomes === null) return `${condition(desk, change)}: ${t.silent}`;
  const word = desk.verdicts[becomes.verdict];
  return `${condition(desk, change)}: ${becomes.grave ? `${desk.grave}, ${word}` : word}. ${quotedWords(becomes.because)}`;
}

function condition(desk: DeskTexts, { what, name, label, values }: ChangedBy): string {
  const t = desk.changes;
  const all = (say: (id: string, says: string) => string) =>
    values.map(({ id, says }) => say(id, says)).join(t.or);
  if (name === 'for') return t.saidFor(all((id) => t.purposes[id] ?? quotedWords(id.replaceAll('-', ' '))));
  if (what !== 'pack')
    return t.known(
      quotedWords(label),
      all((id, says) => quotedWords(valueWords(desk, name, id, says))),
    );
  if (name === 'pack') return t.under(all((_id, says) => quotedWords(says)));
  return t.withSwitch(
    switchName(desk.compare, name),
    all((id) => switchValue(desk.compare, name, id)),
  );
}
