/** What stands on the wire in place of an author's ids. */
import { describe, expect, test } from 'vitest';
import { opaqueIds } from '#host/opaque-ids.ts';
import { veiled } from '#host/veiled-session.ts';
import { playbook as fixture } from '../exercise/fixture.ts';
import { ENGLISH, names, together } from './together.ts';

/** Everything an author of the fixture gave a name that a view could carry. */
const AUTHORED: readonly string[] = [
  ...fixture.decisions.flatMap(({ id, options }) => [id, ...options.map((option) => option.id)]),
  ...[fixture.actions, fixture.places, fixture.tokens, fixture.endings].flat().map(({ id }) => id),
  ...fixture.speakers.map(({ id }) => id),
  ...fixture.lists.flat().flatMap((effect) => (effect.do === 'line' ? [effect.text] : [])),
  ...['siren', 'door', 'between', 'list'],
];
/** Its own seat is no secret to whoever sits in it, nor are the groups that actions come in. */
const SEAT = 'patrol';
const OPEN = ['seat', 'group'];

/** Every text that stands as a value anywhere in it. */
function textsIn(value: unknown, into = new Set<string>()): ReadonlySet<string> {
  if (typeof value === 'string') into.add(value);
  if (typeof value !== 'object' || value === null) return into;
  for (const [name, inner] of Object.entries(value)) if (!OPEN.includes(name)) textsIn(inner, into);
  return into;
}

describe('opaque names', () => {
  test('[HO4] no id of an author stands in anything a seat is sent, and none is missing', async () => {
    const { host, tempo } = await together();
    const plain = host.open('patrol', ENGLISH);
    const session = veiled(plain, opaqueIds(names(3)));
    const seen = { plain: new Set<string>(), veiled: new Set<string>() };
    const look = () => {
      for (const [view, into] of [
        [plain.view(), seen.plain],
        [session.view(), seen.veiled],
      ] as const) {
        const said = textsIn(view);
        for (const id of AUTHORED) if (said.has(id)) into.add(id);
      }
    };
    look();
    session.subscribe(look);
    const choose = async (say: string) => {
      const card = session.view().decisions[0];
      const option = card?.options.find((one) => one.say === `English option.${say}`);
      if (card === undefined || option === undefined) throw new Error(`${say} is not on offer`);
      const ask = { decision: card.decision, visit: card.visit, option: option.id };
      expect(await session.send({ kind: 'choose', ...ask })).toEqual({ ok: true });
    };
    await choose('marked');
    await tempo.pass(25_000);
    await choose('ask');
    await tempo.pass(10_000);
    const check = session.view().actions.find(({ say }) => say === 'English action.check');
    expect(await session.send({ kind: 'act', action: check?.id ?? '' })).toEqual({ ok: true });
    await tempo.pass(60_000);
    await host.give({ kind: 'end' });
    look();
    expect([...seen.veiled]).toEqual([]);
    const missing = ['approach', 'marked', 'note', 'curb', 'van', 'line.call', 'line.checking'];
    missing.push(plain.view().ended?.id ?? 'no end');
    expect(
      missing.filter((id) => !seen.plain.has(id)),
      'the plain view held nothing to hide',
    ).toEqual([]);
    // Words and what everybody may know stay as they were.
    expect(session.view().known[0]).toMatchObject({
      fact: 'identity',
      value: expect.stringMatching(/claimed|confirmed/),
    });
    expect(session.view().log.map((item) => ('text' in item ? item.text : ''))).toEqual(
      plain.view().log.map((item) => ('text' in item ? item.text : '')),
    );
    host.close();
  });

  test("[HO4] what is asked by an author's name, or by a name of another seat's table, is not there", async () => {
    const { host } = await together();
    const mine = veiled(host.open(SEAT, ENGLISH), opaqueIds(names(3)));
    const other = veiled(host.open(SEAT, ENGLISH), opaqueIds(names(4)));
    const [card] = mine.view().decisions;
    if (card === undefined) throw new Error('no card');
    const [option] = card.options;
    const no = { ok: false, why: 'not-open' };
    expect(await mine.send({ kind: 'act', action: 'note' })).toEqual(no);
    const { decision, visit } = card;
    expect(await mine.send({ kind: 'choose', decision: 'approach', visit, option: 'marked' })).toEqual(no);
    expect(await other.send({ kind: 'choose', decision, visit, option: option?.id ?? '' })).toEqual(no);
    // An option's name is of its own card: with that of another decision, or standing for an action, it is nothing.
    expect(await mine.send({ kind: 'choose', decision, visit, option: decision })).toEqual(no);
    expect(await mine.send({ kind: 'act', action: option?.id ?? '' })).toEqual(no);
    expect(await mine.send({ kind: 'say', decision: 'approach', visit, words: 'I stop.' })).toEqual(no);
    expect(await mine.send({ kind: 'say', decision, visit, words: 'I stop.' })).toEqual({ ok: true });
    expect(await mine.send({ kind: 'choose', decision, visit, option: option?.id ?? '' })).toEqual({
      ok: true,
    });
    host.close();
  });

  test('[HO4] names are drawn when first told, one for each id and never one for two', () => {
    let drawn = 0;
    const twice = ['a', 'a', 'b', 'b', 'c'];
    const ids = opaqueIds(() => twice[drawn++] ?? 'z');
    expect(drawn).toBe(0);
    expect([ids.of('one'), ids.of('two'), ids.of('one'), ids.of('three')]).toEqual(['a', 'b', 'a', 'c']);
    expect([ids.idOf('b'), ids.idOf('two'), ids.idOf('z')]).toEqual(['two', null, null]);
  });
});
