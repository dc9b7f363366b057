/** The player's own look at a page finds what Playwright finds there: the same things, by the same names, in the same order. */
import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { LOOKED_FOR, lookAt, type Thing } from './look.ts';
import { ADDRESS, pageOf } from './page-of.ts';
import { read } from './player.ts';
import { SCREENS } from './screens.ts';
import { PLAYBOOK } from './shipped.ts';

type Seen = Omit<Thing, 'text'>;

// What an open sheet or menu has made inert Playwright reads all the same; a screen reader does not.
test.each([
  ['play', 'body'],
  ['notebook', 'body'],
  ['uncued', '[role=dialog]'],
  ['coaching', '[role=dialog]'],
])('[TB20] %s is looked at as a screen reader has it', async (name, all) => {
  const { page } = await pageOf({ viewport: { width: 1440, height: 900 } });
  await SCREENS.find((one) => one.name === name)?.open(page, ADDRESS, PLAYBOOK, '');
  // Answers that nobody could have read yet become free a moment later: both looks are at a page on which nothing changes by itself.
  await read(page);
  const seen = (await lookAt(page)).things.map(({ text: _, ...thing }) => thing);
  expect(seen.length, 'things to work and to read').toBeGreaterThan(1);
  expect(seen).toEqual(await pictureOf(page.locator(all)));
});

/** The same by Playwright. */
async function pictureOf(all: Locator): Promise<readonly Seen[]> {
  const isLookedFor = (role: string): role is Thing['role'] =>
    (LOOKED_FOR as readonly string[]).includes(role);
  const walk = (node: Node | string): readonly Seen[] => {
    if (typeof node === 'string') return [];
    const { role, name = '', disabled = false, children = [] } = node;
    return [...(isLookedFor(role) ? [{ role, name, enabled: !disabled }] : []), ...children.flatMap(walk)];
  };
  return ((await all.ariaSnapshotJSON()) as readonly (Node | string)[]).flatMap(walk);
}

/** As Playwright gives it. */
interface Node {
  readonly role: string;
  readonly name?: string;
  readonly disabled?: boolean;
  readonly children?: readonly (Node | string)[];
}
