import { expect, test } from 'vitest';
import { makeEngine } from '#exercise/engine.ts';
import { openExercise } from '#exercise/open.ts';
import { replay } from '#exercise/replay.ts';
import { seatView } from '#exercise/seat-view.ts';
import { step } from '#exercise/step.ts';
import { opening, playbook } from './fixture.ts';

test.each(['chart', 'grid'] as const)('plays %s', (m) => {
  const e = makeEngine(playbook, opening(), m);
  let { exercise, trace } = openExercise(e);
  const entries = [];
  for (const c of [
    { kind: 'advance', at: 5000 },
    { kind: 'choose', at: 9000, seat: 'patrol', decision: 'approach', visit: 1, option: 'marked' },
    { kind: 'advance', at: 400000 },
  ] as const) {
    const s = step(e, exercise, c);
    expect(s.ok).toBe(true);
    if (!s.ok) return;
    entries.push(...s.entries);
    exercise = s.exercise;
    trace = [...trace, ...s.trace];
  }
  if (m === 'chart') {
    console.log(trace.map((t) => JSON.stringify(t)).join('\n'));
    console.log(
      JSON.stringify(seatView(e, exercise, trace, 'patrol', { lang: 'en', words: 'codes' }), null, 1),
    );
  }
  expect(exercise.ended).not.toBe(-1);
  expect(replay(e, entries).equal).toBe(true);
});
