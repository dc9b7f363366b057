/** The shipped packs on one trace: what differs by place and by day, in the sentences a trainee reads. */

import { expect, test } from 'vitest';
import { readSources } from '#cli/sources.ts';
import type { Finding } from '#law/findings.ts';
import { judge } from '#law/judge.ts';
import { packPin } from '#law/pack.ts';
import { readLaw } from '#law/read.ts';
import { DAY, Story } from './small-law.ts';

const { law, problems } = readLaw(readSources());
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
        "constitutional: forbidden. You took on part of a civil immigration arrest.",
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
        "crowd-safety: forbidden. You opened with a threat of arrest to armed men.",
      ],
      "before": [
        "jurisdiction: discouraged. You threatened or cited the men under the State's mask rule, which stood that day.",
        "crowd-safety: forbidden. You opened with a threat of arrest to armed men.",
      ],
    }
  `);
  expect(before).not.toEqual(after);
  const axis = (asOf: string) => under('ca-los-angeles', asOf).axes.constitutional;
  expect([axis('2026-02-18').due, axis('2026-02-19').due]).toEqual([1, 2]);
});

test('[LW4] each shipped pack has a pin of its own', () => {
  const pins = PACKS.map((pack) => packPin(law, pack, DAY).hash);
  expect(new Set(pins).size).toBe(PACKS.length);
});
