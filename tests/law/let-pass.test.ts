/** Questions that ran out unanswered: what was let pass counts in what was due, and letting most pass is unsound. */
import { expect, test } from 'vitest';
import { MOST_QUESTIONS } from '#law/let-pass.ts';
import { duty, lawOf, rule, ruled, Story } from './small-law.ts';

const law = lawOf(`rules:
${rule('good', 'of: explain, gives: { jurisdiction: commended }')}
${rule('known', 'of: announce, knowing: { identity: confirmed }, gives: { constitutional: required }')}
${rule('seen', 'of: announce, seeing: [person-injured], gives: { crowd-safety: commended }')}
${rule('poor', 'of: comment, gives: { constitutional: discouraged }')}
duties:
${duty('due', 'met-by: [take-report]')}`);

type Options = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>;

/** A story in which a question with these options is put, and runs out. */
function runsOut(options: Options, story = new Story(), why: 'time' | 'moved-on' = 'time'): Story {
  return closes(asks(options, story), why);
}

function asks(options: Options, story: Story, decision = 'knock'): Story {
  for (const [option, acts] of Object.entries(options)) {
    story.events.push({
      ...{ kind: 'offered', at: 1_000, seq: story.events.length, seat: 'patrol' },
      source: { decision, visit: 1, option },
      acts: Object.entries(acts).map(([kind, fields]) => ({ kind, fields })),
    });
  }
  return story;
}

function closes(story: Story, why: 'time' | 'moved-on', decision = 'knock'): Story {
  story.events.push({
    ...{ kind: 'lapsed', at: 5_000, seq: story.events.length, seat: 'patrol' },
    ...{ decision, visit: 1, why },
  });
  return story;
}

test('[LW25] a question that runs out counts as due where an answer to it would have been to one’s credit', () => {
  const { axes } = ruled(law, runsOut({ a: { explain: {} }, b: {} }).end(9));
  expect(axes.jurisdiction).toEqual({
    ...{ standing: 'unsound', kept: 0, due: 1 },
    letPass: [{ at: 5_000, seq: 2, decision: 'knock', visit: 1 }],
  });
  expect(axes.constitutional).toEqual({ standing: 'not-exercised', kept: 0, due: 0 });
  expect(Object.keys(axes.constitutional)).not.toContain('letPass');
});

test('[LW25] what was known and perceived when it ran out decides, as for any act', () => {
  const answers = { a: { announce: {} } };
  expect(ruled(law, runsOut(answers).end(9)).axes['crowd-safety'].due).toBe(0);
  expect(
    ruled(law, runsOut(answers, new Story().see(0, 'person-injured')).end(9)).axes['crowd-safety'].due,
  ).toBe(1);
  const knew = new Story();
  knew.events.push({
    ...{ kind: 'learnt', at: 0, seq: 0, seat: 'patrol', fact: 'identity' },
    ...{ value: 'confirmed', was: 'unknown', from: 'dispatch', basis: 'confirmed' },
  });
  expect(ruled(law, runsOut(answers, knew).end(9)).axes.constitutional.due).toBe(1);
});

test('[LW25] an answer that any rule is against was no chance; nor is one withdrawn, overtaken, another seat’s, or that only meets a duty', () => {
  expect(ruled(law, runsOut({ a: { explain: {}, comment: {} } }).end(9)).axes.jurisdiction.due).toBe(0);
  expect(ruled(law, runsOut({ a: { 'take-report': {} } }).end(9)).axes.jurisdiction.due).toBe(0);
  expect(
    ruled(law, runsOut({ a: { explain: {} } }, new Story(), 'moved-on').end(9)).axes.jurisdiction.due,
  ).toBe(0);
  expect(ruled(law, runsOut({ a: { explain: {} } }).end(9), { seat: 'sergeant' }).axes.jurisdiction.due).toBe(
    0,
  );
  const gone = asks({ a: { explain: {} } }, new Story());
  gone.events.push({
    ...{ kind: 'withdrawn', at: 2_000, seq: 9, seat: 'patrol' },
    source: { decision: 'knock', visit: 1, option: 'a' },
  });
  expect(ruled(law, closes(gone, 'time').end(9)).axes.jurisdiction.due).toBe(0);
});

/** So many questions answered, then so many let pass, or the other way round. */
function of(answered: number, passed: number, passedFirst = false): Story {
  const story = new Story().act(0, { explain: {} });
  for (let n = 1; n < answered; n++) story.act(0, { interpret: {} });
  const before = story.events.splice(0, passedFirst ? story.events.length : 0);
  for (let n = 0; n < passed; n++) {
    const decision = `q${n}`;
    closes(asks({ a: { explain: {} } }, story, decision), 'time', decision);
  }
  story.events.push(...before);
  return story.end(9);
}

test.each([
  [1, 1, 'sound'],
  [1, 2, 'unsound'],
  [5, 5, 'sound'],
  [5, 6, 'unsound'],
] as const)(
  '[LW13] [LW25] %i questions answered and %i let pass is %s; each let pass is due',
  (answered, passed, word) => {
    for (const first of [false, true]) {
      const { standing, kept, due } = ruled(law, of(answered, passed, first)).axes.jurisdiction;
      expect({ standing, kept, due }).toEqual({ standing: word, kept: 1, due: passed + 1 });
    }
  },
);

test('[LW25] the balance of questions is counted no further than twelve either way', () => {
  expect(MOST_QUESTIONS).toBe(12);
  expect(ruled(law, of(40, 12)).axes.jurisdiction.standing).toBe('sound');
  expect(ruled(law, of(40, 13)).axes.jurisdiction.standing).toBe('unsound');
});

test('[LW25] a question let pass hides nothing graver', () => {
  const story = new Story().objective(0, 'jurisdiction', true);
  const grave = lawOf(`rules:
${rule('bad', 'of: detain, gives: { jurisdiction: forbidden }, grave: [jurisdiction]')}
${rule('good', 'of: explain, gives: { jurisdiction: commended }')}`);
  expect(
    ruled(grave, runsOut({ a: { explain: {} } }, story.bar(0, { detain: {} })).end(9)).axes.jurisdiction
      .standing,
  ).toBe('grave');
});
