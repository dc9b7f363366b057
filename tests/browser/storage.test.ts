/** What a browser's storage does to a page: held, silent, newer, full, forbidden, taken away; each gets its sentence and a way on (SPEC TB130). */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { shell } from '#table/words/en/shell.ts';
import { ADDRESS, pageOf } from './page-of.ts';
import { begin, read, tableOf } from './player.ts';
import { PLAYBOOK } from './shipped.ts';

const { trouble, inMemory } = shell.storage;
const home = (page: Page) => page.getByRole('region', { name: 'Scenarios' });
const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** What is kept beside a run's entries, once it has begun, is kept by then. */
const KEPT_MS = 1_000;

async function passed(page: Page): Promise<void> {
  await begin(page, ADDRESS, PLAYBOOK, 'seed=1&clock=discussion');
  await tableOf(page).wait.press('Enter');
  await expect.poll(() => tableOf(page).clock.innerText()).not.toBe('00:00');
}

test('[TB130] held by another tab: a sentence and two ways on, and the page comes by itself when that tab closes', async () => {
  const { page: holder, context } = await pageOf();
  await holder.goto(`${ADDRESS}icon-192.png`);
  await holder.evaluate(
    () =>
      new Promise((resolve) => {
        const asked = indexedDB.open('deconflict', 1);
        asked.onsuccess = () => resolve(Object.assign(globalThis, { held: asked.result }));
      }),
  );
  const page = await context.newPage();
  await page.goto(ADDRESS);
  expect((await page.locator('body').innerText()).trim()).not.toBe('');
  await heading(page, trouble.blocked.title).waitFor({ timeout: 5_000 });
  await button(page, inMemory).waitFor();
  await button(page, shell.ways.again).press('Enter');
  await heading(page, trouble.blocked.title).waitFor();
  await holder.close();
  await home(page).waitFor();
  await passed(page);
  await page.reload();
  await tableOf(page).clock.waitFor();
});

test('[TB130] each kind of storage that does not open has a sentence of its own, and memory is a way on', async () => {
  const { page, context } = await pageOf();
  const kinds = ['slow', 'newer', 'QuotaExceededError', 'UnknownError', 'InvalidStateError'] as const;
  const titles = new Set<string>();
  for (const kind of kinds) {
    const tab = await context.newPage();
    await tab.addInitScript((how) => {
      IDBFactory.prototype.open = new Proxy(IDBFactory.prototype.open, {
        apply(open, self, [name]: [string]) {
          if (how === 'newer') return Reflect.apply(open, self, [name, 1]);
          if (how !== 'slow') throw new DOMException('no', how);
          const silent = Object.create(IDBOpenDBRequest.prototype) as IDBOpenDBRequest;
          return Object.defineProperty(silent, 'addEventListener', { value: () => {} });
        },
      });
    }, kind);
    if (kind === 'newer') await newerBy(page, 99);
    await tab.goto(ADDRESS);
    await button(tab, inMemory).waitFor({ timeout: 6_000 });
    titles.add(await tab.getByRole('heading', { level: 1 }).innerText());
    await button(tab, inMemory).press('Enter');
    await home(tab).waitFor();
    if (kind === 'slow') await passed(tab);
    await tab.close();
  }
  expect([...titles]).toEqual([
    trouble.slow.title,
    trouble.newer.title,
    trouble.full.title,
    trouble.broken.title,
  ]);
});

/** Puts a database of a later version there. */
function newerBy(page: Page, version: number): Promise<void> {
  return page.goto(`${ADDRESS}icon-192.png`).then(() =>
    page.evaluate(
      (later) =>
        new Promise<void>((resolve) => {
          const asked = indexedDB.open('deconflict', later);
          asked.onsuccess = () => {
            asked.result.close();
            resolve();
          };
        }),
      version,
    ),
  );
}

test('[TB130] forbidden storage and preferences: in memory at once, with a sentence, try again and go on', async () => {
  const { page, errors } = await pageOf();
  await page.addInitScript(() => {
    const no = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    IDBFactory.prototype.open = no;
    for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, { get: no });
  });
  await page.goto(ADDRESS);
  await home(page).waitFor();
  await page.getByText(trouble.forbidden.text).waitFor();
  await button(page, shell.ways.again).waitFor();
  await button(page, inMemory).press('Enter');
  await passed(page);
  expect(errors).toEqual([]);
});

/** What the clock shows once it stands: on the discussion clock, time runs on by itself until somebody is to act. */
async function stood(page: Page): Promise<string> {
  const { clock } = tableOf(page);
  let shown = '';
  for (let calm = 0; calm < 5; ) {
    const now = await clock.innerText();
    calm = now === shown ? calm + 1 : 0;
    shown = now;
    await page.waitForTimeout(200);
  }
  return shown;
}

test('[TB130] deleted under a run: told at once, and the run can be saved again', async () => {
  const { page, context } = await pageOf();
  await passed(page);
  const other = await context.newPage();
  await other.goto(`${ADDRESS}icon-192.png`);
  await other.evaluate(
    () =>
      new Promise((resolve) => {
        indexedDB.deleteDatabase('deconflict').onsuccess = resolve;
      }),
  );
  await heading(page, shell.saving.gone.title).waitFor();
  await button(page, shell.ways.keepAgain).press('Enter');
  const shown = await tableOf(page).clock.innerText();
  await read(page);
  await tableOf(page).wait.press('Enter');
  await expect.poll(() => tableOf(page).clock.innerText()).not.toBe(shown);
  const later = await stood(page);
  await page.reload();
  await expect.poll(() => tableOf(page).clock.innerText()).toBe(later);
});

test('[TB130] taken by a newer version in another tab: a page that is read and one that is played say so', async () => {
  const { page, context } = await pageOf();
  await passed(page);
  const reading = await context.newPage();
  await reading.goto(ADDRESS);
  await home(reading).waitFor();
  await newerBy(await context.newPage(), 99);
  await heading(page, shell.saving.newer.title).waitFor();
  await heading(reading, trouble.taken.title).waitFor();
});

test('[TB130] a transaction that never ends stops the exercise with a sentence, and nothing is lost', async () => {
  const { page } = await pageOf();
  await passed(page);
  // By then all that comes of the first wait is kept: the next that is put is that of the second.
  await page.waitForTimeout(KEPT_MS);
  await read(page);
  const shown = await tableOf(page).clock.innerText();
  await page.evaluate(() => {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (this: IDBObjectStore) {
      IDBObjectStore.prototype.put = put;
      const silent = Object.create(IDBRequest.prototype) as IDBRequest<IDBValidKey>;
      return Object.defineProperty(silent, 'addEventListener', { value: () => {} });
    };
  });
  await tableOf(page).wait.press('Enter');
  await heading(page, shell.saving.slow.title).waitFor({ timeout: 20_000 });
  await button(page, shell.ways.again).press('Enter');
  await expect.poll(() => tableOf(page).clock.innerText()).toBe(shown);
});

test('[TB130] the browser is asked to let runs last, once, after the first run is kept', async () => {
  const { page } = await pageOf();
  await page.addInitScript(() => {
    const asked = Number(localStorage.getItem('asked') ?? 0);
    StorageManager.prototype.persist = () => {
      localStorage.setItem('asked', String(asked + 1));
      return new Promise(() => {});
    };
  });
  const asked = () => page.evaluate(() => Number(localStorage.getItem('asked')));
  await page.goto(ADDRESS);
  await home(page).waitFor();
  expect(await asked()).toBe(0);
  await passed(page);
  expect(await asked()).toBe(1);
  await page.reload();
  await passed(page);
  expect(await asked()).toBe(1);
});
