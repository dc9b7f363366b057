/** Item-writing checks of a whole scenario at their edges: axes, idle seats, the place of the fullest answer. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readSources } from '#cli/disk/sources.ts';
import { readScenario, scenarioIds } from '#scenario/read.ts';
import { filesOf } from './pages.ts';

function problemsOf(text: string) {
  const { files, shift } = filesOf([{ kind: 'broken', line: 1, column: 1, file: null, text }]);
  return readScenario(files, 'base').problems.map((one) => ({ ...one, line: one.line - shift }));
}

test('[SC37] a single objective and none are told nothing; two leave an axis out, and it is named', () => {
  const of = (...axes: string[]) => {
    const lines = axes.map(
      (axis, n) => `  - { id: o${n}, axis: ${axis}, seat: patrol, text: Reach it., met: world.taped }\n`,
    );
    return problemsOf(`objectives:\n${lines.join('')}`).map(({ code, message }) => `${code} ${message}`);
  };
  expect(of('jurisdiction')).toEqual([]);
  expect(of('jurisdiction', 'jurisdiction')).toEqual([
    'SC0413 No objective covers `constitutional` and `crowd-safety`: the trainee is not told that it counts.',
  ]);
  expect(of('jurisdiction', 'constitutional', 'crowd-safety')).toEqual([]);
});

describe('[SC38] idle seats', () => {
  const decide = (id: string, then: string, at = '') => `        decide:
          - id: ${id}
            seat: patrol
            ask: What now?
            ${at}within: 30s
            options:
              - { id: one, say: Stop them., acts: [{ announce: {} }], takes: 5s, then: [${then}] }
              - { id: two, say: Watch it., acts: [], takes: 5s, then: [${then}] }
`;
  const idle = (states: string, rest = '') =>
    problemsOf(`story:\n  contact:\n    start: first\n    states:\n${states}${rest}`)
      .filter(({ code }) => code === 'SC0414')
      .map(({ line, message }) => `${line} ${/for (\S+);/.exec(message)?.[1]}`);
  const first = (after: string) =>
    `      first:\n        after: { ${after} }\n      second:\n${decide('ask', '{ end: true }')}        after: { 1m: [{ end: true }] }\n`;

  test('[SC38] four minutes are not too long, a second more is; a chain of states is one wait, told where it begins', () => {
    expect(idle(first('4m: [{ go: second }]'))).toEqual([]);
    expect(idle(first('4m1s: [{ go: second }]'))).toEqual(['5 4m1s']);
    const chain = `      first: { after: { 3m: [{ go: between }] } }\n      between: { after: { 2m: [{ go: second }] } }\n`;
    const second = first('1m: [{ go: second }]').split('\n').slice(2).join('\n');
    expect(idle(chain + second)).toEqual(['5 5m']);
  });

  test('[SC38] the wait after an answer counts from the last moment to give it', () => {
    const after = (time: string) =>
      `      first:\n${decide('ask', '{ sound: siren }', 'at: 10s\n            ')}        after: { ${time}: [{ end: true }] }\n`;
    expect(idle(after('4m40s'))).toEqual([]);
    expect(idle(after('4m41s'))).toEqual(['5 4m1s']);
  });

  test('[SC38] what may come sooner is taken to come sooner', () => {
    const long = '9m: [{ go: second }]';
    expect(idle(first(long))).toEqual(['5 9m']);
    const way = `      first:\n        on: [{ when: world.taped, go: second }]\n`;
    expect(idle(first(long).replace('      first:\n', way))).toEqual([]);
    expect(idle(first(`${long}, 1m: [{ when: world.taped, do: [{ go: second }] }]`))).toEqual([]);
    expect(idle(first(`${long}, 2m: [{ after: { 1m: [{ end: true }] } }]`))).toEqual([]);
    const region = `  other:\n    start: alone\n    states:\n      alone: { after: { 1m: [{ go: contact/second }] } }\n`;
    expect(idle(first(long), region)).toEqual([]);
    const automation = `automations:\n  dispatch: [{ id: a, when: world.taped, do: [{ go: contact/second }], repeat: once }]\n`;
    expect(idle(first(long), automation)).toEqual([]);
  });

  test('[SC38] a seat with a standing action, and one that nobody plays alone, are not looked at', () => {
    const long = first('9m: [{ go: second }]');
    const action = (seat: string) =>
      `actions:\n  look: { seat: [${seat}], group: note, say: Look., acts: [], takes: 5s }\n`;
    expect(idle(long, action('patrol'))).toEqual([]);
    expect(idle(long, action('dispatch'))).toEqual(['5 9m']);
  });
});

describe('[SC39] the length of the fullest answer', () => {
  /** `full` says for each decision at which place its fullest option stands, -1 for none; `longer` in which decisions that is the longest too. */
  const story = (full: readonly number[], longer: readonly number[]) =>
    `story:\n  contact:\n    start: rolling\n    states:\n      rolling:\n        after: { 1m: [{ end: true }] }\n        decide:\n${full
      .map((place, n) => {
        const options = [0, 1].map((at) => {
          const acts = at === place ? '{ announce: {} }, { explain: {} }' : '{ disengage: {} }';
          const say =
            at === place && longer.includes(n)
              ? 'Stop them right there now.'
              : `Stop them${at === place ? '' : ' a bit'}.`;
          return `              - { id: o${at}, say: ${say}, acts: [${acts}], takes: ${at + 1}s }\n`;
        });
        return `          - id: d${n}\n            seat: patrol\n            ask: What now?\n            at: ${n + 1}s\n            within: 40s\n            options:\n${options.join('')}`;
      })
      .join('')}`;
  const told = (full: readonly number[], longer: readonly number[] = []) =>
    problemsOf(story(full, longer))
      .filter(({ code }) => code === 'SC0415')
      .map(({ message }) => /In (.+?) decisions, .* is the (\w+):/.exec(message)?.slice(1).join(' '));

  test('[SC39] three of five are no habit, four are; a decision without a fullest option does not count', () => {
    expect(told([0, 0, 0, 1, 1], [0, 1, 3])).toEqual([]);
    expect(told([0, 0, 0, 1, 1], [0, 1, 3, 4])).toEqual(['4 of 5 longest']);
    expect(told([0, 0, 0, 0, -1], [0, 1, 2, 3, 4])).toEqual([]);
    expect(told([0, 0, 0, 0, 1, -1, -1, -1], [0, 1, 2, 3])).toEqual(['4 of 5 longest']);
  });

  test('[SC39] the longest is counted wherever it stands; where an option is written is nothing a player sees', () => {
    expect(told([0, 1, 0, 1, 0], [0, 1, 2, 3, 4])).toEqual(['5 of 5 longest']);
    expect(told([0, 0, 0, 0, 0])).toEqual([]);
    expect(told([1, 1, 1, 1, 1])).toEqual([]);
  });
});

test('[SC40] the shipped scenarios and the one that `new` writes have no warning', () => {
  const files = readSources();
  for (const id of scenarioIds(files)) expect(readScenario(files, id).problems, id).toEqual([]);
  const starter = (name: string) =>
    readFileSync(new URL(`../../src/cli/starter/${name}`, import.meta.url), 'utf8');
  const own = new Map([
    ['starter/scenario.yaml', starter('scenario.yaml')],
    ['starter/map.tmj', starter('map.tmj')],
  ]);
  expect(readScenario(own, 'starter').problems).toEqual([]);
});
