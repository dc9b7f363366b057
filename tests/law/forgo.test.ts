/** Choosing not to: a choice that gives up an open duty is its miss, then and there (SPEC LW29). */
import { expect, test } from 'vitest';
import { readLaw } from '#law/read.ts';
import { around } from './around.ts';
import { brief, duty, lawOf, ruled, Story } from './small-law.ts';

const WAIVED = 'waived-by: [{ forgo: { what: check } }]';
const LATE = 'late: { jurisdiction: discouraged }, titles: { met: M., late: L., missed: N. }';
const CHECK = { 'verify-identity': { by: 'credential' } };
const NOT = { forgo: { what: 'check' } };
const one = (text = '') => lawOf(`duties:\n${duty('verify', text === '' ? WAIVED : `${WAIVED}, ${text}`)}`);
const claimed = () => new Story().see(10, 'federal-claim');
const went = (law: ReturnType<typeof one>, story: Story) => brief(ruled(law, story).findings);

const MET = ['jurisdiction base/verify met required'];
const WAS_LATE = ['jurisdiction base/verify late discouraged'];
const MISSED = ['jurisdiction base/verify missed forbidden'];

test('[LW29] a choice that gives up an open duty is its miss at that moment, on offer or not, due or not, need over or not', () => {
  const runs = [
    claimed().act(18, NOT).end(100),
    claimed().act(18, NOT).end(30),
    claimed().act(18, NOT).see(40, 'identity-confirmed').end(100),
    claimed().act(18, NOT),
    claimed().act(18, NOT).end(30, 'stopped'),
  ];
  for (const run of runs) {
    const { findings } = ruled(one('ends-with: identity-confirmed'), run);
    expect(brief(findings)).toEqual(MISSED);
    // The choice was the chance, and what the finding rests on.
    const on = { opened: 10_000, due: 70_000, chance: 18_000, act: 1 };
    expect(findings[0]).toMatchObject({ at: 18_000, seq: 1, title: 'You never did.', on });
  }
});

test('[LW29] where an act that meets it was on offer before the choice, the finding names that moment', () => {
  const before = claimed().offer(12, 'verify-identity', { by: 'credential' }).act(18, NOT).end(100);
  expect(ruled(one(), before).findings[0]?.on).toMatchObject({ chance: 12_000 });
  const after = claimed().act(18, NOT).offer(20, 'verify-identity', { by: 'credential' }).end(100);
  expect(ruled(one(), after).findings[0]?.on).toMatchObject({ chance: 18_000 });
});

test('[LW29] made good it is late, before it was due and after; where nothing is late, in time before and missed after', () => {
  expect(went(one(LATE), claimed().act(18, NOT).bar(40, CHECK).end(100))).toEqual(WAS_LATE);
  expect(went(one(LATE), claimed().act(18, NOT).bar(80, CHECK).end(100))).toEqual(WAS_LATE);
  expect(went(one(), claimed().act(18, NOT).bar(40, CHECK).end(100))).toEqual(MET);
  expect(went(one(), claimed().act(18, NOT).bar(80, CHECK).end(100))).toEqual(MISSED);
});

test('[LW29] no open duty, nothing: before it opened, after it was met, after its need was over, for another matter, by an automation', () => {
  const law = one('ends-with: identity-confirmed');
  expect(went(law, new Story().act(18, NOT).end(100))).toEqual([]);
  expect(went(law, new Story().act(5, NOT).see(10, 'federal-claim').end(60))).toEqual([]);
  expect(went(law, claimed().bar(12, CHECK).act(18, NOT).end(100))).toEqual(MET);
  expect(went(law, claimed().see(12, 'identity-confirmed').act(18, NOT).end(100))).toEqual([]);
  expect(
    went(
      law,
      claimed()
        .act(18, { forgo: { what: 'aid' } })
        .end(60),
    ),
  ).toEqual([]);
  expect(went(law, claimed().act(18, NOT, { human: false }).end(60))).toEqual([]);
  expect(went(law, claimed().act(18, NOT, { seat: 'sergeant' }).end(60))).toEqual([]);
});

