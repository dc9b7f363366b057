/** Every branch of the standing tree, first that fits, and kept of due. */
import { expect, test } from 'vitest';
import { duty, lawOf, rule, ruled, Story } from './small-law.ts';

const law = lawOf(`rules:
${rule('good', 'of: explain, gives: { jurisdiction: commended }')}
${rule('due', 'of: announce, gives: { jurisdiction: required }')}
${rule('allowed', 'of: offer, gives: { jurisdiction: permitted }')}
${rule('poor', 'of: comment, gives: { jurisdiction: discouraged }')}
${rule('bad', 'of: search, gives: { jurisdiction: forbidden }')}
${rule('grave', 'of: detain, gives: { jurisdiction: forbidden }, grave: [jurisdiction]')}
duties:
${[1, 2, 3]
  .map((n) =>
    duty(
      `d${n}`,
      `met-by: [{ refer: { to: ${['records', 'liaison', 'detectives'][n - 1]} } }], late: { jurisdiction: permitted }, missed: { jurisdiction: discouraged }, titles: { met: M., late: L., missed: N. }`,
    ),
  )
  .join('\n')}`);

const standing = (story: Story) => ruled(law, story).axes.jurisdiction;
/** Three duties open at 10 s, due at 70 s; `met` of them met in time and `late` late. */
function duties(met: number, late = 0): Story {
  const story = new Story();
  for (const to of ['records', 'liaison', 'detectives']) {
    story.events.push({
      kind: 'offered',
      at: 0,
      seq: 0,
      seat: 'patrol',
      source: { action: to },
      acts: [{ kind: 'refer', fields: { to } }],
    });
  }
  story.see(10, 'federal-claim');
  for (const [index, to] of ['records', 'liaison', 'detectives'].entries()) {
    if (index < met) story.bar(20, { refer: { to } });
    else if (index < met + late) story.bar(80, { refer: { to } });
  }
  return story;
}

test.each([
  [
    'not exercised where nothing was found',
    new Story().act(1, { interpret: {} }).end(9),
    'not-exercised',
    0,
    0,
  ],
  ['sound by merit', new Story().act(1, { explain: {} }).act(2, { announce: {} }).end(9), 'sound', 2, 2],
  [
    'sound by what is permitted, which is neither kept nor due',
    new Story().act(1, { offer: {} }).end(9),
    'sound',
    0,
    0,
  ],
  [
    'gaps by something discouraged',
    new Story().act(1, { explain: {} }).act(2, { comment: {} }).end(9),
    'gaps',
    1,
    2,
  ],
  ['gaps by one duty of three missed', duties(2).end(100), 'gaps', 2, 3],
  ['gaps by a late duty, even where lateness itself is permitted', duties(2, 1).end(100), 'gaps', 2, 3],
  ['sound by duties met', duties(3).end(100), 'sound', 3, 3],
  ['unsound by more than half of the duties missed', duties(1).end(100), 'unsound', 1, 3],
  [
    'unsound by something forbidden',
    new Story().act(1, { explain: {} }).act(2, { search: {} }).end(9),
    'unsound',
    1,
    2,
  ],
  [
    'unsound by an objective not met, whatever was earned',
    new Story().act(1, { explain: {} }).objective(9, 'jurisdiction', false).end(9),
    'unsound',
    1,
    1,
  ],
  [
    'sound with the objective met',
    new Story().act(1, { explain: {} }).objective(9, 'jurisdiction', true).end(9),
    'sound',
    1,
    1,
  ],
  ['grave before all else', duties(1).act(90, { detain: {} }).end(100), 'grave', 1, 4],
] as const)('[LW13] %s', (_name, story, word, kept, due) => {
  expect(standing(story)).toEqual({ standing: word, kept, due });
});

test('[LW13] exactly half of the duties missed is not more than half', () => {
  const two = lawOf(
    `duties:\n${duty('a')}\n${duty('b', 'met-by: [announce], missed: { jurisdiction: discouraged }')}`,
  );
  const story = new Story()
    .offer(0, 'announce')
    .see(10, 'federal-claim')
    .bar(20, { 'verify-identity': { by: 'credential' } });
  expect(ruled(two, story.end(100)).axes.jurisdiction).toEqual({ standing: 'gaps', kept: 1, due: 2 });
});

test('[LW13] an axis is not touched by findings and objectives of another', () => {
  const { axes } = ruled(
    law,
    new Story().act(1, { detain: {} }).objective(2, 'constitutional', false).end(9),
  );
  expect(Object.values(axes).map((axis) => axis.standing)).toEqual(['grave', 'unsound', 'not-exercised']);
});

test('[LW13] every kept and every due is a finding on that axis', () => {
  const { axes, findings } = ruled(law, duties(2).act(90, { explain: {}, offer: {} }).end(100));
  const counted = findings.filter((finding) => 'duty' in finding.on || finding.verdict !== 'permitted');
  expect(axes.jurisdiction).toEqual({ standing: 'gaps', kept: 3, due: counted.length });
});
