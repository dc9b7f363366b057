/** Sheets of the sand table's signs, over textures that only count. */
import { expect, test } from 'vitest';
import { Textures } from '#table/scene/textures.ts';

type Manager = ConstructorParameters<typeof Textures>[0];
type Sheet = NonNullable<ReturnType<Manager['createCanvas']>>;

/** Phaser's part: canvases that take whatever is painted, and how many stand. */
function counting() {
  const standing = new Set<Sheet>();
  const nothing = (..._: never[]): void => {};
  const context = {
    save: nothing,
    beginPath: nothing,
    rect: nothing,
    clip: nothing,
    setTransform: nothing,
    restore: nothing,
  };
  const manager: Manager = {
    createCanvas(_, width, height) {
      const sheet = { width, height, context, source: [{}], refresh: nothing } as Sheet;
      standing.add(sheet);
      return sheet;
    },
    remove: (sheet) => standing.delete(sheet),
  };
  return { standing, textures: new Textures(manager) };
}

/** Draws signs of these names, each as large as a sheet. @returns How many had to be painted. */
function draw(textures: Textures, names: readonly string[], look = 'day'): number {
  let painted = 0;
  textures.begin(look, 1);
  for (const name of names) {
    textures.sign(name, 380, 380, () => {
      painted += 1;
    });
  }
  textures.end();
  return painted;
}
const signs = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => `sign ${from + n}`);

test('[TB43] what one drawing needs, however many sheets it takes, is painted once', () => {
  const { standing, textures } = counting();
  expect(draw(textures, signs(0, 20))).toBe(20);
  for (let frame = 0; frame < 3; frame += 1) expect(draw(textures, signs(0, 20))).toBe(0);
  expect(standing.size).toBe(20);
});

test('[TB43] sheets that are no longer needed are given back: when many have come since, and in another look', () => {
  const { standing, textures } = counting();
  let most = 0;
  for (let n = 0; n < 60; n += 1) {
    draw(textures, signs(n, n + 10));
    most = Math.max(most, standing.size);
  }
  expect(most).toBeGreaterThan(10);
  expect(most).toBeLessThanOrEqual(20);
  expect(draw(textures, signs(0, 2), 'night')).toBe(2);
  expect(standing.size).toBe(2);
});
