/** Every screen with the shortest way there: for the accessibility and layout tests and for screenshots. */
import type { Page } from 'playwright-core';
import type { Playbook } from '#scenario/playbook.ts';
import { begin, tableOf } from './player.ts';

/** The sizes every screen must fit. */
export const SIZES = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
] as const;
export const THEMES = ['light', 'dark'] as const;

/** A screen by name and the way there. */
export interface Screen {
  readonly name: string;
  readonly open: (page: Page, address: string, playbook: Playbook, run: string) => Promise<void>;
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
    name: 'brief',
    open: async (page, address, playbook) => {
      await page.goto(`${address}#/play/${playbook.id}?seed=1&clock=discussion`);
      await page.getByRole('button', { name: 'Start', exact: true }).waitFor();
    },
  },
  {
    name: 'play',
    open: async (page, address, playbook) => {
      await begin(page, address, playbook, 'seed=1&clock=discussion');
      await untilAsked(page);
    },
  },
  {
    name: 'say-first',
    open: async (page, address, playbook) => {
      await begin(page, address, playbook, 'seed=1&clock=discussion&level=say-first');
      await untilAsked(page);
    },
  },
  {
    name: 'say-why',
    open: async (page, address, _playbook, run) => {
      await page.goto(address);
      await page.getByRole('region', { name: 'Scenarios' }).waitFor();
      const choosing = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: 'Open a run file' }).press('Enter');
      await (await choosing).setFiles(run);
      await page.getByRole('button', { name: 'Debrief', exact: true }).first().press('Enter');
      await page.getByRole('region', { name: 'Say why' }).waitFor();
    },
  },
  {
    name: 'debrief',
    open: async (page, address, playbook, run) => {
      await SCREENS.find((one) => one.name === 'say-why')?.open(page, address, playbook, run);
      await page.getByRole('button', { name: 'Show standings' }).press('Enter');
      await page.getByRole('region', { name: 'Jurisdiction', exact: true }).waitFor();
    },
  },
  {
    name: 'trouble',
    open: async (page, address) => {
      await page.goto(`${address}#/nowhere`);
      await page.getByRole('heading', { name: /nothing at this address/ }).waitFor();
    },
  },
];

async function untilAsked(page: Page): Promise<void> {
  const { decision, wait } = tableOf(page);
  for (let i = 0; i < 60 && !(await decision.isVisible()); i += 1) {
    if (await wait.isEnabled()) await wait.press('Enter');
    await page.waitForTimeout(50);
  }
  await decision.waitFor();
}
