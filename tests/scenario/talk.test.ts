/** Talk: the ways of a library for each person a scenario lists, what a person changes of them, and what is wrong in it. */
import { describe, expect, test } from 'vitest';
import type { Playbook } from '#scenario/playbook.ts';
import { readScenario } from '#scenario/read.ts';
import { Play } from '../exercise/play.ts';
import { SAMPLE, sampleFiles } from './sample.ts';

const TALK = `format: 1
talk:
  ask-calm: { way: ask, tone: calm, seat: [patrol], say: Ask calmly., acts: [], takes: 8s, then: [{ say: { from: them, id: calm, text: I will tell you. } }] }
  wait: { way: wait, seat: [patrol], say: Wait with them., acts: [], takes: 15s }
`;
const files = (talk: string, library = TALK) =>
  sampleFiles({
    'sample/scenario.yaml': SAMPLE.replace(
      'uses: [common/basics]',
      'uses: [common/basics, common/talk]',
    ).replace('automations:', `${talk}automations:`),
    'common/talk.yaml': library,
  });

function read(talk: string): Playbook {
  const { playbook, problems } = readScenario(files(talk), 'sample');
  expect(problems).toEqual([]);
  if (playbook === null) throw new Error('no playbook');
  return playbook;
}

describe('[SC70] talk', () => {
  test('[SC70] each person listed gets each way of the library, and changes what they know better', () => {
    const ways = `      ask-calm: { takes: 4s, then: [{ say: { from: them, text: No. } }] }
      wait: false
      order: { way: order, tone: firm, seat: [patrol], say: Order him back., acts: [], takes: 5s }
`;
    const { actions, speakers, texts, lists } = read(
      `talk:\n  harlan:\n    ways:\n${ways}  control: { about: [car] }\n`,
    );
    const talk = actions.filter((one) => one.talk !== undefined);
    expect(talk.map(({ id }) => id)).toEqual([
      'harlan-ask-calm',
      'harlan-order',
      'control-ask-calm',
      'control-wait',
    ]);
    const [own, order, plain] = talk;
    expect(own).toMatchObject({
      group: 'talk',
      takesMs: 4000,
      about: ['harlan'],
      say: 'common.talk.ask-calm.say',
    });
    expect(speakers[own?.talk?.to ?? -1]?.id).toBe('harlan');
    expect(own?.talk).toMatchObject({ way: 'ask', tone: 'calm' });
    expect(texts[order?.say ?? '']).toBe('Order him back.');
    expect(plain).toMatchObject({ takesMs: 8000, about: ['car'] });
    // `them` is whoever is talked to.
    const [answer] = lists[plain?.then ?? -1] ?? [];
    expect(speakers[answer?.do === 'line' ? answer.from : -1]?.id).toBe('control');
  });

  test('[SC70] a scenario that lists nobody is the same to the letter with such a library', () => {
    const { playbook } = readScenario(files(''), 'sample');
    const { playbook: before } = readScenario(sampleFiles(), 'sample');
    expect(JSON.stringify(playbook)).toBe(JSON.stringify(before));
  });

  test('[SC70] what is wrong is told where it stands', () => {
    const told = (talk: string) =>
      readScenario(files(talk), 'sample').problems.map(({ code, message }) => `${code} ${message}`);
    expect(told('talk: { harln: {} }\n')[0]).toContain('SC0103 There is no speaker `harln`');
    expect(told('talk: { harlan: { ways: { shout: { say: Shout. } } } }\n')[0]).toMatch(
      /LG0102 The way `shout` has no `way`/,
    );
    expect(told(`talk: { harlan: { when: "me.identity == 'claimed'" } }\n`)[0]).toMatch(/^LG/);
    const twice = files('talk: { harlan: {} }\n').get('sample/scenario.yaml') ?? '';
    const same = twice
      .replace('  ask-dispatch:', '  harlan-wait:')
      .replaceAll("done['ask-dispatch']", "done['harlan-wait']");
    const { problems } = readScenario(new Map([...files(''), ['sample/scenario.yaml', same]]), 'sample');
    expect(problems).toMatchObject([{ code: 'SC0301', file: 'sample/scenario.yaml' }]);
  });

  test('[SC70] it is offered while the person is in sight and what is said of them holds, with whom, how and in which tone', () => {
    const playbook = read(`talk: { harlan: { when: "!world.taped" }, control: { about: [car] } }\n`);
    const play = new Play({ seats: ['patrol'] }, playbook);
    const view = () => play.view('patrol');
    const offered = () => view().actions.flatMap(({ id, talk }) => (talk ? [id] : []));
    expect(offered()).toEqual(['control-ask-calm', 'control-wait']);
    expect(play.advance(60_000)).toBeNull();
    expect(offered()).toEqual(['harlan-ask-calm', 'harlan-wait', 'control-ask-calm', 'control-wait']);
    expect(view().actions.find(({ id }) => id === 'harlan-ask-calm')?.talk).toEqual({
      to: 'harlan',
      name: 'Man in vest',
      way: 'ask',
      tone: 'calm',
    });
    expect(play.act(61_000, 'harlan-ask-calm')).toBeNull();
    play.advance(70_000);
    const words = view().log.flatMap((item) => ('text' in item ? [item.text] : []));
    expect(words).toContain('Man in vest: Ask calmly.');
    expect(words).toContain('I will tell you.');
  });
});
