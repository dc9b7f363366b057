/** A scenario far larger than any is read, and nothing in reading it grows faster than the scenario. */
import { expect, test, vi } from 'vitest';
import type { Read } from '../bench/scenario.ts';
import { inPlainNode } from '../in-plain-node.ts';

vi.setConfig({ testTimeout: 300_000 });

const BENCH = new URL('../bench/scenario.ts', import.meta.url);

test('[RH65] 1,000 states and 5,000 options are read without a problem; four times the scenario takes less than eight times as long', async () => {
  const small = (await inPlainNode(BENCH, 'readOnce', 252)) as Read;
  const large = (await inPlainNode(BENCH, 'readOnce', 1_008)) as Read;
  expect([large.states, large.options]).toEqual([1_008, 5_040]);
  expect(large.ms / small.ms).toBeLessThan(8);
});
