/** Plays a plan on the page as a trainee would: by keyboard, finding everything by role and name. */
import type { Locator, Page } from 'playwright-core';
import type { Plan, PlanStep } from '#scenario/plan.ts';
import type { Playbook } from '#scenario/playbook.ts';
import { desk } from '#table/texts/en/desk.ts';
import { pick, press, reach } from './by-keyboard.ts';

/** How long a person would look for something before saying it is not there. */
const PATIENCE_MS = 60_000;

/** The page as a person finds it: parts by their role and English name. */
export interface Table {
  readonly decision: Locator;
  readonly actions: Locator;
  readonly clock: Locator;
  readonly wait: Locator;
  readonly over: Locator;
}

/** Where the parts of the play screen are. */
export function tableOf(page: Page): Table {
  return {
    decision: page.getByRole('region', { name: 'Decision', exact: true }),
    actions: page.getByRole('toolbar', { name: 'Actions', exact: true }),
    clock: page.getByRole('timer', { name: 'Clock', exact: true }),
    wait: page.getByRole('button', { name: 'Wait', exact: true }),
    over: page.getByRole('button', { name: 'Debrief', exact: true }),
  };
}

/** From the home screen, by keyboard: the scenario's link, then Start. `query` is put into the address first, as a link would. */
export async function begin(page: Page, address: string, playbook: Playbook, query: string): Promise<void> {
  await page.goto(`${address}#/`);
  const scenarios = page.getByRole('region', { name: 'Scenarios', exact: true });
  const link = scenarios.getByRole('link', { name: textOf(playbook, playbook.title) });
  await press(page, link);
  await page.getByRole('button', { name: 'Start', exact: true }).waitFor();
  await page.goto(`${address}#/play/${playbook.id}?${query}`);
  await press(page, page.getByRole('button', { name: 'Start', exact: true }));
  await tableOf(page).clock.waitFor();
}

/** Takes the steps of a plan, then lets time pass to the end. Expectations of the plan are not asked here. */
export async function playPlan(page: Page, playbook: Playbook, plan: Plan): Promise<void> {
  for (const step of plan.steps) await take(page, playbook, step);
  await passUntil(page, () => tableOf(page).over.isVisible(), 'the end');
}

/** Takes one step. */
export async function take(page: Page, playbook: Playbook, step: PlanStep): Promise<void> {
  const table = tableOf(page);
  switch (step.kind) {
    case 'choose': {
      const option = optionOf(page, playbook, step.decision, step.option);
      await passUntil(
        page,
        async () => (await option.isVisible()) && (await option.isEnabled()) && !(await isBusy(page)),
        step.decision,
      );
      await press(page, option);
      await option.waitFor({ state: 'hidden' });
      return;
    }
    case 'act':
      return act(page, playbook, step.action);
    case 'until': {
      const ask = table.decision.getByRole('heading', { name: askOf(playbook, step.decision) });
      return passUntil(page, () => ask.isVisible(), step.decision);
    }
    case 'at':
      // A run that ends before the moment has let all its time pass.
      return passUntil(
        page,
        async () => (await table.over.isVisible()) || (await secondsOf(table.clock)) * 1000 >= step.atMs,
        'the moment',
      );
    case 'until-known': {
      const notebook = page.getByRole('region', { name: 'Notebook', exact: true });
      const words = Object.entries(step.known).map(
        ([fact, value]) => desk.values[fact]?.[value] ?? value.replaceAll('-', ' '),
      );
      return passUntil(
        page,
        async () => {
          const text = await notebook.innerText();
          return words.every((word) => text.includes(word));
        },
        words.join(', '),
      );
    }
    case 'stop':
    case 'expect':
      return;
  }
}

/** Minutes and seconds of the clock, in seconds. */
export async function secondsOf(clock: Locator): Promise<number> {
  const [minutes = 0, seconds = 0] = (await clock.innerText()).split(':').map(Number);
  return minutes * 60 + seconds;
}

