/** What would change a finding: one thing at a time, the judge asked again. */
import { expect, test } from 'vitest';
import { shippedLaw, shippedPlaybook } from '#cli/disk/shipped.ts';
import { readSources } from '#cli/disk/sources.ts';
import { debrief } from '#debrief/debrief.ts';
import { firings, gravest } from '#law/rules.ts';
import { stackOf } from '#law/stack.ts';
import { runPlan } from '#plans/run-plan.ts';
import { readPlanFor } from '#scenario/plan.ts';
import { changed, LAW, played, STREET } from './street.ts';

const END = { at: 300_000 };
const HELPED = [
  { at: 2_000, choose: 'approach/marked' },
  { at: 62_000, choose: 'request/hold' },
  END,
] as const;

test('[DB17] an act is ruled otherwise when said to be for something else, and under another pack', () => {
  const { findings } = debrief({ playbook: STREET, law: LAW, ...played(HELPED) });
  const lent = findings.find(({ finding }) => finding.rule === 'barred/no-lending');
  const others = ['public-safety', 'medical', 'own-crime', 'federal-criminal'];
  expect(lent?.changes).toEqual([
    {
      what: 'purpose',
      name: 'for',
      label: '',
      values: others.map((id) => ({ id, says: '' })),
      becomes: null,
    },
    {
      what: 'pack',
      name: 'pack',
      label: '',
      values: [{ id: 'plain', says: 'The plain city' }],
      becomes: null,
    },
  ]);
});

test('[DB17] an act and a duty are ruled otherwise by who the men were known to be, where a rule asks it', () => {
  const { playbook, law } = changed(
    [],
    [
      [
        '    of: approach\n    with: { marked: [true] }',
        '    of: assist\n    knowing: { identity: [claimed, unknown] }',
      ],
      ['    within: 1m', '    within: 1m\n    unless: [{ knowing: { identity: confirmed } }]'],
    ],
  );
  const { findings } = debrief({ playbook, law, ...played(HELPED, { pack: pinOf('plain') }, playbook) });
  const ids = (rule: string, what: string) =>
    findings
      .find(({ finding }) => finding.rule === rule)
      ?.changes?.filter((one) => one.what === what)
      .map(({ values, becomes }) => [values.map(({ id }) => id), becomes]);
  expect(ids('ground/marked-arrival', 'status')).toEqual([
    [['credential-shown', 'confirmed', 'refuted'], null],
  ]);
  expect(ids('ground/verify', 'status')).toEqual([[['confirmed'], null]]);
});

test('[DB17] in a shipped run every change told is what the judge says of that act with that one change', () => {
  const playbook = shippedPlaybook('residence-207');
  const law = shippedLaw();
  const { plan } = readPlanFor(playbook, readSources(), 'residence-207/plans/careful-federal.plan.yaml');
  if (plan === null) throw new Error('no plan');
  const { opening, entries, trace } = runPlan(playbook, plan, { toEnd: true });
  const { findings, ruling } = debrief({ playbook, law, opening, entries });
  const stack = stackOf({ law, pack: ruling.pack, asOf: ruling.asOf, switches: opening.switches });
  let asked = 0;
  for (const { finding, changes = [] } of findings) {
    const { on } = finding;
    const act = trace.find((one) => one.kind === 'act' && !('duty' in on) && one.id === on.act);
    for (const { what, name, values, becomes } of changes) {
      expect(becomes?.verdict === finding.verdict && becomes.grave === finding.grave, finding.rule).toBe(
        false,
      );
      if (act?.kind !== 'act' || what === 'pack' || name === 'for' || becomes === null) continue;
      for (const { id } of values) {
        const knowing = { ...act.knowing, [name]: id };
        const spoken = gravest(firings(stack, act.acts, { knowing, seeing: act.seeing }));
        const same = spoken
          .filter(({ axis }) => axis === finding.axis)
          .map(({ rule, verdict }) => [rule.id, verdict]);
        expect(same, finding.rule).toContainEqual([becomes.rule, becomes.verdict]);
        asked += 1;
      }
    }
  }
  expect(asked, 'the test saw few changes: it is blind').toBeGreaterThan(5);
});

function pinOf(id: string) {
  return { id, hash: `sha256:${'0'.repeat(64)}`, asOf: '2026-06-30' };
}
