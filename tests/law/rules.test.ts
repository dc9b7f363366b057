/** What rules say of acts: matching, gravest, suspensions, days. */
import { expect, test } from 'vitest';
import { brief, lawOf, rule, ruled, Story } from './small-law.ts';

const one = (text: string) => lawOf(`rules:\n${rule('it', text)}`);
const J = 'gives: { jurisdiction: discouraged }';
const speaks = (law: ReturnType<typeof one>, story: Story, more: Parameters<typeof ruled>[2] = {}) =>
  ruled(law, story, more).findings.length > 0;

test('[LW6] a rule speaks of its kinds only, and of acts whose every named field holds a listed value', () => {
  const law = one(`of: [detain, release], with: { who: [vehicle, person] }, ${J}`);
  expect(speaks(law, new Story().act(1, { detain: { who: 'vehicle' } }))).toBe(true);
  expect(speaks(law, new Story().act(1, { release: { who: 'person', notice: 'given' } }))).toBe(true);
  expect(speaks(law, new Story().act(1, { detain: { who: 'armed-men' } }))).toBe(false);
  expect(speaks(law, new Story().act(1, { detain: {} }))).toBe(false);
  expect(speaks(law, new Story().act(1, { explain: {} }))).toBe(false);
});

test('[LW6] `absent` matches an act that does not state the field, alone or among values; yes-no fields match as such', () => {
  const law = one(`of: detain, with: { means: [absent, order] }, ${J}`);
  expect(speaks(law, new Story().act(1, { detain: {} }))).toBe(true);
  expect(speaks(law, new Story().act(1, { detain: { means: 'order' } }))).toBe(true);
  expect(speaks(law, new Story().act(1, { detain: { means: 'cuffs' } }))).toBe(false);
  const flag = one(`of: enter, with: { consent: false }, ${J}`);
  expect(speaks(flag, new Story().act(1, { enter: { consent: false } }))).toBe(true);
  expect(speaks(flag, new Story().act(1, { enter: { consent: true } }))).toBe(false);
  expect(speaks(flag, new Story().act(1, { enter: {} }))).toBe(false);
});

test('[LW6] the common field `for` is asked like any other, on any kind', () => {
  const law = one(`of: [assist, decline], with: { for: civil-immigration }, ${J}`);
  expect(speaks(law, new Story().act(1, { assist: { for: 'civil-immigration', task: 'entry' } }))).toBe(true);
  expect(speaks(law, new Story().act(1, { assist: { for: 'medical' } }))).toBe(false);
  expect(speaks(law, new Story().act(1, { assist: {} }))).toBe(false);
});

test('[LW3] [LW6] knowledge is asked as the seat had it when the act began; a fact never learnt holds its first value', () => {
  const law = one(`of: detain, knowing: { identity: [unknown, claimed], threat: none }, ${J}`);
  const act = (knowing: Record<string, string>) => new Story().act(1, { detain: {} }, { knowing });
  expect(speaks(law, act({}))).toBe(true);
  expect(speaks(law, act({ identity: 'claimed' }))).toBe(true);
  expect(speaks(law, act({ identity: 'confirmed' }))).toBe(false);
  expect(speaks(law, act({ identity: 'claimed', threat: 'deadly' }))).toBe(false);
});

test('[LW6] every observation of `seeing` must be open when the act began, with one of the values listed', () => {
  const law = one(`of: detain, seeing: [call-in-progress, { holding: { what: [vehicle, person] } }], ${J}`);
  const call = { observation: 'call-in-progress', fields: {} };
  const holding = (what: string) => ({ observation: 'holding', fields: { what } });
  const act = (...seeing: (typeof call | ReturnType<typeof holding>)[]) =>
    new Story().act(1, { detain: {} }, { seeing });
  expect(speaks(law, act(call, holding('vehicle')))).toBe(true);
  expect(speaks(law, act(call, holding('armed-men')))).toBe(false);
  expect(speaks(law, act(call))).toBe(false);
});

test('[LW6] a rule is silent where one block of its `unless` holds whole', () => {
  const law = one(
    `of: use-force, unless: [{ knowing: { threat: deadly } }, { with: { level: hands }, seeing: [person-injured] }], ${J}`,
  );
  const act = (level: string, threat: string, ...seen: string[]) =>
    new Story().act(
      1,
      { 'use-force': { level } },
      { knowing: { threat }, seeing: seen.map((observation) => ({ observation, fields: {} })) },
    );
  expect(speaks(law, act('hands', 'none'))).toBe(true);
  expect(speaks(law, act('hands', 'deadly'))).toBe(false);
  expect(speaks(law, act('hands', 'none', 'person-injured'))).toBe(false);
  expect(speaks(law, act('baton', 'none', 'person-injured'))).toBe(true);
});

