/** The sand table drawn, in a Chromium with WebGL out of software: it is there, its words are legible, and a click on a token offers what can be done with it. */
import { chromium } from 'playwright-core';
import { expect, test } from 'vitest';
import { axe } from './axe-on.ts';
import { launchOptions } from './chromium.ts';
import type { Box } from './eyes.ts';
import { ADDRESS, errorsOf } from './page-of.ts';
import { coloursIn, shot } from './pixels.ts';
import { begin, take } from './player.ts';
import { PLAYBOOK, planOf, seedOf } from './shipped.ts';

/** A label as the scene tells it on its host, for tests. */
type Label = Box & { readonly id: string; readonly text: string; readonly size: number };
/** Software draws slowly, more so beside another file's browser. */
const PATIENCE_MS = 60_000;
const STEPS = 4;

test('[TB79] [TB70] with WebGL the sand table is drawn, no label is under 12 px or on another, and a click on a token opens what can be done with it', async () => {
  const browser = await chromium.launch({ ...(await launchOptions('drawn')), headless: true });
  try {
    const page = await browser.newPage({
      viewport: { width: 1440, height: 900 },
      reducedMotion: 'reduce',
      serviceWorkers: 'block',
    });
    page.setDefaultTimeout(PATIENCE_MS);
    const errors = errorsOf(page);
    const plan = planOf('careful-federal');
    await begin(page, ADDRESS, PLAYBOOK, `seed=${seedOf(plan)}&clock=discussion`);
    const host = page.locator('[data-part=sand-table]');
    await host.locator('canvas').first().waitFor();
    for (const step of plan.steps.slice(0, STEPS)) await take(page, PLAYBOOK, step);
    await expect.poll(() => host.getAttribute('data-labels'), { timeout: PATIENCE_MS }).toMatch(/text/);
    const labels = JSON.parse((await host.getAttribute('data-labels')) ?? '[]') as readonly Label[];
    const box = await host.boundingBox();
    if (!box) throw new Error('The sand table has no place on the page.');
    const drawn = coloursIn(await shot(page, box), { x: 0, y: 0, width: box.width, height: box.height });
    expect(drawn.length, 'colours in the picture').toBeGreaterThan(20);
    expect(drawn[0]?.[1] ?? 1, 'share of the commonest colour').toBeLessThan(0.9);
    expect(labels.length).toBeGreaterThan(3);
    expect(labels.filter((one) => one.size < 12)).toEqual([]);
    expect(labels.filter((one) => !isInside(one, box))).toEqual([]);
    expect(
      labels.flatMap((one, i) =>
        labels.slice(i + 1).flatMap((other) => (touch(one, other) ? [`${one.text} on ${other.text}`] : [])),
      ),
    ).toEqual([]);
    // A token, not a name of the map.
    const token = labels.find((one) => !one.id.startsWith('map:'));
    if (!token) throw new Error('No token has a label.');
    await page.mouse.click(box.x + token.x + token.width / 2, box.y + token.y + token.height / 2);
    const aim = page.locator('[data-part=aim]');
    await aim.waitFor();
    expect((await aim.innerText()).length).toBeGreaterThan(10);
    expect(await axe(page)).toEqual([]);
    expect(errors).toEqual([]);
  } finally {
    await browser.close();
  }
});

function isInside(label: Box, { width, height }: Box): boolean {
  return (
    label.x >= -1 &&
    label.y >= -1 &&
    label.x + label.width <= width + 1 &&
    label.y + label.height <= height + 1
  );
}

function touch(a: Box, b: Box): boolean {
  const x = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const y = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return x > 1 && y > 1;
}
