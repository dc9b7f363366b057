/** What brought the answer sooner, and what would have: told with the moments that playing gives. */
import { expect, test } from 'vitest';
import { shippedLaw, shippedPlaybook } from '#cli/disk/shipped.ts';
import { readSources } from '#cli/disk/sources.ts';
import { debrief } from '#debrief/debrief.ts';
import { runPlan } from '#plans/run-plan.ts';
import { readPlanFor } from '#scenario/plan.ts';
import { contradictions } from './contradictions.ts';
import { type Asked, changed, LAW, played } from './street.ts';

/** Their desk answers in ten seconds to who has the plate, else in a minute and a half; two actions find things out. */
const { playbook } = changed([
  ['group: note', 'group: verify'],
  [
    'then: [{ radio: { from: control, text: Noted. } }]',
    'then: [{ set: { supervisor: asked } }, { radio: { from: control, text: Noted. } }]',
  ],
  [
    'after: { 10s: [{ tell: { to: patrol, learn: { identity: { truth.team: { federal: confirmed, impostors: refuted } } }, from: control, basis: confirmed } },',
    'after: { 10s: [{ tell: { to: patrol, learn: { identity: { truth.team: { federal: confirmed, impostors: refuted } } }, from: control, basis: confirmed }, when: "world.supervisor == \'asked\'" }], 90s: [{ tell: { to: patrol, learn: { identity: { truth.team: { federal: confirmed, impostors: refuted } } }, from: control, basis: confirmed } },',
  ],
]);
const MARKED: Asked = { at: 2_000, choose: 'approach/marked' };
const ASK: Asked = { at: 30_000, act: 'ask-dispatch' };
const END: Asked = { at: 300_000 };
const told = (asked: readonly Asked[], seed = 1) => {
  const run = played([MARKED, ...asked, END], { seed }, playbook);
  const report = debrief({ playbook, law: LAW, ...run });
  expect(
    contradictions({ report, playbook, law: LAW, ...run }).filter(({ kind }) => kind === 'not-sooner'),
  ).toEqual([]);
  return report.sooner;
};

test('[DB16] what was left undone is told with when it was open and when the answer would have come, under either truth', () => {
  for (let seed = 1; seed <= 8; seed += 1)
    expect(told([ASK], seed)).toEqual({
      asked: 'Ask dispatch to call back.',
      at: 30_000,
      was: 140_000,
      did: [],
      could: [
        {
          acts: [
            { action: 'look', at: 30_000, did: 'Look at the plate.' },
            { action: 'ask-dispatch', at: 40_000, did: 'Ask dispatch to call back.' },
          ],
          instead: true,
          wouldBe: 70_000,
        },
      ],
    });
});

test('[DB16] what was done is told with when the answer would have come without it', () => {
  expect(
    told([
      { at: 23_000, act: 'look' },
      { at: 40_000, act: 'ask-dispatch' },
    ]),
  ).toMatchObject({
    was: 70_000,
    did: [{ action: 'look', at: 23_000, did: 'Look at the plate.', without: 150_000 }],
    could: [],
  });
});

test('[DB16] nothing is told where nobody asked, and where nothing made a difference', () => {
  expect(told([])).toBeUndefined();
  const { playbook: same } = changed([['group: note', 'group: verify']]);
  const run = played([MARKED, ASK, END], {}, same);
  expect(debrief({ playbook: same, law: LAW, ...run }).sooner).toBeUndefined();
});

test('[DB16] on the flagship the badge, the plate and the paper are each told where they were done or left', () => {
  const flagship = shippedPlaybook('residence-207');
  const law = shippedLaw();
  const { plan } = readPlanFor(flagship, readSources(), 'residence-207/plans/ends-past-the-house.plan.yaml');
  if (plan === null) throw new Error('The plan does not read.');
  const { opening, entries } = runPlan(flagship, plan, { toEnd: true });
  const report = debrief({ playbook: flagship, law, opening, entries, pack: 'neutral' });
  const { did = [], could = [] } = report.sooner ?? {};
  const told = new Set([...did, ...could.flatMap(({ acts }) => acts)].map(({ action }) => action));
  expect([...told].sort()).toEqual(['callback', 'name-and-badge', 'run-plate', 'see-paper']);
});
