/** `check` proves what it reads: from outside, on a folder of its own. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { deconflict, folder } from '../cli/deconflict.ts';
import { filesOf } from '../scenario/pages.ts';
import { story, WAIT, WALK } from './prove-small.ts';

const TRAP = story(`${WAIT}\n${WALK}`, '      near: {}');

test('[CL30] [CL31] [CL32] [RH44] check proves a scenario under every pack, finds a trap once, and writes the plan that shows it', async () => {
  const home = folder();
  const { files } = filesOf([{ kind: 'broken', line: 0, column: 0, file: null, text: TRAP }]);
  mkdirSync(join(home, 'base'));
  writeFileSync(join(home, 'base/scenario.yaml'), files.get('base/scenario.yaml') ?? '');
  const quick = await deconflict('check', '--no-proof', join(home, 'base'), '--json');
  expect(JSON.parse(quick.out)).toMatchObject({ ok: true, problems: [], proof: [] });
  const plans = join(home, 'found');
  const proved = await deconflict('check', join(home, 'base'), '--json', '--write-plan', plans);
  expect(proved.code).toBe(1);
  const { ok, problems, proof } = JSON.parse(proved.out);
  expect(ok).toBe(false);
  expect(problems).toEqual([expect.objectContaining({ code: 'SC0801', severity: 'error', column: 7 })]);
  expect(new Set(proof.map((one: { pack: string }) => one.pack)).size).toBeGreaterThanOrEqual(4);
  expect(proof).toContainEqual(
    expect.objectContaining({
      scenario: 'base',
      pack: 'neutral',
      truth: 'team=impostors',
      property: 1,
      word: 'complete',
      frontier: 0,
    }),
  );
  const rowsOf = (wanted: number) => proof.filter((one: { property: number }) => one.property === wanted);
  for (const property of [5, 6]) {
    expect(rowsOf(property).length).toBe(rowsOf(1).length);
    for (const row of rowsOf(property)) {
      expect(row).toMatchObject({ word: 'complete', edges: 0, frontier: 0 });
      expect(row.states).toBeGreaterThan(0);
    }
  }
  const written = readdirSync(plans);
  expect(written).toEqual(['base-sc0801-1.plan.yaml']);
  mkdirSync(join(home, 'base/plans'));
  writeFileSync(join(home, 'base/plans/trap.plan.yaml'), readFileSync(join(plans, written[0] ?? '')));
  expect((await deconflict('check', '--no-proof', join(home, 'base'))).code).toBe(0);
  expect((await deconflict('check', '--states', 'many')).code).toBe(2);
}, 60_000);
