/** The author's guide as a page, and its walk: from `new` to a call of one's own, checked, played and debriefed. */
import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { codeIn } from '#cli/page/read-guide.ts';
import type { Block } from '#table/library/guide.ts';
import { guideAddress } from '#table/navigation/address.ts';
import { LAYER_CHAPTER } from '#table/ui/guide-door.tsx';
import { guide as english } from '#table/words/en/guide.ts';
import { guide as spanish } from '#table/words/es/guide.ts';
import { folder } from '../cli/deconflict.ts';
import { chapterOf, copyHouse, follow, GUIDE, WALK } from '../scenario/guide-walk.ts';
import { press } from './by-keyboard.ts';
import { isToDo, terminalIn, toDo } from './guide-hands.ts';
import { ADDRESS, pageOf } from './page-of.ts';

const LONG = process.env.PROVE_RUNS !== undefined;
const CODE = [...codeIn(GUIDE.lead), ...GUIDE.chapters.flatMap(({ blocks }) => codeIn(blocks))];
/** The page comes when the machine has time for it. */
const PATIENT = { timeout: 30_000 };

test('[TB90] from home by keyboard: every chapter is led to, every block stands and is copied as it is written', async () => {
  const { page, context, errors } = await pageOf();
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(ADDRESS);
  await press(page, page.getByRole('link', { name: english.door.home.link, exact: true }));
  await page.getByRole('heading', { level: 1, name: GUIDE.title }).waitFor();
  await expect.poll(() => focused(page), PATIENT).toBe(GUIDE.title);
  expect(await page.title()).toContain('Guide');
  const contents = page.getByRole('navigation', { name: english.contents });
  expect(await contents.getByRole('link').allInnerTexts()).toEqual(GUIDE.chapters.map(({ name }) => name));
  expect(await page.locator('figure pre').allTextContents()).toEqual(CODE.map(({ text }) => text));
  for (const { name } of [GUIDE.chapters.at(-1), GUIDE.chapters[1]].flatMap((one) => one ?? [])) {
    const link = contents.getByRole('link', { name, exact: true });
    for (const time of ['first', 'once more']) {
      await press(page, link);
      await expect.poll(() => focused(page), PATIENT).toBe(name);
      expect(await inSight(page), `${name} is in sight, ${time}`).toBe(true);
      await page.evaluate(() => scrollTo(0, 0));
    }
  }
  const block = page.locator('figure', { has: page.getByRole('button', { name: english.copy }) }).first();
  await press(page, block.getByRole('button', { name: english.copy }));
  await block.getByText(english.copied, { exact: true }).waitFor();
  const typed = CODE.find(({ use }) => use === 'type')?.text;
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(typed);
  expect(errors).toEqual([]);
});

test('[TB90] a link leads into a chapter; without a clipboard the text is marked; who reads Spanish is told that the guide is English', async () => {
  const { page } = await pageOf({ locale: 'es-MX' });
  await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await page.goto(`${ADDRESS}${guideAddress(LAYER_CHAPTER)}`);
  await expect.poll(() => focused(page), PATIENT).toBe(chapterOf(LAYER_CHAPTER).name);
  expect(await inSight(page)).toBe(true);
  await page.getByText(spanish.language, { exact: true }).waitFor();
  expect(await page.locator('article').getAttribute('lang')).toBe('en');
  const whole = CODE.find(({ use }) => use === 'whole')?.text ?? '';
  const block = page.locator('figure[data-use=whole]').first();
  await press(page, block.getByRole('button', { name: spanish.copy }));
  await block.getByText(spanish.marked, { exact: true }).waitFor();
  expect(await page.evaluate(() => getSelection()?.toString().trim())).toBe(whole.trim());
});

test('[TB90] a heading that the guide does not have leads to the guide; trouble on a chapter has the focus', async () => {
  const { page } = await pageOf();
  await page.goto(`${ADDRESS}${guideAddress('no-such-part')}`);
  await expect.poll(() => focused(page), PATIENT).toBe(GUIDE.title);
  await page.goto(`${ADDRESS}${guideAddress(LAYER_CHAPTER)}`);
  await expect.poll(() => focused(page), PATIENT).toBe(chapterOf(LAYER_CHAPTER).name);
  // An error of ours: what others throw into the page changes nothing (TB115).
  await page.evaluate((ours) => {
    setTimeout(() => {
      throw Object.assign(new Error('The page breaks.'), {
        stack: `Error\n    at guide (${ours}assets/guide-page-x.js:1:1)`,
      });
    });
  }, ADDRESS);
  const trouble = page.getByRole('main').getByRole('heading', { level: 1 });
  await expect.poll(() => trouble.evaluate((one) => one === document.activeElement), PATIENT).toBe(true);
  expect(await trouble.innerText()).not.toBe(GUIDE.title);
});

// Its commands are followed in tests/scenario/guide.test.ts too, and changes under an open page in watch.test.ts.
test.runIf(LONG)(
  '[TB91] from `new`, word by word: watched while it is written, played as it was and as it is, and proved',
  async () => {
    const home = folder();
    copyHouse(home);
    const terminal = terminalIn(home);
    onTestFinished(terminal.stop);
    const { page, errors } = await pageOf({ viewport: { width: 1440, height: 900 } });
    let played = 0;
    for (const id of WALK) {
      let typed: Block[] = [];
      for (const block of chapterOf(id).blocks) {
        if (!isToDo(block)) {
          typed.push(block);
          continue;
        }
        await follow(home, codeIn(typed), terminal);
        typed = [];
        await toDo(page, block, terminal.address());
        played += 1;
        // Looked at here: once watching is stopped, the open page cannot reach it and says so.
        expect(errors).toEqual([]);
      }
      await follow(home, codeIn(typed), terminal);
    }
    expect(played, 'the call was played before and after').toBe(2);
  },
  300_000,
);

function focused(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.textContent ?? '');
}

/** Whether what has the focus stands in the window. */
function inSight(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const box = document.activeElement?.getBoundingClientRect();
    return box !== undefined && box.top >= 0 && box.bottom <= innerHeight;
  });
}
