/** Every screen with the shortest way there: for the accessibility and layout tests and for screenshots. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { RunFile } from '#exercise/entries.ts';
import type { Playbook } from '#scenario/playbook.ts';
import { type DeskTexts, desk } from '#table/words/en/desk.ts';
import { emptied } from './emptied.ts';
import { start, tableOf } from './player.ts';

/** The sizes every screen must fit. */
export const SIZES = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
] as const;
export const THEMES = ['light', 'dark'] as const;

type Way = (page: Page, address: string, playbook: Playbook, run: string) => Promise<void>;

/** A screen by name and the way there. */
export interface Screen {
  readonly name: string;
  /** The way there on a page that keeps nothing. */
  readonly open: Way;
  /** The way there for somebody who is at that other screen. */
  readonly next?: { readonly to: string; readonly go: (page: Page) => Promise<void> };
}

/** The way to a screen from the one that somebody is at; null for nowhere, or where things went wrong. */
export function wayFrom(at: string | null, { open, next }: Screen): Way {
  if (next && next.to === at) return next.go;
  return async (page, address, playbook, run) => {
    await emptied(page, address);
    await open(page, address, playbook, run);
  };
}

/** In the order a person meets them. `run` is the path of an exported run that has ended. */
export const SCREENS: readonly Screen[] = [
  {
    name: 'home',
    open: async (page, address) => {
      await page.goto(address);
      await page.getByRole('region', { name: 'Scenarios' }).waitFor();
    },
  },
  {
    name: 'home-kept',
    open: async (page, address, _playbook, run) => {
      await openRunFile(page, address, readFileSync(run, 'utf8'));
      await page.getByRole('button', { name: desk.home.debrief, exact: true }).first().waitFor();
    },
  },
  {
    name: 'brief',
    open: async (page, address, playbook) => {
      await page.goto(`${address}#/play/${playbook.id}?seed=1&clock=discussion`);
      await page.getByRole('button', { name: 'Start', exact: true }).waitFor();
    },
  },
  {
    name: 'settings',
    open: async (page, address, playbook) => {
      await opened('brief', page, address, playbook, '');
      await toSettings(page);
    },
    next: { to: 'brief', go: toSettings },
  },
  {
    name: 'play-first',
    open: (page, address, playbook) => call(page, address, playbook, 'seed=1&clock=discussion'),
    next: {
      to: 'settings',
      go: (page) => start(page),
    },
  },
  {
    name: 'keys',
    open: async (page, address, playbook) => {
      await call(page, address, playbook, 'seed=1&clock=discussion');
      await fromMore(page, desk.play.keys);
    },
    next: { to: 'play-first', go: (page) => fromMore(page, desk.play.keys) },
  },
  {
    name: 'display',
    open: async (page, address, playbook) => {
      await call(page, address, playbook, 'seed=1&clock=discussion');
      await fromMore(page, desk.play.display);
    },
    next: {
      to: 'keys',
      go: async (page) => {
        await shut(page);
        await fromMore(page, desk.play.display);
      },
    },
  },
  {
    name: 'play',
    open: async (page, address, playbook) => {
      await call(page, address, playbook, 'seed=1&clock=discussion');
      await untilAsked(page);
    },
    next: {
      to: 'display',
      go: async (page) => {
        await shut(page);
        await untilAsked(page);
      },
    },
  },
  {
    name: 'aim',
    open: async (page, address, playbook) => {
      await call(page, address, playbook, 'seed=1&clock=discussion');
      await untilAsked(page);
      await toAim(page);
    },
  },
  {
    name: 'notebook',
    open: async (page, address, playbook) => {
      await call(page, address, playbook, 'seed=1&clock=discussion');
      await untilAsked(page);
      await page.locator('[data-part=drawer-notebook]').press('Enter');
    },
    next: {
      to: 'aim',
      go: async (page) => {
        await page.keyboard.press('Escape');
        await page.locator('[data-part=drawer-notebook]').press('Enter');
      },
    },
  },
  {
    name: 'call',
    open: async (page, address, playbook) => {
      await call(page, address, playbook, 'seed=1&clock=discussion');
      await untilAsked(page);
      await page.locator('[data-part=drawer-call]').press('Enter');
    },
    next: { to: 'notebook', go: (page) => page.locator('[data-part=drawer-call]').press('Enter') },
  },
  {
    name: 'law',
    open: async (page, address, playbook) => {
      await call(page, address, playbook, 'seed=1&clock=discussion');
      await toLaw(page);
    },
    next: { to: 'call', go: toLaw },
  },
  {
    name: 'play-busy',
    open: async (page, address, playbook) => {
      await call(page, address, playbook, 'seed=1&clock=live');
      await tableOf(page).actions.getByRole('button').first().press('Enter');
      await page.getByRole('menuitem').first().press('Enter');
      await page.getByRole('menu').waitFor({ state: 'hidden' });
      // The clock would run on while the page is looked at.
      await page.getByRole('button', { name: desk.play.pause, exact: true }).press('Enter');
    },
  },
  {
    name: 'say-first',
    open: async (page, address, playbook) => {
      await call(page, address, playbook, 'seed=1&clock=discussion&level=say-first');
      await untilAsked(page);
    },
  },
  {
    name: 'uncued',
    open: async (page, address, playbook) => {
      await call(page, address, playbook, 'seed=1&clock=discussion&level=uncued');
      await tableOf(page).wait.press('Enter');
      await tableOf(page).actions.getByRole('button').first().press('Enter');
      await page.getByRole('menu').waitFor();
    },
  },
  {
    name: 'coaching',
    open: async (page, address, playbook) => {
      await call(page, address, playbook, 'seed=1&clock=discussion&level=coaching');
      await untilAsked(page);
      // A card that has just come up is read first.
      const answer = tableOf(page).decision.locator('button:not([aria-disabled=true])').first();
      await answer.press('Enter');
      const sheet = page.locator('[data-part=coaching]');
      const { wait } = tableOf(page);
      for (let i = 0; i < 60 && !(await sheet.isVisible()); i += 1) {
        if (await wait.isEnabled()) await wait.press('Enter', { timeout: 2_000 }).catch(() => undefined);
        await page.waitForTimeout(50);
      }
      await sheet.waitFor();
    },
  },
  {
    name: 'play-ended',
    open: async (page, address, _playbook, run) => {
      // The run as it was before its last entry: taken up again, and played to the end.
      const whole = JSON.parse(readFileSync(run, 'utf8')) as RunFile;
      const nearly = { ...whole, entries: whole.entries.slice(0, -1), sealed: null };
      await openRunFile(page, address, JSON.stringify(nearly));
      await page.getByRole('button', { name: desk.home.resume, exact: true }).first().press('Enter');
      const { over, wait } = tableOf(page);
      await wait.waitFor();
      for (let i = 0; i < 300 && !(await over.isVisible()); i += 1) {
        if (await wait.isVisible()) await wait.press('Enter', { timeout: 2_000 }).catch(() => undefined);
        await page.waitForTimeout(50);
      }
      await over.waitFor();
    },
  },
  {
    name: 'say-why',
    open: async (page, address, _playbook, run) => {
      await openRunFile(page, address, readFileSync(run, 'utf8'));
      await page.getByRole('button', { name: 'Debrief', exact: true }).first().press('Enter');
      await page.getByRole('region', { name: 'Say why' }).waitFor();
    },
  },
  {
    name: 'debrief',
    open: async (page, address, playbook, run) => {
      await opened('say-why', page, address, playbook, run);
      await toStandings(page);
    },
    next: { to: 'say-why', go: toStandings },
  },
  {
    name: 'replay',
    open: async (page, address, playbook, run) => {
      await opened('debrief', page, address, playbook, run);
      await toReplay(page);
    },
    next: {
      to: 'say-why',
      go: async (page) => {
        await toStandings(page);
        await toReplay(page);
      },
    },
  },
  {
    name: 'compare',
    open: async (page, address, playbook, run) => {
      await opened('debrief', page, address, playbook, run);
      await toComparison(page);
    },
    next: { to: 'replay', go: toComparison },
  },
  {
    name: 'parts',
    open: async (page, address) => {
      await page.goto(`${address}#/parts`);
      await page.locator('[data-part=parts]').waitFor();
    },
  },
  {
    name: 'guide',
    open: async (page, address) => {
      await page.goto(`${address}#/guide`);
      await page.locator('[data-part=guide]').waitFor();
    },
  },
  {
    name: 'trouble',
    open: async (page, address) => {
      await page.goto(`${address}#/debrief/no-such-run`);
      await page.getByRole('main').getByRole('heading').first().waitFor();
    },
  },
  {
    name: 'not-found',
    open: async (page, address) => {
      await page.goto(`${address}#/nowhere`);
      await page.getByRole('heading', { name: /nothing at this address/ }).waitFor();
    },
  },
];