test('[LW6] a switch of the pack is asked as chosen, else where it starts; a pack without it never matches', () => {
  const law = one(`of: assist, switch: { model: lent }, ${J}`);
  const act = () => new Story().act(1, { assist: {} });
  expect(speaks(law, act())).toBe(false);
  expect(speaks(law, act(), { switches: { model: 'lent' } })).toBe(true);
  expect(speaks(law, act(), { switches: { model: 'nonsense' } })).toBe(false);
  expect(speaks(law, act(), { pack: 'plain', switches: { model: 'lent' } })).toBe(false);
});

test('[LW7] of acts begun together the gravest verdict on an axis counts; merit never cancels a breach', () => {
  const law = lawOf(
    `rules:
${rule('good', 'of: explain, gives: { jurisdiction: required, constitutional: commended }, by: [second]')}
${rule('poor', 'of: detain, gives: { jurisdiction: discouraged }')}
${rule('bad', 'of: detain, gives: { jurisdiction: forbidden, crowd-safety: permitted }')}
${rule('worst', 'of: detain, with: { means: cuffs }, gives: { jurisdiction: forbidden }, grave: [jurisdiction], by: [second]')}`,
  );
  const light = ruled(law, new Story().act(1, { explain: {}, detain: { means: 'order' } })).findings;
  expect(brief(light)).toEqual([
    'jurisdiction base/bad forbidden',
    'constitutional base/good commended',
    'crowd-safety base/bad permitted',
  ]);
  expect(light[0]?.also).toEqual(['base/good', 'base/poor']);
  // The authority of the merit is no ground of the breach.
  expect(light[0]?.authorities).toEqual(['statute']);
  const heavy = ruled(law, new Story().act(1, { explain: {}, detain: { means: 'cuffs' } })).findings;
  expect(brief(heavy)[0]).toBe('jurisdiction base/worst forbidden!');
  expect(heavy[0]?.authorities).toEqual(['second', 'statute']);
  expect(heavy[0]?.on).toEqual({ act: 1, kinds: ['detain'] });
});

test('[LW7] an axis that no rule speaks on has no finding, and one that is only permitted has', () => {
  const law = lawOf(`rules:\n${rule('fine', 'of: detain, gives: { jurisdiction: permitted }')}`);
  const { axes, findings } = ruled(law, new Story().act(1, { detain: {} }));
  expect(brief(findings)).toEqual(['jurisdiction base/fine permitted']);
  expect(axes.jurisdiction).toEqual({ standing: 'sound', kept: 0, due: 0 });
  expect(axes.constitutional).toEqual({ standing: 'not-exercised', kept: 0, due: 0 });
});

const LIFTED = (more: string) => [
  `rules:\n${rule('lane', `of: decline, gives: { jurisdiction: commended }${more}`)}`,
  `rules:\n${rule('own', 'of: decline, gives: { jurisdiction: permitted }')}\nsuspends:\n  - { rule: base/lane, by: second, because: Allowed. }`,
];

test('[LW8] a suspended rule is silent in packs that hold the layer which lifts it, and speaks in others', () => {
  const [base = '', upper = ''] = LIFTED('');
  const law = lawOf(base, upper);
  const story = new Story().act(1, { decline: { task: 'entry' } });
  expect(brief(ruled(law, story).findings)).toEqual(['jurisdiction upper/own permitted']);
  expect(brief(ruled(law, story, { pack: 'plain' }).findings)).toEqual(['jurisdiction base/lane commended']);
});

test('[LW8] a suspension lifts only while its authority is in force', () => {
  const [base = '', upper = ''] = LIFTED('');
  const story = new Story().act(1, { decline: {} });
  const law = lawOf(base, upper.replace('by: second', 'by: halted'));
  expect(brief(ruled(law, story, { asOf: '2026-04-21' }).findings)).toEqual([
    'jurisdiction upper/own permitted',
  ]);
  expect(brief(ruled(law, story, { asOf: '2026-04-22' }).findings)).toEqual([
    'jurisdiction base/lane commended',
  ]);
});

