/** Calls that are under way already: a plan's first steps are played without a page, and the page takes the session up from a file. */
import type { Page } from 'playwright-core';
import { shippedLaw } from '#cli/disk/shipped.ts';
import type { RunFile } from '#exercise/entries.ts';
import { packPin } from '#law/pack.ts';
import type { OpeningWish } from '#plans/plan-opening.ts';
import { runPlan } from '#plans/run-plan.ts';
import type { Plan } from '#scenario/plan.ts';
import { ENGLISH, type Reader, tableOf } from './player.ts';
import { openRunFile } from './screens.ts';
import { PLAYBOOK } from './shipped.ts';

/** What the page takes on a first visit. */
const FIRST_PACK = 'ca-los-angeles';

/** A session file of a plan's first steps, and the plan with the steps that are left. */
export interface Midway {
  readonly file: string;
  readonly rest: Plan;
}

/** The session after so many steps of a plan, under the page's own first pack. Throws where a step cannot be done. */
export function midway(plan: Plan, steps: number, opening: OpeningWish = {}): Midway {
  const begun = { ...plan, steps: plan.steps.slice(0, steps) };
  return { file: sessionFile(begun, opening, false), rest: { ...plan, steps: plan.steps.slice(steps) } };
}

/** The session of a whole plan, to the end of the call. */
export function wholeSession(plan: Plan, opening: OpeningWish = {}): string {
  return sessionFile(plan, opening, true);
}

function sessionFile(plan: Plan, wish: OpeningWish, toEnd: boolean): string {
  const law = shippedLaw();
  const pack = packPin(law, FIRST_PACK, PLAYBOOK.asOf);
  const { opening, entries, failures } = runPlan(PLAYBOOK, plan, { toEnd, law, opening: { pack, ...wish } });
  if (failures.length > 0) throw new Error(JSON.stringify(failures));
  const run: RunFile = { format: 1, kind: 'run', opening, entries, sealed: null };
  return JSON.stringify(run);
}

/** From home: goes on with the session that was begun last. */
export async function resumeLast(page: Page, reader: Reader = ENGLISH): Promise<void> {
  const resume = page.getByRole('button', { name: reader.desk.home.resume, exact: true }).first();
  await reader.hands.press(page, resume);
  await tableOf(page, reader).clock.waitFor();
}

/** From home, in the reader's language: opens the file and goes on with the session in it. */
export async function resumeFrom(
  page: Page,
  address: string,
  file: string,
  reader: Reader = ENGLISH,
): Promise<void> {
  const { desk, lang } = reader;
  if (lang !== ENGLISH.lang)
    await page.addInitScript((own) => {
      localStorage.setItem('deconflict-preferences', JSON.stringify({ lang: own }));
    }, lang);
  await openRunFile(page, address, file, desk);
  await resumeLast(page, reader);
}
