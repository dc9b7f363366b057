/** The desk of sounds with a player that only notes what it is told. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { LogItem, SeatView } from '#exercise/view.ts';
import type { Player } from '#table/sound/player.ts';
import { makeSoundDesk } from '#table/sound/sound-desk.ts';
import { FIRST_VOLUMES } from '#table/sound/volumes.ts';

// Howler looks for a window when it is loaded.
vi.mock('howler', () => ({ Howl: class {}, Howler: { mute: () => undefined } }));
beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const told = (n: number, at: number): LogItem => ({
  kind: 'line',
  n,
  at,
  channel: 'radio',
  from: 'control',
  name: 'Control',
  forYou: true,
  text: 'Copy.',
  missed: false,
  line: 'x',
});
const view = (at: number, log: readonly LogItem[], of: Partial<SeatView> = {}): SeatView => ({
  seat: 'patrol',
  callsign: '4-Adam-31',
  at,
  place: null,
  ended: null,
  log,
  decisions: [],
  actions: [],
  busy: null,
  waiting: false,
  known: [],
  tokens: [],
  places: [],
  sounds: [],
  ...of,
});

function noting(fails = false) {
  const notes: string[] = [];
  const note = (...words: readonly (string | number)[]) => {
    notes.push(words.join(' '));
    if (fails) throw new Error('no sound here');
  };
  const player: Player = {
    bed: (id, share) => note('bed', id, share > 0 ? 'on' : 'silent'),
    still: (id) => note('still', id),
    shot: (id) => note('shot', id),
    speak: (_, __, over) => over(),
    hush: () => undefined,
    close: () => note('close'),
  };
  return { notes, player };
}

test('[TB80] every radio line is keyed and let go, and a new one takes the channel from the one before', () => {
  const { notes, player } = noting();
  const desk = makeSoundDesk({ volumes: FIRST_VOLUMES, map: null, player: () => player, allowed: now });
  desk.hear(view(1_000, []), true);
  desk.hear(view(2_000, [told(0, 2_000)]), true);
  expect(notes).toContain('shot key-click');
  expect(notes).not.toContain('shot squelch');
  vi.advanceTimersByTime(300);
  desk.hear(view(2_300, [told(0, 2_000), told(1, 2_300)]), true);
  vi.advanceTimersByTime(5_000);
  expect(notes.filter((one) => one === 'shot key-click')).toHaveLength(2);
  expect(notes.filter((one) => one === 'shot squelch')).toHaveLength(1);
  expect(notes.lastIndexOf('still carrier')).toBeGreaterThan(notes.lastIndexOf('bed carrier on'));
  desk.close();
  expect(notes.at(-1)).toBe('close');
});

test('[TB83] before the first touch nothing is set up, and what was told until then does not sound afterwards', () => {
  const { notes, player } = noting();
  let touch = () => {};
  let made = 0;
  const desk = makeSoundDesk({
    volumes: FIRST_VOLUMES,
    map: null,
    player: () => {
      made += 1;
      return player;
    },
    allowed: (go) => {
      touch = go;
      return () => undefined;
    },
  });
  desk.hear(view(1_000, []), true);
  desk.hear(view(2_000, [told(0, 2_000)]), true);
  expect([made, notes]).toEqual([0, []]);
  touch();
  expect(made).toBe(1);
  expect(notes).toEqual(['bed street on']);
  desk.close();
});

test('[TB83] a player that fails, or cannot be made, disturbs nobody', () => {
  const { player } = noting(true);
  const failing = makeSoundDesk({ volumes: FIRST_VOLUMES, map: null, player: () => player, allowed: now });
  expect(() => failing.hear(view(1_000, []), true)).not.toThrow();
  expect(() => failing.hear(view(2_000, [told(0, 2_000)]), true)).not.toThrow();
  expect(() => failing.volumes({ ...FIRST_VOLUMES, all: 10 })).not.toThrow();
  const none = makeSoundDesk({
    volumes: FIRST_VOLUMES,
    map: null,
    player: () => {
      throw new Error('no audio');
    },
    allowed: now,
  });
  expect(() => none.hear(view(1_000, []), true)).not.toThrow();
  none.close();
});

test('[TB84] muted, beds go on in silence and nothing begins; unmuted they are heard at once', () => {
  const { notes, player } = noting();
  const muted = { ...FIRST_VOLUMES, muted: true };
  const desk = makeSoundDesk({ volumes: muted, map: null, player: () => player, allowed: now });
  desk.hear(view(1_000, []), true);
  desk.hear(view(2_000, [told(0, 2_000)], { sounds: [{ at: 2_000, n: 0, sound: 'ram' }] }), true);
  expect(notes.filter((one) => one.startsWith('shot'))).toEqual([]);
  expect(notes).toContain('bed street silent');
  desk.volumes(FIRST_VOLUMES);
  expect(notes.at(-1)).toBe('bed street on');
  desk.close();
});

function now(go: () => void): () => void {
  go();
  return () => undefined;
}
