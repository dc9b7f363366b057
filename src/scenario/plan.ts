/** Plans: an author's steps through a scenario, as the rehearsal plays them. Reading one never throws (SPEC LG1). */
import { z } from 'zod';
import { type Diagnostic, hasErrors, inReadingOrder } from '#language/diagnostic.ts';
import { suggest } from '#language/did-you-mean.ts';
import { closed } from '#language/zod-issues.ts';
import { PlaybookDraft, toMs } from './draft/playbook-draft.ts';
import { down, into, type Site, siteOf } from './draft/site.ts';
import { checkChoice, compileExpected, type Expected, expectation } from './plan-expect.ts';
import { checkKnown, checkTruth, find } from './plan-names.ts';
import type { Playbook } from './playbook.ts';
import { type Files, open, shape } from './read.ts';
import { id, time } from './schema/schema-forms.ts';

/** A plan ready to be played. `seed` null: the first seed that draws `truth`. */
export interface Plan {
  readonly scenario: string;
  readonly truth: Readonly<Record<string, string>>;
  readonly seed: number | null;
  /** The extended-time factor in percent. */
  readonly extended: 100 | 150 | 200;
  readonly steps: readonly PlanStep[];
  /** Further steps for single refs: reach plans only. */
  readonly then: Readonly<Record<string, readonly PlanStep[]>>;
}

/** One step. `afterMs`: how much longer to wait once it is possible. Of `expect`, what is not given is not asked. */
export type PlanStep =
  | {
      readonly kind: 'choose';
      readonly decision: string;
      readonly option: string;
      readonly afterMs: number;
    }
  | { readonly kind: 'act'; readonly action: string; readonly afterMs: number }
  | { readonly kind: 'at'; readonly atMs: number }
  | { readonly kind: 'until'; readonly decision: string }
  | { readonly kind: 'until-known'; readonly known: Readonly<Record<string, string>> }
  | { readonly kind: 'stop' }
  | ({ readonly kind: 'expect' } & Expected);

const facts = z.record(id, id);
/** A moment of a run, to the millisecond: runs that were played by hand are written down as plans too. */
const MOMENT = /^(?=\d)(?:(\d{1,4})m)?(?:(\d{1,5})(?:\.(\d{1,3}))?s)?$/;
const moment = z
  .union([z.string().regex(MOMENT, 'form:time'), z.literal(0)], 'form:time')
  .describe('Let time pass until then: 4m, 1m30s or 12.345s.');
const after = time.optional().describe('How much longer to wait.');
const step = z.union([
  closed({
    choose: z
      .string()
      .regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'form:choice')
      .describe('decision/option, as soon as it is open and the seat is free.'),
    after,
  }),
  closed({ act: id.describe('A standing action, as soon as it is possible.'), after }),
  closed({ at: moment }),
  closed({ until: id.describe('Let time pass until this decision is open and ready.') }),
  closed({ 'until-known': facts.describe('Let time pass until the seat knows this.') }),
  closed({ stop: z.literal(true).describe('Stop the session.') }),
  closed({
    expect: expectation,
  }),
]);

/** A plan file. */
export const planFile = closed({
  scenario: id.describe('The scenario it is for.'),
  truth: facts.optional().describe('The first seed that draws this is used.'),
  seed: z.int().min(0).optional().describe('The seed to use instead.'),
  extended: z
    .literal([100, 150, 200])
    .optional()
    .describe('The time to decide, in percent: 100, 150 or 200; if left out, 100.'),
  steps: z.array(step).describe('The steps, in order.'),
  // biome-ignore lint/suspicious/noThenProperty: a word of the language; nothing here is awaited.
  then: z
    .record(z.string().regex(/^F\d{2}[a-z]$/, 'form:ref'), z.array(step))
    .optional()
    .describe('More steps for individual refs.'),
});
type StepWritten = z.infer<typeof step>;

/**
 * Reads one plan and checks its names against its scenario, or none without a playbook; the plan is null exactly if one of the problems is an
 * error.
 */
