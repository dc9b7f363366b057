/** The hands of somebody who works through the guide: a terminal in the folder, and the page by keyboard. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Block, Inline } from '#table/library/guide.ts';
import type { Answer, Terminal } from '../scenario/guide-walk.ts';
import { BY_KEYBOARD, press } from './by-keyboard.ts';
import { ownEnv } from './served.ts';

/** Where `watch` is in the guide. */
const SAID_ADDRESS = 'http://127.0.0.1:5209/';
const PATIENCE_MS = 120_000;

/** A terminal in a folder, with one program at most that is left running. */
export interface OpenTerminal extends Terminal {
  /** Where the page of the running program really is: every test has a port of its own. */
  readonly address: () => string;
  /** Ctrl+C for what runs. */
  readonly stop: () => Promise<void>;
}

/** Opens one. Typing a command stops what was left running, as the guide asks. */
export function terminalIn(home: string): OpenTerminal {
  let running: ChildProcess | null = null;
  let said = '';
  let heardTo = 0;
  let address = '';
  const start = ([npx, name, ...args]: readonly string[]): ChildProcess => {
    // `npx` finds the command through package.json, as `npm start` finds its own.
    const { bin } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as {
      readonly bin: Readonly<Record<string, string>>;
    };
    expect(npx).toBe('npx');
    const child = spawn(process.execPath, [join(home, bin[name ?? ''] ?? ''), ...args], {
      cwd: home,
      env: { ...ownEnv(), PORT: '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return child;
  };
  const listen = (child: ChildProcess, onText: (text: string) => void) => {
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', onText);
  };
  const stop = async () => {
    const child = running;
    running = null;
    if (child === null || child.exitCode !== null) return;
    const closed = new Promise((resolve) => child.on('close', resolve));
    child.kill('SIGINT');
    await closed;
  };
  return {
    address: () => address,
    stop,
    run: async (words) => {
      await stop();
      return ended(start(words), listen);
    },
    stay: (words) => {
      said = '';
      heardTo = 0;
      running = start(words);
      listen(running, (text) => {
        said += text;
        address = /http:\/\/\S+/.exec(said)?.[0] ?? address;
      });
    },
    hear: async (lines) => {
      await expect
        .poll(() => unheard(), { timeout: PATIENCE_MS, interval: 50, message: 'what the terminal says' })
        .toMatch(lines);
      const found = lines.exec(unheard());
      heardTo += (found?.index ?? 0) + (found?.[0].length ?? 0) - 1;
    },
  };

  function unheard(): string {
    return (address === '' ? said : said.replace(address, SAID_ADDRESS)).slice(heardTo);
  }
}

/** Whether a block is a list of things to do in the browser: it begins with an address. */
export function isToDo(block: Block): block is Extract<Block, { kind: 'list' }> {
  const [first] = block.kind === 'list' && block.ordered ? (block.items[0] ?? []) : [];
  return (
    first?.kind === 'text' && first.words.some((word) => word.kind === 'code' && word.text.startsWith('http'))
  );
}

/**
 * Does each item as it is written: an address in code is opened, what is strong is pressed, what is stressed is written, what stands in
 * quotes is seen. “Press Wait until you see” presses as long as that takes.
 */
export async function toDo(
  page: Page,
  list: Extract<Block, { kind: 'list' }>,
  address: string,
): Promise<void> {
  for (const item of list.items) {
    for (const block of item) if (block.kind === 'text') await doWords(page, block.words, address);
  }
}

async function doWords(page: Page, words: readonly Inline[], address: string): Promise<void> {
  let waits = false;
  for (const word of words) {
    switch (word.kind) {
      case 'code':
        if (word.text.startsWith(SAID_ADDRESS)) await page.goto(word.text.replace(SAID_ADDRESS, address));
        break;
      case 'strong': {
        const name = textOf(word.words);
        waits = name === 'Wait';
        if (!waits) await press(page, await named(page, name));
        break;
      }
      case 'emphasis':
        await BY_KEYBOARD.write(page, page.getByRole('textbox').first(), textOf(word.words));
        break;
      case 'plain':
        for (const [, text = ''] of word.text.matchAll(/“([^”]+)”/g)) await seen(page, text, waits);
        break;
      case 'link':
        break;
      default:
        word satisfies never;
    }
  }
}

/** Looks until the words are in sight; where it is said to, presses Wait meanwhile. */
async function seen(page: Page, text: string, waits: boolean): Promise<void> {
  const found = page.getByText(text).filter({ visible: true }).first();
  const wait = page.getByRole('button', { name: 'Wait', exact: true });
  const until = Date.now() + PATIENCE_MS;
  while (!(await found.isVisible())) {
    if (Date.now() > until)
      throw new Error(`“${text}” was never seen: ${await page.locator('body').innerText()}`);
    if (waits && (await wait.isEnabled().catch(() => false))) await press(page, wait).catch(() => undefined);
    await page.waitForTimeout(50);
  }
}

/** A button, link or menu item of this name; else what opens and begins with it; else one with more in its name, as an answer that tells its time. */
async function named(page: Page, name: string): Promise<Locator> {
  const roles = ['button', 'menuitem', 'link'] as const;
  const called = (exact: boolean) => roles.map((role) => page.getByRole(role, { name, exact }).first());
  const opens = page.locator('summary').filter({ hasText: new RegExp(`^${name}\\b`) });
  const choices = [...called(true), opens.first(), ...called(false)];
  const until = Date.now() + PATIENCE_MS;
  while (Date.now() < until) {
    for (const found of choices) if (await found.isVisible()) return found;
    await page.waitForTimeout(50);
  }
  throw new Error(`There is nothing called “${name}”: ${await page.locator('body').innerText()}`);
}

function textOf(words: readonly Inline[]): string {
  return words.map((word) => (word.kind === 'plain' ? word.text : '')).join('');
}

async function ended(
  child: ChildProcess,
  listen: (child: ChildProcess, onText: (text: string) => void) => void,
): Promise<Answer> {
  let said = '';
  listen(child, (text) => {
    said += text;
  });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, said };
}
