/** What the page's first script is made of: home shows without what plays, rules, draws or reads a run. */
import { expect, test } from 'vitest';
import { codeOf, filesBelow, importsOf, textOf } from './source-files.ts';

/** Of the table: the shell, home, and what they are drawn with. */
const TABLE =
  /^table\/(?:[a-z-]+\.tsx?|(?:theme|trouble|library|words|props|navigation|ui|preferences|home|flow|frames|offline)\/.+)$/;
const OTHERS: readonly RegExp[] = [
  TABLE,
  // What lists runs, and their shapes.
  /^journal\//,
  /^exercise\/(?:entries|commands|marks|run-format|engine-version|seat-settings)\.ts$/,
  /^table\/runs\/(?:run-storage|ask-to-last|attempt|settings-of|version-facts|next-version)\.ts$/,
  /^table\/session\/real-tempo\.ts$/,
  /^table\/sound\/(?:volumes|catalogue)\.ts$/,
];
/** Screens and what only they need come when they are asked for. */
const LATER =
  /^table\/(?:home\/brief\.tsx|library\/(?:listing-of|pocket-law-index)\.ts|frames\/(?:play|debrief|compare|parts)-frame\.tsx)$/;

test('[HS13] the first script holds home and its runs, and nothing that plays, rules, draws or reads one', () => {
  const first = followed('table/main.tsx', (file) => textOf(`src/${file}`));
  const breaches = [...first].flatMap(([file, by]) =>
    LATER.test(file) || !OTHERS.some((may) => may.test(file)) ? [`${by} → ${file}`] : [],
  );
  expect(breaches).toEqual([]);
  expect(first.size, 'the test saw few files: it is blind').toBeGreaterThan(60);
  expect([...first.keys()]).toContain('table/home/home.tsx');
});

test('[HS13] the scan follows imports and those that were passed on, neither those of types nor the lazy ones', () => {
  const texts: Record<string, string> = {
    'a.ts':
      "import { b } from './b.ts';\nimport type { D } from './d.ts';\nconst e = () => import('./e.ts');\n",
    'b.ts': "export { c } from './c.ts';\nexport type { D } from './d.ts';\nimport './f.ts';\n",
    'c.ts': "import {\n  type G,\n} from './g.ts';\n",
  };
  const found = followed(
    'a.ts',
    (file) => texts[file] ?? '',
    () => true,
  );
  expect([...found.keys()].toSorted()).toEqual(['a.ts', 'b.ts', 'c.ts', 'f.ts', 'g.ts']);
});

/** Every file that a script brings with it when it is loaded, with the first that imports it. */
function followed(
  start: string,
  read: (file: string) => string,
  isHere: (file: string) => boolean = (file) => SOURCES.has(file),
): ReadonlyMap<string, string> {
  const found = new Map([[start, start]]);
  for (const [file] of found) {
    const kept = codeOf(read(file))
      .replace(/^\s*(?:import|export)\s+type\b[^;]*;/gm, '')
      .replace(/\bimport\(/g, 'later(');
    for (const to of importsOf(file, kept)) if (!found.has(to) && isHere(to)) found.set(to, file);
  }
  return found;
}

const SOURCES = new Set(filesBelow('src', /\.tsx?$/));
