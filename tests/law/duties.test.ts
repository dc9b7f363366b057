/** Duties: how they open, and how each can end. */
import { expect, test } from 'vitest';
import { brief, duty, lawOf, rule, ruled, Story } from './small-law.ts';

const one = (text = '') => lawOf(`duties:\n${duty('verify', text)}`);
const LATE = 'late: { jurisdiction: discouraged }, titles: { met: M., late: L., missed: N. }';
const CHECK = { 'verify-identity': { by: 'credential' } };
const story = () => new Story().offer(0, 'verify-identity', { by: 'credential' });
const claimed = () => story().see(10, 'federal-claim');
const went = (law: ReturnType<typeof one>, run: Story, more: Parameters<typeof ruled>[2] = {}) =>
  brief(ruled(law, run, more).findings);

const MET = ['jurisdiction base/verify met required'];
const WAS_LATE = ['jurisdiction base/verify late discouraged'];
const MISSED = ['jurisdiction base/verify missed forbidden'];

test('[LW9] a duty met in time, at the last moment, too late by none, and never', () => {
  expect(went(one(), claimed().bar(69, CHECK).end(100))).toEqual(MET);
  expect(went(one(), claimed().bar(70, CHECK).end(100))).toEqual(MISSED);
  expect(went(one(LATE), claimed().bar(70, CHECK).end(100))).toEqual(WAS_LATE);
  expect(went(one(LATE), claimed().end(100))).toEqual(MISSED);
});

test('[LW9] findings tell when it opened, was due, could have been met, and by which act it was', () => {
  const [met] = ruled(one(), claimed().bar(30, CHECK).end(100)).findings;
  expect(met).toMatchObject({
    at: 30_000,
    title: 'You did.',
    on: { opened: 10_000, due: 70_000, chance: 10_000, act: 1 },
  });
  const [missed] = ruled(one(), claimed().see(20, 'exit-blocked').end(100)).findings;
  // The entry that was the last before it was due.
  expect(missed).toMatchObject({
    at: 70_000,
    seq: 2,
    title: 'You never did.',
    on: { due: 70_000, act: null },
  });
});

test('[LW9] only an act with a listed field meets it', () => {
  expect(
    went(
      one(),
      claimed()
        .bar(20, { 'verify-identity': { by: 'their-number' } })
        .end(100),
    ),
  ).toEqual(MISSED);
  expect(went(one(), claimed().bar(20, { 'verify-identity': {} }).end(100))).toEqual(MISSED);
  expect(
    went(
      one(),
      claimed()
        .bar(20, { explain: {}, ...CHECK })
        .end(100),
    ),
  ).toEqual(MET);
});

test('[LW9] what is not yet due at ENDEX, or while the run goes on, has no finding', () => {
  expect(went(one(), claimed().end(60))).toEqual([]);
  expect(went(one(), claimed().see(60, 'exit-blocked'))).toEqual([]);
  expect(went(one(), claimed().end(70))).toEqual(MISSED);
  expect(went(one(), claimed().see(70, 'exit-blocked'))).toEqual(MISSED);
});

test('[LW9] it ends without a finding once the need is over, but not once it was due', () => {
  const law = one('ends-with: [identity-confirmed, { holding: { what: vehicle } }]');
  expect(went(law, claimed().see(69, 'identity-confirmed').end(100))).toEqual([]);
  expect(went(law, claimed().see(69, 'holding', { what: 'vehicle' }).end(100))).toEqual([]);
  expect(went(law, claimed().see(69, 'holding', { what: 'person' }).end(100))).toEqual(MISSED);
  expect(went(law, claimed().see(71, 'identity-confirmed').end(100))).toEqual(MISSED);
  expect(went(law, claimed().see(20, 'identity-confirmed').bar(30, CHECK).end(100))).toEqual([]);
  expect(went(law, story().see(5, 'identity-confirmed').see(10, 'federal-claim').end(100))).toEqual([]);
});

test('[LW2] [LW9] it opens once for one opening, not while it is open, and again when the need comes back', () => {
  const twice = claimed().see(12, 'federal-claim').bar(20, CHECK).see(22, 'federal-claim');
  expect(went(one(), twice.end(100))).toEqual(MET);
  const back = claimed().bar(20, CHECK).see(30, 'identity-refuted').see(40, 'federal-claim').end(200);
  expect(went(one('earlier: ignored'), back)).toEqual([...MET, ...MISSED]);
  const open = claimed().see(30, 'identity-refuted').see(40, 'federal-claim').bar(50, CHECK).end(200);
  expect(went(one(), open)).toEqual(MET);
});