test('[LW29] a duty that no choice gives up goes on', () => {
  const law = lawOf(`duties:\n${duty('verify')}`);
  expect(went(law, claimed().act(18, NOT).end(60))).toEqual([]);
});

test('[LW29] one finding, never two: given up twice, then due, then its need over; the first choice counts', () => {
  const run = claimed()
    .offer(11, 'verify-identity', { by: 'credential' })
    .act(18, NOT)
    .act(25, NOT)
    .see(80, 'identity-confirmed')
    .end(100);
  const { findings } = ruled(one('ends-with: identity-confirmed'), run);
  expect(brief(findings)).toEqual(MISSED);
  expect(findings[0]).toMatchObject({ at: 18_000, on: { act: 1 } });
});

test('[LW29] what is due already is not given up once more: no chance in time, no miss', () => {
  expect(went(one(), claimed().act(70, NOT).end(100))).toEqual([]);
  expect(went(one(), claimed().act(69, NOT).end(100))).toEqual(MISSED);
});

test('[LW29] an act that meets it, begun with one that gives it up, meets it', () => {
  expect(
    went(
      one(),
      claimed()
        .act(18, { ...NOT, ...CHECK })
        .end(100),
    ),
  ).toEqual(MET);
});

test('[LW11] [LW29] what was cut short gives nothing up', () => {
  expect(went(one(), claimed().bar(18, NOT).cut(19, 1).end(60))).toEqual([]);
  expect(went(one(), claimed().bar(18, NOT, { takes: 5_000 }).end(20))).toEqual([]);
});

test('[LW29] a new need is a new duty', () => {
  const law = one('opens: exit-blocked, ends-with: exit-open, earlier: ignored');
  const first = new Story().see(10, 'exit-blocked').act(18, NOT).see(20, 'exit-open');
  const run = first.see(30, 'exit-blocked').bar(35, CHECK);
  expect(went(law, run.end(200))).toEqual([...MISSED, ...MET]);
});

test('[LW29] a duty until something is seen, or until ENDEX, is given up as any other', () => {
  const until = one('until: team-gone');
  expect(went(until, claimed().act(18, NOT).end(700))).toEqual(MISSED);
  expect(went(until, claimed().act(18, NOT).see(600, 'team-gone').end(700))).toEqual(MISSED);
  expect(went(until, claimed().act(18, NOT).bar(60, CHECK).see(600, 'team-gone').end(700))).toEqual(MET);
  expect(went(until, claimed().act(18, NOT).see(600, 'team-gone').bar(601, CHECK).end(700))).toEqual(MISSED);
  expect(went(one('until: endex'), claimed().act(18, NOT).end(700))).toEqual(MISSED);
});

test('[LW29] an act that gave up one duty and met another lends its rules to the one that it met', () => {
  const law = lawOf(`rules:
  - { id: good, of: report-up, gives: { jurisdiction: commended }, by: [statute], because: B., title: T. }
duties:
${duty('verify', WAIVED)}
${duty('tell', 'met-by: [report-up]')}`);
  const { findings } = ruled(
    law,
    claimed()
      .act(18, { ...NOT, 'report-up': {} })
      .end(100),
  );
  expect(brief(findings)).toEqual(['jurisdiction base/tell met required', ...MISSED]);
  expect(findings.map(({ also }) => also)).toEqual([['base/good'], []]);
});

test('[LW17] [LW29] what gives a duty up is read as what meets it is, and a duty without it is as it was', () => {
  const layer = (waived: string) =>
    `format: 1\nid: upper\ntitle: Upper\nduties:\n${duty('verify', waived)}\n`;
  const read = (waived: string) => readLaw(around('law/layers/upper.yaml', layer(waived)));
  expect(read(WAIVED).law?.layers.upper?.duties[0]?.waivedBy).toEqual([
    { name: 'forgo', fields: { what: ['check'] } },
  ]);
  expect(read('').law?.layers.upper?.duties[0]).not.toHaveProperty('waivedBy');
  const codes = (waived: string) => read(waived).problems.map(({ code }) => code);
  expect(codes('waived-by: [{ forgo: { what: chek } }]')).toEqual(['LW0203']);
  expect(codes('waived-by: [forgoo]')).toEqual(['LW0201']);
});
