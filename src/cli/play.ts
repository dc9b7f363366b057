/** `deconflict play plan.yaml`: plays a plan to its end and keeps the run as a file (SPEC CL8). */
import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { RunFile } from '#exercise/entries.ts';
import { canonicalJson } from '#language/canonical.ts';
import { hasErrors, printDiagnostic } from '#language/diagnostic.ts';
import { packPin } from '#law/pack.ts';
import { type PlanRun, runPlan } from '#rehearsal/run-plan.ts';
import { type Plan, readPlanFor } from '#scenario/plan.ts';
import { readOrSay, writeOrSay } from './on-disk.ts';
import { clock, print } from './print.ts';
import { lawIn, type Staged, scenarioAt } from './scenario-at.ts';
import { CannotDo, readArguments, WrongUse, wholeNumber } from './wrong-use.ts';

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
    throw new WrongUse(`There is no pack "${pack}"; there are ${Object.keys(law.packs).join(', ')}.`);
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
    ending: endingOf(played),
    failures: played.failures,
  };
  print(given, result, () =>
    [
      `${path}: seed ${result.seed}, ${result.entries} entries, ${result.ending ?? 'still running'} at ${clock(result.at)}.`,
      ...played.failures.map((failure) => `  step ${failure.step + 1}: ${failure.message}`),
    ].join('\n'),
  );
  return played.failures.length === 0 ? 0 : 1;
}

/** The plan of a file and its scenario: the one whose folder it lies in, else the one that it names. */
function planOnDisk(path: string): { readonly plan: Plan } & Staged {
  const text = readOrSay(path, 'The plan');
  const scenario = /^scenario:\s*([a-z0-9-]+)/m.exec(text)?.[1];
  if (scenario === undefined) throw new CannotDo(`${path}: The plan does not say its scenario.`);
  const folder = resolve(path, '../..');
  const isOwn = basename(folder) === scenario && existsSync(join(folder, 'scenario.yaml'));
  const staged = scenarioAt(isOwn ? folder : scenario);
  const name = `${scenario}/plans/${basename(path)}`;
  const { plan, problems } = readPlanFor(staged.playbook, new Map([[name, text]]), name);
  if (plan === null) {
    const errors = problems.filter((problem) => hasErrors([problem])).map(printDiagnostic);
    throw new CannotDo(`The plan does not read.\n${errors.join('\n')}`);
  }
  return { plan, ...staged };
}

function writeRun(path: string, { opening, entries }: PlanRun): void {
  const run: RunFile = { format: 1, kind: 'run', opening, entries, sealed: null };
  writeOrSay(path, `${canonicalJson(run)}\n`, 'The run');
}

function endingOf({ trace }: PlanRun): string | null {
  const ended = trace.findLast((event) => event.kind === 'ended');
  return ended?.kind === 'ended' ? ended.ending : null;
}