test('[LW9] any one of several observations opens it, for the seat that perceived it and nobody else', () => {
  const law = one('opens: [federal-claim, { force-seen: { by: federal } }]');
  expect(
    went(law, story().see(10, 'force-seen', { by: 'federal', level: 'hands', threat: 'none' }).end(100)),
  ).toEqual(MISSED);
  expect(
    went(law, story().see(10, 'force-seen', { by: 'local', level: 'hands', threat: 'none' }).end(100)),
  ).toEqual([]);
  expect(went(law, story().see(10, 'federal-claim', {}, 'sergeant').end(100))).toEqual([]);
});

test('[LW9] its conditions are asked when it opens', () => {
  const law = one('seeing: [on-scene], knowing: { threat: none }, unless: [{ seeing: [person-injured] }]');
  expect(went(law, claimed().end(100))).toEqual([]);
  expect(went(law, story().see(5, 'on-scene').see(10, 'federal-claim').end(100))).toEqual(MISSED);
  expect(
    went(law, story().see(5, 'on-scene').see(6, 'person-injured').see(10, 'federal-claim').end(100)),
  ).toEqual([]);
  // Treated before the claim was made: the exception has closed.
  const treated = story().see(5, 'on-scene').see(6, 'person-injured').see(7, 'person-treated');
  expect(went(law, treated.see(10, 'federal-claim').end(100))).toEqual(MISSED);
  const threatened = story().see(5, 'on-scene');
  threatened.events.push({
    kind: 'learnt',
    at: 6000,
    seq: 3,
    seat: 'patrol',
    fact: 'threat',
    value: 'deadly',
    was: 'none',
    from: 'x',
    basis: 'seen',
  });
  expect(went(law, threatened.see(10, 'federal-claim').end(100))).toEqual([]);
});

test('[LW9] where earlier acts count, one meets it at once; where they are ignored, none does', () => {
  const run = () => story().bar(5, CHECK).see(10, 'federal-claim').end(100);
  const [met] = ruled(one(), run()).findings;
  expect(met).toMatchObject({ at: 10_000, on: { outcome: 'met', opened: 10_000, chance: null, act: 1 } });
  expect(went(one('earlier: ignored'), run())).toEqual(MISSED);
});

test('[LW9] an earlier act that was undone since no longer counts', () => {
  const law = one(
    "opens: on-scene, met-by: [{ record-video: { state: 'on' } }], undone-by: [{ record-video: { state: 'off' } }]",
  );
  const film = () => new Story().offer(0, 'record-video', { state: 'on' });
  const on = { 'record-video': { state: 'on' } };
  const off = { 'record-video': { state: 'off' } };
  expect(went(law, film().bar(1, on).see(10, 'on-scene').end(100))).toEqual(MET);
  expect(went(law, film().bar(1, on).bar(2, off).see(10, 'on-scene').end(100))).toEqual(MISSED);
  expect(went(law, film().bar(1, on).bar(2, off).bar(3, on).see(10, 'on-scene').end(100))).toEqual(MET);
});

test('[LW9] [LW11] an act that met the duty before settles it again silently', () => {
  const run = story()
    .bar(5, CHECK)
    .see(10, 'federal-claim')
    .see(20, 'identity-refuted')
    .see(30, 'federal-claim');
  expect(went(one(), run.end(200))).toEqual(MET);
});

test('[LW9] where earlier acts count once, each new need asks for an act of its own', () => {
  const law = lawOf(`duties:\n${duty('verify', 'earlier: once')}`);
  const twice = () =>
    story().bar(5, CHECK).see(10, 'federal-claim').see(20, 'identity-refuted').see(30, 'federal-claim');
  expect(went(law, twice().end(200))).toEqual([...MET, ...MISSED]);
  expect(went(law, twice().bar(40, CHECK).end(200))).toEqual([...MET, ...MET]);
});

test('[LW10] no chance, no miss: an act that meets it must have been on offer before it was due', () => {
  const bare = () => new Story().see(10, 'federal-claim');
  expect(went(one(), bare().end(100))).toEqual([]);
  expect(went(one(), bare().offer(69, 'verify-identity', { by: 'supervisor' }).end(100))).toEqual(MISSED);
  expect(went(one(), bare().offer(70, 'verify-identity', { by: 'supervisor' }).end(100))).toEqual([]);
  expect(went(one(), bare().offer(20, 'verify-identity', { by: 'their-number' }).end(100))).toEqual([]);
  expect(went(one(), bare().offer(20, 'verify-identity', { by: 'credential' }, 'sergeant').end(100))).toEqual(
    [],
  );
});

