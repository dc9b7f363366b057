/** Ten planned runs of the 207 call under every shipped law, and the table of them. */
import { expect, test } from 'vitest';
import { AXES, type Axis } from '#law/trace.ts';
import { tenRunsPage } from './print-ten-runs.ts';
import { differs, RUNS, tenRuns, twoSentences } from './ten-runs.ts';

const { laws, rows } = tenRuns();
const words = (run: string, axis: Axis) => {
  const row = rows.find((one) => one.run === run && one.axis === axis);
  return Object.fromEntries(laws.map((law, index) => [law.name, row?.standings[index]?.standing]));
};

test('[LW12] ten planned runs are ruled on each axis under four packs, Florida once for each model', () => {
  expect(laws.map((law) => law.name)).toEqual([
    'ca-los-angeles',
    'texas-city',
    'florida-287g none',
    'florida-287g task-force',
    'florida-287g jail-enforcement',
    'florida-287g warrant-service',
    'neutral',
  ]);
  expect(rows).toHaveLength(RUNS.length * AXES.length);
  expect(RUNS).toHaveLength(10);
  for (const row of rows) {
    expect(row.standings).toHaveLength(laws.length);
    for (const one of row.standings) expect(one.kept).toBeLessThanOrEqual(one.due);
  }
});

test('[LW7] help that Texas allows and Florida asks for is grave in Los Angeles, in one and the same run', () => {
  expect(words('law-helps-the-team', 'jurisdiction')).toMatchObject({
    'ca-los-angeles': 'grave',
    'texas-city': 'sound',
    'florida-287g none': 'sound',
  });
  expect(words('careful-federal', 'jurisdiction')).toMatchObject({
    'ca-los-angeles': 'sound',
    'texas-city': 'sound',
    neutral: 'sound',
    'florida-287g none': 'gaps',
  });
});

test('[LW21] no model of delegation makes looking for others in a home lawful, or its standing another one', () => {
  const models = ['none', 'task-force', 'jail-enforcement', 'warrant-service'];
  const own = words('law-searches-the-rooms', 'jurisdiction');
  expect(models.map((model) => own[`florida-287g ${model}`])).toEqual(['gaps', 'gaps', 'gaps', 'gaps']);
  expect(new Set(Object.values(words('law-searches-the-rooms', 'constitutional')))).toEqual(
    new Set(['unsound']),
  );
});

test('[LW7] no law makes a reckless run good on any axis, nor the run of a careful officer grave', () => {
  for (const axis of AXES) {
    for (const word of Object.values(words('reckless-federal', axis))) expect(word).toBe('grave');
    for (const run of ['careful-federal', 'careful-impostors']) {
      for (const word of Object.values(words(run, axis))) expect(['sound', 'gaps']).toContain(word);
    }
  }
});

test('[LW12] every row that differs by law gets two sentences from findings, of laws that do differ on it', () => {
  const rowsThatDiffer = rows.filter(differs);
  expect(rowsThatDiffer.length).toBeGreaterThanOrEqual(7);
  for (const row of rowsThatDiffer) {
    const [against, instead] = twoSentences(row, laws);
    expect(against, row.run).not.toBe(instead);
    for (const one of [against, instead]) expect(one, row.run).toMatch(/^[a-z0-9- ]+(, |: No rule)/);
    expect(against).toMatch(/\([a-z-]+\/[a-z-]+\)$/);
  }
  const page = tenRunsPage(laws, rows);
  expect(page.split('\n').filter((line) => line.startsWith('| '))).toHaveLength(2 + rows.length);
});
