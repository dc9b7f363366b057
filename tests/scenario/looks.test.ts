import { describe, expect, test } from 'vitest';
import { readSources } from '#cli/disk/sources.ts';
import { SOUNDS } from '#scenario/compile/sounds.ts';
import type { Playbook } from '#scenario/playbook.ts';
import { readScenario, scenarioIds } from '#scenario/read.ts';
import { SAMPLE, sampleFiles } from './sample.ts';

const VAN = 'van: { label: Gray van, kind: vehicle, side: men, at: curb }';
const CROWD = `${VAN}
  crowd:
    label: People at the curb
    kind: group
    side: public
    at: curb
    looks:
      - { when: "world.crowd >= 40 && spot.van == 'curb'", how: "{207|pressing}", doing: pressing, people: 40 }
      - { when: "world.taped || here.patrol || shown.harlan || shown.van", doing: filming }
      - { how: looking on }
  tape: { label: Tape, kind: thing, side: local, at: curb, shown: false, mark: tape }`;

function read(text: string): { playbook: Playbook | null; codes: string[] } {
  const { playbook, problems } = readScenario(sampleFiles({ 'sample/scenario.yaml': text }), 'sample');
  return { playbook, codes: problems.map(({ code }) => code) };
}
function whole(text: string): Playbook {
  const { playbook, codes } = read(text);
  expect(codes).toEqual([]);
  if (playbook === null) throw new Error('no playbook');
  return playbook;
}

describe('[SC21] looks', () => {
  test('[SC21] a group is counted, a thing marked, looks stand in order with their texts', () => {
    const playbook = whole(SAMPLE.replace(VAN, CROWD));
    const [crowd, tape] = playbook.tokens.slice(-2);
    expect(crowd).toMatchObject({
      people: 5,
      looks: [
        { how: 'things.crowd.looks.0.how', doing: 'pressing', people: 40 },
        { how: null, doing: 'filming', people: null },
        { when: null, how: 'things.crowd.looks.2.how', doing: null, people: null },
      ],
    });
    expect(playbook.texts['things.crowd.looks.2.how']).toBe('looking on');
    expect(tape).toMatchObject({ mark: 'tape' });
    expect(tape).not.toHaveProperty('people');
    for (const { when } of crowd?.looks ?? []) {
      if (when !== null) expect(playbook.conditions[when]).toBeDefined();
    }
    expect(
      whole(SAMPLE.replace(VAN, CROWD.replace('kind: group', 'kind: group\n    people: 6'))),
    ).toMatchObject({
      tokens: expect.arrayContaining([expect.objectContaining({ id: 'crowd', people: 6 })]),
    });
  });

  test('[SC66] [EX28] face and hands are texts of the token and its looks; a place that is away keeps its words', () => {
    const playbook = whole(
      SAMPLE.replace(
        'token: { kind: person, side: men, at: oak, shown: false }',
        'token: { kind: person, side: men, at: oak, shown: false, face: No mask, hands: Open, looks: [{ how: Stern, hands: On his belt }] }',
      ).replace('car: At your car', 'car: { label: At your car, away: true }'),
    );
    const harlan = playbook.tokens.find(({ id }) => id === 'harlan');
    expect(playbook.texts[harlan?.face ?? '']).toBe('No mask');
    expect(playbook.texts[harlan?.hands ?? '']).toBe('Open');
    expect(playbook.texts[harlan?.looks?.[0]?.hands ?? '']).toBe('On his belt');
    const [first] = playbook.places;
    expect(first).toMatchObject({ label: `places.${first?.id}`, away: true });
    expect(playbook.places.filter(({ away }) => away)).toHaveLength(1);
  });

  test('[SC21] conditions of looks see what anybody sees; truth, knowledge and the story are refused', () => {
    const look = (when: string) =>
      SAMPLE.replace(VAN, VAN.replace('at: curb', `at: curb, looks: [{ how: Here, when: "${when}" }]`));
    const allowed = ['world.taped', 'world.crowd > 3', "spot.harlan == 'oak'", 'shown.harlan', 'here.patrol'];
    for (const when of allowed) expect(read(look(when)).codes, when).toEqual([]);
    const hidden = [
      "truth.team == 'federal'",
      "known.patrol.identity == 'claimed'",
      "me.identity == 'claimed'",
      "done['ask-dispatch'] > 0",
      'missed.patrol > 0',
      "story.contact == 'arrived'",
    ];
    for (const when of hidden) expect(read(look(when)).codes, when).toEqual(['LG0204']);
    expect(read(look('world.tapd')).codes).toEqual(['LG0203']);
    expect(read(look('world.crowd')).codes).toEqual(['LG0205']);
  });

  test('[SC21] looks come last: without them everything a run keeps the numbers of is the same', () => {
    const before = whole(SAMPLE.replace(VAN, CROWD.replace(/ {4}looks:[\s\S]*looking on \}\n/, '')));
    const { tokens, texts, conditions, ...after } = whole(SAMPLE.replace(VAN, CROWD));
    expect(conditions.length).toBeGreaterThan(before.conditions.length);
    expect(conditions.slice(0, before.conditions.length)).toEqual(before.conditions);
    expect({ ...after, tokens: before.tokens, texts: before.texts, conditions: before.conditions }).toEqual(
      before,
    );
    expect(tokens.map(({ id, spot, shown }) => [id, spot, shown])).toEqual(
      before.tokens.map(({ id, spot, shown }) => [id, spot, shown]),
    );
    expect(Object.keys(texts)).toEqual(expect.arrayContaining(Object.keys(before.texts)));
  });
});

