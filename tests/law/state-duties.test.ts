/** Duties of States and cities over a run: when they open, what ends them, and what an unread directive is worth. */
import { expect, test } from 'vitest';
import { shippedLaw } from '#cli/disk/shipped.ts';
import { judge } from '#law/judge.ts';
import { DAY, Story } from './small-law.ts';

const law = shippedLaw();
const on = { 'record-video': { state: 'on' } };

/** What one duty came to in that pack: its outcomes with the second of each. */
function went(pack: string, duty: string, story: Story): string[] {
  const { findings } = judge(story.events, { law, pack, asOf: DAY, seat: 'patrol', switches: {} });
  return findings.flatMap((one) =>
    'duty' in one.on && one.rule === duty ? [`${one.at / 1000} s ${one.on.outcome} ${one.counts}`] : [],
  );
}

test('[LW9] the camera that Los Angeles asks for is due at the scene of a possible federal operation, whichever is seen first, and at no other', () => {
  const la = (story: Story) => went('ca-los-angeles', 'los-angeles/camera-by-directive', story);
  const offered = () => new Story().offer(1, 'record-video', { state: 'on' });
  expect(la(offered().see(2, 'possible-federal').see(60, 'on-scene').act(70, on).end(200))).toEqual([
    '70 s met true',
  ]);
  expect(la(offered().see(2, 'on-scene').see(60, 'possible-federal').act(70, on).end(200))).toEqual([
    '70 s met true',
  ]);
  expect(la(offered().see(2, 'on-scene').act(10, on).end(200))).toEqual([]);
  expect(la(offered().see(2, 'possible-federal').act(10, on).end(200))).toEqual([]);
});

test('[LW14] a miss of the directive, whose text nobody here has read, is shown and lowers no standing', () => {
  const story = new Story()
    .offer(1, 'record-video', { state: 'on' })
    .see(2, 'possible-federal')
    .see(60, 'on-scene')
    .end(200);
  expect(went('ca-los-angeles', 'los-angeles/camera-by-directive', story)).toEqual(['90 s missed false']);
  const { axes } = judge(story.events, {
    law,
    pack: 'ca-los-angeles',
    asOf: DAY,
    seat: 'patrol',
    switches: {},
  });
  expect(axes.jurisdiction.standing).toBe('not-exercised');
});

test('[LW10] best efforts in Florida are due when the team leaves, and end where somebody is injured first', () => {
  const asked = () => {
    const story = new Story().offer(1, 'assist', { task: 'perimeter' });
    story.events.push({
      kind: 'learnt',
      at: 1000,
      seq: 900,
      seat: 'patrol',
      fact: 'identity',
      value: 'confirmed',
      was: 'unknown',
      basis: 'confirmed',
      from: 'control',
    });
    return story.see(5, 'task-requested', { task: 'perimeter' });
  };
  const florida = (story: Story) => went('florida-287g', 'florida/best-efforts', story);
  expect(florida(asked().see(300, 'team-gone').end(400))).toEqual(['300 s missed true']);
  expect(florida(asked().see(60, 'person-injured', { who: 'crowd' }).see(300, 'team-gone').end(400))).toEqual(
    [],
  );
  const refers = asked()
    .act(290, { refer: { to: 'records' } })
    .see(300, 'team-gone')
    .end(400);
  expect(florida(refers)).toEqual(['290 s met true']);
});
