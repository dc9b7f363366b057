/** Runs written down as plans from the command line. */

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { shippedPlaybook } from '#cli/disk/shipped.ts';
import { readSources } from '#cli/disk/sources.ts';
import type { RunFile } from '#exercise/entries.ts';
import { runPlan } from '#plans/run-plan.ts';
import { readPlanFor } from '#scenario/plan.ts';
import { deconflict, folder } from './deconflict.ts';

const files = readSources();
const playbook = shippedPlaybook('residence-207');

/** A short run of the flagship as a file, as `play` leaves it. */
function runFile(change: (run: RunFile) => RunFile = (run) => run): {
  readonly path: string;
  readonly at: string;
} {
  const path = 'residence-207/plans/ends-cleared-off-federal.plan.yaml';
  const { plan } = readPlanFor(playbook, files, path);
  if (plan === null || playbook === null) throw new Error('It reads.');
  const { opening, entries } = runPlan(playbook, plan, { toEnd: true });
  const at = folder();
  const run: RunFile = { format: 1, kind: 'run', opening, entries, sealed: null };
  writeFileSync(join(at, 'a.run.json'), JSON.stringify(change(run)));
  return { path: join(at, 'a.run.json'), at };
}

test('[CL46] plan writes a run down as a plan that plays to the same end, and over nothing', async () => {
  const { path, at } = runFile();
  const out = join(at, 'a.plan.yaml');
  const written = await deconflict('plan', path, '--out', out);
  expect(written).toMatchObject({ code: 0, err: '' });
  expect(written.out).toContain('plays to its end as written');
  const text = readFileSync(out, 'utf8');
  expect(text).toMatch(/- expect: \{ ended: cleared-off \}\n$/);
  const name = 'residence-207/plans/a.plan.yaml';
  const { plan, problems } = readPlanFor(playbook, new Map([[name, text]]), name);
  expect(problems).toEqual([]);
  if (plan === null || playbook === null) throw new Error('It reads.');
  expect(runPlan(playbook, plan, { toEnd: true }).failures).toEqual([]);
  expect(await deconflict('plan', path, '--out', out)).toMatchObject({ code: 1, out: '' });
}, 30_000);

test('[CL46] a run in which nobody did anything is a plan that waits for its end', async () => {
  const { path } = runFile((run) => ({ ...run, entries: [] }));
  const { out } = await deconflict('plan', path);
  const name = 'residence-207/plans/silent.plan.yaml';
  const { plan, problems } = readPlanFor(playbook, new Map([[name, out]]), name);
  expect(problems).toEqual([]);
  expect(plan?.steps.map(({ kind }) => kind)).toEqual(['at', 'expect']);
}, 30_000);

test('[CL46] a run of another version is written down and says so; what is no run is one sentence', async () => {
  const { path, at } = runFile((run) => ({
    ...run,
    opening: { ...run.opening, playbook: `sha256:${'f'.repeat(64)}` },
  }));
  const { code, out } = await deconflict('plan', path, '--json');
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    plan: expect.stringContaining('another version of residence-207'),
    holds: true,
  });
  writeFileSync(join(at, 'no.run.json'), 'Dear diary');
  expect(await deconflict('plan', join(at, 'no.run.json'))).toMatchObject({ code: 1, out: '' });
  expect(existsSync(join(at, 'no.plan.yaml'))).toBe(false);
}, 30_000);
