/** How far the packs agree with the reference over all F, as written and as corrected. */
import { expect, test } from 'vitest';
import { agreement } from './print-agreement.ts';

test('[LW19] corrections are at most 3 % of the cells, and corrected nothing is opposed', () => {
  const { rows, corrected } = agreement();
  const [written, right] = rows;
  expect(written?.cells).toBe(1428);
  expect(corrected).toBeGreaterThan(0);
  expect(corrected / (written?.cells ?? 0)).toBeLessThanOrEqual(0.03);
  expect(right?.opposed).toBe(0);
  expect((right?.signsEqual ?? 0) / (right?.signs ?? 1)).toBeGreaterThanOrEqual(0.85);
});
