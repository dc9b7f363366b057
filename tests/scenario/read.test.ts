// biome-ignore-all lint/suspicious/noThenProperty: a word of the plan language; nothing here is awaited.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSources } from '#cli/disk/sources.ts';
import { hasErrors } from '#language/diagnostic.ts';
import { readPlanFor } from '#scenario/plan.ts';
import type { Effect, Playbook } from '#scenario/playbook.ts';
import { readScenario, scenarioIds } from '#scenario/read.ts';
import { editorSchemas } from './editor-schemas.ts';
import { BASICS, SAMPLE, sampleFiles } from './sample.ts';

const readPlan = (files: ReadonlyMap<string, string>, path: string) =>
  readPlanFor(readScenario(files, 'sample').playbook, files, path);

function sample(): Playbook {
  const { playbook, problems } = readScenario(sampleFiles(), 'sample');
  expect(problems).toEqual([]);
  if (playbook === null) throw new Error('the sample has no playbook');
  return playbook;
}

const effects = (playbook: Playbook): Effect[] => playbook.lists.flat();
const slot = (playbook: Playbook, id: string) => playbook.slots.findIndex((one) => one.id === id);

describe('[SC4] a scenario compiles to a playbook', () => {
  test('[SC4] equal texts give equal playbooks, equal to their own JSON round trip', () => {
    const playbook = sample();
    expect(JSON.stringify(sample())).toBe(JSON.stringify(playbook));
    expect(JSON.parse(JSON.stringify(playbook))).toEqual(playbook);
  });

  test('[SC4] the order of the files does not matter', () => {
    const turned = new Map([...sampleFiles()].reverse());
    expect(JSON.stringify(readScenario(turned, 'sample').playbook)).toBe(JSON.stringify(sample()));
  });

  test('[SC5] slots hold truth, world, meters, knowledge, presence, places and what was done', () => {
    const playbook = sample();
    const sorts = [...new Set(playbook.slots.map((one) => one.id.split('.')[0]))];
    expect(sorts).toEqual(['truth', 'world', 'known', 'here', 'spot', 'shown', 'done', 'missed']);
    expect(playbook.slots.filter((one) => one.known).length).toBe(3 * 4);
    expect(playbook.slots[slot(playbook, 'world.crowd')]).toMatchObject({
      min: 0,
      max: 250,
      start: 2,
      values: null,
    });
    expect(playbook.slots[slot(playbook, 'done.ask-dispatch')]).toMatchObject({ min: 0, max: 9, start: 0 });
    expect(playbook.slots[slot(playbook, 'spot.you')]?.values).toEqual(['car', 'oak', 'curb', 'junction']);
    expect(playbook.truths).toEqual([
      { slot: 0, given: null, weights: [[3, 1]] },
      {
        slot: 1,
        given: 0,
        weights: [
          [65, 35],
          [50, 50],
        ],
      },
    ]);
    for (const token of playbook.tokens) {
      expect(playbook.slots[token.spot]?.id).toBe(`spot.${token.id}`);
      expect(token.shown).toBe(slot(playbook, `shown.${token.id}`));
    }
  });

  test('[SC5] every number in the playbook points at something', () => {
    const playbook = sample();
    const inside = (n: number, list: readonly unknown[]) => expect(n >= 0 && n < list.length).toBe(true);
    let seen = 0;
    for (const effect of effects(playbook)) {
      seen++;
      if (effect.do === 'go') inside(effect.signal, playbook.signals);
      if (effect.do === 'when') inside(effect.if, playbook.conditions);
      if (effect.do === 'when') inside(effect.then, playbook.lists);
      if (effect.do === 'after') inside(effect.list, playbook.lists);
      if (effect.do === 'line') inside(effect.from, playbook.speakers);
      if (effect.do === 'line') expect(playbook.texts[effect.text]).toBeDefined();
      if (effect.do === 'learn') inside(effect.slot, playbook.slots);
      if (effect.do === 'observe') inside(effect.observation, playbook.observations);
    }
    expect(seen).toBeGreaterThan(20);
    for (const signal of playbook.signals) {
      expect(playbook.states[signal.state]?.region).toBe(signal.region);
    }
  });

  test('[SC6] lines go to local seats by radio and to seats played alone otherwise', () => {
    const lines = effects(sample()).filter((effect) => effect.do === 'line');
    expect(lines.find((line) => line.text === 'line.the-call')).toMatchObject({
      channel: 'radio',
      to: [0, 1],
      sound: 'call-207',
    });
    expect(lines.find((line) => line.text.endsWith('enter.3.say.text'))).toMatchObject({
      channel: 'say',
      to: [0],
    });
  });

  test('[SC6] caption time is the longest over languages and over both halves of {a|b}', () => {
    const english = '4-Adam-31, a kidnapping in progress.';
    const caption = (files: ReadonlyMap<string, string>) => {
      const line = readScenario(files, 'sample')
        .playbook?.lists.flat()
        .find((one) => one.do === 'line' && one.text === 'line.the-call');
      return line?.do === 'line' ? line.captionMs : null;
    };
    expect(caption(sampleFiles())).toBe(Math.ceil((english.length * 1000) / 15));
    const spanish = 'x'.repeat(90);
    expect(caption(sampleFiles({ 'sample/text.es.yaml': `line.the-call: ${spanish}\n` }))).toBe(6000);
  });

  test('[SC7] an action of a library is overridden field by field, each with its own place', () => {
    const action = sample().actions.find((one) => one.id === 'request-supervisor');
    expect(action).toMatchObject({ takesMs: 12_000, say: 'common.request-supervisor.say', group: 'radio' });
    const broken = BASICS.replace('from: control', 'from: contrl');
    const { problems } = readScenario(sampleFiles({ 'common/basics.yaml': broken }), 'sample');
    expect(problems).toMatchObject([{ code: 'SC0103', file: 'common/basics.yaml', line: 10, column: 29 }]);
  });
});

