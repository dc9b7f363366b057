/** No file of the source leads back to itself by its imports, those of types too. */
import { expect, test } from 'vitest';
import { filesBelow, importsOf, textOf } from './source-files.ts';

const files = filesBelow('src', /\.(tsx?|css)$/);

test('[HS8] no circle between files, imports of types included', () => {
  const imports = new Map(files.map((file) => [file, importsOf(file, textOf(`src/${file}`))]));
  expect(circlesIn(imports)).toEqual([]);
  expect(imports.get('table/main.tsx')?.length, 'the test saw no imports: it is blind').toBeGreaterThan(5);
});

test('[HS8] the scan finds a circle of two, of three, and a file that imports itself', () => {
  const imports = new Map([
    ['a', ['b', 'c']],
    ['b', ['a']],
    ['c', ['d', 'gone']],
    ['d', ['e']],
    ['e', ['c']],
    ['f', ['f', 'a']],
    ['g', ['f']],
  ]);
  expect(circlesIn(imports)).toEqual(['a b', 'c d e', 'f']);
});

/** Groups of files that all lead to one another (Tarjan), each as its names in order. */
function circlesIn(imports: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const stack: string[] = [];
  const found: string[][] = [];
  const visit = (file: string): void => {
    order.set(file, order.size);
    lowest.set(file, order.size - 1);
    stack.push(file);
    for (const to of imports.get(file) ?? []) {
      if (!imports.has(to)) continue;
      if (!order.has(to)) visit(to);
      if (stack.includes(to)) lowest.set(file, Math.min(at(lowest, file), at(lowest, to)));
    }
    if (at(lowest, file) === at(order, file)) found.push(stack.splice(stack.indexOf(file)));
  };
  for (const file of imports.keys()) if (!order.has(file)) visit(file);
  return found
    .filter((group) => group.length > 1 || group.some((file) => imports.get(file)?.includes(file)))
    .map((group) => group.toSorted().join(' '))
    .toSorted();
}

function at(of: ReadonlyMap<string, number>, file: string): number {
  return of.get(file) ?? Number.POSITIVE_INFINITY;
}
