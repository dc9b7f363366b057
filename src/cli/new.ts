/**
 * `deconflict new <id> [--in folder]`: begins a scenario from one that works, with its map and a plan, ready for `check` (SPEC CL20).
 *
 * The folder must not be there yet; nothing is ever written over. Without `--in` it stands among the shipped scenarios.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { id as idForm } from '#scenario/schema/schema-forms.ts';
import { fromHere, typed } from './disk/from-here.ts';
import { folderOrSay, writeOrSay } from './disk/on-disk.ts';
import { SCENARIOS } from './disk/sources.ts';
import { say } from './terminal/print.ts';
import { CannotDo, readArguments, WrongUse } from './terminal/wrong-use.ts';

const STARTER = join(import.meta.dirname, 'starter');
/** Folders beside the scenarios that are something else, and names that some systems or the language keep for themselves. */
const TAKEN = /^(common|law|con|prn|aux|nul|com\d|lpt\d|constructor|prototype)$/;

/** Runs the command; resolves to 0 once everything is written. */
export function run(args: readonly string[]): number {
  const { id, home } = wanted(args);
  const folder = join(home, id);
  if (existsSync(folder)) throw new CannotDo(`There is already something at ${folder}. Nothing was written.`);
  if (!existsSync(home)) throw new CannotDo(`There is no folder ${home}.`);
  const files = filesBelow(STARTER);
  for (const file of files) {
    const to = join(folder, file);
    folderOrSay(dirname(to));
    writeOrSay(to, calledBy(id, readFileSync(join(STARTER, file), 'utf8')), 'The file');
  }
  const shown = fromHere(folder);
  say(`${shown} now has ${files.join(', ')}.`, `Next: npx deconflict watch ${typed(shown)}`);
  return 0;
}

function wanted(args: readonly string[]): { readonly id: string; readonly home: string } {
  const { at, given } = readArguments(args, ['id'], { in: { type: 'string' } });
  const [id = ''] = at;
  if (!idForm.safeParse(id).success) {
    throw new WrongUse(
      `"${id}" cannot be the name of a scenario. Write at most 40 lowercase letters, digits and hyphens, like traffic-stop.`,
    );
  }
  if (TAKEN.test(id)) {
    throw new WrongUse(`"${id}" cannot be the name of a scenario: the name is taken.`);
  }
  return { id, home: typeof given.in === 'string' ? resolve(given.in) : SCENARIOS };
}

function filesBelow(folder: string, under = ''): string[] {
  return readdirSync(join(folder, under))
    .sort()
    .flatMap((name) => {
      const path = under === '' ? name : `${under}/${name}`;
      return statSync(join(folder, path)).isDirectory() ? filesBelow(folder, path) : [path];
    });
}

/** The starter's own name stands in two places, each on a line of its own. */
function calledBy(id: string, text: string): string {
  return text.replace(/^(id|scenario): starter$/m, `$1: ${id}`);
}