test('[SC1] a scenario or plan that is not there is a problem, not a crash', () => {
  const { playbook, problems } = readScenario(sampleFiles(), 'sampel');
  expect(playbook).toBeNull();
  expect(problems).toMatchObject([{ code: 'SC0502', repair: 'Did you mean `sample`?' }]);
  expect(readPlan(sampleFiles(), 'sample/plans/x.plan.yaml').problems).toMatchObject([{ code: 'SC0502' }]);
});

test('[SC8] a plan becomes steps, its names checked against the scenario', () => {
  const plan = `scenario: sample
truth: { team: federal }
steps:
  - choose: approach/marked
    after: 5s
  - until-known: { identity: claimed }
  - act: ask-dispatch
  - at: 4m
  - expect: { known: { identity: confirmed }, offered: [request-supervisor], refused: busy }
  - stop: true
then: { F08a: [{ act: ask-dispatch }] }
`;
  const read = (text: string) =>
    readPlan(sampleFiles({ 'sample/plans/a.plan.yaml': text }), 'sample/plans/a.plan.yaml');
  expect(read(plan).problems).toEqual([]);
  expect(read(plan).plan).toMatchObject({
    scenario: 'sample',
    truth: { team: 'federal' },
    seed: null,
    steps: [
      { kind: 'choose', decision: 'approach', option: 'marked', afterMs: 5000 },
      { kind: 'until-known', known: { identity: 'claimed' } },
      { kind: 'act', action: 'ask-dispatch', afterMs: 0 },
      { kind: 'at', atMs: 240_000 },
      { kind: 'expect', ended: null, open: [], refused: 'busy' },
      { kind: 'stop' },
    ],
    then: { F08a: [{ kind: 'act' }] },
  });
  expect(read(plan.replace('approach/marked', 'approach/markd')).problems).toMatchObject([
    { code: 'SC0601', line: 4, column: 13, repair: 'Did you mean `marked`?' },
  ]);
  expect(read(plan.replace('team: federal', 'team: federale')).problems).toMatchObject([
    { code: 'SC0601', line: 2 },
  ]);
});

const LONG = process.env.PROVE_RUNS !== undefined;

describe('[LG1] reading never throws', () => {
  const shipped = readSources();
  const texts = [SAMPLE, ...scenarioIds(shipped).map((id) => shipped.get(`${id}/scenario.yaml`) ?? '')];

  test('[LG1] any damage to a scenario gives a value or an error inside the file', () => {
    let broken = 0;
    let whole = 0;
    const places = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    const bits = fc.constantFrom(
      '',
      'x',
      'e',
      's',
      ' ',
      ' ',
      '\n',
      ':',
      '"',
      "'",
      '[',
      '{',
      '}',
      '- ',
      '&a ',
      '*a ',
      '|\n',
      '\t',
      'null',
      '0',
      '__proto__: 1\n',
      'x',
      '#',
      '\u0000',
      '💥',
      '!!int ',
    );
    const damage = fc.array(fc.record({ at: places, cut: fc.nat(40), put: bits }), {
      minLength: 1,
      maxLength: 3,
    });
    fc.assert(
      fc.property(damage, (cuts) => {
        let text = SAMPLE;
        for (const { at, cut, put } of cuts) {
          const place = Math.floor(at * text.length);
          text = text.slice(0, place) + put + text.slice(place + cut);
        }
        const { playbook, problems } = readScenario(sampleFiles({ 'sample/scenario.yaml': text }), 'sample');
        expect(playbook === null).toBe(hasErrors(problems));
        const lines = text.split(/\r\n|\r|\n/).length;
        for (const { file, line, column } of problems) {
          expect(column).toBeGreaterThan(0);
          if (file === 'sample/scenario.yaml') expect(line >= 1 && line <= lines).toBe(true);
        }
        if (playbook === null) broken++;
        else whole++;
      }),
      { seed: 207, numRuns: 100 },
    );
    expect(broken).toBeGreaterThan(40);
    expect(whole).toBeGreaterThan(2);
  }, 120_000);

  test('[LG1] a lost line of a shipped scenario never throws', () => {
    let tried = 0;
    for (const text of texts) {
      const lines = text.split('\n');
      for (let lost = 3; lost < lines.length; lost += Math.ceil(lines.length / (LONG ? 12 : 4))) {
        const rest = lines.filter((_, n) => n !== lost).join('\n');
        const files = new Map([...shipped, ...sampleFiles(), ['sample/scenario.yaml', rest]]);
        const { playbook, problems } = readScenario(files, 'sample');
        expect(playbook === null).toBe(hasErrors(problems));
        tried++;
      }
    }
    expect(tried).toBeGreaterThan(LONG ? 20 : 6);
  }, 120_000);
});

test('[SC9] the language is written down: LANGUAGE.md shows every effect there is', () => {
  const language = readFileSync(new URL('../../src/scenario/LANGUAGE.md', import.meta.url), 'utf8');
  const schema = JSON.parse(editorSchemas().get('scenario.schema.json') ?? '{}');
  const shapes: { required: string[] }[] = schema.$defs.effect.anyOf;
  const verbs = shapes.map((shape) => shape.required[0] ?? '');
  expect(verbs).toHaveLength(19);
  for (const verb of verbs) expect(language, verb).toMatch(new RegExp(`\\{ ${verb}: |\`${verb}\``));
});