describe('[SC22] what actions are about, and sounds', () => {
  test('[SC22] about names tokens and places, each once', () => {
    const about = (ids: string) =>
      SAMPLE.replace('say: Ask dispatch to call back.', `say: Ask dispatch to call back.\n    about: ${ids}`);
    expect(whole(about('[van, oak, van]')).actions.at(-1)?.about).toEqual(['van', 'oak']);
    expect(whole(SAMPLE).actions.at(-1)).not.toHaveProperty('about');
    // A person without a token is nobody one could point at.
    for (const ids of ['[control]', '[patrol]', '[vann]']) expect(read(about(ids)).codes).toEqual(['SC0110']);
  });

  test('[SC22] a sound of the scene goes to its seats, by default to those played alone', () => {
    const sounds = (text: string) =>
      whole(text)
        .lists.flat()
        .filter((effect) => effect.do === 'sound');
    expect(sounds(SAMPLE)).toEqual([{ do: 'sound', sound: 'siren', to: [0] }]);
    const told = SAMPLE.replace('{ sound: siren }', '{ sound: siren, to: [dispatch] }');
    expect(sounds(told)).toEqual([{ do: 'sound', sound: 'siren', to: [1] }]);
    expect(read(SAMPLE.replace('{ sound: siren }', '{ sound: bell }')).codes).toEqual(['SC0111']);
    expect(read(SAMPLE.replace('sound: call-207', 'sound: call-208')).codes).toEqual(['SC0111']);
  });

  test.each(scenarioIds(readSources()))(
    '[SC22] %s: every action that stands in the street is about something seen',
    (id) => {
      const { playbook } = readScenario(readSources(), id);
      const names = new Set([
        ...(playbook?.tokens ?? []).map((one) => one.id),
        ...(playbook?.places ?? []).map((one) => one.id),
      ]);
      const about = (playbook?.actions ?? []).flatMap((action) => action.about ?? []);
      expect(about.filter((one) => !names.has(one))).toEqual([]);
      const used = (playbook?.lists ?? [])
        .flat()
        .flatMap((effect) =>
          effect.do === 'sound' || (effect.do === 'line' && effect.sound !== null) ? [effect.sound] : [],
        );
      expect(used.filter((sound) => !SOUNDS.some((one) => one === sound))).toEqual([]);
    },
  );
});
