/** The arrival as somebody hears it who plays by keyboard and sees nothing, and what Tab leaves of the log for somebody who sees it. */
import { expect, test } from 'vitest';
import { ADDRESS, pageOf } from './page-of.ts';
import { BY_KEYS, begin, take } from './player.ts';
import { PLAYBOOK, planOf, seedOf } from './shipped.ts';
import { Listener, type Said } from './spoken.ts';

const PLAN = planOf('careful-impostors');
const ASKED = /^You are asked: /;

test('[TB193] [TB194] [TB196] first sight is heard before the first words are asked for, each question once with its time, each code with its meaning; Tab leaves the newest line in sight', async () => {
  const { page, errors } = await pageOf({ viewport: { width: 1024, height: 768 } });
  const listener = await Listener.to(page);
  await begin(page, ADDRESS, PLAYBOOK, `seed=${seedOf(PLAN)}&clock=discussion&level=guided&lang=en`, BY_KEYS);
  const upTo = PLAN.steps.findIndex((step) => step.kind === 'choose' && step.decision === 'first-words');
  for (const step of PLAN.steps.slice(0, upTo + 1)) await take(page, PLAYBOOK, step, BY_KEYS);
  const said = (await listener.said()).filter(({ how }) => how !== 'focus');
  const asked = said.filter(({ words }) => ASKED.test(words)).map(({ words }) => words);
  expect(asked.length).toBeGreaterThan(2);
  expect(new Set(asked).size, asked.join('\n')).toBe(asked.length);
  for (const words of asked) expect(words).toMatch(/Time to answer: (\d+ min ?)?(\d+ s)?\.$/);
  expect(at(said, /^Control: .*207 \(kidnapping/), 'the call').toBeGreaterThan(-1);
  expect(at(said, /^Control: .*207 \(kidnapping/), 'the call').toBeLessThan(at(said, ASKED));
  expect(said[at(said, /^Control: .*207 \(kidnapping/)]?.words, 'that it broke up').toContain('say it again');
  expect(said.filter(({ words }) => /\d noted$/.test(words))).toEqual([]);
  expect(at(said, /Natarajan, your partner aloud How/)).toBeGreaterThan(-1);
  const first = at(said, /^You are asked: .*Your first words\?/);
  for (const seen of [/Four men, vests, POLICE/, /Two of them are masked/, /One man in cuffs/]) {
    expect(at(said, seen), String(seen)).toBeGreaterThan(-1);
    expect(at(said, seen), String(seen)).toBeLessThan(first);
  }
  expect(said.filter(({ words }) => /Code 3 \(/.test(words))).toHaveLength(1);
  // By keyboard one came through the log, past lines that open, to each answer.
  const log = page.getByRole('log');
  await expect
    .poll(() => log.evaluate((it) => it.scrollHeight - it.scrollTop - it.clientHeight))
    .toBeLessThan(24);
  expect(await page.getByRole('button', { name: 'New lines' }).count()).toBe(0);
  await expect.poll(() => listener.press('d')).toMatch(/, group$/);
  expect(errors).toEqual([]);
});

/** Which thing said is the first like this; -1 for none. */
function at(said: readonly Said[], like: RegExp): number {
  return said.findIndex(({ words }) => like.test(words));
}
