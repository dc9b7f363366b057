/** Runs as files: played, replayed, debriefed, damaged. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { run as debriefRun } from '#cli/debrief.ts';
import { run as replayRun } from '#cli/replay.ts';
import { run as findSeeds } from '#cli/seeds.ts';
import { WrongUse } from '#cli/terminal/wrong-use.ts';
import type { RunFile } from '#exercise/entries.ts';
import { deconflict, folder, heardNow } from './deconflict.ts';

const PLAN = 'scenarios/residence-207/plans/ends-cleared-off-federal.plan.yaml';
const patience = { timeout: 60_000 };

let text = '';

beforeAll(async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'deconflict-')), 'a.run.json');
  const { code, err } = await deconflict('play', PLAN, '--out', path);
  expect([code, err]).toEqual([0, '']);
  text = readFileSync(path, 'utf8');
  rmSync(dirname(path), { recursive: true });
}, 60_000);

/** A verb in this process: what it printed and with which code it would end. For what a process of its own adds, `deconflict`. */
function inProcess(verb: (args: string[]) => number, ...args: string[]) {
  return heardNow(() => verb(args));
}

/** The played run as a file of this test's own. */
function playedRun(): { readonly path: string; readonly text: string } {
  const path = join(folder(), 'a.run.json');
  writeFileSync(path, text);
  return { path, text };
}

test('[CL8] a plan leaves a run that replays to the same digest', patience, async () => {
  const { path, text } = playedRun();
  const run = JSON.parse(text) as RunFile;
  expect(text).toBe(`${JSON.stringify(run)}\n`);
  const { code, out } = await deconflict('replay', path, '--json');
  expect(code).toBe(0);
  const last = run.entries.at(-1);
  const { at: ended } = JSON.parse(out) as { readonly at: number };
  expect(JSON.parse(out)).toEqual({
    digest: last?.digest,
    entries: run.entries.length,
    at: ended,
    ending: expect.any(String),
    equal: true,
  });
  // What fell due before the last moment that was asked for can have ended the run.
  expect(ended).toBeGreaterThan(0);
  expect(ended).toBeLessThanOrEqual(last?.command.at ?? 0);
});

test('[CL5] replay names the first entry whose digest differs', patience, () => {
  const { path, text } = playedRun();
  const run = JSON.parse(text) as RunFile;
  const third = run.entries[2]?.digest ?? '';
  writeFileSync(path, text.replace(third, `sha256:${'0'.repeat(64)}`));
  const { code, out } = inProcess(replayRun, path, '--json');
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject({ equal: false, differsAt: 3 });
  // main.ts prints it as it prints what CL4 asks of it below.
  expect(() => debriefRun([path])).toThrow(/The session is damaged: entry 3 does not replay/);
});

test('[CL5] a seal that does not fit the entries is told', patience, () => {
  const { path, text } = playedRun();
  const run = JSON.parse(text) as RunFile;
  const digest = `sha256:${'1'.repeat(64)}`;
  const sealed = { digest, ending: 'made-up', at: 1, trace: [], findings: [], reasons: [] };
  writeFileSync(path, JSON.stringify({ ...run, sealed }));
  const { code, out } = inProcess(replayRun, path);
  expect(code).toBe(1);
  expect(out).toContain('The seal does not match the entries');
});

test('[CL6] debrief rules a run under the pack and the day asked for', patience, () => {
  const { path } = playedRun();
  expect(() => debriefRun([path, '--pack', 'mars'])).toThrow(WrongUse);
  for (const [args, pack, asOf] of [
    [[], 'ca-los-angeles', '2026-06-30'],
    [['--pack', 'texas-city'], 'texas-city', '2026-06-30'],
    [['--pack', 'neutral', '--as-of', '2025-01-01'], 'neutral', '2025-01-01'],
  ] as const) {
    const { code, out } = inProcess(debriefRun, path, '--json', ...args);
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
      'changes',
    ]);
  }
});

test(
  '[TB59] debrief says of a coached run that it is ungraded, in words and as a field',
  patience,
  async () => {
    const path = join(folder(), 'coached.run.json');
    const run = JSON.parse(text) as RunFile;
    const coached = { ...run, opening: { ...run.opening, level: 'coaching' }, sealed: null };
    writeFileSync(path, JSON.stringify(coached));
    expect(JSON.parse(inProcess(debriefRun, path, '--json').out)).toMatchObject({ level: 'coaching' });
    expect(inProcess(debriefRun, path).out).toContain('Coaching, not graded');
    const { path: graded } = playedRun();
    expect(JSON.parse(inProcess(debriefRun, graded, '--json').out)).toMatchObject({
      level: run.opening.level,
    });
    expect(inProcess(debriefRun, graded).out).not.toContain('not graded');
  },
);

test('[CL7] seeds draw the truth asked for', patience, () => {
  const { code, out } = inProcess(findSeeds, 'residence-207', '--truth', 'team=impostors', '--json');
  expect(code).toBe(0);
  const seeds = JSON.parse(out) as readonly number[];
  expect(seeds).toHaveLength(5);
  expect([...new Set(seeds)].sort((a, b) => a - b)).toEqual(seeds);
});

const DAMAGE: readonly (readonly [string, (text: string) => string, RegExp])[] = [
  ['is cut short', (text) => text.slice(0, text.length / 2), /not JSON: it is cut short/],
  ['is empty', () => '', /not JSON/],
  ['is something else', () => '{"a":1}', /is not a session/],
  ['is a list', () => '[]', /is not a session/],
  ['is a playbook', () => '{"format":1,"kind":"playbook"}', /is not a session/],
  [
    'is of a newer format',
    (text) => text.replace(/"format":1,"kind"/, '"format":3,"kind"'),
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

test('[CL4] a run file that is not what it should be gets one sentence that says how', patience, () => {
  const { path } = playedRun();
  for (const [what, damage, sentence] of DAMAGE) {
    const damaged = damage(text);
    expect(damaged, `the file that ${what} is not damaged at all`).not.toBe(text);
    writeFileSync(path, damaged);
    expect(() => replayRun([path]), what).toThrow(sentence);
  }
});

test('[CL4] such a sentence reaches a person alone, on standard error, with exit 1', patience, async () => {
  const { path } = playedRun();
  writeFileSync(path, text.slice(0, 500));
  const { code, out, err } = await deconflict('replay', path);
  expect([code, out]).toEqual([1, '']);
  expect(err).toMatch(
    /^deconflict: .*a\.run\.json: The file is not JSON: it is cut short, damaged or something else\.\n$/,
  );
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
