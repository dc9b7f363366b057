/** Makes the icons of the installed page from src/table/icon.svg with the Chromium at hand: `node tests/icons.ts`; the result is committed. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { launchOptions } from './browser/chromium.ts';

const ROOT = join(import.meta.dirname, '..');
const svg = readFileSync(join(ROOT, 'src/table/icon.svg'), 'utf8');
/** Launchers may cut a maskable icon down to its inner four fifths; its ground runs to the edge. */
const ICONS = [
  { name: 'icon-192.png', size: 192, ground: 'transparent', part: 1 },
  { name: 'icon-512.png', size: 512, ground: 'transparent', part: 1 },
  { name: 'icon-maskable-512.png', size: 512, ground: '#151c22', part: 0.72 },
];

const browser = await chromium.launch({ ...(await launchOptions()), headless: true });
const page = await browser.newPage();
for (const { name, size, ground, part } of ICONS) {
  await page.setViewportSize({ width: size, height: size });
  const side = Math.round(size * part);
  await page.setContent(
    `<style>html{background:${ground}}body{margin:0;display:grid;place-items:center;height:100vh}svg{width:${side}px;height:${side}px;display:block}</style>${svg}`,
  );
  writeFileSync(
    join(ROOT, 'assets/icons', name),
    await page.screenshot({ omitBackground: ground === 'transparent' }),
  );
}
await browser.close();
