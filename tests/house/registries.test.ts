/** Lists that grow: the axes of judgment and the languages of the page are named in one place each. */
import { expect, test } from 'vitest';
import { AXES, byAxis } from '#law/trace.ts';
import { LANGUAGES, langNear, langOf } from '#table/words/languages.ts';
import { codeOf, filesBelow, textOf } from './source-files.ts';

const files = filesBelow('src', /\.(tsx?|mjs)$/);
/** Words for a reader, one for each axis: the compiler asks for all of them. */
const NAMES_OF_AXES = /^(table\/words\/(en|es)\/|cli\/rehearse\/rehearse-words|cli\/debrief\.ts$)/;
/** Samples of a debrief, each finding on some axis. */
const SAMPLES = /^table\/gallery\//;

test('[HS9] the axes are listed in law/trace.ts alone', () => {
  const naming = files.filter((file) => AXES.some((axis) => quotes(file).has(axis)));
  const others = naming.filter((file) => !NAMES_OF_AXES.test(file) && !SAMPLES.test(file));
  expect(others.filter((file) => AXES.filter((axis) => quotes(file).has(axis)).length > 1)).toEqual([
    'law/trace.ts',
  ]);
  expect(Object.keys(byAxis((axis) => axis))).toEqual(AXES);
});

test('[HS10] a language of the page is a folder of its words and a line of words/languages.ts', () => {
  const folders = new Set(files.flatMap((file) => /^table\/words\/([a-z-]+)\//.exec(file)?.[1] ?? []));
  expect([...folders].sort()).toEqual(LANGUAGES.map(({ lang }) => lang).sort());
  const own = (file: string) =>
    /^(table\/words\/languages\.ts|table\/words\/es\/|cli\/rehearse\/rehearse-words-es)/.test(file);
  const imports = /words\/es\/|\bes\/[a-z-]+\.ts/;
  const naming = files.filter(
    (file) => !own(file) && (quotes(file).has('es') || imports.test(codeOf(textOf(`src/${file}`)))),
  );
  expect(naming).toEqual([]);
});

test('[HS10] a tag leads to its language, the nearest to what a browser is set to', () => {
  expect([langOf('es'), langOf('es-MX'), langOf('fr')]).toEqual(['es', null, null]);
  expect([langNear('es-MX'), langNear('en'), langNear('est'), langNear('fr')]).toEqual([
    'es',
    'en',
    null,
    null,
  ]);
});

/** What stands in quotation marks in a file's code, whole. */
function quotes(file: string): ReadonlySet<string> {
  return new Set(
    [
      ...codeOf(textOf(`src/${file}`)).matchAll(/(['"`])([a-z-]+)\1|[{,\s](jurisdiction|constitutional):/g),
    ].map((m) => m[2] ?? m[3] ?? ''),
  );
}
