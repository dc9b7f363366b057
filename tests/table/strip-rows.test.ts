/** Where signs and moments stand on the debrief's strip. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rowsOf, SIGN, ticksOf } from '#table/debrief/strip-rows.ts';

test('[TB68] no two signs of a row touch, and a row more is begun only where one would', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 300, noNaN: true }), { maxLength: 60 }), (xs) => {
      const rows = rowsOf(xs);
      const signs = xs.map((x, i) => ({ x, row: rows[i] ?? -1 }));
      for (const a of signs) {
        for (const b of signs) {
          if (a !== b && a.row === b.row) expect(Math.abs(a.x - b.x)).toBeGreaterThanOrEqual(SIGN);
        }
        for (let row = 0; row < a.row; row += 1) {
          expect(signs.some((b) => b.row === row && b.x <= a.x && a.x - b.x < SIGN)).toBe(true);
        }
      }
    }),
  );
});

test('[TB68] signs far enough apart stand in one row, those of one moment below each other in their order', () => {
  expect(rowsOf([0, 24, 60, 100])).toEqual([0, 0, 0, 0]);
  expect(rowsOf([50, 50, 50])).toEqual([0, 1, 2]);
  expect(rowsOf([])).toEqual([]);
});

test('[TB68] moments named under the strip stand clear of each other at every width', () => {
  for (const width of [120, 190, 320, 700, 1250]) {
    for (const whole of [60_000, 300_000, 930_000, 3_600_000, 20_000_000]) {
      const ticks = ticksOf(width, whole);
      expect(ticks[0]).toBe(0);
      const apart = ticks.slice(1).map((at, i) => ((at - (ticks[i] ?? 0)) * 60_000 * width) / whole);
      for (const pixels of apart) expect(pixels).toBeGreaterThanOrEqual(54);
      for (const at of ticks) expect(at * 60_000).toBeLessThanOrEqual(whole);
    }
  }
});
