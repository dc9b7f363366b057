/** Where tokens went, in the timeline of a debrief: what the seat could see, those that went together in one line. */

import { expect, test } from 'vitest';
import { shippedPlaybook } from '#cli/disk/shipped.ts';
import { readSources } from '#cli/disk/sources.ts';
import { timeline } from '#debrief/timeline.ts';
import { wordingOf } from '#debrief/wording.ts';
import { runPlan } from '#plans/run-plan.ts';
import { readPlanFor } from '#scenario/plan.ts';

const files = readSources();
const playbook = shippedPlaybook('residence-207');
const { plan } = readPlanFor(playbook, files, 'residence-207/plans/careful-federal.plan.yaml');
if (plan === null) throw new Error('no plan');
const run = runPlan(playbook, plan, { toEnd: true, mover: 'grid' });
const words = wordingOf(run.engine, { lang: 'en', words: 'codes' });
const moments = (seat: string) => timeline(run.trace, seat, words, []).filter(({ kind }) => kind === 'moved');

test('[DB2] who goes together stands in one line, and nobody goes to where they are', () => {
  const moved = moments('patrol');
  const first = moved[0];
  expect(first).toMatchObject({ text: 'On Tern Street' });
  expect(first?.who.split(', ').sort()).toEqual(['Natarajan', 'You', 'Your car', 'your partner']);
  moved.slice(1).forEach((one, n) => {
    expect([one.at, one.text]).not.toEqual([moved[n]?.at, moved[n]?.text]);
  });
  const all = run.trace.filter(({ kind }) => kind === 'moved').length;
  expect(moved.length).toBeGreaterThan(20);
  expect(moved.length).toBeLessThan(all);
});

test('[DB2] a token is told of from when its seat could see it', () => {
  const shown = new Map<string, number>();
  for (const event of run.trace)
    if (event.kind === 'revealed' && event.to.includes('patrol') && !shown.has(words.token(event.token)))
      shown.set(words.token(event.token), event.at);
  expect(shown.size).toBeGreaterThan(15);
  for (const { who, at } of moments('patrol')) {
    for (const [name, since] of shown)
      if (who.split(', ').includes(name)) expect(at, who).toBeGreaterThanOrEqual(since);
  }
  // Nothing was revealed to the dispatcher: only what everybody sees from the start is told of.
  const open = playbook.tokens.filter(({ id }) => words.isOpen(id)).map(({ id }) => words.token(id));
  const told = moments('dispatch');
  expect(told.length).toBeGreaterThan(0);
  for (const { who } of told)
    expect(
      open.some((name) => who.includes(name)),
      who,
    ).toBe(true);
  expect(told.some(({ who }) => who.includes('van'))).toBe(false);
});