/** Opens the group's menu and picks the action; tries again while the seat is still busy. */
async function act(page: Page, playbook: Playbook, id: string): Promise<void> {
  const action = playbook.actions.find((one) => one.id === id);
  if (!action) throw new Error(`There is no action ${id}.`);
  const { actions } = tableOf(page);
  const group = actions.getByRole('button', { name: desk.groups[action.group] ?? action.group });
  const item = page.getByRole('menuitem', { name: textOf(playbook, action.say) });
  await passUntil(page, async () => !(await isBusy(page)), 'hands free');
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline) {
    await press(page, group);
    await page
      .getByRole('menu')
      .waitFor({ timeout: 2_000 })
      .catch(() => null);
    if (await item.isVisible()) {
      await pick(page, item);
      await page.getByRole('menu').waitFor({ state: 'hidden' });
      return;
    }
    if (await page.getByRole('menu').isVisible()) await page.keyboard.press('Escape');
    await pass(page);
  }
  throw new Error(`"${id}" never came on offer.`);
}

/** Presses Wait, again and again, until it is so. */
async function passUntil(page: Page, isSo: () => Promise<boolean>, what: string): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!(await quietly(isSo))) {
    if (await tableOf(page).over.isVisible()) {
      if (await quietly(isSo)) return;
      throw new Error(`The exercise ended before ${what} came: ${await page.getByRole('main').innerText()}`);
    }
    if (Date.now() > deadline) throw new Error(`Waited in vain for ${what}.`);
    await pass(page, isSo);
  }
}

/**
 * Lets a little time pass. On the discussion clock time moves by itself while the seat is busy or has said that it waits; only when it
 * stands is Wait pressed, and only if what was waited for has not come on the way to the button.
 */
async function pass(page: Page, isSo: () => Promise<boolean> = async () => false): Promise<void> {
  const { wait } = tableOf(page);
  const stands = async () =>
    (await wait.isVisible()) && (await wait.isEnabled()) && !(await shows(page, MOVES_BY_ITSELF));
  if (await quietly(stands)) {
    try {
      await reach(page, wait);
      if (await quietly(isSo)) return;
      if (await quietly(stands)) await page.keyboard.press('Enter');
    } catch {
      // The button went away while going there: the exercise moved on by itself.
    }
  }
  await page.waitForTimeout(30);
}

/** What the desk says while time passes by itself: busy with nothing to answer, or with a card that waits. */
const MOVES_BY_ITSELF = [desk.play.doing, desk.play.waits('', '').trim().split(' ').slice(-8).join(' ')];
/** And while an answer would cut an act short. */
const CUTS = desk.play.cuts('').trim();

function isBusy(page: Page): Promise<boolean> {
  return shows(page, [...MOVES_BY_ITSELF, CUTS]);
}

async function shows(page: Page, signs: readonly string[]): Promise<boolean> {
  const text = await page.getByRole('main').innerText();
  return signs.some((sign) => text.includes(sign));
}

async function quietly(isSo: () => Promise<boolean>): Promise<boolean> {
  try {
    return await isSo();
  } catch {
    return false;
  }
}

function optionOf(page: Page, playbook: Playbook, decision: string, option: string): Locator {
  const found = playbook.decisions
    .find((one) => one.id === decision)
    ?.options.find((one) => one.id === option);
  if (!found) throw new Error(`There is no option ${decision}/${option}.`);
  return tableOf(page).decision.getByRole('button', { name: textOf(playbook, found.say) });
}

function askOf(playbook: Playbook, decision: string): RegExp {
  const found = playbook.decisions.find((one) => one.id === decision);
  if (!found) throw new Error(`There is no decision ${decision}.`);
  return textOf(playbook, found.ask);
}

/** A text of the playbook as a pattern: whichever of two ways of speaking the pack prefers. */
function textOf(playbook: Playbook, id: string): RegExp {
  const parts = (playbook.texts[id] ?? id).split(/(\{[^{}|]*\|[^{}|]*\})/);
  const pattern = parts.map((part) => {
    const either = /^\{([^{}|]*)\|([^{}|]*)\}$/.exec(part);
    return either ? `(?:${plain(either[1] ?? '')}|${plain(either[2] ?? '')})` : plain(part);
  });
  return new RegExp(pattern.join(''));
}

/** Names are compared with white space folded, so a pattern must fold it too. */
function plain(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
}
