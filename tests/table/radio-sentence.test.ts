/** A radio message from the situation's words: what can be said, how it is said, what it does. */
import { expect, test } from 'vitest';
import { type Chosen, radioMessage, radioWords } from '#table/play/radio-sentence.ts';
import { startRun } from '#table/runs/open-run.ts';
import { flagship, room, settings } from './shipped-room.ts';

const NOTHING: Chosen = { who: null, where: null, what: null, need: null, style: 'plain' };

async function underway() {
  const here = room();
  const { session } = await startRun(here, flagship(), { ...settings, clock: 'discussion' });
  await session.pass(20_000);
  const words = () => radioWords(session.view(), ({ words: said }) => said);
  return { here, session, words };
}

test('[TB60] only who was heard on the radio can be called, only what can be asked for now is a need', async () => {
  const { session, words } = await underway();
  const { who, where, need } = words();
  const heard = session
    .view()
    .log.flatMap((item) => (item.kind === 'line' && item.channel === 'radio' ? [item.from] : []));
  expect(who.map(({ id }) => id)).toEqual([...new Set(heard)]);
  expect(where[0]).toEqual({ id: session.view().place?.id, say: session.view().place?.label });
  const offered = new Set(session.view().actions.map(({ id }) => id));
  expect(need.length).toBeGreaterThan(3);
  expect(need.filter(({ id }) => !offered.has(id))).toEqual([]);
  // Every radio action on offer is a need; one of another group only where its author says how it is asked for.
  const radio = session.view().actions.filter((one) => one.group === 'radio');
  expect(need.map(({ id }) => id)).toEqual(expect.arrayContaining(radio.map(({ id }) => id)));
  expect(need.map(({ id }) => id)).not.toContain('camera-on');
  // What is gone from the offers cannot be put together any more, nor can nothing.
  const gone = { ...words(), need: need.filter(({ id }) => id !== 'another-car') };
  expect(radioMessage(gone, '4-Adam-31', { ...NOTHING, need: 'another-car' })).toBeNull();
  expect(radioMessage(words(), '4-Adam-31', NOTHING)).toBeNull();
  session.close();
});

test('[TB60] the sentence is said in order, in codes or in plain words, and its length grows with it', async () => {
  const { session, words } = await underway();
  const all = words();
  const chosen: Chosen = { ...NOTHING, who: 'control', where: all.where[0]?.id ?? '', need: 'another-car' };
  const plain = radioMessage(all, '4-Adam-31', chosen);
  const codes = radioMessage(all, '4-Adam-31', { ...chosen, style: 'codes' });
  expect(plain?.sentence).toBe('Control, 4-Adam-31, on Tern Street, need one more unit.');
  expect(codes?.sentence).toBe('Control, 4-Adam-31, on Tern Street, request one additional unit.');
  const short = radioMessage(all, '4-Adam-31', { ...NOTHING, need: 'another-car' });
  expect(short?.sentence).toBe('4-Adam-31, need one more unit.');
  expect(short?.length ?? 0).toBeLessThan(plain?.length ?? 0);
  const known = {
    ...all,
    what: [{ id: 'known:identity', say: 'The four men, they say they are federal' }],
    where: [{ id: 'x', say: 'Needle Avenue, south side' }],
  };
  expect(radioMessage(known, '4-Adam-31', { ...chosen, where: 'x', what: 'known:identity' })?.sentence).toBe(
    'Control, 4-Adam-31, Needle Avenue, south side, the four men, they say they are federal, need one more unit.',
  );
  session.close();
});

test('[TB60] sending does the action that asks for it, with the sentence in the log, and the run replays', async () => {
  const { session, words } = await underway();
  const message = radioMessage(words(), '4-Adam-31', {
    ...NOTHING,
    who: 'control',
    need: 'request-supervisor',
  });
  if (message === null) throw new Error('nothing to send');
  expect(await session.send({ kind: 'act', action: message.action, words: message.sentence })).toEqual({
    ok: true,
  });
  expect(
    session
      .view()
      .log.filter(({ kind }) => kind === 'did')
      .at(-1),
  ).toMatchObject({ words: message.sentence });
  expect(session.played().entries.at(-1)?.command).toMatchObject({
    action: 'request-supervisor',
    words: message.sentence,
  });
  session.close();
});