async function opened(name: string, ...given: Parameters<Way>): Promise<void> {
  await SCREENS.find((one) => one.name === name)?.open(...given);
}

async function toSettings(page: Page): Promise<void> {
  await page.getByRole('main').locator('summary', { hasText: desk.brief.settings }).press('Enter');
  await page.getByRole('radiogroup', { name: desk.brief.level }).waitFor();
}

async function toAim(page: Page): Promise<void> {
  await page.locator('[data-part=stand]').getByRole('button').first().press('Enter');
  await page.locator('[data-part=aim]').waitFor();
}

async function toLaw(page: Page): Promise<void> {
  await page.getByRole('button', { name: desk.play.law, exact: true }).press('Enter');
  await page.getByRole('dialog').waitFor();
}

async function toStandings(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Show standings' }).press('Enter');
  await page.getByRole('region', { name: 'Jurisdiction', exact: true }).waitFor();
}

async function toReplay(page: Page): Promise<void> {
  const contents = page.getByRole('navigation', { name: desk.contents.title });
  await contents.getByRole('button', { name: desk.contents.replay, exact: true }).press('Enter');
  const slider = page.getByRole('slider', { name: desk.replay.slider });
  // Half a minute a press: into the middle of the call.
  for (let i = 0; i < 16; i += 1) await slider.press('PageUp');
}

