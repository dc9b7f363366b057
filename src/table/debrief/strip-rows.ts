/** Where the signs of a strip stand, so that each can be seen and hit, and which moments it names under them (SPEC TB68). */

/** Width and height of a sign's target in pixels. */
export const SIGN = 24;

/** How many pixels the words of a moment need, with the room beside them. */
const TICK = 54;

/** Steps between the moments that are named, in minutes. */
const STEPS = [1, 2, 3, 5, 10, 15, 30, 60];

/** The row of each sign, from 0 down: the first in which no earlier sign reaches into it. `xs` are the signs' middles in pixels, in any order; equal ones keep theirs. */
export function rowsOf(xs: readonly number[]): readonly number[] {
  const ends: number[] = [];
  const rows = xs.map(() => 0);
  const inOrder = xs.map((x, i) => ({ x, i })).sort((a, b) => a.x - b.x || a.i - b.i);
  for (const { x, i } of inOrder) {
    const free = ends.findIndex((end) => x - end >= SIGN);
    const row = free < 0 ? ends.length : free;
    ends[row] = x;
    rows[i] = row;
  }
  return rows;
}

/** The minutes named under a strip of so many pixels over a run of so many milliseconds: as many as stand clear of each other, from 0 on. */
export function ticksOf(width: number, whole: number): readonly number[] {
  const minutes = whole / 60_000;
  const every = STEPS.find((step) => (step / minutes) * width >= TICK) ?? Math.ceil(minutes);
  return Array.from({ length: Math.floor(minutes / every) + 1 }, (_, i) => i * every);
}