test('[LW10] what was withdrawn before it opened, or in the very moment it was offered, was no chance', () => {
  const gone = new Story().offer(0, 'verify-identity', { by: 'credential' }).withdraw(9, 'verify-identity');
  expect(went(one(), gone.see(10, 'federal-claim').end(100))).toEqual([]);
  const flash = new Story().see(10, 'federal-claim').offer(20, 'verify-identity', { by: 'credential' });
  expect(went(one(), flash.withdraw(20, 'verify-identity').end(100))).toEqual([]);
  const brief = new Story().see(10, 'federal-claim').offer(20, 'verify-identity', { by: 'credential' });
  const [missed] = ruled(one(), brief.withdraw(21, 'verify-identity').end(100)).findings;
  expect(missed?.on).toMatchObject({ outcome: 'missed', chance: 20_000 });
});

test('[LW10] a duty due in the moment it opens could not be met', () => {
  const law = one(`until: team-gone, ${LATE}`);
  expect(went(law, claimed().see(10, 'team-gone').end(100))).toEqual([]);
  expect(went(law, claimed().see(11, 'team-gone').end(100))).toEqual(MISSED);
});

test('[LW10] where there was no chance in time, an act after it was due is not late', () => {
  const run = new Story()
    .see(10, 'federal-claim')
    .offer(80, 'verify-identity', { by: 'credential' })
    .bar(90, CHECK);
  expect(went(one(LATE), run.end(100))).toEqual(MET);
});

test('[LW9] a duty that runs until something is observed is due at that moment', () => {
  const law = one(`until: team-gone, ${LATE}`);
  expect(went(law, claimed().bar(500, CHECK).see(600, 'team-gone').end(700))).toEqual(MET);
  expect(went(law, claimed().see(600, 'team-gone').bar(601, CHECK).end(700))).toEqual(WAS_LATE);
  expect(went(law, claimed().see(600, 'team-gone').end(700))).toEqual(MISSED);
  expect(went(law, claimed().end(700))).toEqual([]);
});

test('[LW9] a duty that runs until ENDEX is due there, and a run that was stopped leaves it open', () => {
  const law = one('until: endex');
  expect(went(law, claimed().bar(690, CHECK).end(700))).toEqual(MET);
  expect(went(law, claimed().end(700))).toEqual(MISSED);
  expect(went(law, claimed().end(700, 'stopped'))).toEqual([]);
  expect(went(one(), claimed().end(700, 'stopped'))).toEqual(MISSED);
});

test('[LW11] an act that was cut short meets nothing, and its breaches stand', () => {
  const law = lawOf(`rules:
${rule('rash', 'of: verify-identity, gives: { constitutional: discouraged, crowd-safety: commended }')}
duties:\n${duty('verify')}`);
  const cut = claimed().act(20, CHECK).cut(21, 1).end(100);
  expect(went(law, cut)).toEqual(['constitutional base/rash discouraged', ...MISSED]);
  expect(went(law, claimed().bar(5, CHECK).cut(6, 1).end(100))).toContain(MISSED[0]);
});

test('[LW28] what was cut and goes on is one act: its breach counts once, and it meets its duty when it is done', () => {
  const law = lawOf(`rules:
${rule('rash', 'of: verify-identity, gives: { constitutional: discouraged }')}
duties:\n${duty('verify')}`);
  const goesOn = { takes: 5_000, resumes: true } as const;
  const run = claimed().bar(20, CHECK, { takes: 9_000 }).cut(24, 1).bar(30, CHECK, goesOn);
  expect(went(law, run.done(35, 2).end(100))).toEqual(['constitutional base/rash discouraged', ...MET]);
  const anew = claimed().bar(20, CHECK, { takes: 9_000 }).cut(24, 1).bar(30, CHECK, { takes: 9_000 });
  const twice = went(law, anew.done(39, 2).end(100)).filter((one) => one.includes('rash'));
  expect(twice).toHaveLength(2);
});

test('[LW11] merit that meets a duty is not also merit by rule, whether the duty opened before or after', () => {
  const law = lawOf(`rules:
${rule('good', 'of: verify-identity, gives: { jurisdiction: commended, constitutional: commended }')}
duties:\n${duty('verify')}`);
  for (const run of [
    claimed().act(20, CHECK).end(100),
    story().act(5, CHECK).see(10, 'federal-claim').end(100),
  ]) {
    const { findings, axes } = ruled(law, run);
    expect(brief(findings).sort()).toEqual(['constitutional base/good commended', ...MET]);
    expect(findings.find((finding) => finding.rule === 'base/verify')?.also).toEqual(['base/good']);
    expect(axes.jurisdiction).toEqual({ standing: 'sound', kept: 1, due: 1 });
  }
});

