/** Acts ruled without a run, the pack's pin, and what a seat perceives. */

import { expect, test } from 'vitest';
import { coverage, judgeActs } from '#law/judge-acts.ts';
import { type Law, packPin } from '#law/pack.ts';
import { BLANK, perceive } from '#law/perception.ts';
import { shortSigns } from './short-signs.ts';
import { DAY, duty, lawOf, rule, Story } from './small-law.ts';

const law = lawOf(
  `rules:
${rule('good', 'of: explain, gives: { jurisdiction: commended, constitutional: required, crowd-safety: permitted }')}
${rule('poor', 'of: comment, gives: { jurisdiction: discouraged }')}
${rule('grave', 'of: detain, knowing: { identity: confirmed }, gives: { constitutional: forbidden }, grave: [constitutional]')}
duties:
${duty('verify', 'ends-with: identity-confirmed, unless: [{ seeing: [person-injured] }], knowing: { threat: none }')}`,
  `rules:\n${rule('upper', 'of: search, gives: { crowd-safety: commended }')}`,
  `  - { ref: A01a, situation: s, knowing: {}, seeing: [], acts: [explain] }
  - { ref: A01b, situation: s, knowing: { identity: confirmed }, seeing: [], acts: [detain, search] }
  - { ref: A01c, situation: s, knowing: { identity: confirmed }, seeing: [], acts: [detain] }`,
);
const acts = (...kinds: string[]) => kinds.map((kind) => ({ kind, fields: { by: 'credential' } }));
const asked = (
  kinds: string[],
  seeing: string[] = [],
  knowing: Record<string, string> = {},
  openDuties: string[] = [],
) =>
  judgeActs(
    { law, pack: 'both', asOf: DAY, switches: {} },
    {
      acts: acts(...kinds),
      seeing: seeing.map((observation) => ({ observation, fields: {} })),
      knowing,
      openDuties,
    },
  );
test('[LW16] any breach is minus, else any merit plus, else nought; grave anywhere is grave', () => {
  expect(shortSigns(asked(['explain']))).toBe('++0');
  expect(shortSigns(asked(['explain', 'comment']))).toBe('-+0');
  expect(shortSigns(asked(['explain', 'detain'], [], { identity: 'confirmed' }))).toBe('+-0!');
  expect(shortSigns(asked(['detain'], [], { identity: 'claimed' }))).toBe('000');
  expect(shortSigns(asked([]))).toBe('000');
  expect(asked(['comment', 'explain']).rules).toEqual(['base/good', 'base/poor']);
});

test('[LW16] a duty counts where what is perceived opens it or it is open already, and the acts meet it', () => {
  expect(asked(['verify-identity'], ['federal-claim'])).toMatchObject({
    rules: ['base/verify'],
    grave: false,
  });
  expect(shortSigns(asked(['verify-identity'], ['federal-claim']))).toBe('+00');
  expect(shortSigns(asked(['verify-identity']))).toBe('000');
  expect(shortSigns(asked(['explain'], ['federal-claim']))).toBe('++0');
  expect(shortSigns(asked(['verify-identity'], ['federal-claim', 'person-injured']))).toBe('000');
  expect(shortSigns(asked(['verify-identity'], ['federal-claim', 'identity-confirmed']))).toBe('000');
  expect(shortSigns(asked(['verify-identity'], ['federal-claim'], { threat: 'deadly' }))).toBe('000');
  expect(shortSigns(asked(['verify-identity'], [], {}, ['base/verify']))).toBe('+00');
  expect(shortSigns(asked(['announce'], [], {}, ['base/verify']))).toBe('000');
});

