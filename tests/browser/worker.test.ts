/** The worker answers for what it has: an address with a path comes to the page or to a sentence, whoever serves it and from whichever folder. */
import { createServer, request } from 'node:http';
import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { shell } from '#table/words/en/shell.ts';
import { ADDRESS, pageOf } from './page-of.ts';

const TIME = { timeout: 120_000 };
const FOLDER = '/training/floor-2/';

/** Somebody else's server that gives the product a folder of its own; `always` answers with the page where the product has nothing. */
async function inFolder(always: boolean): Promise<string> {
  const ask = (path: string) =>
    new Promise<{ status: number; headers: Record<string, string | string[] | undefined>; body: Buffer }>(
      (resolve, reject) => {
        request(new URL(path, ADDRESS), (answer) => {
          const parts: Buffer[] = [];
          answer.on('data', (part: Buffer) => parts.push(part));
          answer.on('end', () =>
            resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) }),
          );
        })
          .on('error', reject)
          .end();
      },
    );
  const proxy = createServer((asked, response) => {
    const path = asked.url ?? '/';
    if (!path.startsWith(FOLDER)) {
      response.writeHead(418).end('Not the product.');
      return;
    }
    void ask(path.slice(FOLDER.length - 1))
      .then((answer) => (always && answer.status === 404 ? ask('/') : answer))
      .then(({ status, headers, body }) => response.writeHead(status, headers).end(body));
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    proxy.close();
    proxy.closeAllConnections();
  });
  const at = proxy.address();
  return `http://127.0.0.1:${typeof at === 'object' && at !== null ? at.port : 0}${FOLDER}`;
}

/** The first visit, until the worker answers for the next. */
async function visited(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await page.goto(address);
  await page.getByRole('region', { name: 'Scenarios' }).waitFor();
  expect(await page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe('activated');
}

test(
  '[TB111] with the worker, in a folder too, an address with a path comes to a sentence, and without a server to the page',
  TIME,
  async () => {
    const { page, context } = await pageOf({ serviceWorkers: 'allow' });
    const address = await inFolder(false);
    await visited(page, address);
    for (const path of ['play/residence-207', 'guide/', 'debrief/abc', 'a/b/c/d?e=/f']) {
      await page.goto(`${address}${path}`);
      await page.getByText('There is nothing at this address.').waitFor({ timeout: 5_000 });
      await page.getByRole('link', { name: 'Go to the scenarios' }).click();
      await page.getByRole('region', { name: 'Scenarios' }).waitFor();
      expect(page.url()).toBe(address);
    }
    await context.setOffline(true);
    for (const own of ['', 'index.html', '?from=mail&utm_source=x', 'index.html?x', '#/']) {
      await page.goto(`${address}${own}`);
      await page.getByRole('region', { name: 'Scenarios' }).waitFor();
    }
    await page.goto(`${address}play/residence-207?seed=7`);
    await page.getByRole('button', { name: 'Start', exact: true }).waitFor();
    expect(page.url()).toContain(`${address}#/play/residence-207?seed=7&`);
    await page.goto(`${address}somewhere/else/`);
    await page.getByText(shell.trouble.nowhere.title).waitFor();
  },
);

test('[TB111] a server that answers every path with the page leaves a sentence and a way on, no blank page', async () => {
  const { page } = await pageOf();
  const address = await inFolder(true);
  await page.goto(`${address}play/residence-207`);
  expect(await page.getByRole('heading', { name: 'Deconflict' }).isVisible(), 'not at once').toBe(false);
  // Eight seconds, or as long as it takes on a slow line.
  await page.evaluate(() => {
    for (const one of document.getAnimations()) one.finish();
  });
  await page.getByRole('link', { name: /one step up/ }).click();
  await page.getByRole('region', { name: 'Scenarios' }).waitFor();
});
