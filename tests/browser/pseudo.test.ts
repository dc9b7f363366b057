/** A language that nobody wrote for: long words, from right to left. The page is whole in it and as wide as its window. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { desk as english } from '#table/words/en/desk.ts';
import { folder } from '../cli/deconflict.ts';
import { tooWide } from './endless-words.ts';
import { pageOf } from './page-of.ts';
import { buildWithPseudo, PSEUDO } from './pseudo-language.ts';
import { pseudo } from './pseudo-text.ts';
import { playReckless } from './reckless-run.ts';
import { serveAt } from './served.ts';
import { SCENARIO } from './shipped.ts';

const LONG = process.env.PROVE_RUNS !== undefined;
const desk = pseudo(english);

// A page is built for it: that takes as long as all the rest of this file.
test.runIf(LONG)(
  '[TB197] one folder and one line are a third language: long words from right to left fit home, brief, play and debrief',
  async () => {
    const dist = await buildWithPseudo(folder());
    const served = await serveAt([], { DECONFLICT_DIST: dist });
    onTestFinished(() => served.stop());
    const { page, errors } = await pageOf({ viewport: { width: 1440, height: 900 } });
    await page.addInitScript((lang) => {
      localStorage.setItem('deconflict-preferences', JSON.stringify({ lang }));
    }, PSEUDO.tag);
    const fits = async (where: string) => {
      await expect
        .poll(() => page.evaluate(() => document.documentElement.dir), { message: where })
        .toBe('rtl');
      for (const width of [1440, 390]) {
        await page.setViewportSize({ width, height: 900 });
        expect(await tooWide(page), `${where}, ${width} wide`).toEqual([]);
      }
      await page.setViewportSize({ width: 1440, height: 900 });
    };

    await page.goto(served.address);
    await page.getByRole('button', { name: desk.home.import, exact: true }).waitFor();
    await fits('home');
    const choosing = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: desk.home.import, exact: true }).press('Enter');
    const { path } = playReckless('pseudo');
    const buffer = Buffer.from(readFileSync(path));
    await (await choosing).setFiles({ name: 'pseudo.run.json', mimeType: 'application/json', buffer });
    await page.getByRole('button', { name: desk.home.debrief, exact: true }).first().press('Enter');
    await page.getByRole('button', { name: desk.debrief.show, exact: true }).press('Enter');
    await page.getByRole('region', { name: desk.axes.jurisdiction, exact: true }).waitFor();
    await fits('debrief');

    // A run is told in a language its scenario has; the page around it is read in the one that was chosen.
    await page.goto(`${served.address}#/play/${SCENARIO}?seed=1&clock=discussion&lang=en`);
    await page.getByRole('button', { name: english.display.title, exact: true }).press('Enter');
    await choose(page);
    await page.getByRole('button', { name: desk.brief.start, exact: true }).waitFor();
    await fits('brief');
    await page.getByRole('button', { name: desk.brief.start, exact: true }).press('Enter');
    await page.locator('[data-part=log]').waitFor();
    await fits('play');
    expect(errors).toEqual([]);
  },
);

/** In the sheet that is open, and closes it. */
async function choose(page: Page): Promise<void> {
  await page.getByRole('radio', { name: PSEUDO.name }).press('Space');
  await page.keyboard.press('Escape');
}
