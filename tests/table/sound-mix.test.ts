/** What is heard, from the view alone. */
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { LogItem, SeatView, SeenToken } from '#exercise/view.ts';
import type { MapPlan } from '#scenario/map/map-plan.ts';
import { HeardNow } from '#table/map/heard-now.tsx';
import { captioned } from '#table/play/heard.ts';
import { SOUNDS } from '#table/sound/catalogue.ts';
import { BEDS, mixOf, ordersOf, type Seen } from '#table/sound/mix.ts';
import { catalogued, recordingOf } from '#table/sound/recordings.ts';
import { FIRST_VOLUMES, readVolumes, shareOf } from '#table/sound/volumes.ts';
import { sound as english } from '#table/words/en/sound.ts';
import { sound as spanish } from '#table/words/es/sound.ts';
import { SOUND_IDS } from '../sounds/sound-ids.ts';
import { viewOf } from './seat-at.ts';

/** A street of 600 m at half a metre a pixel. */
const MAP: MapPlan = {
  metresPerPixel: 0.5,
  width: 1200,
  height: 100,
  roads: [],
  lots: [],
  buildings: [],
  curtilage: [],
  lines: [],
  places: { here: { x: 0, y: 0 }, corner: { x: 100, y: 0 }, far: { x: 1200, y: 0 } },
  routes: {},
  exits: [],
  gather: {},
  labels: [],
};
const token = (of: Partial<SeenToken> & Pick<SeenToken, 'id' | 'kind' | 'side'>): SeenToken => ({
  label: of.id,
  at: 'here',
  place: 'here',
  going: null,
  how: null,
  doing: 'standing',
  people: 0,
  mark: null,
  you: false,
  ...of,
});
const YOU = token({ id: 'self', kind: 'person', side: 'local', you: true, people: 1 });
const ambulance = (since: number) =>
  token({
    id: 'crew',
    kind: 'vehicle',
    side: 'medical',
    at: 'here',
    going: { from: 'far', since, until: since + 40_000 },
  });
const view = (of: Partial<Seen>): Seen => ({
  at: 0,
  ended: null,
  log: [],
  sounds: [],
  decisions: [],
  tokens: [YOU],
  ...of,
});
/** Sounded as the ambulance sets out. */
const SIREN = [{ at: 0, n: 0, sound: 'siren-far' }];
const line = (n: number, at: number, channel: 'radio' | 'say' = 'radio'): LogItem => ({
  kind: 'line',
  n,
  at,
  channel,
  from: 'control',
  name: 'Control',
  forYou: false,
  text: '4-Adam-31, go ahead.',
  missed: false,
  line: `line.${n}`,
});

test('[TB81] a siren comes from afar, grows, changes to a near one, and ends where the vehicle stands', () => {
  const levels = [0, 10_000, 20_000, 30_000, 38_000].map(
    (at) => mixOf(null, view({ at, tokens: [YOU, ambulance(0)], sounds: SIREN }), MAP, true).beds,
  );
  const heard = levels.map((beds) => beds.siren + beds['siren-far']);
  expect(heard).toEqual([...heard].sort((a, b) => a - b));
  expect(levels[0]?.siren).toBeLessThan(0.02);
  expect(levels[0]?.['siren-far']).toBeGreaterThan(0.03);
  expect(levels[4]?.siren).toBeGreaterThan(levels[4]?.['siren-far'] ?? 1);
  const stands = mixOf(
    null,
    view({ at: 41_000, tokens: [YOU, ambulance(0)], sounds: SIREN }),
    MAP,
    true,
  ).beds;
  expect([stands.siren, stands['siren-far'], stands['engine-drive']]).toEqual([0, 0, 0]);
});

test('[TB81] only who set out with a siren has one, and one hears none from inside one’s own car', () => {
  const going = { from: 'far', since: 0, until: 30_000 };
  const beds = (sounds: Seen['sounds'], ...tokens: SeenToken[]) =>
    mixOf(null, view({ at: 5_000, tokens, sounds }), MAP, true).beds;
  const unit = token({ id: 'unit', kind: 'vehicle', side: 'local', going });
  const rides = beds(SIREN, { ...YOU, going }, { ...unit, id: 'car' });
  expect([rides.siren, rides['siren-far']]).toEqual([0, 0]);
  expect(rides['engine-drive']).toBeGreaterThan(0.3);
  expect(beds(SIREN, YOU, unit)['siren-far']).toBeGreaterThan(0);
  const silent = beds([], YOU, unit);
  expect([silent.siren, silent['siren-far']]).toEqual([0, 0]);
  expect(beds(SIREN, YOU, { ...unit, going: { ...going, since: 4_500 } })['siren-far']).toBe(0);
});