export function readPlanFor(
  playbook: Playbook | null,
  files: Files,
  path: string,
): { plan: Plan | null; problems: Diagnostic[] } {
  const draft = new PlaybookDraft();
  const text = files.get(path);
  if (text === undefined) {
    const known = planPaths(files, path.split('/')[0] ?? '');
    const repair = suggest(path, known, 'This scenario has no plans.');
    const message = `There is no plan \`${path}\`.`;
    const problem = {
      file: path,
      line: 1,
      column: 1,
      code: 'SC0502',
      severity: 'error',
      message,
      repair,
    } as const;
    return { plan: null, problems: [problem] };
  }
  const source = open(path, text, draft.problems);
  const written = shape(planFile, source, draft.problems);
  if (written === null) return { plan: null, problems: inReadingOrder(draft.problems) };
  const top = siteOf(source);
  const folder = path.split('/')[0] ?? '';
  if (written.scenario !== folder) {
    const message = `This plan is for \`${written.scenario}\`, but is in the folder of \`${folder}\`.`;
    draft.report(
      'SC0505',
      into(top, 'scenario'),
      message,
      `Write \`scenario: ${folder}\`, or move the file.`,
    );
  }
  const steps = (list: readonly StepWritten[], site: Site) =>
    list.map((one, n) => compileStep(one, into(site, n), playbook, draft));
  const plan: Plan = {
    scenario: written.scenario,
    truth: written.truth ?? {},
    seed: written.seed ?? null,
    extended: written.extended ?? 100,
    steps: steps(written.steps, into(top, 'steps')),
    // biome-ignore lint/suspicious/noThenProperty: a word of the language; nothing here is awaited.
    then: Object.fromEntries(
      Object.entries(written.then ?? {}).map(([ref, list]) => [ref, steps(list, down(top, 'then', ref))]),
    ),
  };
  if (playbook !== null) checkTruth(plan.truth, playbook, into(top, 'truth'), draft);
  return { plan: hasErrors(draft.problems) ? null : plan, problems: inReadingOrder(draft.problems) };
}

/** That a plan went otherwise than it says: at its step, or the step of `then`, that failed, and there `inside` it. `step` counts on through `then`. */
export function planWentOtherwise(
  files: Files,
  path: string,
  failed: {
    readonly step: number;
    readonly message: string;
    readonly ref: string | null;
    readonly inside?: readonly (string | number)[];
    readonly repair?: string;
  },
): Diagnostic {
  const draft = new PlaybookDraft();
  const source = open(path, files.get(path) ?? '', []);
  const written = shape(planFile, source, []);
  const own = written?.steps.length ?? 0;
  const top = siteOf(source);
  const at =
    failed.ref === null || failed.step < own
      ? into(into(top, 'steps'), Math.min(failed.step, Math.max(0, own - 1)))
      : into(down(top, 'then', failed.ref), failed.step - own);
  draft.report(
    'SC0602',
    down(at, ...(failed.inside ?? [])),
    failed.message,
    failed.repair ?? 'Change the step to what happens now, or fix the scenario.',
  );
  return draft.problems[0] as Diagnostic;
}

/** The paths of a scenario's plans, in code-point order. */
export function planPaths(files: Files, scenario: string): string[] {
  const isPlan = (path: string) => path.startsWith(`${scenario}/plans/`) && path.endsWith('.plan.yaml');
  return [...files.keys()].filter(isPlan).sort();
}

function compileStep(
  written: StepWritten,
  site: Site,
  playbook: Playbook | null,
  draft: PlaybookDraft,
): PlanStep {
  const check = (name: string, step: string, known: readonly { id: string }[] | undefined, what: string) => {
    if (known !== undefined) find(name, known, into(site, step), what, draft);
  };
  if ('choose' in written) {
    const [decision = '', option = ''] = written.choose.split('/');
    if (playbook !== null) checkChoice(written.choose, playbook, into(site, 'choose'), draft);
    return { kind: 'choose', decision, option, afterMs: toMs(written.after) };
  }
  if ('act' in written) {
    check(written.act, 'act', playbook?.actions, 'action');
    return { kind: 'act', action: written.act, afterMs: toMs(written.after) };
  }
  if ('at' in written) return { kind: 'at', atMs: momentMs(written.at) };
  if ('until' in written) {
    check(written.until, 'until', playbook?.decisions, 'decision');
    return { kind: 'until', decision: written.until };
  }
  if ('until-known' in written) {
    checkKnown(written['until-known'], into(site, 'until-known'), playbook, draft);
    return { kind: 'until-known', known: written['until-known'] };
  }
  if ('stop' in written) return { kind: 'stop' };
  return { kind: 'expect', ...compileExpected(written.expect, into(site, 'expect'), playbook, draft) };
}

function momentMs(written: string | 0): number {
  const parts = MOMENT.exec(String(written));
  const [, minutes = '0', seconds = '0', rest = '0'] = parts ?? [];
  return (Number(minutes) * 60 + Number(seconds)) * 1000 + Number(rest.padEnd(3, '0'));
}
