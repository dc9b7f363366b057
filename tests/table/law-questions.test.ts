/** Pocket law by plain questions: each leads somewhere under each pack, and every act kind they name is of the vocabulary. */
import { expect, test } from 'vitest';
import { shippedLaw } from '#cli/disk/shipped.ts';
import { ACTS } from '#law/acts.ts';
import { ASKS, QUESTIONS } from '#table/library/law-questions.ts';
import { pocketLaw } from '#table/library/pocket-law-index.ts';
import { desk as en } from '#table/words/en/desk.ts';
import { desk as es } from '#table/words/es/desk.ts';

const law = shippedLaw();

test.each(Object.keys(law.packs))(
  '[TB103] %s: each question leads to citations, and no card is lost',
  (pack) => {
    const cards = pocketLaw(law, pack, '2026-06-30', 'en');
    for (const ask of ASKS) {
      const cites = cards.filter(({ asks }) => asks?.includes(ask)).map(({ citation }) => citation);
      expect(cites, ask).not.toEqual([]);
    }
    expect(cards.every(({ asks }) => asks !== undefined)).toBe(true);
  },
);

test('[TB103] the questions are asked in both languages, of acts of the vocabulary', () => {
  for (const { questions } of [en.lawTime, es.lawTime]) {
    for (const ask of ASKS) expect(questions[ask]).toMatch(/\?$/);
  }
  for (const act of Object.values(QUESTIONS).flat()) expect(Object.keys(ACTS)).toContain(act);
});