test('[TB81] a siren that nobody is seen to come with passes once; one that is seen does not pass as well', () => {
  const before = mixOf(null, view({ at: 1_000, tokens: [YOU] }), MAP, true);
  const sounds = [{ at: 2_000, n: 0, sound: 'siren-far' }];
  expect(mixOf(before, view({ at: 2_000, sounds, tokens: [YOU] }), MAP, true).shots).toEqual(['siren-far']);
  const seen = view({ at: 2_000, sounds, tokens: [YOU, ambulance(2_000)] });
  expect(mixOf(before, seen, MAP, true).shots).toEqual([]);
  expect(mixOf(before, seen, MAP, true).beds['siren-far']).toBeGreaterThan(0);
});

test('[TB81] the crowd is as loud as it is large and near, and shouts only where a group shouts or presses', () => {
  const group = (of: Partial<SeenToken>) =>
    token({ id: 'g', kind: 'group', side: 'public', people: 12, ...of });
  const beds = (...tokens: SeenToken[]) => mixOf(null, view({ tokens: [YOU, ...tokens] }), MAP, true).beds;
  expect(beds()['crowd-murmur']).toBe(0);
  const quiet = beds(group({}));
  expect([quiet['crowd-shouting'], quiet['crowd-chanting']]).toEqual([0, 0]);
  expect(beds(group({ people: 40 }))['crowd-murmur']).toBeGreaterThan(quiet['crowd-murmur']);
  expect(beds(group({ at: 'corner' }))['crowd-murmur']).toBeLessThan(quiet['crowd-murmur']);
  const shouts = beds(group({ doing: 'shouting' }));
  const presses = beds(group({ doing: 'pressing' }));
  expect(shouts['crowd-shouting']).toBeGreaterThan(presses['crowd-shouting']);
  expect(presses['crowd-shouting']).toBeGreaterThan(0);
  expect(shouts['crowd-chanting']).toBe(0);
  expect(beds(group({ doing: 'shouting', people: 30 }))['crowd-chanting']).toBeGreaterThan(0);
});

test('[TB82] while the clock stands the place is heard from afar and nothing drives; when it is over there is silence', () => {
  const tokens = [YOU, ambulance(0), token({ id: 'g', kind: 'group', side: 'public', people: 30 })];
  const runs = mixOf(null, view({ at: 30_000, tokens, sounds: SIREN }), MAP, true).beds;
  const stands = mixOf(null, view({ at: 30_000, tokens, sounds: SIREN }), MAP, false).beds;
  expect(runs.siren + runs['siren-far'] + runs['engine-drive']).toBeGreaterThan(0.3);
  expect(stands.street).toBeLessThan(runs.street / 2);
  expect(stands['crowd-murmur']).toBeLessThan(runs['crowd-murmur'] / 2);
  expect(stands.siren + stands['siren-far'] + stands['engine-drive'] + stands['engine-idle']).toBe(0);
  const over = mixOf(null, view({ tokens, ended: { id: 'e', title: '', text: '' } }), MAP, true).beds;
  expect(Object.values(over).every((level) => level === 0)).toBe(true);
  const orders = ordersOf(runs, over);
  expect(orders.length).toBeGreaterThan(2);
  expect(orders.every((order) => order.do === 'stop')).toBe(true);
  expect(ordersOf(null, runs).every((order) => order.do === 'start')).toBe(true);
  expect(ordersOf(runs, runs)).toEqual([]);
  expect(ordersOf(runs, stands).some((order) => order.do === 'volume')).toBe(true);
});

test('[TB80] a line is heard once: not on resume, not after a jump back, not when it was long ago', () => {
  const first = mixOf(
    null,
    view({ at: 9_000, log: [line(0, 9_000)], sounds: [{ at: 9_000, n: 0, sound: 'crash' }] }),
    MAP,
    true,
  );
  expect([first.spoken, first.shots]).toEqual([null, []]);
  const log = [line(0, 9_000), line(1, 12_000)];
  const next = mixOf(first, view({ at: 12_000, log }), MAP, true);
  // A view whose sounds are fewer than before is an earlier one.
  expect(next.spoken).toBe(null);
  const sounds = [{ at: 9_000, n: 0, sound: 'crash' }];
  const goes = mixOf(first, view({ at: 12_000, log, sounds }), MAP, true);
  expect(goes.spoken).toMatchObject({ line: 'line.1', radio: true, whole: true });
  expect(goes.shots).toEqual([]);
  expect(mixOf(goes, view({ at: 12_250, log, sounds }), MAP, true).spoken).toBe(null);
  const back = mixOf(goes, view({ at: 9_000, log: [line(0, 9_000)], sounds }), MAP, true);
  expect(back.spoken).toBe(null);
  expect(mixOf(back, view({ at: 60_000, log, sounds }), MAP, true).spoken, 'read, not heard').toBe(null);
  const bang = [...sounds, { at: 12_900, n: 1, sound: 'ram' }, { at: 12_950, n: 2, sound: 'call-207' }];
  expect(mixOf(goes, view({ at: 13_000, log, sounds: bang }), MAP, true).shots).toEqual(['ram']);
  const aloud = [...log, line(2, 13_000, 'say')];
  expect(mixOf(goes, view({ at: 13_000, log: aloud, sounds }), MAP, true).spoken?.radio).toBe(false);
});

