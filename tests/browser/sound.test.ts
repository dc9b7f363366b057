/** Sounds in a real browser: they load, decode and play after the first touch; where none can be had, the call goes on and nothing is said. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { desk } from '#table/words/en/desk.ts';
import { SOUND_IDS } from '../sounds/sound-ids.ts';
import { ADDRESS, pageOf } from './page-of.ts';
import { begin, tableOf } from './player.ts';
import { PLAYBOOK } from './shipped.ts';

const LIVE = 'seed=7&clock=live&level=guided';

/** What Howler says of itself: it puts itself on the window. */
async function heard(page: Page) {
  return page.evaluate(() => {
    interface Howl {
      state(): string;
      playing(): boolean;
      duration(): number;
    }
    const { Howler } = window as typeof window & {
      Howler?: { ctx?: AudioContext; _howls: Howl[]; usingWebAudio: boolean };
    };
    const howls = Howler?._howls ?? [];
    return {
      context: Howler?.ctx?.state ?? 'none',
      webAudio: Howler?.usingWebAudio ?? false,
      loaded: howls.filter((one) => one.state() === 'loaded').length,
      playing: howls.filter((one) => one.playing()).length,
      lengths: howls.map((one) => Math.round(one.duration() * 10) / 10),
    };
  });
}

test('[TB83] sounds load after the call has begun, decode and play; Q mutes and the button says so', async () => {
  const { page, errors } = await pageOf();
  await begin(page, ADDRESS, PLAYBOOK, LIVE);
  await expect.poll(async () => (await heard(page)).playing, { timeout: 60_000 }).toBeGreaterThan(0);
  const now = await heard(page);
  expect([now.context, now.webAudio]).toEqual(['running', true]);
  // The room tone: one turn of 10 s and its margins; the call to the unit was keyed.
  await expect.poll(async () => (await heard(page)).lengths).toContain(10.3);
  await expect.poll(async () => (await heard(page)).loaded, { timeout: 60_000 }).toBeGreaterThanOrEqual(3);
  const button = page.getByRole('button', { name: desk.sound.on, exact: true });
  expect(await button.getAttribute('aria-pressed')).toBe('true');
  await tableOf(page)
    .clock.focus()
    .catch(() => undefined);
  await page.keyboard.press('q');
  await expect.poll(() => button.getAttribute('aria-pressed')).toBe('false');
  expect(await page.evaluate(() => localStorage.getItem('deconflict-preferences'))).toContain('"muted":true');
  await button.press('Enter');
  await expect.poll(() => button.getAttribute('aria-pressed')).toBe('true');
  expect(errors).toEqual([]);
});

test('[TB85] the browser decodes every sound, in the length the catalogue says, and none near full scale', async () => {
  const { page } = await pageOf({ serviceWorkers: 'allow' });
  const asked: string[] = [];
  page.on('response', (answer) => {
    if (/\.webm$/.test(answer.url())) asked.push(answer.url());
  });
  await page.goto(ADDRESS);
  await page.locator('html[data-offline=ready]').waitFor({ state: 'attached', timeout: 60_000 });
  expect(asked.length).toBe(SOUND_IDS.length);
  const lengths = await page.evaluate(async (urls) => {
    const context = new OfflineAudioContext(1, 48_000, 48_000);
    const all = urls.map(async (url) => {
      const answer = await fetch(url);
      const decoded = await context.decodeAudioData(await answer.arrayBuffer());
      const peak = decoded.getChannelData(0).reduce((top, x) => Math.max(top, Math.abs(x)), 0);
      return [url, decoded.duration, 20 * Math.log10(peak)] as const;
    });
    return Promise.all(all);
  }, asked);
  const { SOUNDS, LOOP_MARGIN_MS } = await import('#table/sound/catalogue.ts');
  for (const [url, seconds, peak] of lengths) {
    const id = SOUND_IDS.find((one) => new RegExp(`/${one}-[^/]{8}\\.webm$`).test(url));
    if (id === undefined) throw new Error(`no sound is called ${url}`);
    const { ms, loop } = SOUNDS[id];
    expect(peak, `${id}: loudest sample, dBFS`).toBeLessThanOrEqual(-3);
    expect(peak, `${id}: loudest sample, dBFS`).toBeGreaterThan(-30);
    // A loop needs a whole turn after its first margin.
    expect(seconds * 1000, id).toBeGreaterThanOrEqual(ms + (loop ? LOOP_MARGIN_MS : 0) - 8);
    expect(seconds * 1000, id).toBeLessThan(ms + 2 * LOOP_MARGIN_MS + 60);
  }
});

test('[TB83] where no sound can be had, or the browser has no audio, the call goes on and the page complains of nothing', async () => {
  for (const without of ['files', 'audio'] as const) {
    const { page, errors } = await pageOf();
    if (without === 'files') {
      await page.route(/\.(webm|m4a)$/, (route) => route.fulfill({ status: 404, body: 'no' }));
    } else {
      await page.addInitScript(() => {
        for (const name of ['AudioContext', 'webkitAudioContext', 'Audio'])
          Reflect.deleteProperty(window, name);
      });
    }
    await begin(page, ADDRESS, PLAYBOOK, LIVE);
    await page.getByRole('log').getByText('207').first().waitFor({ timeout: 60_000 });
    const { clock } = tableOf(page);
    const before = await clock.textContent();
    await expect.poll(() => clock.textContent(), { timeout: 30_000 }).not.toBe(before);
    // What the network itself notes of a missing file is not the page's.
    expect(
      errors.filter((one) => !/Failed to load resource.*404/.test(one)),
      without,
    ).toEqual([]);
    expect((await heard(page)).playing, without).toBe(0);
  }
});
