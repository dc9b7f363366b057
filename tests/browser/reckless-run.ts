/** The reckless run of the shipped scenario, played for a test file, and what its debrief says. */
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { shippedLaw } from '#cli/disk/shipped.ts';
import { debrief } from '#debrief/debrief.ts';
import type { DebriefReport } from '#debrief/report.ts';
import type { RunFile } from '#exercise/entries.ts';
import { ROOT, runNode } from './served.ts';
import { PLAYBOOK, SCENARIO } from './shipped.ts';

/** Plays it into a run file of that name; files run side by side, so each names its own. */
export async function playReckless(
  name: string,
): Promise<{ readonly path: string; readonly report: DebriefReport }> {
  const path = join(ROOT, `node_modules/.cache/deconflict/${name}.run.json`);
  mkdirSync(dirname(path), { recursive: true });
  const plan = `scenarios/${SCENARIO}/plans/reckless-federal.plan.yaml`;
  await runNode(['src/cli/main.ts', 'play', plan, '--out', path]);
  const { opening, entries } = JSON.parse(readFileSync(path, 'utf8')) as RunFile;
  return { path, report: debrief({ playbook: PLAYBOOK, opening, entries, law: shippedLaw() }) };
}
