/** A run file from disk together with what it was played on: the way in for replay and debrief. */
import { canReplay } from '#debrief/debrief.ts';
import type { RunFile } from '#exercise/entries.ts';
import { hashOf } from '#language/canonical.ts';
import { runCharacterProblems } from '#language/characters.ts';
import { errorLines } from '#language/diagnostic.ts';
import { readRunFile } from '#protocol/run-file.ts';
import { CannotDo, type Given } from '../terminal/wrong-use.ts';
import { readOrSay } from './on-disk.ts';
import { type Staged, scenarioAt, scenarioOf } from './scenario-at.ts';

/**
 * Reads a run and finds its scenario: where `--scenario` says, else beside the run, here, or among those shipped.
 *
 * Throws CannotDo with one sentence where the file is missing, damaged, of another format, engine or version of the scenario.
 */
export function runOnDisk(path: string, given: Given): { readonly run: RunFile } & Staged {
  const run = readRun(path);
  const { opening } = run;
  if (!canReplay(opening)) {
    throw new CannotDo(
      `${path}: The session was played with engine ${opening.engine}, which this version cannot replay.`,
    );
  }
  const staged = scenarioOfRun(run, path, given);
  const { playbook } = staged;
  if (hashOf(playbook) !== opening.playbook) {
    throw new CannotDo(
      `${path}: The session was played in another version of "${opening.scenario}" (${opening.playbook.slice(0, 19)}…), so it cannot be replayed here.`,
    );
  }
  const stranger = opening.seats.find((id) => !playbook.seats.some((seat) => seat.id === id));
  if (stranger !== undefined)
    throw new CannotDo(`${path}: The session is damaged: there is no seat "${stranger}".`);
  return { run, ...staged };
}

/** The scenario of a run, of this version or another. Throws CannotDo where there is none. */
export function scenarioOfRun({ opening }: RunFile, path: string, given: Given): Staged {
  return typeof given.scenario === 'string' ? scenarioAt(given.scenario) : scenarioOf(opening, path);
}

/** Reads a run of whatever version. Throws CannotDo where the file is missing, damaged, or no run. */
export function readRun(path: string): RunFile {
  const text = readOrSay(path, 'The session');
  const strange = runCharacterProblems(path, text);
  if (strange.length > 0) throw new CannotDo(`${path}: The session cannot be read.`, errorLines(strange));
  const read = readRunFile(text);
  if (!read.ok) throw new CannotDo(`${path}: ${read.why}`);
  return read.run;
}
