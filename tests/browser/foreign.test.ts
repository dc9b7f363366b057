/** The page among other people's software: translators and extensions change its nodes and throw errors, and the run goes on. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { shell } from '#table/words/en/shell.ts';
import { ADDRESS, pageOf } from './page-of.ts';
import { read, start, tableOf } from './player.ts';
import { SCENARIO } from './shipped.ts';

async function call(page: Page, clock: 'live' | 'discussion'): Promise<void> {
  await page.goto(`${ADDRESS}#/play/${SCENARIO}?seed=1&clock=${clock}&lang=en&extended=1`);
  await start(page);
}

/** What other software does to the body, each time it is asked to. None of it heeds `translate="no"`. */
const HANDS: Readonly<Record<string, () => void>> = {
  'every text swapped, as a translator does': () => {
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walk.nextNode()) if (walk.currentNode instanceof Text) texts.push(walk.currentNode);
    for (const text of texts) {
      if (text.data.trim() === '' || text.parentElement?.closest('script, style, font')) continue;
      const [outer, inner] = [document.createElement('font'), document.createElement('font')];
      inner.textContent = text.data;
      outer.append(inner);
      text.replaceWith(outer);
    }
  },
  'every text wrapped, as a checker of spelling does': () => {
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walk.nextNode()) if (walk.currentNode instanceof Text) texts.push(walk.currentNode);
    for (const text of texts) {
      if (text.data.trim() === '' || text.parentElement?.closest('script, style, mark')) continue;
      const mark = document.createElement('mark');
      text.before(mark);
      mark.append(text);
    }
  },
  'parts taken out and others put in, as blockers do': () => {
    for (const part of document.querySelectorAll('[data-part=decision], [data-part=option], [role=status] *'))
      part.remove();
    for (const part of document.querySelectorAll('#page div')) part.prepend(document.createElement('aside'));
  },
};

test('[TB110] the page asks translators to leave it alone, in both languages', async () => {
  const { page } = await pageOf();
  for (const lang of ['en', 'es']) {
    await page.goto(`${ADDRESS}#/play/${SCENARIO}?lang=${lang}`);
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe(lang);
    expect(await page.locator('html').getAttribute('translate')).toBe('no');
    expect(await page.locator('meta[name=google]').getAttribute('content')).toBe('notranslate');
  }
});

test.each(Object.entries(HANDS))(
  '[TB110] with %s, the run goes on and says what is so',
  async (_, change) => {
    const { page, errors } = await pageOf();
    await call(page, 'discussion');
    const { clock, decision, wait } = tableOf(page);
    let before = await clock.innerText();
    for (let i = 0; i < 3; i += 1) {
      await page.evaluate(change);
      if ((await decision.locator('[data-part=option]:not([aria-disabled=true])').count()) > 0)
        await page.keyboard.press('1');
      await page.keyboard.press('d');
      await read(page);
      if (await wait.isEnabled()) await wait.press('Enter');
      await page.waitForTimeout(50);
    }
    await expect.poll(() => clock.innerText()).not.toBe(before);
    before = await clock.innerText();
    expect(errors).toEqual([]);
    expect(await page.getByText(shell.trouble.fault.title).count()).toBe(0);
    // What is drawn anew is whole: the same run, taken up by a page that nobody touched, shows the same moment and the same lines.
    const shown = await page.locator('[role=log] li').allInnerTexts();
    await page.reload();
    await clock.waitFor();
    expect(await clock.innerText()).toBe(before);
    if (change !== HANDS['parts taken out and others put in, as blockers do'])
      expect(squeezed(await page.locator('[role=log] li').allInnerTexts())).toEqual(squeezed(shown));
  },
);

const squeezed = (texts: readonly string[]) => texts.map((text) => text.replace(/\s+/g, ''));

test('[TB110] a page that was emptied, or whose place was taken out, stands again', async () => {
  const { page, errors } = await pageOf();
  await call(page, 'discussion');
  await page.evaluate(() => {
    const at = document.getElementById('page');
    if (at) at.innerHTML = '';
  });
  await tableOf(page).wait.press('Enter');
  await page.evaluate(() => document.getElementById('page')?.remove());
  await tableOf(page).wait.press('Enter');
  await expect.poll(() => tableOf(page).clock.innerText()).not.toBe('00:00');
  expect(errors).toEqual([]);
});

test('[TB115] errors of others change nothing, those without a place get a line, neither stops the call; ours does, in words', async () => {
  const { page } = await pageOf();
  await call(page, 'live');
  const { clock } = tableOf(page);
  const line = page.getByText(shell.notices.stray);
  const fail = (how: 'throw' | 'reject', stack: string | null) =>
    page.evaluate(
      ([kind, text]) => {
        const error = text === null ? 'no error at all' : Object.assign(new Error('boom'), { stack: text });
        if (kind === 'reject') void Promise.reject(error);
        else
          setTimeout(() => {
            throw error;
          });
      },
      [how, stack] as const,
    );
  for (const file of [
    'chrome-extension://abc/content.js:3:7',
    'moz-extension://abc/a.js:1:1',
    'https://translate.example/element.js:1:1',
    'webkit-masked-url://hidden/:1:1',
    `${ADDRESS}cdn-cgi/rum.js:1:1`,
  ]) {
    await fail('throw', `Error: boom\n    at send (${file})`);
    await fail('reject', `send@${file}`);
  }
  await page.evaluate(() => {
    dispatchEvent(new ErrorEvent('error', { message: 'ResizeObserver loop limit exceeded' }));
    dispatchEvent(new ErrorEvent('error', { message: 'x', filename: 'chrome-extension://abc/content.js' }));
  });
  await page.waitForTimeout(300);
  expect(await line.count()).toBe(0);
  for (const [how, stack] of [
    ['reject', null],
    ['throw', ''],
    ['throw', null],
  ] as const) {
    await fail(how, stack);
    await line.waitFor();
    const before = await clock.innerText();
    await expect.poll(() => clock.innerText(), { timeout: 5_000 }).not.toBe(before);
    await page.getByRole('button', { name: shell.notices.dismiss }).press('Enter');
    await line.waitFor({ state: 'detached' });
  }
  expect(await page.getByText(shell.trouble.fault.title).count()).toBe(0);
  await fail('throw', `Error: boom\n    at act (${ADDRESS}assets/play-frame-x.js:1:1)`);
  await page.getByText(shell.trouble.fault.title).waitFor();
});
