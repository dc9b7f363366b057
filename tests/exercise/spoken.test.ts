/** A standing action can be kept with the sentence it was sent in. */
import { expect, test } from 'vitest';
import { replay } from '#exercise/replay.ts';
import { isEntry } from '#journal/run-shape.ts';
import { readRunFile } from '#protocol/run-file.ts';
import { opening } from './fixture.ts';
import { Play } from './play.ts';

const SAID = 'Control, 4-Adam-31, the corner, need medics.';

function spoken(words?: string) {
  const play = Play.arrived();
  const why = play.send({
    kind: 'act',
    at: 20_000,
    seat: 'patrol',
    action: 'medics',
    ...(words === undefined ? {} : { words }),
  });
  return { play, why };
}

test('[TB60] the sentence is kept in journal, trace and log, and changes no state and no digest', () => {
  const { play, why } = spoken(SAID);
  expect(why).toBe(null);
  expect(play.entries.at(-1)?.command).toMatchObject({ kind: 'act', action: 'medics', words: SAID });
  expect(play.all('act').at(-1)).toMatchObject({ source: { action: 'medics' }, words: SAID });
  const log = play.view().log.filter(({ kind }) => kind === 'did');
  expect(log.at(-1)).toMatchObject({ text: 'English action.medics', words: SAID });
  const silent = spoken().play;
  expect(play.exercise).toEqual(silent.exercise);
  expect(play.entries.map(({ digest }) => digest)).toEqual(silent.entries.map(({ digest }) => digest));
  expect(silent.view().log.at(-1)).not.toHaveProperty('words');
});

test('[TB60] a run with sentences replays to the same trace, and its file is read back as it was', () => {
  const { play } = spoken(SAID);
  expect(replay(play.engine, play.entries)).toMatchObject({ equal: true, trace: play.trace });
  const pack = { id: 'neutral', hash: `sha256:${'0'.repeat(64)}`, asOf: '2026-06-30' };
  const hash = `sha256:${'0'.repeat(64)}`;
  const file = {
    format: 1,
    kind: 'run',
    opening: { ...opening({ pack }), playbook: hash },
    entries: play.entries,
    sealed: null,
  };
  const read = readRunFile(JSON.stringify(file));
  expect(read).toEqual({ ok: true, run: file });
  for (const entry of play.entries) expect(isEntry(entry, entry.seq)).toBe(true);
});

test('[TB60] an empty sentence and one beyond 300 characters are refused, by the exercise and by whoever reads a file', () => {
  expect(spoken(' ').why).toBe('bad-words');
  expect(spoken('x'.repeat(301)).why).toBe('bad-words');
  expect(spoken('x'.repeat(300)).why).toBe(null);
  const bad = {
    seq: 1,
    command: { kind: 'act', at: 0, seat: 'p', action: 'a', words: 5 },
    digest: `sha256:${'0'.repeat(64)}`,
  };
  expect(isEntry(bad, 1)).toBe(false);
});
