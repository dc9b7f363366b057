/** A run file from disk together with what it was played on: the way in for replay and debrief. */
import { canReplay } from '#debrief/debrief.ts';
import type { RunFile } from '#exercise/entries.ts';
import { hashOf } from '#language/canonical.ts';
import { readRunFile } from '#protocol/run-file.ts';
import { readOrSay } from './on-disk.ts';
import { type Staged, scenarioAt } from './scenario-at.ts';
import { CannotDo } from './wrong-use.ts';

/**
 * Reads a run and finds its scenario, among those shipped or as a folder here.
 *
 * Throws CannotDo with one sentence where the file is missing, damaged, of another format, engine or version of the scenario.
 */
export function runOnDisk(path: string): { readonly run: RunFile } & Staged {
  const run = readRun(path);
  const { opening } = run;
  if (!canReplay(opening)) {
    throw new CannotDo(
      `${path}: The run was played with engine ${opening.engine}, which this version cannot replay.`,
    );
  }
  const staged = scenarioAt(opening.scenario);
  const { playbook } = staged;
  if (hashOf(playbook) !== opening.playbook) {
    throw new CannotDo(
      `${path}: The run was played on another version of "${opening.scenario}" (${opening.playbook.slice(0, 19)}…), so it cannot be replayed here.`,
    );
  }
  const stranger = opening.seats.find((id) => !playbook.seats.some((seat) => seat.id === id));
  if (stranger !== undefined)
    throw new CannotDo(`${path}: The run is damaged: there is no seat "${stranger}".`);
  return { run, ...staged };
}

/** Reads a run of whatever version. Throws CannotDo where the file is missing, damaged, or no run. */
export function readRun(path: string): RunFile {
  const read = readRunFile(readOrSay(path, 'The run'));
  if (!read.ok) throw new CannotDo(`${path}: ${read.why}`);
  return read.run;
}