async function toComparison(page: Page): Promise<void> {
  await page.getByRole('button', { name: desk.debrief.compare, exact: true }).press('Enter');
  await page.getByRole('heading', { name: desk.compare.title }).waitFor();
  await page.getByRole('table').first().waitFor();
}

/** Closes the dialog that is open. */
async function shut(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
}

/** Home, read in these words, with that text taken in as a run file. */
export async function openRunFile(
  page: Page,
  address: string,
  text: string,
  { home }: DeskTexts = desk,
): Promise<void> {
  await page.goto(`${address}#/`);
  await page.getByRole('region', { name: home.scenarios, exact: true }).waitFor();
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: home.import, exact: true }).press('Enter');
  const file = { name: 'shown.run.json', mimeType: 'application/json', buffer: Buffer.from(text) };
  await (await choosing).setFiles(file);
}

/** Straight to the brief and into the call; the way there from home is walked by whoever plays. */
async function call(page: Page, address: string, playbook: Playbook, query: string): Promise<void> {
  await page.goto(`${address}#/play/${playbook.id}?${query}`);
  await start(page);
}

async function fromMore(page: Page, what: string): Promise<void> {
  await page.getByRole('button', { name: desk.play.more, exact: true }).press('Enter');
  await page.getByRole('menuitem', { name: what, exact: true }).press('Enter');
  await page.getByRole('dialog').waitFor();
}

async function untilAsked(page: Page): Promise<void> {
  const { decision, wait } = tableOf(page);
  for (let i = 0; i < 60 && !(await decision.isVisible()); i += 1) {
    if (await wait.isEnabled()) await wait.press('Enter');
    await page.waitForTimeout(50);
  }
  await decision.waitFor();
}
