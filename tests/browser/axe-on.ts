/** What axe finds on a page as it stands. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { ROOT } from './served.ts';

const AXE = readFileSync(join(ROOT, 'node_modules/axe-core/axe.min.js'), 'utf8');

/** One line a violation, none where all is well. Throws where axe passed so little that it cannot have seen the page. */
export async function axe(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  // Of what passes one node a rule is enough to know that axe saw the page.
  const { violations, passes } = await page.evaluate(() =>
    (
      globalThis as typeof globalThis & { readonly axe: { run: (how: RunOptions) => Promise<AxeResults> } }
    ).axe.run({ resultTypes: ['violations'] }),
  );
  if (passes.length < 10) throw new Error('axe saw almost nothing');
  return violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(' ')).join('; ')}`);
}