test('[LW5] a rule speaks only while one of its authorities is in force, and shows only those', () => {
  const on = (by: string, asOf: string, more = '') =>
    ruled(one(`of: detain, by: ${by}, ${J}${more}`), new Story().act(1, { detain: {} }), {
      asOf,
    }).findings.map((finding) => finding.authorities);
  expect(on('[halted]', '2026-04-21')).toEqual([['halted']]);
  expect(on('[halted]', '2026-04-22')).toEqual([]);
  expect(on('[halted-in-part]', '2026-04-22')).toEqual([['halted-in-part']]);
  expect(on('[halted]', '2019-12-31')).toEqual([]);
  expect(on('[coming]', '2026-06-30')).toEqual([]);
  expect(on('[coming]', '2027-01-01')).toEqual([['coming']]);
  expect(on('[over]', '2025-12-31')).toEqual([['over']]);
  expect(on('[over]', '2026-01-01')).toEqual([]);
  expect(on('[over, statute]', '2026-01-01')).toEqual([['statute']]);
});

test('[LW5] `while` asks the status of the day, and lets a rule rest on an authority that is halted', () => {
  const on = (asOf: string) =>
    brief(
      ruled(
        lawOf(`rules:
${rule('before', 'of: enforce, while: { halted: in-force }, gives: { jurisdiction: commended }, by: [halted]')}
${rule('after', 'of: enforce, while: { halted: [enjoined, stayed] }, gives: { jurisdiction: forbidden }, by: [halted]')}
${rule('never', 'of: enforce, while: { halted: not-yet }, gives: { constitutional: forbidden }')}`),
        new Story().act(1, { enforce: { against: 'armed-men' } }),
        { asOf },
      ).findings,
    );
  expect(on('2026-04-21')).toEqual(['jurisdiction base/before commended']);
  expect(on('2026-04-22')).toEqual(['jurisdiction base/after forbidden']);
  expect(on('2019-06-01')).toEqual(['constitutional base/never forbidden']);
});

test('[LW14] a breach that rests only on unread policy is shown, does not count, and hides nothing that does', () => {
  const law = lawOf(`rules:
${rule('hearsay', 'of: detain, gives: { jurisdiction: forbidden }, by: [unread]')}
${rule('law', 'of: detain, with: { means: cuffs }, gives: { jurisdiction: discouraged }')}
${rule('manual', 'of: search, gives: { jurisdiction: forbidden }, by: [read-policy]')}
${rule('two', 'of: enter, gives: { jurisdiction: forbidden }, by: [unread, statute]')}
${rule('praise', 'of: explain, gives: { jurisdiction: commended }, by: [unread]')}`);
  const findings = (acts: Record<string, Record<string, string>>) => {
    const ruling = ruled(law, new Story().act(1, acts));
    return [brief(ruling.findings), ruling.axes.jurisdiction];
  };
  expect(findings({ detain: {} })).toEqual([
    ['jurisdiction base/hearsay forbidden?'],
    { standing: 'not-exercised', kept: 0, due: 0 },
  ]);
  expect(findings({ detain: { means: 'cuffs' } })).toEqual([
    ['jurisdiction base/hearsay forbidden?', 'jurisdiction base/law discouraged'],
    { standing: 'gaps', kept: 0, due: 1 },
  ]);
  expect(findings({ search: {} })[0]).toEqual(['jurisdiction base/manual forbidden']);
  expect(findings({ enter: {} })[0]).toEqual(['jurisdiction base/two forbidden']);
  expect(findings({ explain: {} })).toEqual([
    ['jurisdiction base/praise commended'],
    { standing: 'sound', kept: 1, due: 1 },
  ]);
});

test('[LW14] unread policy that is no graver than what counts is named beside it, not shown again', () => {
  const law = lawOf(`rules:
${rule('hearsay', 'of: detain, gives: { jurisdiction: discouraged }, by: [unread]')}
${rule('law', 'of: detain, gives: { jurisdiction: forbidden }')}`);
  const { findings } = ruled(law, new Story().act(1, { detain: {} }));
  expect(brief(findings)).toEqual(['jurisdiction base/law forbidden']);
  expect(findings[0]?.also).toEqual(['base/hearsay']);
});

test('[LW8] a supreme rule speaks even in a law that was put together without being read', () => {
  const [base = '', upper = ''] = LIFTED('');
  const law = lawOf(base, upper);
  const layer = law.layers.base;
  if (layer === undefined) throw new Error('no layer');
  const supreme = { ...layer, rules: layer.rules.map((one) => ({ ...one, supreme: true })) };
  const forced = { ...law, layers: { ...law.layers, base: supreme } };
  expect(brief(ruled(forced, new Story().act(1, { decline: {} })).findings)).toEqual([
    'jurisdiction base/lane commended',
  ]);
});
