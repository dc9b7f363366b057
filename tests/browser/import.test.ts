/** Files from anywhere: read away from the page, told, stopped; and all runs of a device in one (SPEC TB133, TB134). */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { RunFile } from '#exercise/entries.ts';
import { MOST_ENTRIES } from '#protocol/run-file.ts';
import { desk } from '#table/words/en/desk.ts';
import { shell } from '#table/words/en/shell.ts';
import { waits } from '../bench/waits.ts';
import { folder } from '../cli/deconflict.ts';
import { showDebrief } from './debriefing.ts';
import { ADDRESS, pageOf } from './page-of.ts';
import { begin, tableOf } from './player.ts';
import { playReckless } from './reckless-run.ts';
import { PLAYBOOK } from './shipped.ts';

const { storage } = shell;
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const reading = (page: Page) => page.locator('[data-part=reading]');

/** More entries than are read: what they hold does not matter, for none of them is looked at. */
function endless(many: number): RunFile {
  const run = waits(1, 3);
  const [one] = run.entries;
  if (one === undefined) throw new Error('A run of one wait has an entry.');
  return { ...run, entries: Array.from({ length: many }, (_, n) => ({ ...one, seq: n + 1 })) };
}

async function takeIn(page: Page, path: string): Promise<void> {
  const choosing = page.waitForEvent('filechooser');
  await button(page, desk.home.import).press('Enter');
  await (await choosing).setFiles(path);
}

async function pick(page: Page, name: string, text: string): Promise<void> {
  const path = join(folder(), name);
  writeFileSync(path, text);
  await takeIn(page, path);
}

test('[TB133] a run of as many entries as are read is played again while the page answers; one can be stopped, one of more is told', async () => {
  const { page, errors } = await pageOf();
  await page.goto(ADDRESS);
  await page.getByRole('region', { name: 'Scenarios' }).waitFor();
  await pick(page, 'long.run.json', JSON.stringify(waits(MOST_ENTRIES, 1)));
  await reading(page).waitFor();
  const share = () => reading(page).getByRole('progressbar').getAttribute('value');
  await expect.poll(share, { interval: 20 }).not.toBe('0');
  const display = page.getByRole('button', { name: desk.display.title });
  await display.press('Enter');
  await page.getByRole('dialog').waitFor();
  expect(await reading(page).count(), 'the press was answered only after the end').toBe(1);
  await page.keyboard.press('Escape');
  await page.getByText(/was imported/).waitFor({ timeout: 60_000 });
  expect(await reading(page).count()).toBe(0);

  await pick(page, 'other.run.json', JSON.stringify(waits(MOST_ENTRIES / 2, 2)));
  await reading(page).getByRole('button', { name: storage.reading.cancel }).press('Enter');
  await page.getByText(storage.reading.cancelled).waitFor();
  await page.reload();
  await expect.poll(() => button(page, desk.home.resume).count()).toBe(1);

  await pick(page, 'endless.run.json', JSON.stringify(endless(20_000)));
  await page
    .getByText(/20,000 entries; no more than 5,000 are read.*Nothing was imported/)
    .waitFor({ timeout: 10_000 });
  expect(errors).toEqual([]);
});

test('[TB134] all runs of a device leave in one file and come in on another, where the debrief opens and the other goes on', async () => {
  const { page } = await pageOf();
  await page.goto(ADDRESS);
  await takeIn(page, playReckless('for-all-runs').path);
  await showDebrief(page);
  const debriefAt = page.url();
  const whole = await page.getByRole('main').innerText();
  await begin(page, ADDRESS, PLAYBOOK, 'seed=5&clock=discussion');
  await page.goto(`${ADDRESS}#/`);
  const coming = page.waitForEvent('download');
  await button(page, storage.allRuns).press('Enter');
  const path = join(folder(), 'all.runs.json');
  await (await coming).saveAs(path);
  await page.getByText(storage.exportedAll(2, 0)).waitFor();

  const { page: other, errors } = await pageOf();
  await other.goto(ADDRESS);
  await takeIn(other, path);
  await other.getByText(storage.importedAll(2, 0, 0)).waitFor({ timeout: 60_000 });
  await button(other, desk.home.resume).press('Enter');
  await tableOf(other).clock.waitFor();
  await other.goto(debriefAt);
  await other.getByRole('heading', { name: desk.debrief.title, exact: true }).waitFor();
  await expect.poll(() => other.getByRole('main').innerText()).toBe(whole);
  expect(errors).toEqual([]);
});
