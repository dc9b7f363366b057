/** What axe finds on a page as it stands. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { ROOT } from './served.ts';

const AXE = readFileSync(join(ROOT, 'node_modules/axe-core/axe.min.js'), 'utf8');

/** What axe is asked: all it knows, or what depends on the theme alone. */
type Asked = 'everything' | 'colours';
/** Of the rules that axe asks by itself, those that look at colours. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

/** One line a violation, none where all is well. Throws where axe passed so little that it cannot have seen the page. */
export async function axe(page: Page, asked: Asked = 'everything'): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
  // Of what passes one node a rule is enough to know that axe saw the page.
  const { violations, passes } = await page.evaluate(
    (how) =>
      (
        globalThis as typeof globalThis & { readonly axe: { run: (how: RunOptions) => Promise<AxeResults> } }
      ).axe.run(how),
    {
      resultTypes: ['violations'],
      ...(asked === 'colours' ? { runOnly: { type: 'rule', values: OF_COLOURS } } : {}),
    } satisfies RunOptions,
  );
  if (passes.length < (asked === 'colours' ? 1 : 10)) throw new Error('axe saw almost nothing');
  return violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(' ')).join('; ')}`);
}
