/** The reckless run of the shipped scenario, played for a test file, and what its debrief says. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { shippedLaw } from '#cli/disk/shipped.ts';
import { debrief } from '#debrief/debrief.ts';
import type { DebriefReport } from '#debrief/report.ts';
import type { RunFile } from '#exercise/entries.ts';
import { wholeSession } from './midway.ts';
import { ROOT } from './served.ts';
import { PLAYBOOK, planOf } from './shipped.ts';

/** Plays it into a run file of that name; files run side by side, so each names its own. */
export function playReckless(name: string): { readonly path: string; readonly report: DebriefReport } {
  const path = join(ROOT, `node_modules/.cache/deconflict/${name}.run.json`);
  mkdirSync(dirname(path), { recursive: true });
  const text = wholeSession(planOf('reckless-federal'));
  writeFileSync(path, text);
  const { opening, entries } = JSON.parse(text) as RunFile;
  return { path, report: debrief({ playbook: PLAYBOOK, opening, entries, law: shippedLaw() }) };
}
