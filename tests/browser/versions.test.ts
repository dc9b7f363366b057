/** A new version of the page over the runs of the one before: what was shown stays, what was begun goes on (SPEC TB131, TB132, TB135). */
import { cpSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { ENGINE_VERSION } from '#exercise/engine-version.ts';
import { hashOf } from '#language/canonical.ts';
import { desk } from '#table/words/en/desk.ts';
import { shell } from '#table/words/en/shell.ts';
import { showDebrief } from './debriefing.ts';
import { NEW_TITLE, OLD_TITLE, versions } from './later-version.ts';
import { wholeSession } from './midway.ts';
import { pageOf } from './page-of.ts';
import { begin, read, tableOf } from './player.ts';
import { ROOT } from './served.ts';
import { PLAYBOOK, planOf } from './shipped.ts';

const { storage, notices } = shell;
const RUN = join(ROOT, 'node_modules/.cache/deconflict/for-versions.run.json');

test('[TB135] [TB132] [TB131] a new version says what goes on, and then every debrief stands and the unfinished run is resumed', async () => {
  const at = await versions();
  mkdirSync(dirname(RUN), { recursive: true });
  writeFileSync(RUN, wholeSession(planOf('answer-comes-too-late')));
  const { page, errors } = await pageOf({ serviceWorkers: 'allow' });
  await page.goto(at.address);
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: desk.home.import }).press('Enter');
  await (await choosing).setFiles(RUN);
  await showDebrief(page);
  const debriefAt = page.url();
  const whole = await page.getByRole('main').innerText();
  await begin(page, at.address, PLAYBOOK, 'seed=5&clock=discussion');
  await tableOf(page).wait.press('Enter');
  await expect.poll(() => tableOf(page).clock.innerText()).not.toBe('00:00');
  await page.goto(`${at.address}#/`);
  await page.locator('html[data-offline=ready]').waitFor({ state: 'attached', timeout: 60_000 });
  // A worker that is whole takes over with the next visit.
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.reload();
  await page.getByRole('region', { name: 'Scenarios' }).waitFor();

  at.becomeLater();
  at.say('99');
  await page.reload();
  await page.getByText(storage.goingOn(1, 1)).waitFor();
  at.say(ENGINE_VERSION);
  await page.reload();
  await page.getByText(storage.goingOn(1, 0)).waitFor();
  expect(await page.getByRole('link', { name: NEW_TITLE }).count()).toBe(0);
  await page.getByRole('button', { name: notices.useNewVersion }).press('Enter');
  await page.getByRole('link', { name: NEW_TITLE }).waitFor();

  await page.goto(debriefAt);
  const version = hashOf(PLAYBOOK).slice('sha256:'.length, 'sha256:'.length + 8);
  const mark = `${storage.version(version)} ${storage.provenance.shown}`;
  await page.getByText(mark).waitFor();
  const again = await page.getByRole('main').innerText();
  expect(again.replace(mark, '').replace(/\s+/g, ' ').trim()).toBe(whole.replace(/\s+/g, ' ').trim());
  await page.goto(`${at.address}#/`);
  await page.getByRole('heading', { name: OLD_TITLE }).first().waitFor();
  await page.getByRole('button', { name: desk.home.resume }).press('Enter');
  await tableOf(page).clock.waitFor();
  const shown = await tableOf(page).clock.innerText();
  await read(page);
  await tableOf(page).wait.press('Enter');
  await expect.poll(() => tableOf(page).clock.innerText()).not.toBe(shown);
  expect(errors).toEqual([]);
});

test('[TB16] a page kept by the Workbox worker of earlier versions takes the new one, drops the old caches and needs no server', async () => {
  const at = await versions();
  const [own, later] = [join(at.root, 'sw.js'), join(at.root, 'later-sw.js')];
  renameSync(own, later);
  for (const name of ['sw.js', 'workbox-2fbc6a65.js']) {
    cpSync(join(import.meta.dirname, `fixtures/workbox/${name}.txt`), join(at.root, name));
  }
  const { page, errors } = await pageOf({ serviceWorkers: 'allow' });
  const caches = () => page.evaluate(async () => (await window.caches.keys()).sort());
  await page.goto(at.address);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.reload();
  await page.getByRole('region', { name: 'Scenarios' }).waitFor();
  expect(await caches()).toEqual([`workbox-precache-v2-${at.address}`]);

  renameSync(later, own);
  await page.reload();
  const loaded = page.waitForEvent('load');
  await page.getByRole('button', { name: notices.useNewVersion }).press('Enter');
  await loaded;
  await expect.poll(caches).toEqual([`deconflict ${at.address}`]);
  await page.context().setOffline(true);
  await page.reload();
  await page.getByRole('region', { name: 'Scenarios' }).waitFor();
  expect(errors).toEqual([]);
});
