/** Whatever is wrong with address, file or storage: a clear screen with a way on, never a blank page. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { folder } from '../cli/deconflict.ts';
import { wholeSession } from './midway.ts';
import { ADDRESS, pageOf } from './page-of.ts';
import { begin, start, tableOf } from './player.ts';
import { PLAYBOOK, planOf, SCENARIO } from './shipped.ts';

/** The page says this and offers a way on; it is not blank. */
async function saysAndGoesOn(page: Page, words: RegExp): Promise<void> {
  await page.getByText(words).first().waitFor();
  const ways = page.getByRole('main').getByRole('button').or(page.getByRole('main').getByRole('link'));
  expect(await ways.count(), 'a way on').toBeGreaterThan(0);
}

test('[TB22] a wrong address says so and leads back', async () => {
  const { page } = await pageOf();
  for (const [hash, words] of [
    ['#/nowhere', /nothing at this address/],
    ['#/play/atlantis', /No such scenario/],
    ['#/debrief/no-such-run', /No such session/i],
    ['#/debrief/%00', /nothing at this address/],
  ] as const) {
    await page.goto(`${ADDRESS}${hash}`);
    await saysAndGoesOn(page, words);
  }
  await page.goto(`${ADDRESS}#/nowhere`);
  await page.getByRole('button', { name: 'All scenarios' }).press('Enter');
  await page.getByRole('region', { name: 'Scenarios' }).waitFor();
});

test('[TB22] a wrong value in the address gets a sentence and the default, and play can start', async () => {
  const { page } = await pageOf();
  const query = 'seed=x&clock=sundial&level=expert&pack=mars&as-of=2026-13-45&lang=tlh&extended=9&speed=3';
  await page.goto(`${ADDRESS}#/play/${SCENARIO}?${query}`);
  await page.getByRole('button', { name: 'Start', exact: true }).waitFor();
  for (const value of ['seed=x', 'sundial', 'expert', 'mars', '2026-13-45', 'tlh', '9', 'speed']) {
    await page.getByText(`“${value}”`).first().waitFor();
  }
  await start(page);
});

test('[TB22] a file that is no run, is damaged or was changed is refused in words, and home stays usable', async () => {
  const { page } = await pageOf();
  const at = folder();
  const good = join(at, 'good.run.json');
  const text = wholeSession(planOf('reckless-federal'));
  writeFileSync(good, text);
  const files: Readonly<Record<string, string>> = {
    'prose.run.json': 'Dear diary',
    'cut.run.json': text.slice(0, 900),
    'changed.run.json': text
      .replace(/"digest":"sha256:./, '"digest":"sha256:f')
      .replace(/"digest":"sha256:f./, '"digest":"sha256:f0'),
    'other.run.json': text.replace(SCENARIO, 'atlantis'),
    'newer.run.json': text.replace('"format":1', '"format":9'),
  };
  await page.goto(ADDRESS);
  await page.getByRole('region', { name: 'Scenarios' }).waitFor();
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(join(at, name), content);
    const before = await page.getByRole('main').innerText();
    await importFile(page, join(at, name));
    await expect.poll(() => page.getByRole('main').innerText(), { timeout: 10_000 }).not.toBe(before);
    expect(await page.getByRole('link', { name: 'Kidnapping on Larkspur Court' }).count(), name).toBe(1);
    expect(await page.getByRole('button', { name: 'Debrief' }).count(), name).toBe(0);
    await page.reload();
    await page.getByRole('region', { name: 'Scenarios' }).waitFor();
  }
  await importFile(page, good);
  await page.getByText(/was imported/).waitFor();
});

test('[TB22] a saved run that was damaged says so, can be forgotten, and stops nothing else', async () => {
  const { page, context } = await pageOf();
  await begin(page, ADDRESS, PLAYBOOK, 'seed=1&clock=discussion');
  await tableOf(page).wait.press('Enter');
  await expect.poll(() => tableOf(page).clock.innerText()).not.toBe('00:00');
  const address = page.url();
  await page.goto('about:blank');
  const vandal = await context.newPage();
  await vandal.goto(ADDRESS);
  await vandal.getByRole('region', { name: 'Scenarios' }).waitFor();
  const spoilt = await vandal.evaluate(async () => {
    const [info] = await indexedDB.databases();
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const asked = indexedDB.open(info?.name ?? '');
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error);
    });
    let changed = 0;
    await new Promise((resolve, reject) => {
      const change = db.transaction('entries', 'readwrite');
      const walk = change.objectStore('entries').openCursor();
      walk.onsuccess = () => {
        const at = walk.result;
        if (!at) return;
        at.update({ ...at.value, entry: { seq: 'seven' } });
        changed += 1;
      };
      change.oncomplete = resolve;
      change.onerror = () => reject(change.error);
    });
    db.close();
    return changed;
  });
  expect(spoilt, 'nothing was there to damage').toBe(1);
  await page.goto(address);
  await saysAndGoesOn(page, /This session is damaged/);
  await page.getByRole('button', { name: 'Delete this session' }).press('Enter');
  await page.getByRole('region', { name: 'Scenarios' }).waitFor();
  await expect.poll(() => page.getByRole('button', { name: 'Resume' }).count()).toBe(0);
  await begin(page, ADDRESS, PLAYBOOK, 'seed=2&clock=discussion');
});

test('[TB22] where storage is forbidden the page says that nothing is kept, and can be played', async () => {
  const { page } = await pageOf();
  await page.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', { value: undefined, configurable: true });
  });
  await page.goto(ADDRESS);
  await page
    .getByText(/does not save anything/)
    .first()
    .waitFor();
  await begin(page, ADDRESS, PLAYBOOK, 'seed=1&clock=discussion');
  await tableOf(page).wait.press('Enter');
});

test('[TB22] where storage is full the exercise stops in words and goes on when told to', async () => {
  const { page } = await pageOf();
  await begin(page, ADDRESS, PLAYBOOK, 'seed=1&clock=discussion');
  await page.evaluate(() => {
    IDBObjectStore.prototype.add = () => {
      throw new DOMException('Quota exceeded.', 'QuotaExceededError');
    };
    IDBObjectStore.prototype.put = IDBObjectStore.prototype.add;
  });
  await tableOf(page).wait.press('Enter');
  await page
    .getByText(/no space/i)
    .first()
    .waitFor();
  const without = page.getByRole('button', { name: 'Continue without saving' });
  await without.press('Enter');
  await tableOf(page).wait.press('Enter');
  await expect.poll(() => tableOf(page).clock.innerText()).not.toBe('00:00');
});

async function importFile(page: Page, path: string): Promise<void> {
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Open a session file' }).press('Enter');
  await (await choosing).setFiles(path);
}
