/** `deconflict replay run.json`: plays a run again from its entries and compares every digest (SPEC CL5). */
import { digest } from '#exercise/digest.ts';
import { makeEngine } from '#exercise/engine.ts';
import { replay } from '#exercise/replay.ts';
import { runOnDisk } from './disk/run-on-disk.ts';
import { endingInWords, endingOf } from './terminal/ending-in-words.ts';
import { clock, print } from './terminal/print.ts';
import { readArguments } from './terminal/wrong-use.ts';

/** 0 where every digest came out again and the seal agrees, else 1. */
export function run(args: readonly string[]): number {
  const { at, given } = readArguments(args, ['run.json'], {
    json: { type: 'boolean' },
    scenario: { type: 'string' },
  });
  const [path = ''] = at;
  const { run: file, playbook } = runOnDisk(path, given);
  const engine = makeEngine(playbook, file.opening);
  const replayed = replay(engine, file.entries);
  const { exercise } = replayed;
  const own = digest(exercise);
  const broken = replayed.equal && file.sealed !== null && file.sealed.digest !== own;
  const result = {
    digest: own,
    entries: file.entries.length,
    at: exercise.at,
    ending: endingOf(replayed.trace),
    equal: replayed.equal && !broken,
    ...(replayed.differsAt === null ? {} : { differsAt: replayed.differsAt }),
  };
  print(given, result, () => [
    result.equal
      ? `${path}: ${result.entries} entries replay to the same digests; ${endingInWords(playbook, result.ending)} at ${clock(result.at)}.`
      : `${path}: ${broken ? 'The seal does not match the entries' : `The session differs at entry ${replayed.differsAt}`}.`,
  ]);
  return result.equal ? 0 : 1;
}
