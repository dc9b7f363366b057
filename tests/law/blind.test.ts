/** The judge beside two blind rulers on forty acts; where both differ from it, the reason is in writing. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { AXES } from '#law/trace.ts';
import { BLIND_PACKS, blindCells, share } from './blind-rulings.ts';

/** Just below what was measured; raise them when the judge or the rulings come closer. */
const FLOOR = { all: 0.83, pack: 0.8, 'where the rulers agree': 0.87 };

const cells = blindCells();
const { argued } = z
  .strictObject({
    format: z.literal(1),
    argued: z.array(
      z.strictObject({
        act: z.string(),
        packs: z.union([z.literal('all'), z.array(z.enum(BLIND_PACKS)).nonempty()]),
        axes: z.array(z.enum(AXES)).nonempty(),
        because: z.string().min(40),
      }),
    ),
  })
  .parse(parse(readFileSync(join(import.meta.dirname, 'blind/argued.yaml'), 'utf8')));

test('[LW42] forty acts are ruled by both rulers under each pack on each axis', () => {
  expect(cells).toHaveLength(40 * BLIND_PACKS.length * AXES.length);
});

test('[LW42] the judge agrees with each ruler, over all and under each pack, and with both where they agree', () => {
  for (const ruler of [0, 1] as const) {
    const same = (own: typeof cells) => share(own, (cell) => cell.judge === cell.rulers[ruler]);
    expect(same(cells), `ruler ${ruler + 1}`).toBeGreaterThanOrEqual(FLOOR.all);
    for (const pack of BLIND_PACKS) {
      const own = cells.filter((cell) => cell.pack === pack);
      expect(same(own), `ruler ${ruler + 1}, ${pack}`).toBeGreaterThanOrEqual(FLOOR.pack);
    }
  }
  const agreed = cells.filter(({ rulers: [one, two] }) => one === two);
  const withBoth = share(agreed, (cell) => cell.judge === cell.rulers[0]);
  expect(withBoth).toBeGreaterThanOrEqual(FLOOR['where the rulers agree']);
});

test('[LW42] never + where a ruler has −, nor − where one has +', () => {
  const opposed = cells.filter(
    ({ judge, rulers }) => judge !== '0' && rulers.includes(judge === '+' ? '-' : '+'),
  );
  expect(opposed).toEqual([]);
});

test('[LW42] every cell in which both rulers differ from the judge is argued once, and nothing argued is stale', () => {
  const listed = argued.flatMap(({ act, packs, axes }) =>
    (packs === 'all' ? BLIND_PACKS : packs).flatMap((pack) => axes.map((axis) => `${act} ${pack} ${axis}`)),
  );
  const differing = cells.filter((cell) => !cell.rulers.includes(cell.judge));
  const names = differing.map(({ act, pack, axis }) => `${act} ${pack} ${axis}`);
  expect(
    listed.filter((name) => !names.includes(name)),
    'stale',
  ).toEqual([]);
  expect(
    names.filter((name) => !listed.includes(name)),
    'not argued',
  ).toEqual([]);
  expect(new Set(listed).size, 'argued twice').toBe(listed.length);
});
