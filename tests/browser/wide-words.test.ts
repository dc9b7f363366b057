/** What a person types and what an address says may have no end, run the other way or hide signs: the page stays as wide as its window and says so. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { tooWide } from './endless-words.ts';
import { ADDRESS, pageOf } from './page-of.ts';
import { start, tableOf } from './player.ts';
import { playReckless } from './reckless-run.ts';
import { SCENARIO } from './shipped.ts';

const ENDLESS = `${'W'.repeat(1_700)}\u202eevil\u200b${'ش'.repeat(200)}`;

test('[TB114] typed at say-first, named in an address, and given as a reason', async () => {
  const { page } = await pageOf();
  const asWide = async (where: string) => {
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 844 });
      expect(await tooWide(page), `${where}, ${width} wide`).toEqual([]);
    }
  };
  const named = encodeURIComponent(`\u202e${'ش'.repeat(20)}${'W'.repeat(400)}`);
  await page.goto(
    `${ADDRESS}#/play/${SCENARIO}?seed=1&clock=discussion&lang=en&level=say-first&${named}=1&pack=${named}`,
  );
  await page.getByText('‹U+202E›').first().waitFor();
  await asWide('brief');
  await start(page);
  const { decision, wait } = tableOf(page);
  for (let i = 0; i < 20 && !(await decision.isVisible()); i += 1) await wait.press('Enter');
  await decision.getByRole('textbox').fill(ENDLESS);
  await asWide('the card');
  await decision.getByRole('button').press('Enter');
  const kept = page.getByRole('log').locator('bdi').filter({ hasText: 'WWW' });
  await kept.waitFor({ state: 'attached' });
  expect(await kept.innerText()).toMatch(/W‹U\+202E›evil‹U\+200B›ش/);
  await asWide('the log');
  await page.goto(`${ADDRESS}#/play/${named}`);
  await page.getByRole('heading', { name: 'No such scenario' }).waitFor();
  await asWide('trouble');

  await page.goto(ADDRESS);
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Open a session file' }).press('Enter');
  const { path } = playReckless('wide');
  const buffer = Buffer.from(readFileSync(path));
  await (await choosing).setFiles({ name: 'wide.run.json', mimeType: 'application/json', buffer });
  await page.getByRole('button', { name: 'Debrief', exact: true }).first().press('Enter');
  const why = page.getByRole('region', { name: 'Say why' });
  await why.getByRole('textbox').fill(ENDLESS);
  await why.getByRole('button').press('Enter');
  await why.locator('blockquote bdi').filter({ hasText: '‹U+202E›' }).waitFor();
  await asWide('debrief');
});
