/** Mistakes of writing, each with what the message says to type: typed so and in nothing else changed, the text is read. */
import { describe, expect, test } from 'vitest';
import { readYaml } from '#language/yaml-reader.ts';

const read = (text: string) => readYaml('a.yaml', text);

/** The problems as `line:column repair`. */
const told = (text: string) =>
  read(text).problems.map(({ line, column, repair }) => `${line}:${column} ${repair}`);

/** Broken text, where it is told, what is to be typed in place of what. */
const TYPED: Readonly<Record<string, readonly [string, string, string, string]>> = {
  'a colon in a text': ['a:\n  say: Tell him: stop.\n', '2:8', 'Tell him: stop.', '"Tell him: stop."'],
  'a colon in braces': ['a: { text: Stop: now, id: x }\n', '1:12', 'Stop: now', '"Stop: now"'],
  'a colon in an item': [
    'a:\n  - Tell him: stop: now\n',
    '2:5',
    'Tell him: stop: now',
    '"Tell him: stop: now"',
  ],
  'an at': ['say: @scene now\n', '1:6', '@scene now', '"@scene now"'],
  'an at in braces': ['x: { say: @scene now, b: 1 }\n', '1:11', '@scene now', '"@scene now"'],
  'an at in a list': ['a:\n  - @x y\n', '2:5', '@x y', '"@x y"'],
  'a percent sign': ['say: % of them\n', '1:6', '% of them', '"% of them"'],
  'a backtick': ['say: `stop` he said\n', '1:6', '`stop` he said', '"`stop` he said"'],
  'a star': ['say: *Stop* he said\n', '1:6', '*Stop* he said', '"*Stop* he said"'],
  'a star alone': ['say: *Stop*\n', '1:6', '*Stop*', '"*Stop*"'],
  'an exclamation mark': ['say: !Stop he said\n', '1:6', '!Stop he said', '"!Stop he said"'],
  'an ampersand': ['say: &Co go home # they\n', '1:6', '&Co go home', '"&Co go home"'],
  'an ampersand alone': ['say: &Co\nb: 1\n', '1:6', '&Co', '"&Co"'],
  'an ampersand in braces': ['a: { say: &Co go, b: 1 }\n', '1:11', '&Co go', '"&Co go"'],
  'an ampersand in an item': ['a:\n  - &Co "go"\n', '2:5', '&Co "go"', `'&Co "go"'`],
  'an ampersand in a key': ['a:\n  &Co go: 1\n', '2:3', '&Co go', '"&Co go"'],
  'a condition with not': ['met: !world.force\n', '1:6', '!world.force', '"!world.force"'],
  'a bracket first': ['say: [Stop] he shouts\n', '1:6', '[Stop] he shouts', '"[Stop] he shouts"'],
  'a brace first': ['say: {Stop} he shouts\n', '1:6', '{Stop} he shouts', '"{Stop} he shouts"'],
  'a quote first': ['say: "Stop" he said\n', '1:6', '"Stop" he said', `'"Stop" he said'`],
  'an apostrophe': ["say: 'Don't move'\n", '1:6', "'Don't move'", '"Don\'t move"'],
  'an apostrophe and a comma in braces': [
    "a: { text: 'I can't get up, and it hurts.', b: 1 }\n",
    '1:12',
    "'I can't get up, and it hurts.'",
    '"I can\'t get up, and it hurts."',
  ],
  'an apostrophe and a comma in an item of braces': [
    "a: [{ text: 'They're here, he said' }]\n",
    '1:13',
    "'They're here, he said'",
    '"They\'re here, he said"',
  ],
  'a word with its value for a list': ['then: go: home\n', '1:7', 'go: home', '[{ go: home }]'],
  'quotes in quotes': ["when: 'done['x'] == 0'\n", '1:7', "'done['x'] == 0'", '"done[\'x\'] == 0"'],
  'a hyphen first': ['say: - well\n', '1:6', '- well', '"- well"'],
  'a sign of a block': ['say: > now\n', '1:6', '> now', '"> now"'],
  'a question mark first': ['say: ? who\n', '1:6', '? who', '"? who"'],
  'a glued colon': ['a:\n  say:Hello\n  b: 1\n', '2:3', 'say:Hello', 'say: Hello'],
  'a glued colon in braces': ['a: { b:1, c: 2 }\n', '1:6', 'b:1', 'b: 1'],
  'a comma in braces': [
    'w: { name: Woman, in cuffs, b: 1 }\n',
    '1:19',
    'Woman, in cuffs',
    '"Woman, in cuffs"',
  ],
  'several commas': [
    'x: { text: Stop, you, there, b: 1 }\n',
    '1:18',
    'Stop, you, there',
    '"Stop, you, there"',
  ],
  'a remark glued on': ['a: Unit #4 go\n', '1:9', 'Unit #4 go', '"Unit #4 go"'],
};

