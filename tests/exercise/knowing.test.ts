import { expect, test } from 'vitest';
import { LIST, playbook, SLOT } from './fixture.ts';
import { Play } from './play.ts';

test('[EX17] a fact is learnt with moment, source and basis, and passed on with the one who reports it', () => {
  const play = Play.arrived();
  play.advance(34_000);
  expect(play.all('learnt')).toMatchObject([
    {
      at: 34_000,
      seat: 'patrol',
      fact: 'identity',
      value: 'claimed',
      was: 'unknown',
      from: 'lead',
      basis: 'heard',
    },
    {
      at: 34_000,
      seat: 'dispatch',
      fact: 'identity',
      value: 'claimed',
      was: 'unknown',
      from: 'patrol',
      basis: 'heard',
    },
  ]);
  expect(play.exercise.sources.slice(SLOT.patrolIdentity * 3, SLOT.patrolIdentity * 3 + 3)).toEqual([
    34_000, 2, 0,
  ]);
  expect(play.view().known).toEqual([
    {
      fact: 'identity',
      label: 'English fact.identity',
      value: 'claimed',
      words: 'claimed',
      at: 34_000,
      name: 'Man in vest',
      basis: 'heard',
    },
  ]);
});

test('[EX17] what is already known changes nothing, not even its source', () => {
  const play = Play.arrived();
  play.choose(22_000, 'contact', 'ask');
  play.advance(30_000);
  play.advance(34_000);
  expect(play.all('learnt').filter((event) => event.seat === 'patrol').length).toBe(1);
  expect(play.exercise.sources[SLOT.patrolIdentity * 3]).toBe(30_000);
});

test('[EX17] a value can be read off the truth; nothing is reported while nothing is known', () => {
  const identities = new Set<string>();
  for (let seed = 0; seed < 12; seed++) {
    const play = Play.arrived({ seed });
    play.advance(34_000);
    play.act(34_000, 'check');
    play.advance(74_000);
    identities.add(`${play.slot(SLOT.team)} ${play.view().known[0]?.value}`);
  }
  expect([...identities].sort()).toEqual(['0 confirmed', '1 refuted']);
  const lists = playbook.lists.map((list, n) =>
    n === LIST.gather
      ? [{ do: 'report', slot: SLOT.patrolIdentity, to: 1, from: 0, basis: 'heard' } as const]
      : list,
  );
  const play = new Play({}, { lists });
  play.advance(60_000);
  expect(play.all('learnt').filter((event) => event.seat === 'dispatch')).toMatchObject([]);
});

test('[EX21] every perception is told; what the vocabulary closes is closed, for that seat', () => {
  const observe = (observation: number) => ({ do: 'observe', observation, seats: [0] }) as const;
  const lists = playbook.lists.map((list, n) =>
    n === LIST.rollingEnter
      ? [...list, observe(3), observe(3), { do: 'observe', observation: 3, seats: [1] } as const, observe(4)]
      : list,
  );
  const play = new Play({}, { lists });
  const happened = play.trace
    .filter((event) => event.kind === 'observed' || event.kind === 'closed')
    .map((event) => `${event.kind} ${event.observation} ${event.seat}`);
  expect(happened).toEqual([
    'observed exit-blocked patrol',
    'observed exit-blocked patrol',
    'observed exit-blocked dispatch',
    'observed exit-open patrol',
    'closed exit-blocked patrol',
  ]);
  expect(play.exercise.seeing).toEqual([
    [1, 3],
    [0, 4],
  ]);
});

test('[EX23] a speaker is called what the seat knew them as when the line was told', () => {
  const play = Play.arrived();
  play.choose(22_000, 'contact', 'challenge');
  play.advance(34_000);
  play.choose(45_000, 'second', 'step-back');
  const lines = play.view().log.filter((item) => item.kind === 'line' && item.from === 'lead');
  expect(lines).toMatchObject([{ name: 'Man in vest', text: 'English line.who' }]);
  // Told again once he has said that he is federal.
  const again = Play.arrived();
  again.advance(34_000);
  again.choose(40_000, 'contact', 'challenge');
  again.advance(52_000);
  expect(again.view().log.filter((item) => item.kind === 'line' && item.from === 'lead')).toMatchObject([
    { name: 'Man in vest, says federal' },
  ]);
});

test('[EX23] texts in the reader’s language, English where untranslated, codes or plain words', () => {
  const play = new Play();
  expect(play.view().log[0]).toMatchObject({ text: '4-Adam-31, a 207 in progress.', forYou: true });
  expect(play.view('patrol', 'en', 'plain').log[0]).toMatchObject({
    text: '4-Adam-31, a kidnapping in progress.',
  });
  expect(play.view('patrol', 'es').decisions[0]?.ask).toBe('¿Cómo se acerca?');
  expect(play.view('patrol', 'es').actions[0]?.say).toBe('English action.note');
});

test('[EX23] options are shuffled by seed, the same each time one looks', () => {
  const orders = new Set<string>();
  for (let seed = 0; seed < 40; seed++) {
    const play = new Play({ seed });
    const order = play
      .view()
      .decisions[0]?.options.map((option) => option.id)
      .join();
    expect(
      play
        .view()
        .decisions[0]?.options.map((option) => option.id)
        .join(),
    ).toBe(order);
    orders.add(order ?? '');
  }
  expect([...orders].sort()).toEqual(['marked,quiet', 'quiet,marked']);
});

test('[EX9] each seat sees its own: lines, facts, acts, cards, tokens', () => {
  const play = Play.arrived({ seats: ['patrol', 'dispatch'] });
  play.advance(34_000);
  const [patrol, dispatch] = [play.view('patrol'), play.view('dispatch')];
  expect(patrol.tokens.map((token) => token.id)).toEqual(['patrol', 'van']);
  expect(dispatch.tokens.map((token) => token.id)).toEqual(['patrol']);
  expect(patrol.place).toEqual({ id: 'car', label: 'English place.car' });
  expect(dispatch.place).toBe(null);
  expect(dispatch.decisions).toEqual([]);
  expect(patrol.decisions.map((card) => card.decision)).toEqual(['contact']);
  expect(dispatch.log.map((item) => item.kind)).toEqual(['line', 'line', 'learnt']);
  expect(patrol.log.map((item) => item.n)).toEqual(patrol.log.map((_, n) => n));
  const early = new Play({ seats: ['patrol', 'dispatch'] });
  early.advance(5_000);
  expect(early.view('dispatch').decisions.map((card) => card.decision)).toEqual(['relay']);
  expect(early.view('patrol').decisions.map((card) => card.decision)).toEqual(['approach']);
  expect(() => play.view('nobody')).toThrow('[EX9]');
});

test('[EX9] a view tells no ref, seed, digest or global number', () => {
  const play = Play.arrived();
  play.advance(30_000);
  const words = new Set<string>();
  JSON.stringify(play.view(), (key, value: unknown) => {
    words.add(key);
    return value;
  });
  for (const key of ['seq', 'ref', 'seed', 'digest', 'acts', 'truth', 'due', 'slots', 'extended'])
    expect(words).not.toContain(key);
  expect(words).toContain('options');
});
