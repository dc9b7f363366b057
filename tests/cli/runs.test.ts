/** Runs as files: played, replayed, debriefed, damaged. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { RunFile } from '#exercise/entries.ts';
import { deconflict, folder } from './deconflict.ts';

const PLAN = 'scenarios/residence-207/plans/careful-federal.plan.yaml';
const patience = { timeout: 60_000 };

async function playedRun(): Promise<{ readonly path: string; readonly text: string }> {
  const path = join(folder(), 'a.run.json');
  const { code, err } = await deconflict('play', PLAN, '--out', path);
  expect(err).toBe('');
  expect(code).toBe(0);
  return { path, text: readFileSync(path, 'utf8') };
}

test('[CL8] a plan leaves a run that replays to the same digest', patience, async () => {
  const { path, text } = await playedRun();
  const run = JSON.parse(text) as RunFile;
  expect(text).toBe(`${JSON.stringify(run)}\n`);
  const { code, out } = await deconflict('replay', path, '--json');
  expect(code).toBe(0);
  const last = run.entries.at(-1);
  expect(JSON.parse(out)).toEqual({
    digest: last?.digest,
    entries: run.entries.length,
    at: last?.command.at,
    ending: expect.any(String),
    equal: true,
  });
});

test('[CL5] replay names the first entry whose digest differs', patience, async () => {
  const { path, text } = await playedRun();
  const run = JSON.parse(text) as RunFile;
  const third = run.entries[2]?.digest ?? '';
  writeFileSync(path, text.replace(third, `sha256:${'0'.repeat(64)}`));
  const { code, out } = await deconflict('replay', path, '--json');
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject({ equal: false, differsAt: 3 });
  const debriefed = await deconflict('debrief', path);
  expect(debriefed.code).toBe(1);
  expect(debriefed.err).toMatch(/The run is damaged: entry 3 does not replay/);
});

test('[CL5] a seal that does not fit the entries is told', patience, async () => {
  const { path, text } = await playedRun();
  const run = JSON.parse(text) as RunFile;
  const digest = `sha256:${'1'.repeat(64)}`;
  const sealed = { digest, ending: 'made-up', at: 1, trace: [], findings: [], reasons: [] };
  writeFileSync(path, JSON.stringify({ ...run, sealed }));
  const { code, out } = await deconflict('replay', path);
  expect(code).toBe(1);
  expect(out).toContain('the seal does not fit the entries');
});

test('[CL6] debrief rules a run under the pack and the day asked for', patience, async () => {
  const { path } = await playedRun();
  for (const [args, pack, asOf] of [
    [[], 'ca-los-angeles', '2026-06-30'],
    [['--pack', 'texas-city'], 'texas-city', '2026-06-30'],
    [['--pack', 'neutral', '--as-of', '2025-01-01'], 'neutral', '2025-01-01'],
  ] as const) {
    const { code, out } = await deconflict('debrief', path, '--json', ...args);
    expect(code).toBe(0);
    const ruled = JSON.parse(out) as {
      readonly axes: Record<string, { readonly standing: string }>;
      readonly findings: readonly Record<string, unknown>[];
    };
    expect(ruled).toMatchObject({ pack, asOf });
    expect(Object.keys(ruled.axes)).toEqual(['jurisdiction', 'constitutional', 'crowd-safety']);
    for (const axis of Object.values(ruled.axes)) {
      expect(axis.standing).toMatch(/^(sound|gaps|unsound|grave|not-exercised)$/);
    }
    expect(ruled.findings.length).toBeGreaterThan(0);
    expect(Object.keys(ruled.findings[0] ?? {})).toEqual([
      'axis',
      'verdict',
      'grave',
      'at',
      'seq',
      'seat',
      'rule',
      'authorities',
      'because',
    ]);
  }
});

test('[CL7] seeds draw the truth asked for', patience, async () => {
  const { code, out } = await deconflict('seeds', 'residence-207', '--truth', 'team=impostors', '--json');
  expect(code).toBe(0);
  const seeds = JSON.parse(out) as readonly number[];
  expect(seeds).toHaveLength(5);
  expect([...new Set(seeds)].sort((a, b) => a - b)).toEqual(seeds);
});

const DAMAGE: readonly (readonly [string, (text: string) => string, RegExp])[] = [
  ['is cut short', (text) => text.slice(0, text.length / 2), /not JSON: it is cut short/],
  ['is empty', () => '', /not JSON/],
  ['is something else', () => '{"a":1}', /is not a run/],
  ['is a list', () => '[]', /is not a run/],
  ['is a playbook', () => '{"format":1,"kind":"playbook"}', /is not a run/],
  [
    'is of a newer format',
    (text) => text.replace(/"format":1,"kind"/, '"format":2,"kind"'),
    /newer version made it/,
  ],
  [
    'has lost an entry',
    (text) => text.replace(/,\{"command":[^}]*\},"digest":"[^"]*","seq":3\}/, ''),
    /entry 3 is missing/,
  ],
  [
    'has a moment that is no integer',
    (text) => text.replace(/"at":\d+/, '"at":1.5'),
    /damaged at entries\.0\.command/,
  ],
  ['has a negative moment', (text) => text.replace(/"at":\d+/, '"at":-1'), /damaged at entries\.0\.command/],
  [
    'has a command nobody knows',
    (text) => text.replace(/"kind":"advance"/, '"kind":"cheat"'),
    /damaged at entries/,
  ],
  [
    'carries more than it should',
    (text) => text.replace('"kind":"run"', '"kind":"run","extra":1'),
    /damaged/,
  ],
  [
    'names another scenario',
    (text) => text.replace('"scenario":"residence-207"', '"scenario":"nowhere"'),
    /There is no scenario "nowhere"/,
  ],
  [
    'is of another playbook',
    (text) =>
      text
        .replace(/"playbook":"sha256:./, '"playbook":"sha256:f')
        .replace(/"playbook":"sha256:f./, '"playbook":"sha256:f0'),
    /another version of "residence-207"/,
  ],
  [
    'is of another engine',
    (text) => text.replace(/"engine":"[^"]*"/, '"engine":"0.0"'),
    /engine 0\.0, which this version cannot replay/,
  ],
  [
    'names a seat nobody has',
    (text) => text.replace('"seats":["patrol"]', '"seats":["mayor"]'),
    /no seat "mayor"/,
  ],
];

test('[CL4] a run file that is not what it should be gets one sentence that says how', patience, async () => {
  const { path, text } = await playedRun();
  for (const [what, damage, sentence] of DAMAGE) {
    const damaged = damage(text);
    expect(damaged, `the file that ${what} is not damaged at all`).not.toBe(text);
    writeFileSync(path, damaged);
    const { code, out, err } = await deconflict('replay', path);
    expect([what, code, out]).toEqual([what, 1, '']);
    expect(err, what).toMatch(sentence);
    expect(err.trimEnd().split('\n'), what).toHaveLength(1);
  }
});

test(
  '[CL2] what went wrong is one JSON value under --json, and a sentence for people',
  patience,
  async () => {
    for (const path of ['no-such.run.json', 'scenarios']) {
      const { code, out, err } = await deconflict('debrief', path, '--json');
      expect(code).toBe(1);
      expect(JSON.parse(out)).toEqual({ error: expect.stringContaining(path) });
      expect(err).not.toMatch(/\n\s+at /);
    }
  },
);