test('[LW16] [LW29] a duty given up is minus, grave where missing it is grave, and nought where it is not open or is met', () => {
  const waived = lawOf(
    `duties:\n${duty('verify', 'waived-by: [forgo], missed: { jurisdiction: forbidden, constitutional: discouraged }, grave: [jurisdiction]')}`,
  );
  const given = (kinds: string[], seeing: string[]) => {
    const signs = judgeActs(
      { law: waived, pack: 'both', asOf: DAY, switches: {} },
      {
        acts: acts(...kinds),
        seeing: seeing.map((observation) => ({ observation, fields: {} })),
        knowing: {},
      },
    );
    return [shortSigns(signs), ...signs.rules];
  };
  expect(given(['forgo'], ['federal-claim'])).toEqual(['--0!', 'base/verify']);
  expect(given(['forgo'], [])).toEqual(['000']);
  expect(given(['forgo', 'verify-identity'], ['federal-claim'])).toEqual(['+00', 'base/verify']);
});

test('[LW16] coverage counts the probes that each rule and duty spoke in', () => {
  expect(coverage(law, ['plain', 'both'], DAY)).toEqual([
    { rule: 'base/good', probes: 1 },
    { rule: 'base/grave', probes: 2 },
    { rule: 'base/poor', probes: 0 },
    { rule: 'base/verify', probes: 0 },
    { rule: 'upper/upper', probes: 1 },
  ]);
});

/** The law with one text changed wherever it stands. */
function changed(from: string, to: string): Law {
  const text = JSON.stringify(law);
  expect(text).toContain(from);
  return JSON.parse(text.replaceAll(from, to)) as Law;
}

test('[LW4] the pin changes with any word of the pack, its layers or the authorities they cite, and with nothing else', () => {
  const pin = packPin(law, 'plain', DAY);
  expect(pin).toEqual({ id: 'plain', hash: expect.stringMatching(/^sha256:[0-9a-f]{64}$/), asOf: DAY });
  expect(packPin(JSON.parse(JSON.stringify(law)) as Law, 'plain', DAY)).toEqual(pin);
  expect(packPin(law, 'plain', '2020-01-01').hash).toBe(pin.hash);
  const same = [
    changed('Because of upper.', 'Otherwise.'),
    changed('"id":"second","group":"G"', '"id":"second","group":"H"'),
    changed('A01a', 'A09z'),
  ];
  for (const other of same) expect(packPin(other, 'plain', DAY)).toEqual(pin);
  const differs = [
    changed('Because of poor.', 'Otherwise.'),
    changed('"id":"statute","group":"G"', '"id":"statute","group":"H"'),
    changed('"title":"Plain"', '"title":"Simple"'),
  ];
  const hashes = differs.map((other) => packPin(other, 'plain', DAY).hash);
  expect(new Set([pin.hash, ...hashes]).size).toBe(4);
  expect(packPin(law, 'both', DAY).hash).not.toBe(
    packPin(changed('Because of upper.', 'Otherwise.'), 'both', DAY).hash,
  );
});

test('[LW4] a pack that the law does not hold is refused by name', () => {
  expect(() => packPin(law, 'nowhere', DAY)).toThrow('"nowhere"');
  expect(() => packPin(law, 'toString', DAY)).toThrow('"toString"');
});

test('[LW2] an observation is open until one that closes it opens for that seat, or the story closes it', () => {
  const open = (story: Story) =>
    story.events
      .reduce((seen, event) => perceive(seen, event, 'patrol'), BLANK)
      .seeing.map((one) => one.observation);
  expect(open(new Story().see(1, 'federal-claim').see(2, 'exit-blocked'))).toEqual([
    'federal-claim',
    'exit-blocked',
  ]);
  expect(open(new Story().see(1, 'federal-claim').see(2, 'identity-confirmed'))).toEqual([
    'identity-confirmed',
  ]);
  expect(open(new Story().see(1, 'federal-claim').see(2, 'identity-confirmed', {}, 'sergeant'))).toEqual([
    'federal-claim',
  ]);
  expect(open(new Story().see(1, 'federal-claim').see(2, 'federal-claim'))).toEqual(['federal-claim']);
  const closed = new Story().see(1, 'federal-claim').see(2, 'exit-blocked');
  closed.events.push({ kind: 'closed', at: 3000, seq: 3, seat: 'patrol', observation: 'federal-claim' });
  expect(open(closed)).toEqual(['exit-blocked']);
});
