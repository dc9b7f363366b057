/** The author's page follows what is saved: the run goes on, or the page says why it cannot. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { pageOf } from './page-of.ts';
import { start, take } from './player.ts';
import { ROOT } from './served.ts';
import { type Watched, watched } from './watched.ts';

const strip = (page: Page) => page.getByRole('region', { name: 'Author', exact: true });
const clock = (page: Page) => page.getByRole('timer', { name: 'Clock' });
const option = (page: Page, name: string) => page.getByRole('button', { name });
const runOf = (page: Page) => /run=([\w-]+)/.exec(page.url())?.[1] ?? '';

/** From the brief to the second decision of the small scenario, on the discussion clock. */
async function playToSecond(page: Page, { address, playbook }: Watched): Promise<void> {
  await page.goto(`${address}#/play/bus-stop?seed=1&clock=discussion`);
  await start(page);
  await take(page, playbook, { kind: 'choose', decision: 'walk-up', option: 'say-police', afterMs: 0 });
  await take(page, playbook, { kind: 'until', decision: 'his-word' });
}

async function keptRuns(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const [info] = await indexedDB.databases();
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const asked = indexedDB.open(info?.name ?? '');
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error);
    });
    const all = await new Promise<IDBValidKey[]>((resolve, reject) => {
      const asked = db.transaction('runs').objectStore('runs').getAllKeys();
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error);
    });
    db.close();
    return all.map(String);
  });
}

test('[TB95][TB97] a run goes on at the same moment in the changed scenario; what is wrong is said on the page and the run is kept', async () => {
  const author = await watched();
  const { page, errors } = await pageOf();
  await playToSecond(page, author);
  await option(page, 'Tell him you have no more questions').focus();
  const [at, first] = [await clock(page).innerText(), runOf(page)];
  await page.evaluate(() => Object.assign(document.body, { here: true }));

  author.edit('Ask his name and have Control check it', 'Ask for his badge and have Control check it');
  await option(page, 'Ask for his badge').waitFor();
  expect(await clock(page).innerText()).toBe(at);
  await page.getByText('Federal officers. She is coming with us.').first().waitFor();
  await expect
    .poll(() => strip(page).innerText())
    .toContain(`The session continues in the new version at ${at}`);
  expect(runOf(page)).not.toBe(first);
  expect(await keptRuns(page)).toContain(first);
  const focused = await page.evaluate(() => document.activeElement?.textContent ?? '');
  expect(focused, 'the reader stays where they were').toContain('Tell him you have no more questions');

  const second = runOf(page);
  author.edit('then: [{ go: being-checked }]', 'then: [{ go: being-chekced }]');
  const place = /bus-stop\/scenario\.yaml:\d+:\d+ error There is no state `being-chekced`\..*being-checked/;
  await expect.poll(() => strip(page).innerText()).toMatch(place);
  expect(runOf(page)).toBe(second);
  await expect.poll(() => option(page, 'Ask for his badge').isEnabled()).toBe(true);
  author.edit('being-chekced', 'being-checked');
  await expect.poll(() => strip(page).innerText()).toContain('No problems found.');

  await option(page, 'Ask for his badge').press('Enter');
  await take(page, author.playbook, { kind: 'at', atMs: 600_000 });
  await page.getByRole('button', { name: 'Debrief', exact: true }).waitFor();
  expect(await page.evaluate(() => 'here' in document.body), 'the page was never loaded again').toBe(true);
  expect(errors).toEqual([]);
});

test('[TB96] where the changed scenario refuses what was done, the page says when, what and why, and goes on from there or anew', async () => {
  const author = await watched();
  const { page, errors } = await pageOf();
  await playToSecond(page, author);
  const [at, first] = [await clock(page).innerText(), runOf(page)];

  author.edit('- id: say-police', '- id: call-out');
  const ways = page.getByRole('alert');
  await expect
    .poll(() => ways.innerText())
    .toMatch(/At 00:00, “Cross behind the parked cars and say who you are\.”.*no longer in the scenario/);
  expect(await clock(page).innerText(), 'the run as it was goes on until the author chooses').toBe(at);
  await expect.poll(() => option(page, 'Ask his name').isEnabled()).toBe(true);
  await page.getByRole('button', { name: 'Continue from 00:00' }).press('Enter');
  await option(page, 'Cross behind the parked cars').waitFor();
  expect(await clock(page).innerText()).toBe('00:00');
  expect(runOf(page)).not.toBe(first);
  expect(await keptRuns(page)).toContain(first);

  await take(page, author.playbook, {
    kind: 'choose',
    decision: 'walk-up',
    option: 'say-police',
    afterMs: 0,
  });
  await take(page, author.playbook, { kind: 'until', decision: 'his-word' });
  author.edit(
    'takes: 10s\n                then: [{ go: face-to-face }]',
    'takes: 12s\n                then: [{ end: gone }]',
  );
  await page.getByRole('button', { name: 'Debrief', exact: true }).waitFor();

  await page.goto('about:blank');
  author.edit('then: [{ end: gone }]', 'then: [{ go: face-to-face }]');
  await page.goBack();
  await expect
    .poll(() => strip(page).innerText(), { timeout: 10_000 })
    .toContain('The session continues in the new version at 00:12');
  expect(errors).toEqual([]);
});

test('[CL48] the product holds nothing of the author’s page, and the author’s page does', () => {
  const holds = (dist: string) => {
    const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.(js|css|html)$/.test(name),
    );
    expect(files.length).toBeGreaterThan(20);
    return files.filter((name) =>
      /author\/news|The watching program/.test(readFileSync(join(dist, name), 'utf8')),
    );
  };
  expect(holds(process.env.DECONFLICT_DIST ?? join(ROOT, 'dist'))).toEqual([]);
  expect(holds(join(ROOT, 'node_modules/.cache/deconflict/author-page'))).not.toEqual([]);
});
