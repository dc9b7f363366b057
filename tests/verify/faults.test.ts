/** The planted faults of `faults/`: each is found at its line and nothing else is, a plan leads into it, and its clean twin has none. */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '#language/diagnostic.ts';
import type { Proof } from '#verify/prove.ts';
import { deconflict, deconflictWith, folder } from '../cli/deconflict.ts';
import { checkFiles } from './check-fault.ts';
import { doubtsAbout } from './confirm-plan.ts';
import { readFaults } from './fault-files.ts';

const FAULTS = readFaults();
const placed = ({ file, line, code }: { file: string; line: number; code: string }) =>
  `${file}:${line} ${code}`;
const inWords = (problems: readonly Diagnostic[]) =>
  problems.map((problem) => `${placed(problem)} ${problem.message}`).join('\n');
/** Clean scenarios that were checked already: most faults have the same twin. */
const clean = new Map<string, readonly Diagnostic[]>();

test('[RH47] at least 24 faults are planted, of every sort a proof or a reading can find', () => {
  expect(FAULTS.length).toBeGreaterThanOrEqual(24);
  const codes = new Set(FAULTS.flatMap(({ found }) => found.map(({ code }) => code)));
  for (let n = 1; n <= 9; n++) expect(codes).toContain(`SC080${n}`);
  expect(FAULTS.filter(({ plan }) => plan).length).toBeGreaterThanOrEqual(10);
});

describe('each fault is found at its line and nothing else is; a plan leads into it; its clean twin has none', () => {
  for (const fault of FAULTS) {
    test(`[RH47] [RH48] [RH49] ${fault.name}`, () => {
      const { problems, proved, isWhole } = checkFiles(fault.wrong, fault.scenario);
      expect(problems.map(placed).sort(), inWords(problems)).toEqual(fault.found.map(placed).sort());
      for (const { repair } of problems) expect(repair).toMatch(/^[A-Z].*[.]$/s);
      expect(isWhole, 'everything was followed').toBe(true);
      const plans = proved.filter(({ plan }) => plan !== null);
      expect(plans.length > 0, 'a plan is there exactly if one can be').toBe(fault.plan);
      for (const one of plans) expect(doubtsAbout(one, fault.wrong, fault.scenario)).toEqual([]);
      const key = JSON.stringify([...fault.right]);
      const twin = clean.get(key) ?? checkFiles(fault.right, fault.scenario).problems;
      clean.set(key, twin);
      expect(inWords(twin)).toBe('');
    }, 60_000);
  }
});

/** In `npm test` one fault goes through the command line as well; in `npm run prove` each does. */
const BY_COMMAND = FAULTS.filter(
  ({ name }) => process.env.PROVE_RUNS !== undefined || name === 'aid-comes-too-late',
);

for (const fault of BY_COMMAND) {
  test(`[RH47] [RH49] check, play and replay say so of ${fault.name}`, async () => {
    const home = folder();
    put(home, fault.wrong);
    const plans = join(home, 'shown');
    const { out } = await deconflict('check', home, '--json', '--write-plan', plans);
    const { problems, proof }: { problems: Diagnostic[]; proof: Proof[] } = JSON.parse(out);
    const told = problems.map((problem) => placed({ ...problem, file: relative(home, problem.file) }));
    expect(told.sort()).toEqual(fault.found.map(placed).sort());
    // A scenario with an error that reading finds, such as a plan gone stale, is not proved.
    expect(proof.filter(({ word }) => word !== 'complete')).toEqual([]);
    const written = readdirSync(plans);
    expect(written.length > 0).toBe(fault.plan);
    for (const name of written) {
      const run = join(home, 'shown.run.json');
      const settings = { DECONFLICT_SCENARIOS: home };
      const played = await deconflictWith(settings, 'play', join(plans, name), '--out', run);
      expect(played.code, played.err).toBe(0);
      expect((await deconflictWith(settings, 'replay', run)).code).toBe(0);
    }
  }, 120_000);
}

function put(home: string, files: ReadonlyMap<string, string>): void {
  for (const [path, text] of files) {
    const file = join(home, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