test('[LW11] an act that met a duty does not swallow the merit of another act begun with it', () => {
  const law = lawOf(
    `rules:\n${rule('held', 'of: detain, gives: { constitutional: commended }')}
${rule('said', 'of: explain, gives: { constitutional: commended }')}
duties:\n${duty('why', 'opens: holding, met-by: [explain], met: { constitutional: required }, missed: { constitutional: forbidden }')}`,
  );
  const story = new Story()
    .act(10, { detain: { who: 'vehicle', means: 'order' }, explain: {} })
    .see(10, 'holding', { what: 'vehicle' })
    .end(200);
  const { findings } = ruled(law, story);
  expect(brief(findings)).toEqual([
    'constitutional base/held commended',
    'constitutional base/why met required',
  ]);
  expect(findings.find((one) => 'duty' in one.on)?.also).toEqual(['base/said']);
});

test('[LW11] the same act done again, from a card or the bar, earns nothing more; breaches count each time', () => {
  const law = lawOf(`rules:
${rule('good', 'of: request-supervisor, gives: { jurisdiction: commended }')}
${rule('bad', 'of: detain, gives: { jurisdiction: forbidden }')}
duties:\n${duty('ask', 'met-by: [request-supervisor]')}`);
  const ask = { 'request-supervisor': {} };
  expect(went(law, new Story().act(1, ask).act(2, ask).end(9))).toEqual(['jurisdiction base/good commended']);
  const bar = new Story().see(1, 'federal-claim').bar(2, ask).act(3, ask).end(9);
  expect(went(law, bar)).toEqual(['jurisdiction base/ask met required']);
  const twice = new Story().act(1, { detain: {} }).bar(2, { detain: {} }).end(9);
  expect(went(law, twice)).toEqual(Array(2).fill('jurisdiction base/bad forbidden'));
  // Another act of the kind is another act.
  const other = new Story()
    .act(1, ask)
    .act(2, { 'request-supervisor': { for: 'medical' } })
    .end(9);
  expect(went(law, other)).toHaveLength(2);
});

test('[LW11] nobody scores by pressing buttons: a standing action earns only by meeting a duty', () => {
  const law = lawOf(`rules:
${rule('good', 'of: [explain, announce], gives: { jurisdiction: commended, constitutional: permitted }')}
duties:\n${duty('verify')}`);
  const farmer = new Story();
  for (let second = 1; second < 60; second += 1)
    farmer.bar(second, { [second % 2 ? 'explain' : 'announce']: {}, ...CHECK });
  const { axes } = ruled(law, farmer.end(60));
  expect(Object.values(axes).map((axis) => axis.standing)).toEqual(Array(3).fill('not-exercised'));
  expect(went(law, new Story().act(1, { explain: {} }).end(9))).toHaveLength(2);
});

test('[LW12] automations and other seats earn nothing, break nothing, and meet no duty of this seat', () => {
  const law = lawOf(
    `rules:\n${rule('bad', 'of: detain, gives: { jurisdiction: forbidden }')}\nduties:\n${duty('verify')}`,
  );
  const run = claimed()
    .act(20, { detain: {}, ...CHECK }, { human: false })
    .act(21, { detain: {}, ...CHECK }, { seat: 'sergeant' });
  expect(went(law, run.end(100))).toEqual(MISSED);
  expect(went(law, run, { seat: 'sergeant' })).toEqual(['jurisdiction base/bad forbidden']);
});

test('[LW8] [LW14] duties are suspended like rules, and a miss that rests on unread policy does not count', () => {
  const base = `duties:\n${duty('verify')}`;
  const lifted = lawOf(
    base,
    `duties:\n${duty('ours', 'by: [unread]')}\nsuspends:\n  - { rule: base/verify, by: [second], because: Ours. }`,
  );
  const ruling = ruled(lifted, claimed().end(100));
  expect(brief(ruling.findings)).toEqual(['jurisdiction upper/ours missed forbidden?']);
  expect(ruling.axes.jurisdiction).toEqual({ standing: 'not-exercised', kept: 0, due: 0 });
  expect(went(lifted, claimed().end(100), { pack: 'plain' })).toEqual(MISSED);
});

test('[LW9] a duty can be grave to miss, and never to be late with', () => {
  const law = one(`grave: [jurisdiction], ${LATE}`);
  expect(went(law, claimed().end(100))).toEqual(['jurisdiction base/verify missed forbidden!']);
  expect(went(law, claimed().bar(80, CHECK).end(100))).toEqual(WAS_LATE);
});