describe('what is to be typed', () => {
  for (const [name, [broken, place, was, typed]] of Object.entries(TYPED)) {
    test(`[LG11] [LG12] ${name}`, () => {
      const problems = told(broken);
      expect(problems).toHaveLength(1);
      expect(problems[0]).toMatch(new RegExp(`^${place} `));
      expect(problems[0]).toContain(typed);
      expect(told(broken.replace(was, typed))).toEqual([]);
    });
  }
});

/** Broken text, where it is told, what is said. */
const SAID: Readonly<Record<string, readonly [string, string, RegExp, string]>> = {
  'a Tab': ['a:\n\tsay: x\n', '2:1', /Tab/, 'a:\n  say: x\n'],
  'a quote left open': [
    'title: "A van\nb: 1\nc: "x"\n',
    '1:8',
    /closing `"`/,
    'title: "A van"\nb: 1\nc: "x"\n',
  ],
  'an apostrophe left open': ["title: 'A van\nb: 1\n", '1:8', /closing `'`/, "title: 'A van'\nb: 1\n"],
  'a line too far left': ['a:\n  seat: x\n ask: y\n', '3:1', /same column/, 'a:\n  seat: x\n  ask: y\n'],
  'a line left of its item': [
    'a:\n  - id: x\n    seat: y\n   ask: z\n    b: 1\n',
    '4:4',
    /same column/,
    'a:\n  - id: x\n    seat: y\n    ask: z\n    b: 1\n',
  ],
  'a line too far right': ['a:\n  seat: x\n    ask: y\n', '3:5', /same column/, 'a:\n  seat: x\n  ask: y\n'],
  'a key left of its item': [
    'a:\n  - m: { o: s }\n  over: 5s\n',
    '3:1',
    /same column/,
    'a:\n  - m: { o: s }\n    over: 5s\n',
  ],
  'a bracket left open': ['a: [{ b: { c: d } }\ne: 1\n', '1:4', /the `]`/, 'a: [{ b: { c: d } }]\ne: 1\n'],
  'a brace left open': [
    'a:\n  - { b: c, d: e\n  - { b: c }\n',
    '2:5',
    /the `}`/,
    'a:\n  - { b: c, d: e }\n  - { b: c }\n',
  ],
  'a brace too many': ['a: { b: x } }\nc: 1\n', '1:13', /Remove it/, 'a: { b: x }\nc: 1\n'],
  'a remark that hides the end': [
    'a: { text: Unit #4 go, id: x }\nb: 1\n',
    '1:17',
    /`#` in quotes/,
    'a: { text: "Unit #4 go", id: x }\nb: 1\n',
  ],
  'a line without a colon': [
    'a:\n  say Hello\n  b: 1\n',
    '2:3',
    /`key: value`/,
    'a:\n  say: Hello\n  b: 1\n',
  ],
};

describe('what is said where the line cannot be written out', () => {
  for (const [name, [broken, place, said, fixed]] of Object.entries(SAID)) {
    test(`[LG11] ${name}`, () => {
      const problems = told(broken);
      expect(problems).toHaveLength(1);
      expect(problems[0]).toMatch(new RegExp(`^${place} `));
      expect(problems[0]).toMatch(said);
      expect(told(fixed)).toEqual([]);
    });
  }
});

test('[LG12] an anchor that is used is none of this; one that is given again before it was used is', () => {
  expect(told('a: &x go\nb: *x\nc: &m { d: 1 }\n&k e: *k\n')).toEqual([]);
  expect(told('a: &x go\nb: &x stop\nc: *x\n')).toEqual([
    '1:4 Put the whole text in quotes: `"&x go"`. If it is an anchor, remove it.',
  ]);
  // What stands on several lines cannot be written out in one.
  const several = 'Put the whole text in quotes. If it is an anchor, remove it.';
  expect(told('a: &x |\n  go\n  on\nb: &y\n  go\n')).toEqual([`1:4 ${several}`, `4:4 ${several}`]);
});

test('[LG12] a remark with a space behind its # is none of this, nor is a # inside quotes or a word', () => {
  expect(told('a: A van # the gray one\nb: "Unit #4"\nc: 4#5\n# d\n')).toEqual([]);
});

test('[LG11] of a text with several mistakes the first is told, with nothing that comes of it', () => {
  expect(told('a:\n\t- c\n  say: Tell: him: x\nb: @d\n')).toHaveLength(1);
});

test('[LG3] a key that stands twice is told with where it stood first', () => {
  const [problem] = read('a: 1\nb: 2\na: 3\n').problems;
  expect([problem?.line, problem?.notes?.[0]?.line]).toEqual([3, 1]);
});