test('[TB82] nothing is said by sound alone: every sound has words in both languages, and a caption in the log', () => {
  for (const id of SOUND_IDS) {
    expect(english.words[id], id).toMatch(/\w{3}/);
    expect(spanish.words[id], id).toMatch(/\w{3}/);
  }
  expect(Object.keys(spanish.words).sort()).toEqual(Object.keys(english.words).sort());
  const log = [line(0, 1_000), line(1, 3_000)];
  const sounds = [
    { at: 1_000, n: 0, sound: 'call-207' },
    { at: 3_000, n: 1, sound: 'ram' },
    { at: 5_000, n: 2, sound: 'crash' },
  ];
  const rows = captioned({ log, sounds }).map((row) => (row.kind === 'heard' ? row.sound : row.n));
  expect(rows).toEqual([0, 'ram', 1, 'crash']);
  expect(BEDS.every((id) => SOUNDS[id].loop)).toBe(true);
});

test('[TB84] volumes are kept by kind; what is damaged is as at first; mute is silence', () => {
  expect(readVolumes(null)).toEqual(FIRST_VOLUMES);
  expect(readVolumes({ all: 30, radio: 101, scene: '5', room: 0, muted: true })).toEqual({
    ...FIRST_VOLUMES,
    all: 30,
    room: 0,
    muted: true,
  });
  expect(shareOf({ ...FIRST_VOLUMES, all: 100, radio: 100 }, 'radio')).toBe(1);
  expect(shareOf({ ...FIRST_VOLUMES, room: 0 }, 'room')).toBe(0);
  expect(shareOf({ ...FIRST_VOLUMES, muted: true }, 'radio')).toBe(0);
});

test('[TB86] a recording belongs to its line, language and way of speaking, and to no other', () => {
  const found = catalogued({
    '../../../assets/voices/en/contact.call.m4a': '/a.m4a',
    '../../../assets/voices/en/contact.call.webm': '/a.webm',
    '../../../assets/voices/es-plain/contact.call.webm': '/b.webm',
    '../../../assets/voices/README.md': '/c',
  });
  expect(recordingOf(found, 'contact.call', { lang: 'en', words: 'codes' })).toEqual(['/a.webm', '/a.m4a']);
  expect(recordingOf(found, 'contact.call', { lang: 'en', words: 'plain' })).toBe(null);
  expect(recordingOf(found, 'contact.call', { lang: 'es', words: 'codes' })).toBe(null);
  expect(recordingOf(found, 'contact.call', { lang: 'es', words: 'plain' })).toEqual(['/b.webm']);
  expect(recordingOf(found, 'contact.other', { lang: 'en', words: 'codes' })).toBe(null);
});

test('[TB82] what goes on being heard stands in the words version too, and the street alone says nothing', () => {
  const drawn = (tokens: readonly SeenToken[], sounds: SeatView['sounds'] = []) =>
    renderToStaticMarkup(
      createElement(HeardNow, { view: viewOf({ at: 20_000, tokens: [YOU, ...tokens], sounds }), map: MAP }),
    );
  expect(drawn([])).toBe('');
  const loud = token({ id: 'g', kind: 'group', side: 'public', people: 20, doing: 'shouting' });
  const text = drawn([ambulance(0), loud], SIREN);
  for (const id of [
    'siren',
    'siren-far',
    'engine-drive',
    'crowd-murmur',
    'crowd-shouting',
    'crowd-chanting',
  ] as const) {
    const beds = mixOf(
      null,
      view({ at: 20_000, tokens: [YOU, ambulance(0), loud], sounds: SIREN }),
      MAP,
      true,
    ).beds;
    expect(text.includes(english.words[id]), id).toBe(beds[id] > 0.05);
  }
  expect(text).toContain(english.words['crowd-shouting']);
});
