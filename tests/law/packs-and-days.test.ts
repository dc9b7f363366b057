/** The shipped packs on one trace: what differs by place and by day, in the sentences a trainee reads. */

import { expect, test } from 'vitest';
import { lawAmong } from '#cli/disk/read-once.ts';
import { readSources } from '#cli/disk/sources.ts';
import type { Finding } from '#law/findings.ts';
import { judge } from '#law/judge.ts';
import { packPin } from '#law/pack.ts';
import { DAY, Story } from './small-law.ts';

const { law, problems } = lawAmong(readSources());
if (law === null) throw new Error(problems.map((problem) => problem.message).join('\n'));
const PACKS = ['ca-los-angeles', 'texas-city', 'neutral'] as const;

/** After confirmation an officer takes the back door for an immigration arrest, having threatened the masked men before. */
const KNOWING = { identity: 'confirmed', purpose: 'immigration-arrest' };
const story = new Story()
  .see(0, 'on-scene')
  .see(10, 'federal-claim')
  .act(
    20,
    { enforce: { offence: 'state-rule-on-federal-agents', against: 'armed-men' } },
    { knowing: { identity: 'claimed' } },
  )
  .see(90, 'identity-confirmed')
  .act(
    120,
    { assist: { task: 'perimeter', for: 'civil-immigration' } },
    { knowing: KNOWING, seeing: [{ observation: 'task-requested', fields: { task: 'perimeter' } }] },
  )
  .end(200);
const under = (pack: string, asOf = DAY) =>
  judge(story.events, { law, pack, asOf, seat: 'patrol', switches: {} });
const about = (findings: readonly Finding[], at: number) =>
  findings
    .filter((finding) => finding.at === at * 1000)
    .map((one) => `${one.axis}: ${one.verdict}. ${one.title}`);

test('[LW7] the same help is forbidden in Los Angeles, allowed or better in Texas, and a recorded decision elsewhere', () => {
  const [losAngeles, texas, neutral] = PACKS.map((pack) => about(under(pack).findings, 120));
  expect({ losAngeles, texas, neutral }).toMatchInlineSnapshot(`
    {
      "losAngeles": [
        "jurisdiction: forbidden. You took on part of a civil immigration arrest.",
      ],
      "neutral": [
        "jurisdiction: discouraged. You helped with the immigration task on your own decision.",
      ],
      "texas": [
        "jurisdiction: commended. You helped a verified federal team, as State law allows.",
        "crowd-safety: commended. You kept people clear of a verified arrest.",
      ],
    }
  `);
  expect(new Set([losAngeles, texas, neutral].map((one) => JSON.stringify(one))).size).toBe(3);
});

test('[LW5] the mask rule stood on one day and was enjoined as to federal officers on the next', () => {
  const before = about(under('ca-los-angeles', '2026-02-18').findings, 20);
  const after = about(under('ca-los-angeles', '2026-02-19').findings, 20);
  expect({ before, after }).toMatchInlineSnapshot(`
    {
      "after": [
        "jurisdiction: forbidden. You threatened or cited the men under a mask rule that a court had halted.",
        "constitutional: forbidden. You threatened the men with a mask rule that nobody could enforce that day.",
        "crowd-safety: forbidden. You cited or arrested armed men over a rule on how they must look, or threatened to.",
      ],
      "before": [
        "jurisdiction: discouraged. You threatened or cited the men under the State's mask rule, which stood that day.",
        "crowd-safety: forbidden. You cited or arrested armed men over a rule on how they must look, or threatened to.",
      ],
    }
  `);
  expect(before).not.toEqual(after);
  const axis = (asOf: string) => under('ca-los-angeles', asOf).axes.constitutional;
  expect([axis('2026-02-18').due, axis('2026-02-19').due]).toEqual([0, 1]);
});

test('[LW5] a threat over a missing badge is ruled by the ID law, one over a mask by the mask law, each in its own words', () => {
  const said = (what: string, asOf: string) => {
    const fields = { offence: 'state-rule-on-federal-agents', about: what, against: 'armed-men' };
    const one = new Story().act(20, { enforce: fields }, { knowing: { identity: 'claimed' } }).end(200);
    const { findings } = judge(one.events, {
      law,
      pack: 'ca-los-angeles',
      asOf,
      seat: 'patrol',
      switches: {},
    });
    return findings.filter((finding) => finding.axis === 'jurisdiction').map((finding) => finding.rule);
  };
  expect(said('masks', DAY)).toEqual(['california/mask-rule-enjoined']);
  expect(said('visible-id', DAY)).toEqual(['california/visible-id-rule-enjoined']);
  expect(said('masks', '2026-02-18')).toEqual(['california/mask-rule-in-force']);
  expect(said('visible-id', '2026-02-18')).toEqual(['california/visible-id-rule-in-force']);
  const words = (id: string) => {
    const rule = law.layers.california?.rules.find((one) => one.id === `california/${id}`);
    return `${rule?.title} ${rule?.because}`;
  };
  for (const id of ['mask-rule-enjoined', 'mask-rule-in-force']) expect(words(id)).not.toMatch(/ID|badge/);
  for (const id of ['visible-id-rule-enjoined', 'visible-id-rule-in-force']) {
    expect(words(id)).not.toMatch(/mask/i);
  }
});

test('[LW11] a stop and its reason, given in one breath, are both in the debrief', () => {
  const knowing = { identity: 'claimed' };
  const seeing = [{ observation: 'call-in-progress', fields: {} }];
  const one = new Story()
    .see(0, 'call-in-progress')
    .act(10, { detain: { who: 'vehicle', means: 'order' }, explain: {} }, { knowing, seeing })
    .see(10, 'holding', { what: 'vehicle' })
    .end(200);
  const { findings } = judge(one.events, { law, pack: 'neutral', asOf: DAY, seat: 'patrol', switches: {} });
  const constitutional = findings.filter((finding) => finding.axis === 'constitutional');
  expect(constitutional.map((finding) => finding.title)).toEqual([
    'You held them briefly on a reported crime, while who they were was still open.',
    'You said why you held them.',
  ]);
});

test('[LW4] a pin covers the switches that its pack declares, and where they start', () => {
  const pack = law.packs['florida-287g'];
  if (pack === undefined) throw new Error('florida-287g');
  const start = { model: { values: pack.switches.model?.values ?? [], start: 'task-force' } };
  const other = { ...law, packs: { ...law.packs, 'florida-287g': { ...pack, switches: start } } };
  expect(packPin(other, 'florida-287g', DAY).hash).not.toBe(packPin(law, 'florida-287g', DAY).hash);
  expect(packPin(other, 'neutral', DAY).hash).toBe(packPin(law, 'neutral', DAY).hash);
});

test('[LW4] each shipped pack has a pin of its own', () => {
  const pins = Object.keys(law.packs).map((pack) => packPin(law, pack, DAY).hash);
  expect(pins.length).toBeGreaterThanOrEqual(4);
  expect(new Set(pins).size).toBe(pins.length);
});
