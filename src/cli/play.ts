/** `deconflict play plan.yaml`: plays a plan to its end and saves the session as a file (SPEC CL8). */
import { basename } from 'node:path';
import type { RunFile } from '#exercise/entries.ts';
import { canonicalJson } from '#language/canonical.ts';
import { errorLines, hasErrors } from '#language/diagnostic.ts';
import { readYaml } from '#language/yaml-reader.ts';
import { packPin } from '#law/pack.ts';
import { type PlanRun, runPlan } from '#plans/run-plan.ts';
import { type Plan, readPlanFor } from '#scenario/plan.ts';
import { renamed } from './disk/from-here.ts';
import { readOrSay, writeOrSay } from './disk/on-disk.ts';
import { lawIn, type Staged, scenarioOf } from './disk/scenario-at.ts';
import { endingInWords, endingOf } from './terminal/ending-in-words.ts';
import { clock, print } from './terminal/print.ts';
import { CannotDo, readArguments, WrongUse, wholeNumber } from './terminal/wrong-use.ts';

/** 0 where the plan went as it says, 1 where it did not; the run is written either way. */
export function run(args: readonly string[]): number {
  const { at, given } = readArguments(args, ['plan.yaml'], {
    json: { type: 'boolean' },
    out: { type: 'string' },
    pack: { type: 'string' },
    seed: { type: 'string' },
    extended: { type: 'string' },
  });
  const [path = ''] = at;
  const asked = wholeNumber(given, 'extended', 100, [100, 200]);
  if (asked % 50 !== 0) throw new WrongUse('--extended takes 100, 150 or 200.');
  const { plan, playbook, files } = planOnDisk(path);
  const extended = given.extended === undefined ? plan.extended : asked;
  const law = lawIn(files);
  const pack = typeof given.pack === 'string' ? given.pack : (Object.keys(law.packs)[0] ?? '');
  if (!Object.hasOwn(law.packs, pack)) {
    throw new WrongUse(`There is no pack "${pack}". The packs are: ${Object.keys(law.packs).join(', ')}.`);
  }
  const seed =
    given.seed === undefined ? {} : { seed: wholeNumber(given, 'seed', 1, [0, Number.MAX_SAFE_INTEGER]) };
  const played = runPlan(playbook, plan, {
    toEnd: true,
    law,
    mover: 'chart',
    opening: { extended, pack: packPin(law, pack, playbook.asOf), ...seed },
  });
  if (typeof given.out === 'string') writeRun(given.out, played);
  const result = {
    seed: played.opening.seed,
    entries: played.entries.length,
    at: played.exercise.at,
    ending: endingOf(played.trace),
    failures: played.failures,
  };
  print(given, result, () => [
    `${path}: seed ${result.seed}, ${result.entries} entries, ${endingInWords(playbook, result.ending)} at ${clock(result.at)}.`,
    ...played.failures.map((failure) => `  step ${failure.step + 1}: ${failure.message}`),
  ]);
  return played.failures.length === 0 ? 0 : 1;
}

/** The plan of a file and its scenario. Throws CannotDo where either does not read. */
function planOnDisk(path: string): { readonly plan: Plan } & Staged {
  const text = readOrSay(path, 'The plan');
  const { source, problems: ofText } = readYaml(path, text);
  if (hasErrors(ofText)) throw new CannotDo('The plan cannot be read.', errorLines(ofText));
  const { value } = source;
  const scenario = typeof value === 'object' && value !== null && 'scenario' in value ? value.scenario : null;
  if (typeof scenario !== 'string') throw new CannotDo(`${path}: The plan does not name its scenario.`);
  const staged = scenarioOf({ scenario }, path);
  const name = `${scenario}/plans/${basename(path)}`;
  const { plan, problems } = readPlanFor(staged.playbook, new Map([[name, text]]), name);
  if (plan !== null) return { plan, ...staged };
  throw new CannotDo('The plan cannot be read.', errorLines(problems.map((one) => renamed(one, () => path))));
}

function writeRun(path: string, { opening, entries }: PlanRun): void {
  const run: RunFile = { format: 1, kind: 'run', opening, entries, sealed: null };
  writeOrSay(path, `${canonicalJson(run)}\n`, 'The session');
}
