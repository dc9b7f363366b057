import { expect, test } from 'vitest';
import type { Effect, Look, Playbook } from '#scenario/playbook.ts';
import { LIST, playbook, WHEN } from './fixture.ts';
import { Play } from './play.ts';

const looks: readonly Look[] = [
  { when: WHEN.crowdAngry, how: 'ask.contact', doing: 'pressing', people: 14 },
  { when: WHEN.patrolHere, how: 'ask.approach', doing: 'filming', people: null },
];

/** The fixture with its van as another kind of token. */
function token(more: Partial<Playbook['tokens'][number]>): Partial<Playbook> {
  return { tokens: playbook.tokens.map((one) => (one.id === 'van' ? { ...one, ...more } : one)) };
}

function lists(n: number, effects: readonly Effect[]): Partial<Playbook> {
  return { lists: playbook.lists.map((list, i) => (i === n ? effects : list)) };
}

const van = (play: Play, seat = 'patrol', lang = 'en') =>
  play.view(seat, lang).tokens.find(({ id }) => id === 'van');

test('[EX26] a token on its way is going from where it stood, since and until; then it stands', () => {
  const play = Play.arrived();
  expect(van(play)).toMatchObject({ at: 'oak', going: { from: 'curb', since: 19_000, until: 24_000 } });
  play.advance(23_999);
  expect(van(play)?.going).toEqual({ from: 'curb', since: 19_000, until: 24_000 });
  play.advance(24_000);
  expect(van(play)).toMatchObject({ at: 'oak', going: null });
});

test('[EX26] [EX9] who did not see it set out is not told where it came from; who sees nothing is told nothing', () => {
  const late = lists(LIST.onSceneEnter, [
    { do: 'arrives', seat: 0 },
    { do: 'move', token: 1, place: 2, ms: 5_000 },
    { do: 'reveal', token: 1, seats: [0] },
  ]);
  const play = Play.arrived({ seats: ['patrol', 'dispatch'] }, late);
  expect(van(play)).toMatchObject({ at: 'oak', going: null });
  expect(JSON.stringify(play.view())).not.toContain('curb');
  expect(van(play, 'dispatch')).toBeUndefined();
  expect(play.all('moved').some(({ token, ms }) => token === 'van' && ms === 5_000)).toBe(true);
});

test('[EX26] a place set at once, and a way to where it already stands, are no going', () => {
  const put = (place: number, ms: number) =>
    lists(LIST.onSceneEnter, [
      { do: 'reveal', token: 1, seats: [0] },
      { do: 'move', token: 1, place, ms },
    ]);
  expect(van(Play.arrived({}, put(2, 0)))?.going).toBe(null);
  expect(van(Play.arrived({}, put(1, 5_000)))?.going).toBe(null);
  expect(van(Play.arrived({}, put(0, 5_000)))?.going).toMatchObject({ from: 'curb' });
});

test('[EX26] the first look that fits now, in the reader’s language; a group is as many as the look says', () => {
  const play = Play.arrived({}, token({ kind: 'group', people: 6, looks }));
  // On the way it walks, whatever it does when it stands.
  expect(van(play)).toMatchObject({ how: 'English ask.approach', doing: 'walking', people: 6 });
  expect(van(play, 'patrol', 'es')?.how).toBe('¿Cómo se acerca?');
  play.advance(24_000);
  expect(van(play)).toMatchObject({ doing: 'filming', people: 6, mark: null });
  play.choose(24_000, 'contact', 'wait-and-watch');
  play.advance(60_000);
  expect(play.slot(4)).toBeGreaterThanOrEqual(8);
  expect(van(play)).toMatchObject({ how: 'English ask.contact', doing: 'pressing', people: 14 });
});

test('[EX26] people are counted by kind; who is held or leaves is seen so on the way too', () => {
  const seen = (more: Partial<Playbook['tokens'][number]>) => van(Play.arrived({}, token(more)));
  expect(seen({})).toMatchObject({ how: null, doing: 'standing', people: 0, mark: null });
  expect(seen({ kind: 'person' })).toMatchObject({ doing: 'walking', people: 1 });
  expect(seen({ kind: 'group' })).toMatchObject({ people: 0 });
  expect(seen({ kind: 'thing', mark: 'tape' })).toMatchObject({ people: 0, mark: 'tape', doing: 'standing' });
  for (const doing of ['held', 'leaving'] as const) {
    const look = { when: null, how: null, doing, people: null };
    expect(seen({ kind: 'person', looks: [look] })).toMatchObject({ how: null, doing, people: 1 });
  }
});

test('[EX26] [EX9] an offer says what its action is about, as far as its seat sees it', () => {
  const about = (id: string) => (id === 'note' ? { about: ['van', 'oak'] } : {});
  const play = Play.arrived(
    { seats: ['patrol', 'dispatch'] },
    { actions: playbook.actions.map((one) => ({ ...one, ...about(one.id) })) },
  );
  const offers = play.view().actions;
  expect(offers.find(({ id }) => id === 'note')?.about).toEqual(['van', 'oak']);
  expect(offers.filter(({ id }) => id !== 'note').map((one) => one.about)).toEqual([[]]);
  expect(play.view('dispatch').actions.find(({ id }) => id === 'note')?.about).toEqual(['oak']);
});

test('[EX27] a seat hears what reaches it: scene, lines it heard whole, and nothing meant for others', () => {
  const play = Play.arrived(
    { seats: ['patrol', 'dispatch'] },
    lists(LIST.onSceneEnter, [
      { do: 'arrives', seat: 0 },
      { do: 'sound', sound: 'horn', to: [0] },
      { do: 'sound', sound: 'ram', to: [1] },
      {
        do: 'line',
        channel: 'say',
        from: 2,
        to: [0],
        text: 'line.who',
        captionMs: 0,
        sound: 'shout',
      },
      { do: 'sound', sound: 'crash' },
    ]),
  );
  const heard = (seat: string) =>
    play
      .view(seat)
      .sounds.map(({ at, n, sound }) => `${n} ${at} ${sound}`)
      .join(', ');
  expect(heard('patrol')).toBe('0 19000 door, 1 19000 horn, 2 19000 shout, 3 19000 crash');
  expect(heard('dispatch')).toBe('0 19000 door, 1 19000 ram, 2 19000 crash');
});

const awayAt = (id: string) => ({
  places: playbook.places.map((one) => (one.id === id ? { ...one, away: true as const } : one)),
});

test('[EX28] who goes to a place that is away is seen on the way and no more once there', () => {
  const play = Play.arrived({}, awayAt('oak'));
  play.advance(23_999);
  expect(van(play)).toMatchObject({ at: 'oak', going: { from: 'curb', until: 24_000 } });
  play.advance(24_000);
  expect(van(play)).toBeUndefined();
  expect(play.view().tokens.map(({ id }) => id)).toEqual(['patrol']);
  expect(play.view().places.map(({ id }) => id)).not.toContain('oak');
});

test('[EX28] who is away sees only who is there too', () => {
  const seen = (id: string) => {
    const play = Play.arrived({}, awayAt(id));
    play.advance(24_000);
    return play.view().tokens.map((one) => one.id);
  };
  expect(seen('car')).toEqual(['patrol']);
  expect(seen('curb')).toEqual(['patrol', 'van']);
});
