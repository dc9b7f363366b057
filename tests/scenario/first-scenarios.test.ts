/** What a first scenario of one's own ran into: each file as it was written, and fixed as its message says and in nothing else. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readSources } from '#cli/disk/sources.ts';
import { checkPlans } from '#cli/proof/check-plans.ts';
import { readScenario } from '#scenario/read.ts';

const HERE = new URL('./first-scenarios/', import.meta.url);
const shipped = readSources();

/** A folder of this one's, with the shipped libraries, its scenario changed by `fix`. */
function filesOf(id: string, fix: (text: string) => string = (text) => text): Map<string, string> {
  const below = (folder: string): string[] =>
    readdirSync(new URL(`${folder}/`, HERE), { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? below(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`],
    );
  const own = below(id).map((path) => {
    const text = readFileSync(new URL(path, HERE), 'utf8');
    return [path, path.endsWith('scenario.yaml') ? fix(text) : text] as const;
  });
  return new Map([...[...shipped].filter(([path]) => path.startsWith('common/')), ...own]);
}

/** What reading and playing its plans finds, as `line code`. */
function toldOf(id: string, files: ReadonlyMap<string, string>) {
  const { playbook, problems } = readScenario(files, id);
  return [...problems, ...checkPlans(playbook, files, id)];
}

describe('a decision for a seat that nobody plays', () => {
  const SEAT = /(- id: which-draft\n\s+seat: )pio/;

  test('[SC71] is told with the seat and a seat that is played; fixed so, nothing of it is told', () => {
    const told = toldOf('leaked-plan', filesOf('leaked-plan')).filter(({ code }) => code === 'SC0314');
    expect(told.map(({ line, column, message, repair }) => [line, column, message, repair])).toEqual([
      [
        171,
        19,
        'Nobody plays `pio`, so nobody answers: its `silence` happens after 15m.',
        'Write `deputy` here. Or let a person play `pio`: `solo: true` under `seats:`.',
      ],
    ]);
    for (const fix of [
      (text: string) => text.replace(SEAT, '$1deputy'),
      (text: string) => text.replace(/(pio: \{[^}]*) \}/, '$1, solo: true }'),
    ]) {
      const fixed = toldOf('leaked-plan', filesOf('leaked-plan', fix));
      expect(fixed.filter(({ code, severity }) => code === 'SC0314' || severity === 'error')).toEqual([]);
    }
  });

  test('[SC71] an automation plays a seat too', () => {
    const automated = (text: string) =>
      `${text}automations:\n  pio: [{ id: drafts-on, when: "story.desk == 'draft'", do: [{ set: { statement: out } }], repeat: once }]\n`;
    const told = toldOf('leaked-plan', filesOf('leaked-plan', automated));
    expect(told.filter(({ code, severity }) => code === 'SC0314' || severity === 'error')).toEqual([]);
  });
});

describe('a value that needs quotes, and a comma inside braces', () => {
  test('[LG13] `claim: false` is told to be put in quotes; so fixed, nothing is told', () => {
    const told = toldOf('boolval', filesOf('boolval'));
    expect(told.map(({ line, column, repair }) => [line, column, repair])).toEqual([
      [104, 51, 'Put it in quotes: `"false"`.'],
    ]);
    expect(
      toldOf(
        'boolval',
        filesOf('boolval', (text) => text.replace('claim: false', 'claim: "false"')),
      ),
    ).toEqual([]);
  });

  test('[LG12] a name with a comma is told with its quotes; so fixed, nothing is told', () => {
    const told = toldOf('comma', filesOf('comma'));
    expect(told.map(({ line, column, repair }) => [line, column, repair])).toEqual([
      [71, 25, 'Put the text in quotes: `name: "Woman, in handcuffs"`.'],
    ]);
    const fix = (text: string) => text.replace('name: Woman, in handcuffs', 'name: "Woman, in handcuffs"');
    expect(toldOf('comma', filesOf('comma', fix))).toEqual([]);
  });
});

/** One thing changed in what `new` makes: what stood there, what was written, what the one problem says to type. */
const CHANGED: Readonly<Record<string, readonly [string, string, string | RegExp]>> = {
  'a number for a text': ['title: Two men at the bus stop', 'title: 007', '`title: "007"`'],
  'a truth value for a text': ['title: Two men at the bus stop', 'title: true', '`title: "true"`'],
  'null for a text': ['title: Two men at the bus stop', 'title: null', '`title: "null"`'],
  'a year for a day': ['asOf: 2026-06-30', 'asOf: 2026', '`2026-06-30`'],
  'a short day': ['asOf: 2026-06-30', 'asOf: 2026-6-30', '`2026-06-30`'],
  'a number for a time of day': ['startsAt: "16:40:00"', 'startsAt: 1640', '`"17:12:00"`'],
  'a number for a name': ['id: walk-up', 'id: 207', '`stop-back-a-way`'],
  'a bare number for a time': ['within: 30s', 'within: 30', '`30s` for seconds, or `30m` for minutes'],
  'yes for true': ['agency: local, solo: true', 'agency: local, solo: yes', '`solo: true`, without quotes'],
  'true in quotes': [
    'agency: local, solo: true',
    'agency: local, solo: "true"',
    '`solo: true`, without quotes',
  ],
  'a number in quotes': ['minutes: 5', 'minutes: "5"', '`minutes: 5`, without quotes'],
  'a word for a list': [
    'seat: [patrol]\n    group: crowd',
    'seat: patrol\n    group: crowd',
    '`seat: [patrol]`',
  ],
  'keys for a list': [
    'silence: [{ go: face-to-face }]',
    'silence: { go: face-to-face }',
    '`silence: [{ go: face-to-face }]`',
  ],
  'a moment for a list': [
    'silence: [{ go: face-to-face }]',
    'silence: face-to-face',
    '`silence: [{ go: face-to-face }]`',
  ],
  'a moment in a list': [
    'silence: [{ go: face-to-face }]',
    'silence: [face-to-face]',
    '`{ go: face-to-face }`',
  ],
  'a moment in quotes': [
    'silence: [{ go: face-to-face }]',
    'silence: ["go: face-to-face"]',
    '`{ go: face-to-face }`',
  ],
  'an act for a list': ['acts: [{ open-exit: {} }]', 'acts: open-exit', '`acts: [{ open-exit: {} }]`'],
  'an act in a list': ['acts: [{ open-exit: {} }]', 'acts: [open-exit]', '`{ open-exit: {} }`'],
  'a value without quotes': [
    "when: \"known.patrol.identity in ['confirmed', 'refuted']\"",
    'when: known.patrol.identity == confirmed',
    "`'confirmed'`",
  ],
  'a fact of the vocabulary that is not listed': [
    'learn: { identity: claimed }',
    'learn: { injury: reported }',
    'Add `injury` to the list `use:`',
  ],
  'a fact that nobody declares': [
    'use: [identity]',
    'use: [identity, woman]',
    '`own: { woman: { label: …, values: [',
  ],
  'a value with a hyphen without quotes': [
    "when: \"known.patrol.identity in ['confirmed', 'refuted']\"",
    'when: known.patrol.identity != credential-shown',
    "`'credential-shown'`",
  ],
  'a list for a text': [
    'id: walk-up\n            seat: patrol',
    'id: walk-up\n            seat: [patrol]',
    '`seat: patrol`',
  ],
  'a text behind #': ['say: Ask for a supervisor.', 'say: #4 is asked for', '`say: "#4 is asked for"`'],
  'when inside a line': [
    'id: supervisor, text: "Roger, a supervisor is ten minutes out." }',
    'id: supervisor, text: "Roger, a supervisor is ten minutes out.", when: "world.force" }',
    '`when` beside `radio`',
  ],
  'over inside move': [
    '- move: { officer: stop }\n            over: 5s',
    '- move: { officer: stop, over: 5s }',
    '`over` beside `move`',
  ],
  'when inside set': [
    '[{ set: { road: clear } }]',
    '[{ set: { road: clear, when: "!world.force" } }]',
    '`when` beside `set`',
  ],
  'within inside an option': [
    'takes: 8s\n                then: [{ go: face',
    'takes: 8s\n                within: 20s\n                then: [{ go: face',
    '`within` beside `options`',
  ],
  'learn beside tell': [
    '- tell: { to: patrol, learn: { identity: claimed }, from: gray-coat, basis: heard }',
    '- tell: { to: patrol, from: gray-coat, basis: heard }\n            learn: { identity: claimed }',
    '`learn` inside `tell`',
  ],
  'a word of the parser behind a hyphen': ["done['ask-supervisor'] == 0", 'done.ask-for == 0', "`done['ask-"],
  'one sign to compare': ["done['ask-supervisor'] == 0", "done['ask-supervisor'] = 0", '`==`'],
  'and for &&': [
    "done['ask-supervisor'] == 0",
    "done['ask-supervisor'] == 0 and me.identity == 'claimed'",
    '`&&`',
  ],
};

describe('a thing changed in what `new` makes', () => {
  const STARTER = new URL('../../src/cli/starter/', import.meta.url);
  const starter = (name: string) => readFileSync(new URL(name, STARTER), 'utf8');
  const whole = starter('scenario.yaml');
  for (const [name, [was, wrong, said]] of Object.entries(CHANGED)) {
    test(`[LG13] [LG14] ${name}`, () => {
      expect(whole).toContain(was);
      const files = new Map([
        ['starter/scenario.yaml', whole.replace(was, wrong)],
        ['starter/map.tmj', starter('map.tmj')],
      ]);
      const { problems } = readScenario(files, 'starter');
      const pattern = said instanceof RegExp ? said : new RegExp(said.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
      // What is not where it should be is missing there too.
      expect(problems.filter(({ code }) => code !== 'LG0102')).toHaveLength(1);
      expect(problems.find(({ code }) => code !== 'LG0102')?.repair).toMatch(pattern);
    });
  }
});

describe('a library', () => {
  /** Writes what each message says to write. */
  function fixed(text: string, repairs: readonly string[]): string {
    return repairs.reduce((now, repair) => {
      const [key = '', ...lines] = [...repair.matchAll(/`([^`]+)`/g)].map(([, one]) => one ?? '');
      if (key === 'people:')
        return now.replace(/^people:\n/m, `people:\n${lines.map((line) => `  ${line}\n`).join('')}`);
      return now.replace(/^ {2}use: .*$/m, `  ${lines[0]}`);
    }, text);
  }

  test('[SC72] says what it needs, and fixed as its messages say works in what `new` made', () => {
    const told = toldOf('usesc', filesOf('usesc'));
    expect(told.map(({ code, line, column }) => [code, line, column])).toEqual([
      ['SC0503', 11, 8],
      ['SC0503', 11, 8],
    ]);
    expect(told.map(({ repair }) => repair)).toEqual([
      'Write below `people:`, one line each: `partner: { name: Your partner }`, `kit: { name: Your kit }`, `crowd-voice: { name: Voice from the crowd }`.',
      'Write below `facts:`: `use: [identity, lead, van, injury]`.',
    ]);
    const fix = (text: string) =>
      fixed(
        text,
        told.map(({ repair }) => repair),
      );
    expect(toldOf('usesc', filesOf('usesc', fix))).toEqual([]);
  });

  test('[SC72] each that is shipped says all that it needs', () => {
    const libraries = [...shipped.keys()].filter((path) => path.startsWith('common/'));
    expect(libraries.length).toBeGreaterThan(0);
    for (const library of libraries) {
      const name = library.replace('.yaml', '');
      const uses = (text: string) => text.replace(/uses: \[.*\]/, `uses: [${name}]`);
      const told = toldOf('usesc', filesOf('usesc', uses));
      expect(
        told.filter(({ code }) => code !== 'SC0503'),
        name,
      ).toEqual([]);
      const all = (text: string) =>
        fixed(
          uses(text),
          told.map(({ repair }) => repair),
        );
      expect(toldOf('usesc', filesOf('usesc', all)), name).toEqual([]);
    }
  });
});
