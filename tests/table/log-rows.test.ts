/** The log as it is shown: how much of it is bookkeeping, and that nothing is lost by folding. */
import { expect, test } from 'vitest';
import { brief, rowsOf } from '#table/play/log-rows.ts';
import { desk } from '#table/words/en/desk.ts';
import { tapeOf } from './scene-tape.ts';

const words = (text: string) => text.split(/\s+/).filter((word) => word !== '' && word !== '…').length;

test.each(['careful-federal', 'careful-impostors', 'takes-what-is-asked-for'])(
  '[TB102] %s: at most 15 in a hundred of the words of the log are bookkeeping, and every note is in it once',
  (plan) => {
    const tape = tapeOf(plan);
    const view = tape.viewAt(tape.endedAt);
    let [books, said] = [0, 0];
    const noted: string[] = [];
    for (const row of rowsOf(view)) {
      if (row.kind === 'line') said += words(`${row.name} ${row.text}`);
      else if (row.kind === 'heard') continue;
      else if (row.kind !== 'folded') books += 6;
      else {
        if (row.did !== null) books += words(`${desk.play.did} ${brief(row.did.text)}`);
        if (row.learnt.length > 0) books += words(desk.play.noted(row.learnt.length));
        noted.push(...row.learnt.map(({ fact, value }) => `${fact} ${value}`));
      }
    }
    const share = books / (books + said);
    expect(Math.round(share * 1000) / 10).toBeLessThanOrEqual(15);
    const learnt = view.log.flatMap((item) => (item.kind === 'learnt' ? [`${item.fact} ${item.value}`] : []));
    expect(noted).toEqual(learnt);
    expect(learnt.length).toBeGreaterThan(10);
    const did = view.log.filter(({ kind }) => kind === 'did').length;
    expect(rowsOf(view).filter((row) => row.kind === 'folded' && row.did !== null)).toHaveLength(did);
  },
);

test('[TB102] what was done is told in its first words, whole where it is short', () => {
  expect(brief('Hold it, read name, badge, office aloud, write them.')).toBe('Hold it, read …');
  expect(brief('Turn your camera on.')).toBe('Turn your camera on.');
  expect(brief('Man in vest, says he is Harlan: Ask him calmly for two more minutes.')).toBe(
    'Man in vest, says he is Harlan: Ask him calmly …',
  );
});
