/** What would change a finding, in the words of each language. */
import { expect, test } from 'vitest';
import type { ChangedBy } from '#debrief/report.ts';
import { changeWords } from '#table/words/change-words.ts';
import { desk as en } from '#table/words/en/desk.ts';
import { desk as es } from '#table/words/es/desk.ts';

const WORTH = { verdict: 'forbidden', grave: true, rule: 'federal/a', because: 'It has no ground.' } as const;
const of = (what: ChangedBy['what'], name: string, ids: readonly string[], label = ''): ChangedBy => ({
  what,
  name,
  label,
  values: ids.map((id) => ({ id, says: what === 'pack' && name === 'pack' ? 'Texas' : '' })),
  becomes: name === 'pack' ? null : WORTH,
});
const CHANGES = [
  of('status', 'identity', ['confirmed', 'refuted'], 'The men'),
  of('purpose', 'for', ['own-crime', 'medical']),
  of('pack', 'pack', ['texas-city']),
  of('pack', 'model', ['task-force'], 'Florida'),
];

test('[DB17] what would change a finding is said in words of the desk, in English and Spanish', () => {
  expect(CHANGES.map((change) => changeWords(en, change))).toEqual([
    'If you had known otherwise (The men: confirmed: federal or refuted: not federal): serious violation, forbidden. It has no ground.',
    'If you had said it was for a crime of your own jurisdiction or medical help: serious violation, forbidden. It has no ground.',
    'Under the law of Texas: no finding.',
    'Under the same law, but with Agreement under section 287(g): task force: serious violation, forbidden. It has no ground.',
  ]);
  for (const change of CHANGES) {
    const said = changeWords(es, change);
    expect(said).not.toBe(changeWords(en, change));
    expect(said).not.toMatch(/own-crime|task-force|refuted|undefined/);
  }
});
